#include <gmock/gmock.h>

#include "sim/journal/journal.h"
#include "tests/journal/scripted.h"
#include "tests/unit/sim/journal/tamper.h"

namespace etalon::journal {
namespace {

class KeptPack : public testing::Test {
 protected:
  std::unique_ptr<Journal> open(OpenMode mode = OpenMode::ReadWrite) { return std::move(*Journal::open(path_, mode)); }
  std::int64_t count(const char* sql) {
    SQLite::Database database(path_.string(), SQLite::OPEN_READONLY);
    return database.execAndGet(sql).getInt64();
  }

  const scripted::TemporaryFolder folder_;
  const std::filesystem::path path_ = folder_ / "etalon.db";
  const PackContent first_{{"pack.yaml", "version 1"}, {"scheme.yaml", std::string("a\0b", 3)}, {"empty", ""}};
  const PackContent second_{{"pack.yaml", "version 2"}, {"scheme.yaml", std::string("a\0b", 3)}, {"empty", ""}};
};

TEST_F(KeptPack, comes_back_byte_for_byte_after_the_journal_was_closed) {
  ASSERT_TRUE(open()->keep_pack(hash_of(first_), first_));
  const auto again = open(OpenMode::ReadOnly)->kept_pack(hash_of(first_));
  ASSERT_TRUE(again && *again);
  EXPECT_EQ(**again, first_);
  EXPECT_FALSE(*open()->kept_pack(hash_of(second_)));
}

TEST_F(KeptPack, shares_the_files_that_did_not_change_and_is_kept_once) {
  const auto journal = open();
  for (const PackContent& content : {first_, second_, first_}) ASSERT_TRUE(journal->keep_pack(hash_of(content), content));
  EXPECT_EQ(count("SELECT count(*) FROM pack_file"), 6);
  EXPECT_EQ(count("SELECT count(*) FROM content"), 4);
  EXPECT_EQ(**journal->kept_pack(hash_of(second_)), second_);
}

TEST_F(KeptPack, that_was_changed_is_not_given_out) {
  ASSERT_TRUE(open()->keep_pack(hash_of(first_), first_));
  tamper(path_, "UPDATE content SET bytes = x'00' WHERE bytes = CAST('version 1' AS BLOB)");
  const auto changed = open()->kept_pack(hash_of(first_));
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().kind, ErrorKind::Environment);
}

TEST_F(KeptPack, that_a_session_or_a_round_names_is_verified) {
  Pack pack = scripted::pack();
  pack.ref = {"mini", "1.0.0", hash_of(first_)};
  SessionState session = scripted::session("A");
  ASSERT_TRUE(scripted::play(*open(), session, pack, 1));
  EXPECT_FALSE(verify(path_)->broken) << "one that was never kept is not damaged";
  for (const auto* content : {&first_, &second_}) ASSERT_TRUE(open()->keep_pack(hash_of(*content), *content));
  const CalibrationOpened round{
      "t", AnalystId("L"), {AnalystId("A"), AnalystId("B")}, {ScenarioId("S-1")}, {"mini", "2.0.0", hash_of(second_)}, "1"};
  ASSERT_TRUE(open()->append({{StreamId("calibration/C"), 0, {{Instant{1}, round}}}}));
  EXPECT_FALSE(verify(path_)->broken);
  for (const char* version : {"1", "2"}) {
    const std::string bytes = std::string("CAST('version ") + version + "' AS BLOB)";
    tamper(path_, "UPDATE content SET bytes = x'00' WHERE bytes = " + bytes);
    const auto report = verify(path_);
    ASSERT_TRUE(report && report->broken);
    EXPECT_EQ(report->broken->sequence, 0U);
    EXPECT_THAT(english(report->broken->what), testing::HasSubstr(std::string("mini ") + version + ".0.0"));
    tamper(path_, "UPDATE content SET bytes = " + bytes + " WHERE bytes = x'00'");
  }
  EXPECT_FALSE(verify(path_)->broken);
}

TEST_F(KeptPack, whose_bytes_are_gone_is_damaged) {
  ASSERT_TRUE(open()->keep_pack(hash_of(first_), first_));
  tamper(path_, "PRAGMA foreign_keys = OFF; DELETE FROM content");
  EXPECT_FALSE(open()->kept_pack(hash_of(first_)));
}

TEST_F(KeptPack, outlives_a_rebuild_and_goes_into_a_backup) {
  ASSERT_TRUE(open()->keep_pack(hash_of(first_), first_));
  ASSERT_TRUE(rebuild(path_));
  ASSERT_TRUE(backup(path_, folder_ / "copy.db"));
  EXPECT_EQ(**open()->kept_pack(hash_of(first_)), first_);
  EXPECT_EQ(**(*Journal::open(folder_ / "copy.db"))->kept_pack(hash_of(first_)), first_);
  EXPECT_FALSE(verify(path_)->broken.has_value());
}

TEST_F(KeptPack, is_not_kept_by_a_reader) {
  open();
  EXPECT_EQ(open(OpenMode::ReadOnly)->keep_pack(hash_of(first_), first_).error().kind, ErrorKind::Usage);
}

}  // namespace
}  // namespace etalon::journal
