// Time at work and time away, from the stamps of keys and of the pointer.
#pragma once

#include "sim/base/clock.h"
#include "sim/domain/event.h"

namespace etalon::ui {

// After a key or a pointer movement, the analyst counts as reading for this long. Beyond it, as away.
inline constexpr std::int64_t kReadingMs = 30'000;

class ActivityMeter {
 public:
  // Begins anew at `now`, with nothing counted.
  void start(Instant now);
  // The analyst did something. A stamp older than the last one counts nothing.
  void touch(Instant now);
  // The time since start() or the last take(), up to `now`, which counts as a touch; begins anew.
  Elapsed take(Instant now);

  friend bool operator==(const ActivityMeter&, const ActivityMeter&) = default;

 private:
  bool running_ = false;
  Instant last_;
  Elapsed sum_;
};

}  // namespace etalon::ui
