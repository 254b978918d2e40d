// Two ways of doing the same, measured in turn in one run.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <vector>

namespace etalon::bench {

inline double milliseconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

// Takes turns, so that what else the machine does meets both; the best of each is what the code needs.
struct Compared {
  double limit = 0, engine = 0;

  double ratio() const { return engine / limit; }
};

inline Compared compare(int turns, const std::function<void()>& limit, const std::function<void()>& engine) {
  Compared best{1e300, 1e300};
  for (int i = 0; i < turns; ++i) {
    best.limit = std::min(best.limit, milliseconds(limit));
    best.engine = std::min(best.engine, milliseconds(engine));
  }
  return best;
}

inline bool report(const char* matrix, const char* task, std::size_t threads, const Compared& found, double most) {
  const bool kept = found.ratio() <= most;
  std::printf("%-3s %-44s %zu thread%s %10.2f ms, bare loop %10.2f ms, ratio %5.2f (at most %g)  %s\n", matrix, task,
              threads, threads == 1 ? " " : "s", found.engine, found.limit, found.ratio(), most, kept ? "ok" : "MISSED");
  std::fflush(stdout);
  return kept;
}

}  // namespace etalon::bench
