// The pairs of raters by bit sets: a bit for each unit, a set for each rater and category. For the sources of this folder.
#pragma once

#include "sim/stats/agreement/pair_tally.h"

namespace etalon::stats {

// Identity weights. Every pair, those without a common unit too.
std::vector<PairTally> tally_by_bits(const RatingTable& table, std::size_t threads);

}  // namespace etalon::stats
