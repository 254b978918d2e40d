#include "ui/cli/watch.h"

#include <algorithm>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <ostream>

#include "sim/scenario/folder_watch.h"

namespace etalon::ui::cli {
namespace {

constexpr long kLookEveryNs = 500'000'000;

// Holds SIGINT back, so that it ends the waiting and never cuts a check short; a signal needs no handler then, and no
// global state.
class HeldInterrupt {
 public:
  HeldInterrupt() {
    sigemptyset(&interrupt_);
    sigaddset(&interrupt_, SIGINT);
    pthread_sigmask(SIG_BLOCK, &interrupt_, &before_);
  }
  HeldInterrupt(const HeldInterrupt&) = delete;
  HeldInterrupt& operator=(const HeldInterrupt&) = delete;
  ~HeldInterrupt() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  // False: it came. A signal that somebody else handles only ends the pause early.
  bool pause() const {
    const timespec time{0, kLookEveryNs};
    return sigtimedwait(&interrupt_, nullptr, &time) != SIGINT;
  }

 private:
  sigset_t interrupt_{}, before_{};
};

Message state_of(int status) {
  if (status == kDone) return msg("nothing that blocks");
  if (status == kCheckFailed) return msg("findings block a pack");
  return msg("could not be checked");
}

void note_time(const World& world, int status) {
  note(world, msg("{time}: {state}; waiting for a change, Ctrl-C ends",
                  {{"time", iso8601(world.clock.now())}, {"state", world.catalogue.tr(state_of(status))}}));
  world.out << std::flush;
  world.err << std::flush;
}

}  // namespace

int watch(const World& world, const std::function<int()>& check, const std::function<bool()>& changed) {
  int status = check();
  note_time(world, status);
  while (changed()) {
    status = check();
    note_time(world, status);
  }
  return status;
}

int watch_packs(const World& world, const std::vector<std::string>& packs, const std::function<int()>& check) {
  const auto is_there = [](const std::string& pack) {
    std::error_code failure;
    return std::filesystem::exists(pack, failure);
  };
  if (!std::all_of(packs.begin(), packs.end(), is_there)) return check();
  const HeldInterrupt interrupt;
  scenario::FolderWatch files({packs.begin(), packs.end()});
  return watch(world, check, [&] { return files.wait([&] { return interrupt.pause(); }); });
}

}  // namespace etalon::ui::cli
