// Two ratings files of the same units, as before and after a calibration session, side by side.
#pragma once

#include "sim/exchange/ratings_file.h"

namespace etalon::exchange {

struct Aligned {
  std::size_t shared = 0;            // units that both name
  stats::RatingTable before, after;  // the same units in the same order, the same categories
};

// The units of the first, then those that only the second names: a unit that one of the two lacks has no ratings there.
// Categories of both, in the first's order where one was given (`ordered`), else in_order().
Aligned align(const Ratings& before, const Ratings& after, bool ordered);

}  // namespace etalon::exchange
