// A proportion k of n with the exact interval (Clopper and Pearson 1934, Biometrika 26, 404-413): it covers the true share
// at least as often as it says, whatever n; wider than Wilson's (proportion.h).
#pragma once

#include "sim/stats/estimate.h"

namespace etalon::stats {

// k <= n; level in ]0, 1[. Undefined for n = 0. units = n.
Estimate exact_proportion(std::size_t k, std::size_t n, double level = 0.95);

}  // namespace etalon::stats
