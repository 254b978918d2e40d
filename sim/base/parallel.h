// Independent tasks on several threads. What a task computes must not depend on which thread runs it: results are stored
// by task and put together in their order, so that they are the same for any number of threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

namespace etalon {

// Told the share that is done, 0 … 1, now and then, from any thread but never from two at once; answers whether to go
// on. Empty: goes on.
using Progress = std::function<bool(double)>;

// Calls `task(i)` for each i < tasks, on `threads` threads (0 and 1: on this one). Tasks must not throw.
template <class Task>
void in_parallel(std::size_t tasks, std::size_t threads, const Task& task) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < tasks; i = next++) task(i);
  };
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < std::min(threads, tasks); ++i) others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
}

}  // namespace etalon
