#include <algorithm>
#include <cmath>

#include "sim/stats/agreement.h"
#include "sim/stats/linearisation.h"
#include "sim/stats/quantile.h"

namespace etalon::stats {

namespace {

// Below this a standard error is a rounding error: variances come out of differences of shares.
constexpr double kNoError = 1e-6;

// Shares of the units that both rated: a row a category of the first rater.
struct CrossTable {
  std::size_t n = 0, categories = 0;
  std::vector<double> cells, rows, columns;

  double at(std::size_t i, std::size_t j) const { return cells[i * categories + j]; }
};

CrossTable cross(const RatingTable& table) {
  const std::size_t q = table.categories().size();
  CrossTable cross{0, q, std::vector<double>(q * q), std::vector<double>(q), std::vector<double>(q)};
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    const Category a = table.at(unit, 0), b = table.at(unit, 1);
    if (a == kMissing || b == kMissing) continue;
    ++cross.n;
    cross.cells[static_cast<std::size_t>(a) * q + static_cast<std::size_t>(b)] += 1;
    cross.rows[static_cast<std::size_t>(a)] += 1;
    cross.columns[static_cast<std::size_t>(b)] += 1;
  }
  for (auto* shares : {&cross.cells, &cross.rows, &cross.columns})
    for (double& share : *shares) share /= static_cast<double>(std::max<std::size_t>(cross.n, 1));
  return cross;
}

double fleiss_cohen_everitt(const CrossTable& cross, double kappa, double pe) {
  double sum = 0;
  for (std::size_t i = 0; i < cross.categories; ++i)
    for (std::size_t j = 0; j < cross.categories; ++j) {
      const double marginal = cross.columns[i] + cross.rows[j];
      const double factor = i == j ? 1 - marginal * (1 - kappa) : (1 - kappa) * marginal;
      sum += cross.at(i, j) * factor * factor;
    }
  const double centre = kappa - pe * (1 - kappa);
  const double variance = (sum - centre * centre) / (static_cast<double>(cross.n) * (1 - pe) * (1 - pe));
  const double error = std::sqrt(std::max(0.0, variance));
  return error < kNoError ? 0 : error;
}

void add_normal_interval(Estimate& kappa, double level) {
  const double half = normal_critical(level) * *kappa.standard_error;
  kappa.interval =
      Interval{std::max(-1.0, kappa.value - half), std::min(1.0, kappa.value + half), level, "fleiss_cohen_everitt_normal"};
}

std::size_t used(const std::vector<double>& shares) {
  return static_cast<std::size_t>(std::count_if(shares.begin(), shares.end(), [](double share) { return share > 0; }));
}

// Why the method has no interval to give; empty: it has.
Message no_interval(const CrossTable& cross, const Estimate& kappa) {
  if (used(cross.rows) < 2 || used(cross.columns) < 2)
    return msg("One of the two used a single category, so kappa can only be 0.");
  if (*kappa.standard_error <= 0)
    return msg("The standard error is 0 here, so this method has nothing to build an interval from.");
  return {};
}

Estimate kappa_of(const CrossTable& cross, Estimate estimate, double level) {
  double observed = 0, expected = 0;
  std::size_t categories = 0;
  for (std::size_t k = 0; k < cross.categories; ++k) {
    observed += cross.at(k, k);
    if (cross.rows[k] + cross.columns[k] > 0) ++categories;
    expected += cross.rows[k] * cross.columns[k];
  }
  estimate.observed = observed;
  estimate.expected = expected;
  if (categories < 2) {
    estimate.reason = one_category_reason();
    return estimate;
  }
  estimate.status = Status::Ok;
  estimate.value = (observed - expected) / (1 - expected);
  estimate.standard_error = fleiss_cohen_everitt(cross, estimate.value, expected);
  estimate.interval_reason = no_interval(cross, estimate);
  if (estimate.interval_reason.text.empty()) add_normal_interval(estimate, level);
  return estimate;
}

}  // namespace

Estimate cohen_kappa(const RatingTable& table, double level) {
  Estimate estimate = count_and_check(table);
  if (table.raters() != 2) {
    estimate.reason = msg("Cohen’s kappa compares exactly two, not {count}.", {{"count", std::to_string(table.raters())}});
    return estimate;
  }
  if (!estimate.reason.text.empty()) return estimate;
  return kappa_of(cross(table), std::move(estimate), level);
}

}  // namespace etalon::stats
