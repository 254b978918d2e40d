// Has the share of errors changed? A cumulative sum of log-likelihood ratios over right and wrong decisions (Page 1954,
// Biometrika 41, 100-115; Bernoulli: Reynolds and Stoumbos 1999, J. Qual. Technol. 31, 87-108): S = max(0, S + log(p1 / p0))
// after an error, S = max(0, S + log((1 - p1) / (1 - p0))) after a right decision; an alarm when S reaches the limit.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/base/result.h"

namespace etalon::stats {

struct CusumDesign {
  double usual = 0.1;          // share of errors when nothing has changed, ]0, 1[
  double changed = 0.2;        // share of errors that is to be noticed; below `usual` to notice an improvement
  std::size_t within = 200;    // over so many decisions …
  double false_alarms = 0.05;  // … at most this chance of an alarm when nothing has changed, ]0, 1[
};

// The smallest limit that keeps the chance of a false alarm, and that chance: found by the exact distribution of S, on a
// lattice of 1/200 of the larger step (rounded up, so that the true chance is no greater). Refused (Usage): numbers outside
// their ranges.
struct CusumLimit {
  double limit = 0;
  double chance = 0;
};
Result<CusumLimit> cusum_limit(const CusumDesign& design);

// S after each decision (true: an error), and the first alarm.
struct Cusum {
  std::vector<double> sums;
  std::optional<std::size_t> alarm;  // index of the decision
};
Cusum cusum(const std::vector<bool>& errors, const CusumDesign& design, double limit);

}  // namespace etalon::stats
