#include "sim/stats/agreement/linearisation.h"

#include <algorithm>
#include <cmath>

#include "sim/stats/quantile.h"

namespace etalon::stats {

namespace {

std::size_t raters_with_ratings(const RatingTable& table) {
  std::size_t active = 0;
  for (std::size_t rater = 0; rater < table.raters(); ++rater) {
    bool rated = false;
    for (std::size_t unit = 0; unit < table.units() && !rated; ++unit) rated = table.at(unit, rater) != kMissing;
    active += rated ? 1U : 0U;
  }
  return active;
}

}  // namespace

Estimate count_and_check(const RatingTable& table) {
  Estimate estimate;
  const auto pairable = count_units(table, 2);
  estimate.units = pairable.size();
  estimate.raters = raters_with_ratings(table);
  for (const auto& unit : pairable) estimate.ratings += unit.ratings;
  if (estimate.raters == 0) {
    estimate.reason = msg("There are no ratings.");
  } else if (estimate.raters == 1) {
    estimate.reason = msg("Only one person rated; agreement needs two.");
  } else if (pairable.empty()) {
    estimate.reason = msg("Nothing was rated by two people.");
  }
  return estimate;
}

std::size_t categories_used(const std::vector<UnitCounts>& units) {
  if (units.empty()) return 0;
  std::vector<bool> used(units.front().by_category.size());
  for (const auto& unit : units)
    for (std::size_t k = 0; k < used.size(); ++k)
      if (unit.by_category[k] > 0) used[k] = true;
  return static_cast<std::size_t>(std::count(used.begin(), used.end(), true));
}

Message one_category_reason() {
  return msg("All ratings are in one category: chance alone would agree just as much, so nothing can be told apart.");
}

void add_linearised_interval(Estimate& estimate, const Linearised& units, const AgreementOptions& options) {
  if (units.values.size() < 2) {
    estimate.interval_reason = msg("One unit alone gives no interval.");
    return;
  }
  double squares = 0;
  for (const double x : units.values) squares += (x - units.centre) * (x - units.centre);
  const auto n = static_cast<double>(units.values.size());
  const double error = std::sqrt(squares / (n * (options.contingency_table ? n : n - 1)));
  estimate.standard_error = error;
  if (error < 1e-9) {
    estimate.interval_reason = msg("All units say the same, so this method has nothing to build an interval from.");
    return;
  }
  const double half = t_critical(options.level, static_cast<double>(units.degrees)) * error;
  const double low = estimate.value - half;
  const double floor = estimate.value < units.lowest ? low : units.lowest;
  estimate.interval =
      Interval{std::max(floor, low), std::min(1.0, estimate.value + half), options.level, "gwet_linearisation_t"};
}

}  // namespace etalon::stats
