// A disk that fills up or fails, at every single write and sync in turn: the journal says so and stays whole.
#include <gtest/gtest.h>

#include "sim/journal/journal.h"
#include "tests/journal/faulty_disk.h"
#include "tests/journal/scripted.h"

namespace etalon::journal {
namespace {

using faulty_disk::Fault;
using scripted::TemporaryFolder;

constexpr int kCommandsBefore = 5;

class FaultyDisk : public testing::TestWithParam<Fault> {
 protected:
  void SetUp() override { faulty_disk::install(); }
  void TearDown() override { faulty_disk::heal(); }
};

struct Outcome {
  bool struck = false;
  bool failed = false;  // the append said so
};

// Twelve events in one append, so that there are many writes to fail at.
StreamAppend long_append(const SessionState& from, const Pack& pack) {
  SessionState state = from;
  StreamAppend all{stream_of(from.id), from.version, {}};
  while (all.events.size() < 12) {
    for (Event& event : scripted::append_of(state, scripted::next_command(state, pack), pack, Instant{5000}).events) {
      apply(state, event);
      all.events.push_back(std::move(event));
    }
  }
  return all;
}

void expect_whole(const std::filesystem::path& path, std::uint64_t before, std::uint64_t added, bool failed) {
  const auto report = verify(path);
  ASSERT_TRUE(report.has_value()) << english(report.error());
  ASSERT_FALSE(report->broken.has_value()) << report->broken->sequence << ": " << english(report->broken->what);
  // A failed append may have got to the disk whole before the failure, never in part.
  if (failed)
    EXPECT_TRUE(report->records == before || report->records == before + added) << report->records;
  else
    EXPECT_EQ(report->records, before + added);
}

// A journal with a few records, one append on a disk that fails at its n-th operation, and the journal opened again.
Outcome fail_at(int n, Fault fault) {
  const TemporaryFolder folder;
  const auto path = folder / "etalon.db";
  const Pack pack = scripted::pack();
  SessionState state = scripted::session("F");
  auto journal = Journal::open(path);
  EXPECT_TRUE(journal.has_value() && scripted::play(**journal, state, pack, kCommandsBefore).has_value());
  const StreamAppend part = long_append(state, pack);
  faulty_disk::fail_from(n, fault);
  const auto head = (*journal)->append({part});
  Outcome outcome{faulty_disk::has_struck(), !head.has_value()};
  EXPECT_TRUE(head || head.error().kind == ErrorKind::Environment);
  journal->reset();  // closes, and moves the log into the file, on the failing disk
  faulty_disk::heal();
  expect_whole(path, state.version, part.events.size(), outcome.failed);
  auto again = Journal::open(path);
  EXPECT_TRUE(again.has_value());
  SessionState resumed = scripted::resume(**again, state.id);
  EXPECT_TRUE(scripted::play(**again, resumed, pack, 1000).has_value());
  EXPECT_TRUE(resumed.closed);
  return outcome;
}

TEST_P(FaultyDisk, append_fails_at_any_operation_with_nothing_half_written) {
  int failures = 0, n = 1;
  for (;; ++n) {
    const Outcome outcome = fail_at(n, GetParam());
    if (HasFailure()) FAIL() << "at operation " << n;
    failures += outcome.failed ? 1 : 0;
    if (!outcome.struck) break;  // the append needs no more operations than that
    ASSERT_LT(n, 1000);
  }
  EXPECT_GE(failures, GetParam() == Fault::SyncError ? 1 : 5);
}

TEST_P(FaultyDisk, the_same_journal_goes_on_once_the_disk_works_again) {
  const TemporaryFolder folder;
  const Pack pack = scripted::pack();
  SessionState state = scripted::session("F");
  auto journal = Journal::open(folder / "etalon.db");
  ASSERT_TRUE(journal.has_value() && scripted::play(**journal, state, pack, kCommandsBefore).has_value());
  for (int round = 0; round < 10; ++round) {
    faulty_disk::fail_from(1, GetParam());
    const auto failed = (*journal)->append({scripted::append_of(state, scripted::next_command(state, pack), pack, {})});
    ASSERT_FALSE(failed.has_value());
    EXPECT_EQ(failed.error().kind, ErrorKind::Environment);
    faulty_disk::heal();
    ASSERT_TRUE(scripted::play(**journal, state, pack, 1).has_value());
  }
  journal->reset();
  expect_whole(folder / "etalon.db", state.version, 0, false);
}

TEST_P(FaultyDisk, a_journal_is_made_whole_or_not_at_all) {
  for (int n = 1; n < 200; ++n) {
    const TemporaryFolder folder;
    faulty_disk::fail_from(n, GetParam());
    const auto journal = Journal::open(folder / "etalon.db");
    const bool struck = faulty_disk::has_struck();
    faulty_disk::heal();
    if (!journal) {
      EXPECT_EQ(journal.error().kind, ErrorKind::Environment);
      EXPECT_FALSE(std::filesystem::exists(folder / "etalon.db"));
      EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "at operation " << n;
    }
    if (!struck) return;
  }
  FAIL() << "making a journal never came to an end";
}

TEST_P(FaultyDisk, a_rebuild_that_fails_leaves_the_read_tables_as_they_were) {
  const TemporaryFolder folder;
  const auto path = folder / "etalon.db";
  const Pack pack = scripted::pack();
  SessionState state = scripted::session("F");
  ASSERT_TRUE(scripted::play(**Journal::open(path), state, pack, 1000).has_value());
  const auto before = read_tables_digest(path);
  ASSERT_TRUE(before.has_value());
  faulty_disk::fail_from(1, GetParam());
  const auto rebuilt = rebuild(path);
  faulty_disk::heal();
  ASSERT_FALSE(rebuilt.has_value());
  EXPECT_EQ(rebuilt.error().kind, ErrorKind::Environment);
  EXPECT_EQ(read_tables_digest(path), before);
  expect_whole(path, state.version, 0, false);
}

TEST_P(FaultyDisk, a_backup_that_fails_leaves_no_file) {
  const TemporaryFolder folder;
  const auto path = folder / "etalon.db";
  const Pack pack = scripted::pack();
  SessionState state = scripted::session("F");
  auto journal = Journal::open(path);
  ASSERT_TRUE(scripted::play(**journal, state, pack, 1000).has_value());
  std::filesystem::create_directory(folder / "copies");
  faulty_disk::fail_from(1, GetParam());
  const auto copied = backup(path, folder / "copies" / "copy.db");
  faulty_disk::heal();
  ASSERT_FALSE(copied.has_value());
  EXPECT_EQ(copied.error().kind, ErrorKind::Environment);
  EXPECT_TRUE(std::filesystem::is_empty(folder / "copies"));
}

INSTANTIATE_TEST_SUITE_P(Faults, FaultyDisk, testing::Values(Fault::DiskFull, Fault::WriteError, Fault::SyncError),
                         [](const auto& one) {
                           if (one.param == Fault::DiskFull) return "disk_full";
                           return one.param == Fault::WriteError ? "write_error" : "sync_error";
                         });

}  // namespace
}  // namespace etalon::journal
