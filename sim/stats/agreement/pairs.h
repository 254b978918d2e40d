// Two raters out of a table. For the sources of sim/stats.
#pragma once

#include "sim/stats/agreement/coefficients.h"

namespace etalon::stats {

// The units that both rated.
RatingTable pair_of(const RatingTable& table, std::size_t a, std::size_t b);

// The columns of the first two who rated anything; two did.
std::pair<std::size_t, std::size_t> two_who_rated(const RatingTable& table);

}  // namespace etalon::stats
