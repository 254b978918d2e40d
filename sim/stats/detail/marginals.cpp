#include "sim/stats/detail/marginals.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>

namespace etalon::stats {
namespace {

using Matrix = std::vector<std::vector<double>>;

// Rows: a's categories, columns: b's; only those that one of them used.
Matrix cross(const RatingTable& table, std::size_t a, std::size_t b) {
  const std::size_t q = table.categories().size();
  Matrix all(q, std::vector<double>(q));
  std::vector<bool> used(q);
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    const Category x = table.at(unit, a), y = table.at(unit, b);
    if (x == kMissing || y == kMissing) continue;
    const auto k = static_cast<std::size_t>(x), l = static_cast<std::size_t>(y);
    ++all[k][l];
    used[k] = used[l] = true;
  }
  Matrix out;
  for (std::size_t k = 0; k < q; ++k) {
    if (!used[k]) continue;
    auto& row = out.emplace_back();
    for (std::size_t l = 0; l < q; ++l)
      if (used[l]) row.push_back(all[k][l]);
  }
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

ChiSquared bhapkar(const Matrix& n, const ChiSquared& stuart) {
  if (!stuart.defined) return stuart;
  double all = 0;
  for (const auto& row : n)
    for (const double cell : row) all += cell;
  if (stuart.statistic >= all)
    return undefined(msg("The two differ in every unit in the same direction, so the statistic has no bound."));
  return tested(stuart.statistic / (1 - stuart.statistic / all), stuart.degrees);
}

}  // namespace

MarginalTests marginal_tests(const RatingTable& table, std::size_t a, std::size_t b) {
  const Matrix n = cross(table, a, b);
  MarginalTests out{bowker(n), stuart_maxwell(n), {}};
  out.bhapkar = bhapkar(n, out.stuart_maxwell);
  return out;
}

}  // namespace etalon::stats
