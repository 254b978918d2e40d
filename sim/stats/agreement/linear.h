// A coefficient as the mean of one value a unit, so that the spread of these values is its sampling error: Gwet's
// linearisation (Handbook of Inter-Rater Reliability, 4th ed., 2014, ch. 5 and 6). For the sources of sim/stats.
#pragma once

#include <cstdint>

#include "sim/stats/agreement/histogram.h"
#include "sim/stats/agreement/parts.h"

namespace etalon::stats {

// The value of a unit with m ratings: pairs[m] * its weighted agreeing pairs + dot[m] * sum of `values` over its
// ratings + constant[m].
struct Linear {
  std::vector<double> pairs, dot, constant;  // by m
  CategoryNumbers values;
  std::vector<double> of_raters;  // Conger, in their place: by rater and category
  std::size_t fewest = 1;         // ratings; units with fewer have no value
  double centre = 0;              // what the values are spread around
};

Linear linear(Coefficient coefficient, const Moments& moments, const Weights& weights, const RaterUse* use,
              std::size_t raters);

// Sums over the units that have a value, of (value - centre)^2 and ^3.
struct Spread {
  double squares = 0, cubes = 0;
};
std::vector<Spread> spreads(const RatingTable& table, const Weights& weights, const std::vector<Linear>& linears,
                            std::size_t threads);

// Sets standard error and interval. se = sqrt(squares / (units (units - 1))), a contingency table: / units^2; interval
// value -+ t se, with Student's t on rated units - 1, within [lowest, 1].
void add_linearised_interval(Estimate& estimate, double squares, std::size_t units, std::size_t rated, double lowest,
                             const AgreementOptions& options);

}  // namespace etalon::stats
