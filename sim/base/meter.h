// How far long work is that several threads do: what each of them has done is added up, and told by one at a time.
#pragma once

#include <algorithm>
#include <mutex>

#include "sim/base/parallel.h"

namespace etalon {

class Meter {
 public:
  // The work is done when `whole` has been ticked.
  Meter(const Progress& progress, double whole) : progress_(progress), whole_(whole) {}

  // So much more is done. False: whoever is told wants the work to stop.
  bool tick(double more) {
    if (!progress_) return true;
    const std::lock_guard lock(mutex_);
    done_ += more;
    goes_on_ = goes_on_ && progress_(std::min(1.0, done_ / whole_));
    return goes_on_;
  }
  bool goes_on() {
    const std::lock_guard lock(mutex_);
    return goes_on_;
  }

 private:
  const Progress& progress_;
  double whole_, done_ = 0;
  bool goes_on_ = true;
  std::mutex mutex_;
};

}  // namespace etalon
