#include "ui/model/activity.h"

#include <algorithm>

namespace etalon::ui {

void ActivityMeter::start(Instant now) {
  running_ = true;
  last_ = now;
  sum_ = {};
}

void ActivityMeter::touch(Instant now) {
  if (!running_) return start(now);
  const std::int64_t gap = std::max<std::int64_t>(now - last_, 0);
  const std::int64_t active = std::min(gap, kReadingMs);
  sum_.active_ms += active;
  sum_.idle_ms += gap - active;
  last_ = std::max(last_, now);
}

Elapsed ActivityMeter::take(Instant now) {
  touch(now);
  const Elapsed out = sum_;
  sum_ = {};
  return out;
}

}  // namespace etalon::ui
