// docs/journal-format.md, line by line.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "sim/journal/journal.h"
#include "sim/journal/record.h"
#include "tests/journal/scripted.h"

namespace etalon::journal {
namespace {

using scripted::TemporaryFolder;

Record example() {
  Record record;
  record.sequence = 1;
  record.stream = "session/A";
  record.version = 1;
  record.type = "session_closed";
  record.type_version = 1;
  record.at = Instant{1'775'121'120'000};
  record.payload = R"({"finished":true})";
  return record;
}

TEST(Format, the_chain_hash_is_over_the_bytes_that_the_document_names) {
  const Record record = example();
  const Hash expected = Hasher()
                            .add(Hash{})
                            .add_number(1)
                            .add_number(9)
                            .add("session/A")
                            .add_number(1)
                            .add_number(14)
                            .add("session_closed")
                            .add_number(1)
                            .add_number(1'775'121'120'000)
                            .add_number(17)
                            .add(R"({"finished":true})")
                            .finish();
  EXPECT_EQ(chain_hash(record), expected);
}

TEST(Format, the_example_of_the_document_has_the_hash_that_it_gives) {
  EXPECT_EQ(hex(chain_hash(example())), "97bfb6a363822e8004580e2ca6047d8e8bfcbc9df028e2097baac3bce3e77644");
}

TEST(Format, a_byte_moved_from_one_field_to_the_next_changes_the_hash) {
  Record moved = example();
  moved.stream = "session/As";
  moved.type = "ession_closed";
  EXPECT_NE(chain_hash(moved), chain_hash(example()));
}

TEST(Format, the_file_says_whose_it_is_and_of_which_layout) {
  const TemporaryFolder folder;
  Journal::open(folder / "etalon.db")->reset();
  SQLite::Database database((folder / "etalon.db").string(), SQLite::OPEN_READONLY);
  EXPECT_EQ(database.execAndGet("PRAGMA application_id").getInt(), 0x4554414C);
  EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), 3);
  EXPECT_EQ(database.execAndGet("PRAGMA journal_mode").getString(), "wal");
}

TEST(Format, the_record_keeps_the_exact_bytes_of_the_event) {
  const TemporaryFolder folder;
  SessionState state = scripted::session("A");
  ASSERT_TRUE(scripted::play(**Journal::open(folder / "etalon.db"), state, scripted::pack(), 1).has_value());
  SQLite::Database database((folder / "etalon.db").string(), SQLite::OPEN_READONLY);
  EXPECT_EQ(database.execAndGet("SELECT payload FROM record").getString(), encode(state.start));
  EXPECT_EQ(database.execAndGet("SELECT stream FROM record").getString(), "session/A");
}

}  // namespace
}  // namespace etalon::journal
