#include "sim/stats/proportion.h"

#include <algorithm>
#include <cmath>

#include "sim/base/assert.h"
#include "sim/stats/quantile.h"

namespace etalon::stats {

namespace {

Interval wilson(double p, double n, double level) {
  const double z = normal_critical(level);
  const double scale = 1 + z * z / n;
  const double centre = (p + z * z / (2 * n)) / scale;
  const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale;
  // At 0 of n and n of n the limit is exact; arithmetic would miss it by the last bit.
  const double low = p <= 0 ? 0 : std::max(0.0, centre - half);
  const double high = p >= 1 ? 1 : std::min(1.0, centre + half);
  return {low, high, level, "wilson"};
}

}  // namespace

Estimate proportion(std::size_t k, std::size_t n, double level) {
  ETALON_ASSERT(k <= n);
  Estimate estimate;
  estimate.units = n;
  if (n == 0) {
    estimate.reason = msg("There is nothing to count.");
    return estimate;
  }
  const double total = static_cast<double>(n);
  estimate.status = Status::Ok;
  estimate.value = static_cast<double>(k) / total;
  estimate.interval = wilson(estimate.value, total, level);
  return estimate;
}

}  // namespace etalon::stats
