// Two raters out of a table. For the sources of sim/stats.
#pragma once

#include "sim/stats/agreement/coefficients.h"

namespace etalon::stats {

// The units that both rated.
RatingTable pair_of(const RatingTable& table, std::size_t a, std::size_t b);

}  // namespace etalon::stats
