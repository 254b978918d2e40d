// A coefficient without each of the units in turn (Quenouille 1956; Tukey 1958), in closed form from one accumulation: what
// leaving a unit out changes follows from its own counts.
//
//  * Left out in turn: the units that the coefficient counts (alpha: two ratings or more; else one or more).
//  * Standard error: sqrt((n - 1) / n * sum (value without the unit - their mean)^2).
//  * Krippendorff's ordinal metric takes its ranks anew without the unit; as far as the categories are at most 64, else
//    the ranks of the whole table stay.
//  * For percent agreement over units, Fleiss, Gwet, Brennan-Prediger and alpha; the others have none here.
//  * A unit without which the coefficient is undefined has no value, and leaves the standard error undefined.
#pragma once

#include "sim/stats/agreement/coefficients.h"

namespace etalon::stats {

struct Without {
  std::uint32_t unit = 0;  // that was left out
  bool defined = false;
  double value = 0;  // the coefficient of the others, where defined
};

struct Jackknife {
  std::vector<Without> units;  // in the table's order
  std::optional<double> standard_error;
  Message reason;  // why there is no standard error
};

// `answer` is what measure() gave.
Jackknife jackknife(const RatingTable& table, const Question& question, const Estimate& answer, std::size_t threads = 1);

}  // namespace etalon::stats
