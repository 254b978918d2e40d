#include "sim/stats/detail/null_error.h"

#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "sim/stats/agreement/histogram.h"
#include "sim/stats/agreement/pairs.h"
#include "sim/stats/detail/by_category.h"

namespace etalon::stats {
namespace {

NullTest undefined(Message reason) { return {false, 0, 0, 1, std::move(reason)}; }

NullTest tested(const Estimate& kappa, double variance) {
  if (!kappa.ok()) return undefined(kappa.reason);
  const double error = std::sqrt(std::max(0.0, variance)), z = error > 0 ? kappa.value / error : 0;
  // A variance is a difference of shares: below this it is what rounding left of 0.
  if (error < 1e-9)
    return undefined(msg("Under chance alone kappa could be nothing but 0 here, so there is no error to test by."));
  return {true, error, z, 2 * cdf(complement(boost::math::normal(), std::abs(z))), {}};
}

struct Design {
  double units = 0, ratings = 0;  // rated units, and how many ratings each of them has
  bool equal = true;              // they have the same number
  std::vector<double> shares;     // of the categories among all ratings

  double of_one_category() const { return 2 / (units * ratings * (ratings - 1)); }
};

Design design_of(const RatingTable& table) {
  Design out;
  out.shares.resize(table.categories().size());
  each_unit(table, 0, table.units(), [&](std::size_t, const auto& counts) {
    if (counts.ratings() == 0) return;
    const auto m = static_cast<double>(counts.ratings());
    out.equal = out.equal && (out.units == 0 || m == out.ratings);
    out.ratings = m;
    ++out.units;
    counts.each([&](std::size_t k, std::size_t n) { out.shares[k] += static_cast<double>(n) / m; });
  });
  for (double& share : out.shares) share /= std::max(1.0, out.units);
  return out;
}

NullTest tested(const Estimate& kappa, const Design& design, double variance) {
  if (kappa.ok() && !design.equal)
    return undefined(msg("The error under chance alone is known only where every unit has as many ratings."));
  return tested(kappa, variance);
}

}  // namespace

NullTest fleiss_null_test(const RatingTable& table) {
  const Design design = design_of(table);
  double spread = 0, skew = 0;
  for (const double p : design.shares) {
    spread += p * (1 - p);
    skew += p * (1 - p) * (1 - 2 * p);
  }
  const double variance = design.of_one_category() * (spread * spread - skew) / (spread * spread);
  return tested(fleiss_kappa(table), design, variance);
}

std::vector<NullTest> category_null_tests(const RatingTable& table) {
  const Design design = design_of(table);
  std::vector<NullTest> out;
  for (const CategoryDetail& one : by_category(table)) out.push_back(tested(one.kappa, design, design.of_one_category()));
  return out;
}

NullTest cohen_null_test(const RatingTable& table, const AgreementOptions& options) {
  const Estimate kappa = cohen_kappa(table, options);
  if (!kappa.ok()) return undefined(kappa.reason);
  const std::size_t q = table.categories().size();
  const Weights weights = options.weights ? *options.weights : Weights::identity(q);
  std::vector<double> a(q), b(q);
  const double n = static_cast<double>(kappa.units);
  const auto [first, second] = two_who_rated(table);
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    const Category x = table.at(unit, first), y = table.at(unit, second);
    if (x == kMissing || y == kMissing) continue;
    ++a[static_cast<std::size_t>(x)];
    ++b[static_cast<std::size_t>(y)];
  }
  // Counted first: a hundred thousand n-ths added up lose the last digits.
  for (std::size_t k = 0; k < q; ++k) a[k] /= n, b[k] /= n;
  const std::vector<double> beside_a = weights.smoothed(b), beside_b = weights.smoothed(a);
  double sum = 0;
  for (std::size_t k = 0; k < q; ++k)
    for (std::size_t l = 0; l < q && a[k] > 0; ++l) {
      const double factor = weights.at(k, l) - beside_a[k] - beside_b[l];
      sum += a[k] * b[l] * factor * factor;
    }
  const double chance = *kappa.expected;
  return tested(kappa, (sum - chance * chance) / (n * (1 - chance) * (1 - chance)));
}

}  // namespace etalon::stats
