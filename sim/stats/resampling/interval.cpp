#include "sim/stats/resampling/interval.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "sim/base/assert.h"

namespace etalon::stats {

double sorted_quantile(const std::vector<double>& ascending, double p) {
  ETALON_ASSERT(!ascending.empty() && p >= 0 && p <= 1);
  const double at = p * static_cast<double>(ascending.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, ascending.size() - 1);
  return ascending[below] + (at - static_cast<double>(below)) * (ascending[above] - ascending[below]);
}

Interval percentile_interval(std::vector<double> replicates, double level) {
  std::sort(replicates.begin(), replicates.end());
  const double tail = (1 - level) / 2;
  return {sorted_quantile(replicates, tail), sorted_quantile(replicates, 1 - tail), level, "bootstrap_percentile"};
}

std::optional<Interval> bca_interval(std::vector<double> replicates, double value, double acceleration, double level) {
  double below = 0;
  for (const double replicate : replicates) below += replicate < value ? 1 : replicate == value ? 0.5 : 0;
  const double share = below / static_cast<double>(replicates.size());
  if (share <= 0 || share >= 1) return std::nullopt;
  const boost::math::normal normal;
  const double bias = quantile(normal, share);
  const double tail = (1 - level) / 2;
  const auto moved = [&](double p) {
    const double z = bias + quantile(normal, p);
    return cdf(normal, bias + z / (1 - acceleration * z));
  };
  if (1 - acceleration * (bias + quantile(normal, acceleration > 0 ? 1 - tail : tail)) <= 0) return std::nullopt;
  std::sort(replicates.begin(), replicates.end());
  return Interval{sorted_quantile(replicates, moved(tail)), sorted_quantile(replicates, moved(1 - tail)), level,
                  "bootstrap_bca"};
}

}  // namespace etalon::stats
