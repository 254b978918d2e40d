#include "sim/stats/clopper_pearson.h"

#include <boost/math/distributions/binomial.hpp>

#include "sim/stats/proportion.h"

namespace etalon::stats {

Estimate exact_proportion(std::size_t k, std::size_t n, double level) {
  Estimate out = proportion(k, n, level);
  if (!out.ok()) return out;
  using boost::math::binomial;
  const auto trials = static_cast<double>(n), hits = static_cast<double>(k);
  const double tail = (1 - level) / 2;
  const auto exact = binomial::clopper_pearson_exact_interval;
  out.interval = Interval{binomial::find_lower_bound_on_p(trials, hits, tail, exact),
                          k == n ? 1 : binomial::find_upper_bound_on_p(trials, hits, tail, exact), level, "clopper_pearson"};
  return out;
}

}  // namespace etalon::stats
