#include "sim/stats/agreement/accumulation.h"
#include "sim/stats/agreement/linearisation.h"

namespace etalon::stats {
namespace {

constexpr double kCertain = 1 - 1e-12;

// The coincidence form of alpha's parts, over the units with two ratings or more: mean ratings a unit, agreement before
// and after the correction for the finite number of ratings.
struct Parts {
  double mean_ratings = 0, raw_observed = 0, observed = 0, expected = 0;
  std::vector<double> agreement;  // of each unit
  std::vector<double> shares;     // of each category, every rating with the same weight

  double raw_alpha() const { return (raw_observed - expected) / (1 - expected); }
};

Parts parts_of(const std::vector<UnitCounts>& units, std::size_t ratings, const Weights& weights) {
  Parts out;
  const auto n = static_cast<double>(units.size()), all = static_cast<double>(ratings);
  out.mean_ratings = all / n;
  out.shares.resize(weights.categories());
  for (const UnitCounts& unit : units) {
    out.agreement.push_back(agreeing_pairs(unit, weights) / (out.mean_ratings * static_cast<double>(unit.ratings - 1)));
    out.raw_observed += out.agreement.back() / n;
    for (std::size_t k = 0; k < out.shares.size(); ++k) out.shares[k] += static_cast<double>(unit.by_category[k]) / all;
  }
  out.observed = out.raw_observed + (1 - out.raw_observed) / all;
  out.expected = weigh(out.shares, weights, out.shares);
  return out;
}

// Gwet 2014, ch. 5, with the unit's own number of ratings.
std::vector<double> linearised(const Parts& parts, const std::vector<UnitCounts>& units, const Weights& weights) {
  const double pe = parts.expected;
  const std::vector<double> by_category = smoothed(weights, parts.shares);
  std::vector<double> out;
  out.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    const double relative = static_cast<double>(units[i].ratings) / parts.mean_ratings;
    const double own = parts.agreement[i] - parts.raw_observed * (relative - 1);
    const double own_expected = mean_over_ratings(units[i], by_category) * relative - pe * (relative - 1);
    out.push_back((own - pe) / (1 - pe) - 2 * (1 - parts.raw_alpha()) * (own_expected - pe) / (1 - pe));
  }
  return out;
}

}  // namespace

Estimate krippendorff_alpha(const RatingTable& table, const AgreementOptions& options) {
  Estimate out = count_and_check(table);
  if (!out.reason.text.empty()) return out;
  const auto units = count_units(table, 2);
  const Weights weights = weights_of(table, options);
  const Parts parts = parts_of(units, out.ratings, weights);
  out.observed = parts.observed;
  out.expected = parts.expected;
  if (categories_used(units) < 2) {
    out.observed = out.expected = 1;
    out.reason = one_category_reason();
    return out;
  }
  if (parts.expected >= kCertain) {
    out.reason = chance_is_certain();
    return out;
  }
  out.status = Status::Ok;
  out.value = (parts.observed - parts.expected) / (1 - parts.expected);
  // Rated units, as for Fleiss' kappa, so that the two intervals rest on the same t.
  const std::size_t degrees = count_units(table, 1).size() - 1;
  add_linearised_interval(out, {linearised(parts, units, weights), parts.raw_alpha(), degrees}, options);
  return out;
}

}  // namespace etalon::stats
