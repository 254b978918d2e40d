// What the coefficients for many raters share: refusals, and the interval from one value a unit.
#pragma once

#include <vector>

#include "sim/stats/agreement/coefficients.h"

namespace etalon::stats {

// units, raters and ratings of the units with two ratings or more; and the reason, if agreement cannot be defined
// at all (then reason.text is not empty).
Estimate count_and_check(const RatingTable& table);

std::size_t categories_used(const std::vector<UnitCounts>& units);
Message one_category_reason();

// The value of a coefficient for each unit, so that their mean is `centre` and their spread its sampling error.
struct Linearised {
  std::vector<double> values;
  double centre = 0;
  std::size_t degrees = 0;  // of freedom
  double lowest = -1;       // that the coefficient can be
};
// Sets standard error and interval: se = sqrt(sum (x - centre)^2 / (n (n - 1))) (a contingency table: / n^2), interval
// value -+ t se within [lowest, 1].
void add_linearised_interval(Estimate& estimate, const Linearised& units, const AgreementOptions& options);

}  // namespace etalon::stats
