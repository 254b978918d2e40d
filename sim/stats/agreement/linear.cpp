#include "sim/stats/agreement/linear.h"

#include <cmath>
#include <numeric>

#include "sim/base/parallel.h"
#include "sim/stats/agreement/pair_sum.h"
#include "sim/stats/quantile.h"

namespace etalon::stats {
namespace {

// What chance is, unit by unit: factor * the mean of `values` over the unit's ratings, or of 1 less them.
struct UnitChance {
  double expected = 0, factor = 0;
  std::vector<double> values;
  bool of_rest = false;
};

std::vector<double> mean_shares(const Moments& moments) {
  std::vector<double> out = moments.shares;
  for (double& share : out) share /= moments.units;
  return out;
}

UnitChance unit_chance(Coefficient coefficient, const Moments& moments, const Weights& weights, double expected) {
  std::vector<double> shares = mean_shares(moments);
  const auto q = static_cast<double>(weights.categories());
  switch (coefficient) {
    case Coefficient::FleissKappa:
    case Coefficient::ScottPi: return {expected, 1, weights.smoothed(shares)};
    case Coefficient::GwetAc: return {expected, weights.total() / (q * (q - 1)), std::move(shares), true};
    default: return {expected, 0, std::vector<double>(shares.size())};
  }
}

void reserve(Linear& out, std::size_t raters) {
  for (auto* list : {&out.pairs, &out.dot, &out.constant}) list->resize(raters + 1);
}

// own - 2 (1 - kappa) (chance of the unit - expected) / (1 - expected), own = scale (agreement - expected) / (1 - expected)
Linear of_shares(const UnitChance& chance, const Moments& moments, double kappa, std::size_t raters, double pull) {
  Linear out;
  reserve(out, raters);
  const double pe = chance.expected, rest = 1 - pe, scale = moments.units / moments.pairable;
  for (std::size_t ratings = 1; ratings <= raters; ++ratings) {
    const auto m = static_cast<double>(ratings);
    if (ratings > 1) {
      out.pairs[ratings] = scale / (rest * m * (m - 1));
      out.constant[ratings] = -scale * pe / rest;
    }
    out.dot[ratings] = (chance.of_rest ? 1 : -1) * pull * (1 - kappa) * chance.factor / (m * rest);
    if (chance.of_rest) out.constant[ratings] -= pull * (1 - kappa) * chance.factor / rest;
    if (chance.factor != 0) out.constant[ratings] += pull * (1 - kappa) * pe / rest;
  }
  out.values = CategoryNumbers(chance.values);
  out.centre = kappa;
  return out;
}

// What the other raters would give each category of rater g: the derivative of chance by that rater's share.
std::vector<double> beside(const RaterUse& use, std::size_t g, const std::vector<double>& sum, const Weights& weights) {
  const auto r = static_cast<double>(use.shares.size());
  std::vector<double> others(sum.size());
  for (std::size_t k = 0; k < others.size(); ++k) others[k] = (sum[k] - use.shares[g][k]) / (r * (r - 1));
  return weights.smoothed(others);
}

// A rater's own share of chance, for each category that the rater may give; its mean over the units is 0.
Linear of_raters(const Moments& moments, const Weights& weights, const RaterUse& use, Parts parts, std::size_t raters) {
  const std::size_t q = weights.categories();
  Linear out = of_shares({parts.expected, 0, {}}, moments, parts.value(), raters, 0);
  out.of_raters.resize(raters * q);
  std::vector<double> sum(q);
  for (const auto& shares : use.shares)
    for (std::size_t k = 0; k < q; ++k) sum[k] += shares[k];
  for (std::size_t g = 0; g < use.shares.size(); ++g) {
    const std::vector<double> value = beside(use, g, sum, weights);
    const double mean = std::inner_product(value.begin(), value.end(), use.shares[g].begin(), 0.0);
    for (std::size_t k = 0; k < q; ++k)
      out.of_raters[use.raters[g] * q + k] = moments.units / use.ratings[g] * (value[k] - mean);
  }
  for (double& dot : out.dot) dot = -2 * (1 - parts.value()) / (1 - parts.expected);
  return out;
}

// Alpha: with the unit's own number of ratings, before the correction for a finite number of ratings.
Linear of_coincidences(const Moments& moments, const Weights& weights, std::size_t raters) {
  Linear out;
  reserve(out, raters);
  out.fewest = 2;
  std::vector<double> shares = moments.counts;
  for (double& share : shares) share /= moments.ratings;
  const double pe = weights.form(shares, shares), rest = 1 - pe;
  out.values = CategoryNumbers(weights.smoothed(shares));
  const double raw = moments.pairs / moments.ratings, alpha = (raw - pe) / rest, mean = moments.ratings / moments.pairable;
  for (std::size_t ratings = 2; ratings <= raters; ++ratings) {
    const auto m = static_cast<double>(ratings);
    const double relative = m / mean, pull = 2 * (1 - alpha) / rest;
    out.pairs[ratings] = 1 / (rest * mean * (m - 1));
    out.dot[ratings] = -pull * relative / m;
    out.constant[ratings] = (-raw * (relative - 1) - pe) / rest + pull * (pe * (relative - 1) + pe);
  }
  out.centre = alpha;
  return out;
}

double dot_by_rater(const RatingTable& table, std::size_t unit, const std::vector<double>& values) {
  const std::size_t q = table.categories().size();
  return table.with_codes([&](const auto& codes) {
    using Code = typename std::decay_t<decltype(codes)>::Code;
    double sum = 0;
    for (std::size_t rater = 0; rater < codes.raters; ++rater)
      if (const Code code = codes.row(unit)[rater]; code != Codes<Code>::kGap) sum += values[rater * q + code];
    return sum;
  });
}

// Which of the linears has the same values by category: its sum over a unit is taken once.
std::vector<std::size_t> first_alike(const std::vector<Linear>& linears) {
  std::vector<std::size_t> out;
  for (const Linear& one : linears) {
    std::size_t i = 0;
    while (i < out.size() && !(linears[i].of_raters.empty() && one.of_raters.empty() && linears[i].values == one.values))
      ++i;
    out.push_back(i);
  }
  return out;
}

template <class PairSum>
std::vector<Spread> block(const RatingTable& table, const std::vector<Linear>& linears, std::size_t begin, std::size_t end,
                          PairSum pair_sum) {
  std::vector<Spread> out(linears.size());
  const std::vector<std::size_t> alike = first_alike(linears);
  std::vector<double> sums(linears.size());
  each_unit(table, begin, end, [&](std::size_t unit, const auto& counts) {
    const std::size_t m = counts.ratings();
    if (m == 0) return;
    const double pairs = pair_sum(counts);
    for (std::size_t i = 0; i < linears.size(); ++i) {
      const Linear& one = linears[i];
      if (alike[i] == i) sums[i] = one.of_raters.empty() ? counts.dot(one.values) : dot_by_rater(table, unit, one.of_raters);
      if (m < one.fewest) continue;
      const double sum = sums[alike[i]];
      const double away = one.pairs[m] * pairs + one.dot[m] * sum + one.constant[m] - one.centre;
      out[i].squares += away * away;
      out[i].cubes += away * away * away;
    }
  });
  return out;
}

}  // namespace

Linear linear(Coefficient coefficient, const Moments& moments, const Weights& weights, const RaterUse* use,
              std::size_t raters) {
  if (coefficient == Coefficient::KrippendorffAlpha) return of_coincidences(moments, weights, raters);
  const Parts found = parts(coefficient, moments, weights, use);
  if (coefficient == Coefficient::CongerKappa) return of_raters(moments, weights, *use, found, raters);
  return of_shares(unit_chance(coefficient, moments, weights, found.expected), moments, found.value(), raters, 2);
}

std::vector<Spread> spreads(const RatingTable& table, const Weights& weights, const std::vector<Linear>& linears,
                            std::size_t threads) {
  std::vector<std::vector<Spread>> parts(blocks_of(table));
  with_pair_sum(weights, [&](const auto& pair_sum) {
    in_parallel(parts.size(), threads, [&](std::size_t i) {
      const std::size_t begin = i * kUnitsOfBlock;
      parts[i] = block(table, linears, begin, std::min(begin + kUnitsOfBlock, table.units()), pair_sum);
    });
  });
  std::vector<Spread> out(linears.size());
  for (const auto& part : parts)
    for (std::size_t i = 0; i < out.size(); ++i) out[i].squares += part[i].squares, out[i].cubes += part[i].cubes;
  return out;
}

void add_linearised_interval(Estimate& estimate, double squares, std::size_t units, std::size_t rated, double lowest,
                             const AgreementOptions& options) {
  if (units < 2) {
    estimate.interval_reason = msg("One unit alone gives no interval.");
    return;
  }
  const auto n = static_cast<double>(units);
  const double error = std::sqrt(squares / (n * (options.contingency_table ? n : n - 1)));
  estimate.standard_error = error;
  if (error < 1e-9) {
    estimate.interval_reason = msg("All units say the same, so this method has nothing to build an interval from.");
    return;
  }
  const double half = t_critical(options.level, static_cast<double>(rated - 1)) * error;
  const double low = estimate.value - half;
  const double floor = estimate.value < lowest ? low : lowest;
  estimate.interval =
      Interval{std::max(floor, low), std::min(1.0, estimate.value + half), options.level, "gwet_linearisation_t"};
}

}  // namespace etalon::stats
