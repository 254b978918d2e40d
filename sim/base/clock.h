// Time comes in from outside, so that the same journal gives the same bytes anywhere.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "sim/base/result.h"

namespace etalon {

// A moment in UTC, milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t ms = 0;
  friend auto operator<=>(const Instant&, const Instant&) = default;
};

constexpr Instant operator+(Instant at, std::int64_t ms) { return Instant{at.ms + ms}; }
constexpr std::int64_t operator-(Instant a, Instant b) { return a.ms - b.ms; }

// "2026-04-02T09:12:00.000Z"
std::string iso8601(Instant at);
// Accepts "2026-04-02", "2026-04-02T09:12", with seconds, milliseconds and a final Z. Years 1970 to 9999.
Result<Instant> parse_instant(std::string_view text);

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

// The wall clock. The only place of the project that reads it.
class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

// For tests and for `replay --at`: stands still until it is told to move.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant at = {}) : at_(at) {}
  Instant now() const override { return at_; }
  void advance(std::int64_t ms) { at_ = at_ + ms; }
  void set(Instant at) { at_ = at; }

 private:
  Instant at_;
};

}  // namespace etalon
