#include "sim/stats/agreement.h"

#include "sim/stats/linearisation.h"

namespace etalon::stats {

namespace {

double ratio(std::size_t part, std::size_t whole) { return static_cast<double>(part) / static_cast<double>(whole); }

// The share of agreeing pairs of raters; 0 for a unit with a single rating, which has no pair.
double unit_agreement(const UnitCounts& unit) {
  return unit.ratings < 2 ? 0 : ratio(unit.agreeing_pairs(), unit.ratings * (unit.ratings - 1));
}

// Gwet: over the units with two ratings or more, though `units` holds those with one as well.
double observed_agreement(const std::vector<UnitCounts>& units, std::size_t pairable) {
  double sum = 0;
  for (const auto& unit : units) sum += unit_agreement(unit);
  return sum / static_cast<double>(pairable);
}

double sum_of_squares(const std::vector<double>& shares) {
  double sum = 0;
  for (const double share : shares) sum += share * share;
  return sum;
}

// How common each category is, every unit with the same weight.
std::vector<double> prevalence_by_unit(const std::vector<UnitCounts>& units, std::size_t categories) {
  std::vector<double> shares(categories);
  for (const auto& unit : units)
    for (std::size_t k = 0; k < categories; ++k)
      shares[k] += ratio(unit.by_category[k], unit.ratings) / static_cast<double>(units.size());
  return shares;
}

double weigh(const UnitCounts& unit, const std::vector<double>& shares) {
  double sum = 0;
  for (std::size_t k = 0; k < shares.size(); ++k) sum += static_cast<double>(unit.by_category[k]) * shares[k];
  return sum;
}

std::vector<double> linearise_fleiss(const Estimate& kappa, const std::vector<UnitCounts>& units,
                                     const std::vector<double>& shares) {
  const double pe = *kappa.expected;
  const double scale = ratio(units.size(), kappa.units);
  std::vector<double> values;
  for (const auto& unit : units) {
    const double own = unit.ratings < 2 ? 0 : scale * (unit_agreement(unit) - pe) / (1 - pe);
    const double own_expected = weigh(unit, shares) / static_cast<double>(unit.ratings);
    values.push_back(own - 2 * (1 - kappa.value) * (own_expected - pe) / (1 - pe));
  }
  return values;
}

// The coincidence form of alpha's parts: mean ratings a unit, agreement before and after the correction for the
// finite number of ratings.
struct AlphaParts {
  double mean_ratings = 0, raw_observed = 0, observed = 0, expected = 0;
  std::vector<double> shares;

  double raw_alpha() const { return (raw_observed - expected) / (1 - expected); }
};

double alpha_unit_agreement(const UnitCounts& unit, double mean_ratings) {
  return static_cast<double>(unit.agreeing_pairs()) / (mean_ratings * static_cast<double>(unit.ratings - 1));
}

AlphaParts alpha_parts(const std::vector<UnitCounts>& units, std::size_t ratings, std::size_t categories) {
  AlphaParts parts;
  parts.mean_ratings = ratio(ratings, units.size());
  parts.shares.resize(categories);
  for (const auto& unit : units) {
    parts.raw_observed += alpha_unit_agreement(unit, parts.mean_ratings) / static_cast<double>(units.size());
    for (std::size_t k = 0; k < categories; ++k) parts.shares[k] += ratio(unit.by_category[k], ratings);
  }
  parts.observed = parts.raw_observed + (1 - parts.raw_observed) / static_cast<double>(ratings);
  parts.expected = sum_of_squares(parts.shares);
  return parts;
}

std::vector<double> linearise_alpha(const AlphaParts& parts, const std::vector<UnitCounts>& units) {
  const double pe = parts.expected;
  std::vector<double> values;
  for (const auto& unit : units) {
    const double excess = (static_cast<double>(unit.ratings) - parts.mean_ratings) / parts.mean_ratings;
    const double own = alpha_unit_agreement(unit, parts.mean_ratings) - parts.raw_observed * excess;
    const double own_expected = weigh(unit, parts.shares) / parts.mean_ratings - pe * excess;
    values.push_back((own - pe) / (1 - pe) - 2 * (1 - parts.raw_alpha()) * (own_expected - pe) / (1 - pe));
  }
  return values;
}

}  // namespace

Estimate percent_agreement(const RatingTable& table, double level) {
  Estimate estimate = count_and_check(table);
  if (!estimate.reason.text.empty()) return estimate;
  const auto units = count_units(table, 1);
  estimate.status = Status::Ok;
  estimate.value = observed_agreement(units, estimate.units);
  estimate.observed = estimate.value;
  std::vector<double> values;
  values.reserve(units.size());
  for (const auto& unit : units) values.push_back(unit_agreement(unit) * ratio(units.size(), estimate.units));
  add_linearised_interval(estimate, values, estimate.value, units.size() - 1, level, 0);
  return estimate;
}

Estimate fleiss_kappa(const RatingTable& table, double level) {
  Estimate estimate = count_and_check(table);
  if (!estimate.reason.text.empty()) return estimate;
  const auto units = count_units(table, 1);
  estimate.observed = observed_agreement(units, estimate.units);
  if (categories_used(units) < 2) {
    estimate.expected = 1;
    estimate.reason = one_category_reason();
    return estimate;
  }
  const auto shares = prevalence_by_unit(units, table.categories().size());
  estimate.expected = sum_of_squares(shares);
  estimate.status = Status::Ok;
  estimate.value = (*estimate.observed - *estimate.expected) / (1 - *estimate.expected);
  add_linearised_interval(estimate, linearise_fleiss(estimate, units, shares), estimate.value, units.size() - 1, level, -1);
  return estimate;
}

Estimate krippendorff_alpha(const RatingTable& table, double level) {
  Estimate estimate = count_and_check(table);
  if (!estimate.reason.text.empty()) return estimate;
  const auto units = count_units(table, 2);
  const AlphaParts parts = alpha_parts(units, estimate.ratings, table.categories().size());
  estimate.observed = parts.observed;
  estimate.expected = parts.expected;
  if (categories_used(units) < 2) {
    estimate.observed = estimate.expected = 1;
    estimate.reason = one_category_reason();
    return estimate;
  }
  estimate.status = Status::Ok;
  estimate.value = (parts.observed - parts.expected) / (1 - parts.expected);
  // Rated units, as for Fleiss' kappa, so that the two intervals rest on the same t.
  const std::size_t degrees = count_units(table, 1).size() - 1;
  add_linearised_interval(estimate, linearise_alpha(parts, units), parts.raw_alpha(), degrees, level, -1);
  return estimate;
}

}  // namespace etalon::stats
