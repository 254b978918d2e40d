// Intervals from replicates.
#pragma once

#include <vector>

#include "sim/stats/estimate.h"

namespace etalon::stats {

// The p-quantile of ascending values, interpolated between neighbours (Hyndman and Fan 1996, type 7); values not empty, p in
// [0, 1].
double sorted_quantile(const std::vector<double>& ascending, double p);

// Replicates not empty.
Interval percentile_interval(std::vector<double> replicates, double level);

// Efron 1987. None: all replicates lie on one side of the value, so that the bias cannot be told.
std::optional<Interval> bca_interval(std::vector<double> replicates, double value, double acceleration, double level);

}  // namespace etalon::stats
