#include "ui/shell/jobs.h"

#include <algorithm>
#include <utility>

namespace etalon::ui {

void Jobs::start(Work work) {
  threads_.emplace_back([this, work = std::move(work)] {
    Finish finish = work();
    {
      const std::lock_guard lock(mutex_);
      done_.push_back({std::this_thread::get_id(), std::move(finish)});
    }
    wake_();
  });
}

std::vector<Jobs::Done> Jobs::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(done_, {});
}

bool Jobs::settle() {
  const auto done = take();
  for (const auto& job : done) {
    std::erase_if(threads_, [&](const std::jthread& thread) { return thread.get_id() == job.thread; });
    job.finish();
  }
  return !done.empty();
}

void Jobs::settle_all() {
  while (busy()) {
    if (!settle()) std::this_thread::yield();
  }
}

}  // namespace etalon::ui
