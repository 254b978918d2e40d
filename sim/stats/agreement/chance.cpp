// The coefficients that average over units and differ only in what they take for chance.
#include <numeric>

#include "sim/stats/agreement/accumulation.h"
#include "sim/stats/agreement/linearisation.h"

namespace etalon::stats {
namespace {

constexpr double kCertain = 1 - 1e-12;

// Expected agreement, and that of each unit: what it is linearised by. The mean of the latter is the former.
struct Chance {
  double expected = 0;
  std::vector<double> by_unit;
};

double observed_agreement(const Accumulation& all) {
  return std::accumulate(all.agreement.begin(), all.agreement.end(), 0.0) / static_cast<double>(all.pairable);
}

// Gwet 2014, ch. 5 and 6: kappa's value for each unit, whose mean is kappa.
std::vector<double> linearised(const Accumulation& all, const Chance& chance, double kappa) {
  const double scale = static_cast<double>(all.units.size()) / static_cast<double>(all.pairable);
  const double pe = chance.expected;
  std::vector<double> out;
  out.reserve(all.units.size());
  for (std::size_t i = 0; i < all.units.size(); ++i) {
    const double own = all.units[i].ratings < 2 ? 0 : scale * (all.agreement[i] - pe) / (1 - pe);
    out.push_back(own - 2 * (1 - kappa) * (chance.by_unit[i] - pe) / (1 - pe));
  }
  return out;
}

Chance of_shares(const Accumulation& all, double expected, double factor, const std::vector<double>& by_category) {
  Chance out{expected, {}};
  out.by_unit.reserve(all.units.size());
  for (const UnitCounts& unit : all.units) out.by_unit.push_back(factor * mean_over_ratings(unit, by_category));
  return out;
}

Chance fleiss_chance(const RatingTable&, const Accumulation& all, const Weights& weights) {
  return of_shares(all, weigh(all.shares, weights, all.shares), 1, smoothed(weights, all.shares));
}

Chance gwet_chance(const RatingTable&, const Accumulation& all, const Weights& weights) {
  const auto q = static_cast<double>(all.categories);
  const double factor = weights.total() / (q * (q - 1));
  double spread = 0;
  std::vector<double> rest;
  for (const double share : all.shares) {
    spread += share * (1 - share);
    rest.push_back(1 - share);
  }
  return of_shares(all, factor * spread, factor, rest);
}

Chance brennan_prediger_chance(const RatingTable&, const Accumulation& all, const Weights& weights) {
  const auto q = static_cast<double>(all.categories);
  const double expected = weights.total() / (q * q);
  return {expected, std::vector<double>(all.units.size(), expected)};
}

// How each rater uses the categories, over the units that this rater rated.
struct RaterShares {
  std::vector<std::size_t> ratings;
  std::vector<std::vector<double>> shares;  // a row a rater who rated
  std::vector<std::size_t> raters;          // their columns in the table
  std::vector<double> mean;
};

RaterShares rater_shares(const RatingTable& table) {
  RaterShares out;
  out.mean.resize(table.categories().size());
  for (std::size_t rater = 0; rater < table.raters(); ++rater) {
    std::vector<double> shares(table.categories().size());
    std::size_t ratings = 0;
    for (std::size_t unit = 0; unit < table.units(); ++unit) {
      const Category category = table.at(unit, rater);
      if (category == kMissing) continue;
      ++ratings;
      shares[static_cast<std::size_t>(category)] += 1;
    }
    if (ratings == 0) continue;
    for (double& share : shares) share /= static_cast<double>(ratings);
    out.ratings.push_back(ratings);
    out.raters.push_back(rater);
    out.shares.push_back(std::move(shares));
  }
  for (const auto& shares : out.shares)
    for (std::size_t k = 0; k < shares.size(); ++k) out.mean[k] += shares[k] / static_cast<double>(out.shares.size());
  return out;
}

// What the other raters would give each category of rater g: the derivative of chance by that rater's share.
std::vector<double> beside(const RaterShares& use, std::size_t g, const Weights& weights) {
  const auto r = static_cast<double>(use.shares.size());
  std::vector<double> others(use.mean.size());
  for (std::size_t k = 0; k < others.size(); ++k) others[k] = (r * use.mean[k] - use.shares[g][k]) / (r * (r - 1));
  return smoothed(weights, others);
}

// The units with a rating: the rows of Accumulation::units.
std::vector<std::size_t> rated_units(const RatingTable& table) {
  std::vector<std::size_t> out;
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    bool rated = false;
    for (std::size_t rater = 0; rater < table.raters() && !rated; ++rater) rated = table.at(unit, rater) != kMissing;
    if (rated) out.push_back(unit);
  }
  return out;
}

Chance conger_chance(const RatingTable& table, const Accumulation& all, const Weights& weights) {
  const RaterShares use = rater_shares(table);
  const std::vector<std::size_t> rated = rated_units(table);
  Chance out{0, std::vector<double>(all.units.size())};
  for (std::size_t g = 0; g < use.shares.size(); ++g) {
    const std::vector<double> value = beside(use, g, weights);
    const double mean = std::inner_product(value.begin(), value.end(), use.shares[g].begin(), 0.0);
    out.expected += mean;
    const double scale = static_cast<double>(all.units.size()) / static_cast<double>(use.ratings[g]);
    for (std::size_t row = 0; row < rated.size(); ++row) {
      const Category category = table.at(rated[row], use.raters[g]);
      if (category != kMissing) out.by_unit[row] += scale * (value[static_cast<std::size_t>(category)] - mean);
    }
  }
  for (double& value : out.by_unit) value += out.expected;
  return out;
}

template <class ChanceOf>
Estimate chance_corrected(const RatingTable& table, const AgreementOptions& options, const ChanceOf& chance_of) {
  Estimate out = count_and_check(table);
  if (!out.reason.text.empty()) return out;
  const Weights weights = weights_of(table, options);
  const Accumulation all = accumulate(table, weights);
  out.observed = observed_agreement(all);
  if (categories_used(all.units) < 2) {
    out.expected = 1;
    out.reason = one_category_reason();
    return out;
  }
  const Chance chance = chance_of(table, all, weights);
  out.expected = chance.expected;
  if (chance.expected >= kCertain) {
    out.reason = chance_is_certain();
    return out;
  }
  out.status = Status::Ok;
  out.value = (*out.observed - *out.expected) / (1 - *out.expected);
  add_linearised_interval(out, {linearised(all, chance, out.value), out.value, all.units.size() - 1}, options);
  return out;
}

}  // namespace

Estimate percent_agreement(const RatingTable& table, const AgreementOptions& options) {
  Estimate out = count_and_check(table);
  if (!out.reason.text.empty()) return out;
  const Accumulation all = accumulate(table, weights_of(table, options));
  out.status = Status::Ok;
  out.value = observed_agreement(all);
  out.observed = out.value;
  const Chance none{0, std::vector<double>(all.units.size())};
  add_linearised_interval(out, {linearised(all, none, out.value), out.value, all.units.size() - 1, 0}, options);
  return out;
}

Estimate fleiss_kappa(const RatingTable& table, const AgreementOptions& options) {
  return chance_corrected(table, options, fleiss_chance);
}

Estimate gwet_ac(const RatingTable& table, const AgreementOptions& options) {
  return chance_corrected(table, options, gwet_chance);
}

Estimate brennan_prediger(const RatingTable& table, const AgreementOptions& options) {
  return chance_corrected(table, options, brennan_prediger_chance);
}

Estimate conger_kappa(const RatingTable& table, const AgreementOptions& options) {
  return chance_corrected(table, options, conger_chance);
}

}  // namespace etalon::stats
