// A proportion k of n with Wilson's score interval (Wilson 1927, J. Am. Stat. Assoc. 22, 209-212): unlike the textbook
// interval it stays inside [0, 1] and says something sensible at 0 of n and n of n.
#pragma once

#include <cstddef>

#include "sim/stats/estimate.h"

namespace etalon::stats {

// k <= n; level in ]0, 1[. Undefined for n = 0. units = n.
Estimate proportion(std::size_t k, std::size_t n, double level = 0.95);

}  // namespace etalon::stats
