// What a statistic says: a number with its interval, or the reason why there is none. Never NaN.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "sim/base/message.h"

namespace etalon::stats {

enum class Status { Ok, Undefined };

struct Interval {
  double low = 0, high = 0;  // low <= high, both finite
  double level = 0.95;       // ]0, 1[
  std::string method;        // "wilson", "fleiss_cohen_everitt_t", "gwet_linearisation_t"
  friend bool operator==(const Interval&, const Interval&) = default;
};

struct Estimate {
  Status status = Status::Undefined;
  Message reason;                        // Undefined: why there is no value
  double value = 0;                      // Ok only
  std::optional<double> observed;        // coefficients: the agreement found …
  std::optional<double> expected;        // … and the agreement that chance alone would give
  std::optional<double> standard_error;  // sampling error, not the error under the null
  std::optional<Interval> interval;
  Message interval_reason;  // Ok without an interval: why
  std::size_t units = 0;    // that entered the number
  std::size_t raters = 0;
  std::size_t ratings = 0;

  bool ok() const { return status == Status::Ok; }
  friend bool operator==(const Estimate&, const Estimate&) = default;
};

}  // namespace etalon::stats
