// Each unit's, and each rater's, part in the disagreement, and what alpha would be without it (a deletion diagnostic:
// Belsley, Kuh and Welsch 1980, Regression Diagnostics; unscaled, in alpha's own units).
#pragma once

#include "sim/stats/agreement/coefficients.h"

namespace etalon::stats {

struct UnitDetail {
  std::size_t unit = 0;
  std::size_t ratings = 0;
  std::size_t categories = 0;  // that were chosen
  double entropy = 0;          // of the choices, in bits (Shannon 1948): 0 where all agree
  // The share of alpha's observed disagreement that is this unit's, 0 … 1; 0 for a unit with one rating, and where
  // nobody disagrees.
  double share_of_disagreement = 0;
  // Alpha of all units less alpha without this one: negative where the unit lowers alpha, positive where it raises it. None:
  // it has one rating, or alpha is undefined with or without it.
  std::optional<double> dfbeta;
};

// Units with a rating, in the table's order. `question` is alpha's.
std::vector<UnitDetail> by_unit(const RatingTable& table, const Question& question, std::size_t threads = 1);

struct RaterDetail {
  std::size_t rater = 0;
  std::size_t ratings = 0;
  std::vector<std::size_t> counts;  // by category
  // Of the ratings that others gave to the same units, the (weighted) share that agrees, every unit with the same weight.
  // None: met nobody.
  std::optional<double> agreement_with_others;
  // Alpha of all raters less alpha without this one: negative where the rater lowers alpha. None: undefined with or without.
  std::optional<double> dfbeta;
};

// Who rated, in the table's order. `question` is alpha's; Krippendorff's ordinal metric takes its ranks anew without the
// rater.
std::vector<RaterDetail> by_rater(const RatingTable& table, const Question& question, std::size_t threads = 1);

}  // namespace etalon::stats
