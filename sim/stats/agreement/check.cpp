#include "sim/stats/agreement/check.h"

namespace etalon::stats {

std::size_t raters_with_ratings(const RatingTable& table) {
  std::size_t active = 0;
  for (std::size_t rater = 0; rater < table.raters(); ++rater) {
    bool rated = false;
    for (std::size_t unit = 0; unit < table.units() && !rated; ++unit) rated = table.at(unit, rater) != kMissing;
    active += rated ? 1U : 0U;
  }
  return active;
}

Estimate counted(std::size_t pairable_units, std::size_t raters, std::size_t ratings) {
  Estimate estimate;
  estimate.units = pairable_units;
  estimate.raters = raters;
  estimate.ratings = ratings;
  if (raters == 0) {
    estimate.reason = msg("There are no ratings.");
  } else if (raters == 1) {
    estimate.reason = msg("Only one person rated; agreement needs two.");
  } else if (pairable_units == 0) {
    estimate.reason = msg("Nothing was rated by two people.");
  }
  return estimate;
}

Estimate count_and_check(const RatingTable& table) {
  std::size_t units = 0, ratings = 0;
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    std::size_t own = 0;
    for (std::size_t rater = 0; rater < table.raters(); ++rater) own += table.at(unit, rater) == kMissing ? 0U : 1U;
    units += own > 1 ? 1U : 0U;
    ratings += own > 1 ? own : 0U;
  }
  return counted(units, raters_with_ratings(table), ratings);
}

Message one_category_reason() {
  return msg("All ratings are in one category: chance alone would agree just as much, so nothing can be told apart.");
}

Message chance_is_certain() { return msg("With these weights chance alone agrees wholly, so nothing can be told apart."); }

Message not_two(Coefficient coefficient, std::size_t raters) {
  const std::vector<std::pair<std::string, std::string>> count{{"count", std::to_string(raters)}};
  return coefficient == Coefficient::ScottPi ? msg("Scott’s pi compares exactly two, not {count}.", count)
                                             : msg("Cohen’s kappa compares exactly two, not {count}.", count);
}

}  // namespace etalon::stats
