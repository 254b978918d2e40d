// What the coefficients have in common: counts, and the reasons why there is no value. For the sources of sim/stats.
#pragma once

#include "sim/stats/agreement/coefficients.h"

namespace etalon::stats {

std::size_t raters_with_ratings(const RatingTable& table);

// An estimate with what was counted, and the reason, if agreement cannot be defined at all (then reason.text is not empty).
Estimate counted(std::size_t pairable_units, std::size_t raters, std::size_t ratings);
Estimate count_and_check(const RatingTable& table);

Message one_category_reason();
Message chance_is_certain();  // the reason where expected agreement is 1
Message not_two(Coefficient coefficient, std::size_t raters);

}  // namespace etalon::stats
