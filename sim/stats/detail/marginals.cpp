#include "sim/stats/detail/marginals.h"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>

namespace etalon::stats {
namespace {

using Matrix = std::vector<std::vector<double>>;

// The units that both rated; only the categories that one of the two used, numbered anew.
struct CrossTable {
  std::size_t categories = 0, units = 0;
  Matrix cells;  // rows: a's categories, columns: b's; empty for more than kMostCompared categories
};

template <class Use>
void each_common(const RatingTable& table, std::size_t a, std::size_t b, const Use& use) {
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    const Category x = table.at(unit, a), y = table.at(unit, b);
    if (x != kMissing && y != kMissing) use(static_cast<std::size_t>(x), static_cast<std::size_t>(y));
  }
}

CrossTable cross(const RatingTable& table, std::size_t a, std::size_t b) {
  CrossTable out;
  std::vector<std::size_t> place(table.categories().size());
  each_common(table, a, b, [&](std::size_t x, std::size_t y) { place[x] = place[y] = 1, ++out.units; });
  for (std::size_t& one : place) one = one > 0 ? out.categories++ : 0;
  if (out.categories > kMostCompared) return out;
  out.cells.assign(out.categories, std::vector<double>(out.categories));
  each_common(table, a, b, [&](std::size_t x, std::size_t y) { ++out.cells[place[x]][place[y]]; });
  return out;
}

ChiSquared tested(double statistic, std::size_t degrees) {
  const boost::math::chi_squared distribution(static_cast<double>(degrees));
  return {true, statistic, degrees, cdf(complement(distribution, statistic)), {}};
}

ChiSquared undefined(Message reason) { return {false, 0, 0, 1, std::move(reason)}; }

ChiSquared bowker(const Matrix& n) {
  double statistic = 0;
  std::size_t degrees = 0;
  for (std::size_t k = 0; k < n.size(); ++k)
    for (std::size_t l = 0; l < k; ++l) {
      const double both = n[k][l] + n[l][k];
      if (both == 0) continue;
      statistic += (n[k][l] - n[l][k]) * (n[k][l] - n[l][k]) / both;
      ++degrees;
    }
  if (degrees == 0) return undefined(msg("The two never disagree, so there is nothing to compare."));
  return tested(statistic, degrees);
}

// d' S^-1 d by Gaussian elimination with the largest pivot; none: singular.
std::optional<double> quadratic(Matrix s, std::vector<double> d) {
  const std::vector<double> right = d;
  const std::size_t n = d.size();
  double largest = 0;
  for (std::size_t i = 0; i < n; ++i) largest = std::max(largest, std::abs(s[i][i]));
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t pivot = i;
    for (std::size_t j = i + 1; j < n; ++j)
      if (std::abs(s[j][i]) > std::abs(s[pivot][i])) pivot = j;
    if (std::abs(s[pivot][i]) <= 1e-12 * largest) return std::nullopt;
    std::swap(s[i], s[pivot]);
    std::swap(d[i], d[pivot]);
    for (std::size_t j = i + 1; j < n; ++j) {
      const double factor = s[j][i] / s[i][i];
      for (std::size_t k = i; k < n; ++k) s[j][k] -= factor * s[i][k];
      d[j] -= factor * d[i];
    }
  }
  double out = 0;
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) d[i] -= s[i][k] * d[k];
    d[i] /= s[i][i];
    out += right[i] * d[i];
  }
  return out;
}

ChiSquared stuart_maxwell(const Matrix& n) {
  if (n.size() < 2) return undefined(msg("The two use a single category between them, so there is nothing to compare."));
  const std::size_t rank = n.size() - 1;
  std::vector<double> differences(rank);
  Matrix s(rank, std::vector<double>(rank));
  for (std::size_t k = 0; k < rank; ++k)
    for (std::size_t l = 0; l < n.size(); ++l) {
      differences[k] += n[k][l] - n[l][k];
      if (l != k) s[k][k] += n[k][l] + n[l][k];
      if (l != k && l < rank) s[k][l] = -(n[k][l] + n[l][k]);
    }
  const auto statistic = quadratic(std::move(s), std::move(differences));
  if (!statistic)
    return undefined(msg("Some categories are never taken for others, so the test cannot compare their shares."));
  return tested(*statistic, rank);
}

ChiSquared bhapkar(std::size_t units, const ChiSquared& stuart) {
  if (!stuart.defined) return stuart;
  const double rest = 1 - stuart.statistic / static_cast<double>(units);
  if (rest < 1e-12)
    return undefined(msg("The two differ in every unit in the same direction, so the statistic has no bound."));
  return tested(stuart.statistic / rest, stuart.degrees);
}

Message too_many(std::size_t categories) {
  return msg("The two use {count} categories; up to {most} are compared.",
             {{"count", std::to_string(categories)}, {"most", std::to_string(kMostCompared)}});
}

}  // namespace

MarginalTests marginal_tests(const RatingTable& table, std::size_t a, std::size_t b) {
  const CrossTable n = cross(table, a, b);
  if (n.categories > kMostCompared) {
    const ChiSquared none = undefined(too_many(n.categories));
    return {none, none, none};
  }
  MarginalTests out{bowker(n.cells), stuart_maxwell(n.cells), {}};
  out.bhapkar = bhapkar(n.units, out.stuart_maxwell);
  return out;
}

}  // namespace etalon::stats
