// The two pure functions between what a person wants, what the program does and what the window remembers.
#pragma once

#include "ui/model/effects.h"
#include "ui/model/intents.h"

namespace etalon::ui {

// The rationale is recorded when its field is left, before submitting and stopping, and after a pause this long.
inline constexpr std::int64_t kRationalePauseMs = 1'000;

// Answers an intent. `now` is the stamp of the key or of the pointer, not of the frame.
Effects update(UiState& state, const World& world, const Intent& intent, Instant now);

// Answers an outcome; may ask for more (the next scenario is opened, a screen is loaded …).
Effects absorb(UiState& state, const World& world, const Outcome& outcome, Instant now);

// To be called when time has passed: records a rationale after a pause.
Effects tick(UiState& state, const World& world, Instant now);
// Milliseconds until tick() has something to do; empty: it can sleep until an event comes.
std::optional<std::int64_t> next_tick(const UiState& state, Instant now);

}  // namespace etalon::ui
