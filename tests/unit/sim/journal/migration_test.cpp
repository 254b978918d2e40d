#include "sim/journal/migrations.h"

#include <gmock/gmock.h>

#include "sim/journal/journal.h"
#include "tests/journal/scripted.h"
#include "tests/unit/sim/journal/tamper.h"

namespace etalon::journal {
namespace {

using scripted::TemporaryFolder;

// tests/data/journals/layout-1.db, see the README beside it: to be copied before it is opened.
class MigrationTest : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::copy_file(std::filesystem::path(ETALON_SOURCE_DIR) / "tests/data/journals/layout-1.db", path);
    std::filesystem::permissions(path, std::filesystem::perms(0600));
  }

  const TemporaryFolder folder;
  const std::filesystem::path path = folder / "old.db";
};

TEST_F(MigrationTest, verify_checks_the_records_of_an_old_layout_without_changing_it) {
  const auto report = verify(path);
  ASSERT_TRUE(report.has_value()) << english(report.error());
  EXPECT_FALSE(report->broken.has_value()) << english(report->broken->what);
  EXPECT_EQ(report->schema_version, 1);
  EXPECT_FALSE(report->read_tables_checked);
  EXPECT_EQ(verify(path)->schema_version, 1);
}

TEST_F(MigrationTest, an_old_journal_is_brought_up_to_date_with_the_same_records) {
  const Head before = verify(path)->head;
  auto journal = Journal::open(path);
  ASSERT_TRUE(journal.has_value()) << english(journal.error());
  EXPECT_EQ((*journal)->head()->hash, before.hash);
  DecisionFilter filter;
  filter.calibration = CalibrationId("C1");
  EXPECT_EQ((*journal)->decisions(filter)->size(), 4u) << "looked up by a column that layout 1 did not have";
  EXPECT_EQ((*journal)->decisions({})->size(), 8u);
  journal->reset();
  const auto report = verify(path);
  EXPECT_EQ(report->schema_version, kSchemaVersion);
  EXPECT_TRUE(report->read_tables_checked);
  EXPECT_FALSE(report->broken.has_value());
}

TEST_F(MigrationTest, the_old_session_goes_on_where_it_stopped) {
  auto journal = Journal::open(path);
  ASSERT_TRUE(journal.has_value());
  SessionState state = scripted::resume(**journal, SessionId("OPEN"));
  ASSERT_FALSE(state.closed);
  ASSERT_TRUE(scripted::play(**journal, state, scripted::pack(), 1000).has_value());
  EXPECT_TRUE(state.closed);
}

TEST_F(MigrationTest, an_old_journal_with_a_broken_record_stays_as_it_is) {
  tamper(path, "UPDATE record SET at_ms = 0 WHERE sequence = 3");
  const auto opened = Journal::open(path);
  ASSERT_FALSE(opened.has_value());
  EXPECT_EQ(opened.error().kind, ErrorKind::Environment);
  const auto report = verify(path);
  EXPECT_EQ(report->schema_version, 1);
  EXPECT_EQ(report->broken->sequence, 3u);
}

TEST_F(MigrationTest, an_old_journal_is_not_opened_for_reading_only) {
  EXPECT_EQ(Journal::open(path, OpenMode::ReadOnly).error().kind, ErrorKind::Environment);
  EXPECT_EQ(verify(path)->schema_version, 1);
}

TEST_F(MigrationTest, a_migrated_journal_has_the_layout_of_a_new_one) {
  Journal::open(path)->reset();
  SQLite::Database migrated(path.string(), SQLite::OPEN_READONLY);
  EXPECT_EQ(layout_of(migrated), layout_of_version(kSchemaVersion));
}

// tests/data/journals/layout-2.db holds the same records.
TEST(MigrationFromLayout2, keeps_the_records_and_says_that_nothing_was_said_of_the_packs) {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder / "old.db";
  std::filesystem::copy_file(std::filesystem::path(ETALON_SOURCE_DIR) / "tests/data/journals/layout-2.db", path);
  std::filesystem::permissions(path, std::filesystem::perms(0600));
  const auto before = verify(path);
  ASSERT_TRUE(before.has_value());
  EXPECT_EQ(before->schema_version, 2);
  auto journal = Journal::open(path);
  ASSERT_TRUE(journal.has_value()) << english(journal.error());
  EXPECT_EQ((*journal)->head()->hash, before->head.hash);
  EXPECT_EQ((*journal)->decisions({})->size(), 8u);
  const auto rows = (*journal)->sessions(std::nullopt);
  ASSERT_EQ(rows->size(), 3u);
  for (const SessionRow& row : *rows) EXPECT_EQ(row.pack_status, PackStatus::NotSaid);
  EXPECT_FALSE((*journal)->kept_pack(rows->front().pack.hash)->has_value());
  journal->reset();
  EXPECT_FALSE(verify(path)->broken.has_value());
  SQLite::Database migrated(path.string(), SQLite::OPEN_READONLY);
  EXPECT_EQ(layout_of(migrated), layout_of_version(kSchemaVersion));
}

}  // namespace
}  // namespace etalon::journal
