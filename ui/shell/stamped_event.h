// What came in, and when it came.
#pragma once

#include "sim/base/clock.h"
#include "ui/toolkit/input.h"

namespace etalon::ui {

struct StampedEvent {
  toolkit::InputEvent event;
  Instant at;
};

}  // namespace etalon::ui
