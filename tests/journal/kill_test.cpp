// A program that is killed at any moment loses nothing that the journal had acknowledged.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include <cstring>

#include "sim/base/rng.h"
#include "sim/journal/journal.h"
#include "tests/journal/scripted.h"

namespace etalon::journal {
namespace {

using scripted::TemporaryFolder;

constexpr int kKills = 200;
constexpr int kKillsPerJournal = 20;
constexpr std::uint64_t kMostWords = 12;          // acknowledged before the kill; the machine may be slow
constexpr std::uint64_t kLongestDelayUs = 6'000;  // and then some time

// The child: resumes the newest session or starts one, plays on, and says each sequence number once it is durable.
[[noreturn]] void play_until_killed(const std::filesystem::path& path, int said) {
  const Pack pack = scripted::pack();
  auto journal = Journal::open(path);
  ETALON_ASSERT(journal.has_value());
  for (int number = 0;; ++number) {
    SessionState state = scripted::resume(**journal, SessionId("K" + std::to_string(number)));
    while (!state.closed) {
      const StreamAppend part = scripted::append_of(state, scripted::next_command(state, pack), pack, Instant{1000});
      const auto head = (*journal)->append({part});
      ETALON_ASSERT(head.has_value());
      ETALON_ASSERT(::write(said, &head->sequence, sizeof head->sequence) == sizeof head->sequence);
      for (const Event& event : part.events) apply(state, event);
    }
  }
}

// Lets a child say so many sequence numbers, and then live on for a while; the last one that it said.
std::uint64_t last_word(const std::filesystem::path& path, std::uint64_t words, std::uint64_t delay_us) {
  int ends[2];
  ETALON_ASSERT(::pipe(ends) == 0);
  const pid_t child = ::fork();
  ETALON_ASSERT(child >= 0);
  if (child == 0) {
    ::close(ends[0]);
    play_until_killed(path, ends[1]);
  }
  ::close(ends[1]);
  std::uint64_t last = 0, word = 0;
  for (; words > 0; --words)
    if (::read(ends[0], &word, sizeof word) == sizeof word) last = word;
  const timespec delay{0, static_cast<long>(delay_us) * 1000};
  ::nanosleep(&delay, nullptr);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "the child ended by itself";
  while (::read(ends[0], &word, sizeof word) == sizeof word) last = word;
  ::close(ends[0]);
  return last;
}

// What must hold after a kill: everything acknowledged is there, the chain holds, the session goes on.
void expect_whole(const std::filesystem::path& path, std::uint64_t acknowledged) {
  const auto report = verify(path);
  ASSERT_TRUE(report.has_value()) << english(report.error());
  ASSERT_FALSE(report->broken.has_value()) << english(report->broken->what);
  EXPECT_GE(report->head.sequence, acknowledged);
  EXPECT_EQ(report->records, report->head.sequence);
}

TEST(Kill, no_acknowledged_event_is_lost_at_200_random_moments) {
  SeededRng rng(20260402);
  const Pack pack = scripted::pack();
  std::uint64_t acknowledged_in_all = 0;
  for (int journal_number = 0; journal_number < kKills / kKillsPerJournal; ++journal_number) {
    const TemporaryFolder folder;
    const auto path = folder / "etalon.db";
    ASSERT_TRUE(Journal::open(path).has_value());
    std::uint64_t acknowledged = 0;
    for (int kill = 0; kill < kKillsPerJournal; ++kill) {
      acknowledged = std::max(acknowledged, last_word(path, rng.below(kMostWords), rng.below(kLongestDelayUs)));
      expect_whole(path, acknowledged);
      if (HasFatalFailure()) return;
    }
    acknowledged_in_all += acknowledged;
    auto journal = Journal::open(path);
    ASSERT_TRUE(journal.has_value());
    SessionState state = scripted::resume(**journal, SessionId("K0"));
    ASSERT_TRUE(scripted::play(**journal, state, pack, 1000).has_value());
    EXPECT_TRUE(state.closed);
  }
  EXPECT_GT(acknowledged_in_all, 200u) << "the children did not live long enough to prove anything";
}

TEST(Kill, a_journal_killed_while_it_is_made_is_whole_or_not_there) {
  SeededRng rng(7);
  int made = 0;
  for (std::uint64_t kill = 0; kill < 100 && (kill < 40 || made < 10); ++kill) {
    const TemporaryFolder folder;
    const auto path = folder / "etalon.db";
    last_word(path, 0, rng.below(2'000 * (kill + 1)));
    if (!std::filesystem::exists(path)) continue;
    ++made;
    expect_whole(path, 0);
  }
  EXPECT_GT(made, 0);
}

}  // namespace
}  // namespace etalon::journal
