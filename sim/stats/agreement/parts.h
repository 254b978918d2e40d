// The coefficients that need nothing but moments: observed and expected agreement. For the sources of sim/stats.
#pragma once

#include "sim/stats/agreement/coefficients.h"
#include "sim/stats/agreement/moments.h"

namespace etalon::stats {

// Chance that agrees so often that nothing can be told apart.
inline constexpr double kCertain = 1 - 1e-12;

// How each rater uses the categories, over the units that this rater rated: what Conger's chance is made of.
struct RaterUse {
  std::vector<std::size_t> raters;          // those who rated: their columns in the table
  std::vector<double> ratings;              // of each of them
  std::vector<std::vector<double>> shares;  // a row for each of them
};
RaterUse rater_use(const std::vector<std::uint64_t>& rater_counts, std::size_t categories);

// Whether parts() knows it: Cohen, Light and the mean over pairs need each pair of raters (pairs.h).
bool is_made_of_moments(Coefficient coefficient);
// The fewest ratings that make a unit count: 1 where shares of the categories are means over rated units, else 2.
std::size_t fewest_ratings(Coefficient coefficient);

// `use` is looked at for Conger alone. At least one pairable unit.
Parts parts(Coefficient coefficient, const Moments& moments, const Weights& weights, const RaterUse* use);

// The value that moments give; none: undefined. `use`: as above.
std::optional<Parts> defined_parts(Coefficient coefficient, const Moments& moments, const Weights& weights,
                                   const RaterUse* use);

// Whether there are two categories to tell apart: that occur among the units which the coefficient counts; for
// Brennan-Prediger and Gwet, whose chance lives on the number of categories, that there are.
bool has_two_categories(Coefficient coefficient, const Moments& moments);

}  // namespace etalon::stats
