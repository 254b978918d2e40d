// Every way in which a journal can be broken, and what verify says of it.
#include <gmock/gmock.h>

#include <fstream>

#include "sim/journal/journal.h"
#include "tests/journal/scripted.h"
#include "tests/unit/sim/journal/tamper.h"

namespace etalon::journal {
namespace {

using scripted::TemporaryFolder;
using testing::HasSubstr;

class VerifyTest : public testing::Test {
 protected:
  void SetUp() override {
    SessionState state = scripted::session("A");
    auto journal = Journal::open(path);
    ASSERT_TRUE(journal.has_value() && scripted::play(**journal, state, scripted::pack(), 1000).has_value());
    last = (*journal)->head()->sequence;
  }
  Broken broken() {
    const auto report = verify(path);
    EXPECT_TRUE(report.has_value() && report->broken.has_value());
    return report && report->broken ? *report->broken : Broken{};
  }
  void expect_broken(std::uint64_t sequence, const char* what) {
    const Broken found = broken();
    EXPECT_EQ(found.sequence, sequence);
    EXPECT_THAT(english(found.what), HasSubstr(what));
  }
  std::string bytes() {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  const TemporaryFolder folder;
  const std::filesystem::path path = folder / "etalon.db";
  std::uint64_t last = 0;
};

TEST_F(VerifyTest, a_whole_journal_holds) {
  const auto report = verify(path);
  ASSERT_TRUE(report.has_value());
  EXPECT_FALSE(report->broken.has_value());
  EXPECT_EQ(report->records, last);
  EXPECT_EQ(report->head.sequence, last);
  EXPECT_EQ(report->sessions, 1u);
  EXPECT_EQ(report->decisions, 4u);
  EXPECT_TRUE(report->read_tables_checked);
}

TEST_F(VerifyTest, a_changed_payload_is_named) {
  tamper(path,
         "UPDATE record SET payload = CAST(replace(CAST(payload AS TEXT), 'first', 'third') AS BLOB) WHERE sequence >= 7");
  expect_broken(7, "hash does not match");
}

TEST_F(VerifyTest, a_changed_column_is_named_whichever_it_is) {
  for (const char* change : {"at_ms = at_ms + 1", "type = 'session_closed'", "type_version = 4294967297", "version = 99",
                             "stream = 'session/B'"}) {
    SCOPED_TRACE(change);
    const TemporaryFolder copies;
    const auto copy = copies / "copy.db";
    std::filesystem::copy_file(path, copy);
    tamper(copy, std::string("UPDATE record SET ") + change + " WHERE sequence = 9");
    const auto report = verify(copy);
    ASSERT_TRUE(report->broken.has_value());
    EXPECT_EQ(report->broken->sequence, 9u);
    EXPECT_EQ(report->records, 8u);
  }
}

TEST_F(VerifyTest, a_missing_record_is_named_by_the_one_after_it) {
  tamper(path, "PRAGMA foreign_keys = OFF; DELETE FROM record WHERE sequence = 5");
  expect_broken(6, "the records from 5 up to it are missing");
}

TEST_F(VerifyTest, two_records_that_changed_places_are_named) {
  tamper(path,
         "UPDATE record SET sequence = 1000 WHERE sequence = 4; UPDATE record SET sequence = 4 WHERE sequence = 5;"
         "UPDATE record SET sequence = 5 WHERE sequence = 1000");
  expect_broken(4, "does not follow");
}

TEST_F(VerifyTest, a_hash_recomputed_for_a_changed_record_breaks_the_next_one) {
  tamper(path, "UPDATE record SET hash = zeroblob(32) WHERE sequence = 3");
  expect_broken(3, "hash does not match");
  tamper(path, "UPDATE record SET previous_hash = zeroblob(31) WHERE sequence = 1");
  expect_broken(1, "does not follow");
}

TEST_F(VerifyTest, a_changed_read_table_is_named) {
  tamper(path, "UPDATE session SET decided = 3");
  expect_broken(0, "“session” differs");
  ASSERT_TRUE(rebuild(path).has_value());
  EXPECT_FALSE(verify(path)->broken.has_value());
  tamper(path, "DELETE FROM decision WHERE sequence = (SELECT max(sequence) FROM decision)");
  expect_broken(0, "“decision” differs");
}

TEST_F(VerifyTest, a_missing_guard_is_named) {
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec("DROP TRIGGER record_is_never_changed");
  expect_broken(0, "guards");
}

TEST_F(VerifyTest, a_missing_table_is_named) {
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec("DROP TABLE decision");
  expect_broken(0, "its tables");
}

TEST_F(VerifyTest, flipped_bytes_are_found_unless_no_record_holds_them_and_the_file_is_not_touched) {
  const std::string sound = bytes();
  const Hash head = verify(path)->head.hash;
  int findings = 0;
  for (std::size_t at = 0; at < sound.size(); at += 997) {
    std::string changed = sound;
    for (std::size_t i = at; i < std::min(at + 24, changed.size()); ++i) changed[i] = static_cast<char>(~changed[i]);
    std::ofstream(path, std::ios::binary | std::ios::trunc) << changed;
    const auto report = verify(path);
    const bool found = !report || report->broken;
    findings += found ? 1 : 0;
    EXPECT_TRUE(found || (report->head.hash == head && report->records == last)) << at;  // free space of a page
    EXPECT_EQ(bytes(), changed) << at;
  }
  EXPECT_GT(findings, 10);
}

TEST_F(VerifyTest, a_torn_end_of_the_file_is_a_finding) {
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  EXPECT_FALSE(english(broken().what).empty());
}

TEST_F(VerifyTest, the_finding_as_an_error_says_which_record) {
  const Error error = error_of({7, msg("its hash does not match its content")}, path);
  EXPECT_EQ(error.kind, ErrorKind::Check);
  EXPECT_THAT(english(error), HasSubstr("record 7 is broken"));
}

TEST_F(VerifyTest, the_record_table_refuses_update_and_delete) {
  SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
  EXPECT_THROW(database.exec("UPDATE record SET at_ms = 0 WHERE sequence = 1"), SQLite::Exception);
  EXPECT_THROW(database.exec("DELETE FROM record WHERE sequence = 1"), SQLite::Exception);
}

TEST_F(VerifyTest, load_refuses_a_changed_record) {
  tamper(path, "UPDATE record SET at_ms = 0 WHERE sequence = 2");
  const auto events = (*Journal::open(path))->load(StreamId("session/A"));
  ASSERT_FALSE(events.has_value());
  EXPECT_THAT(english(events.error()), HasSubstr("record 2"));
}

TEST_F(VerifyTest, a_changed_last_record_is_seen_when_the_journal_is_opened_and_nothing_is_written) {
  tamper(path, "UPDATE record SET at_ms = 0 WHERE sequence = " + std::to_string(last));
  const std::string before = bytes();
  const auto opened = Journal::open(path);
  ASSERT_FALSE(opened.has_value());
  EXPECT_EQ(opened.error().kind, ErrorKind::Environment);
  EXPECT_EQ(bytes(), before);
}

TEST_F(VerifyTest, rebuild_refuses_a_broken_record_and_changes_nothing) {
  tamper(path, "UPDATE record SET at_ms = 0 WHERE sequence = 2");
  const auto before = read_tables_digest(path);
  const auto rebuilt = rebuild(path);
  ASSERT_FALSE(rebuilt.has_value());
  EXPECT_EQ(rebuilt.error().kind, ErrorKind::Check);
  EXPECT_EQ(read_tables_digest(path), before);
}

}  // namespace
}  // namespace etalon::journal
