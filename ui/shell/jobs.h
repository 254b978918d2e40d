// Long work beside the frames: each job runs on a thread of its own and hands what is to be done with its outcome
// back to the thread that draws.
#pragma once

#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace etalon::ui {

class Jobs {
 public:
  using Finish = std::function<void()>;  // runs on the drawing thread, from settle()
  using Work = std::function<Finish()>;  // runs beside it; shares nothing with the window
  using Wake = std::function<void()>;    // called from the job's thread when settle() has something to do

  explicit Jobs(Wake wake) : wake_(std::move(wake)) {}
  // Waits for what still runs; its outcome is dropped.
  ~Jobs() = default;
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  void start(Work work);
  // Finishes the jobs that are done. True when there was one.
  bool settle();
  // Waits for all jobs and finishes them: for tests and for the tour.
  void settle_all();
  bool busy() const { return !threads_.empty(); }

 private:
  struct Done {
    std::thread::id thread;
    Finish finish;
  };
  std::vector<Done> take();

  Wake wake_;
  std::mutex mutex_;
  std::vector<Done> done_;             // guarded by mutex_
  std::vector<std::jthread> threads_;  // last, so that they end before what they use
};

}  // namespace etalon::ui
