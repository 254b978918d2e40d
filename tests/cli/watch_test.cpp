// `etalon check --watch`: the loop with a scripted wait, and the real one until SIGINT.
#include "ui/cli/watch.h"

#include <gmock/gmock.h>

#include <csignal>
#include <filesystem>
#include <sstream>

namespace etalon::ui::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class watch_loop : public testing::Test {
 protected:
  World world() { return {out_, err_, clock_, rng_, "etalon.db", "pack", Language::English, {}}; }

  ManualClock clock_{Instant{1775121120000}};
  SeededRng rng_{3};
  std::ostringstream out_, err_;
};

TEST_F(watch_loop, checks_once_and_again_after_each_change) {
  int checks = 0, changes = 0;
  const auto check = [&] { return ++checks == 2 ? kCheckFailed : kDone; };
  const auto changed = [&] {
    clock_.advance(60'000);
    return ++changes <= 2;
  };
  EXPECT_EQ(watch(world(), check, changed), kDone);
  EXPECT_EQ(checks, 3);
  EXPECT_EQ(err_.str(),
            "etalon: 2026-04-02T09:12:00.000Z: nothing that blocks; waiting for a change, Ctrl-C ends\n"
            "etalon: 2026-04-02T09:13:00.000Z: findings block a pack; waiting for a change, Ctrl-C ends\n"
            "etalon: 2026-04-02T09:14:00.000Z: nothing that blocks; waiting for a change, Ctrl-C ends\n");
}

TEST_F(watch_loop, ends_with_the_status_of_the_last_check) {
  EXPECT_EQ(watch(
                world(), [] { return kCheckFailed; }, [] { return false; }),
            kCheckFailed);
}

TEST_F(watch_loop, does_not_wait_for_what_was_never_a_pack) {
  EXPECT_EQ(run(world(), {"check", "no-such-folder", "--watch"}), kInput);
  EXPECT_THAT(err_.str(), testing::Not(HasSubstr("waiting")));
}

TEST_F(watch_loop, goes_on_when_the_pack_is_away_for_a_moment) {
  int checks = 0;
  EXPECT_EQ(watch(
                world(), [&] { return ++checks == 2 ? kInput : kDone; }, [&] { return checks < 3; }),
            kDone);
  EXPECT_EQ(checks, 3);
  EXPECT_THAT(err_.str(), HasSubstr("could not be checked"));
}

TEST_F(watch_loop, is_no_question_beside_another) {
  EXPECT_EQ(run(world(), {"check", "p", "--watch", "--coverage"}), kUsage);
  EXPECT_EQ(run(world(), {"check", "p", "--watch", "--law-change", "A"}), kUsage);
  EXPECT_EQ(run(world(), {"check", "p", "--watch", "--preview", "A"}), kUsage);
}

// An interrupt that is there already ends the first wait; before that the check has run.
TEST_F(watch_loop, ends_at_an_interrupt_after_the_check_and_leaves_no_signal_behind) {
  sigset_t interrupt, before, pending;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  ASSERT_EQ(pthread_sigmask(SIG_BLOCK, &interrupt, &before), 0);
  ASSERT_EQ(pthread_kill(pthread_self(), SIGINT), 0);
  const std::string pack = (fs::path(ETALON_SOURCE_DIR) / "tests/data/mini-pack").string();
  EXPECT_EQ(run(world(), {"check", pack, "--watch"}), kDone) << err_.str();
  EXPECT_THAT(err_.str(), HasSubstr("mini "));
  EXPECT_THAT(err_.str(), HasSubstr("2026-04-02T09:12:00.000Z: nothing that blocks"));
  sigpending(&pending);
  EXPECT_EQ(sigismember(&pending, SIGINT), 0);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

}  // namespace
}  // namespace etalon::ui::cli
