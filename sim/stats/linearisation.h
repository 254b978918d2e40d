// What the coefficients for many raters share: refusals, and the interval from one value a unit.
#pragma once

#include <vector>

#include "sim/stats/estimate.h"
#include "sim/stats/rating_table.h"

namespace etalon::stats {

// units, raters and ratings of the units with two ratings or more; and the reason, if agreement cannot be defined
// at all (then reason.text is not empty).
Estimate count_and_check(const RatingTable& table);

std::size_t categories_used(const std::vector<UnitCounts>& units);
Message one_category_reason();

// Sets standard error and interval from the linearised value of each unit, whose mean is `centre`:
// se = sqrt(sum (x - centre)^2 / (n (n - 1))), interval value -+ t se within [lowest, 1].
void add_linearised_interval(Estimate& estimate, const std::vector<double>& linearised, double centre, std::size_t degrees,
                             double level, double lowest);

}  // namespace etalon::stats
