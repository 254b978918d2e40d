#include <algorithm>
#include <cmath>

#include "sim/stats/agreement/check.h"
#include "sim/stats/agreement/pairs.h"
#include "sim/stats/agreement/parts.h"
#include "sim/stats/quantile.h"

namespace etalon::stats {

namespace {

// Below this a standard error is a rounding error: variances come out of differences of shares.
constexpr double kNoError = 1e-6;

// Units on which the one chose the row's category and the other the column's.
struct Cell {
  std::size_t row = 0, column = 0;
  double units = 0;
};

// The units that both rated: the cells that are not empty, and the two's shares of the categories.
struct CrossTable {
  std::size_t n = 0;
  std::vector<Cell> cells;
  std::vector<double> rows, columns;
};

// As many numbers as units where categories are many, as cells where they are few.
std::vector<Cell> cells_of(const RatingTable& table, std::size_t first, std::size_t second) {
  constexpr std::size_t kMostCounted = 64;  // categories
  const std::size_t q = table.categories().size();
  std::vector<std::size_t> counted(q <= kMostCounted ? q * q : 0), listed;
  table.with_codes([&](const auto& codes) {
    using Code = typename std::decay_t<decltype(codes)>::Code;
    for (std::size_t unit = 0; unit < codes.units; ++unit) {
      const Code a = codes.row(unit)[first], b = codes.row(unit)[second];
      if (a == Codes<Code>::kGap || b == Codes<Code>::kGap) continue;
      counted.empty() ? listed.push_back(a * q + b) : static_cast<void>(++counted[a * q + b]);
    }
  });
  std::vector<Cell> out;
  for (std::size_t at = 0; at < counted.size(); ++at)
    if (counted[at] > 0) out.push_back({at / q, at % q, static_cast<double>(counted[at])});
  std::sort(listed.begin(), listed.end());
  for (auto at = listed.begin(); at != listed.end();) {
    const auto end = std::find_if(at, listed.end(), [at](std::size_t other) { return other != *at; });
    out.push_back({*at / q, *at % q, static_cast<double>(end - at)});
    at = end;
  }
  return out;
}

CrossTable cross(const RatingTable& table) {
  const auto [first, second] = two_who_rated(table);
  const std::size_t q = table.categories().size();
  CrossTable cross{0, cells_of(table, first, second), std::vector<double>(q), std::vector<double>(q)};
  for (const Cell& cell : cross.cells) {
    cross.n += static_cast<std::size_t>(cell.units);
    cross.rows[cell.row] += cell.units;
    cross.columns[cell.column] += cell.units;
  }
  for (auto* shares : {&cross.rows, &cross.columns})
    for (double& share : *shares) share /= static_cast<double>(std::max<std::size_t>(cross.n, 1));
  return cross;
}

double fleiss_cohen_everitt(const CrossTable& cross, const Weights& weights, double kappa, double pe) {
  const std::vector<double> by_row = weights.smoothed(cross.columns), by_column = weights.smoothed(cross.rows);
  double sum = 0;
  for (const Cell& cell : cross.cells) {
    const double factor = weights.at(cell.row, cell.column) - (by_row[cell.row] + by_column[cell.column]) * (1 - kappa);
    sum += cell.units * factor * factor / static_cast<double>(cross.n);
  }
  const double centre = kappa - pe * (1 - kappa);
  const double variance = (sum - centre * centre) / (static_cast<double>(cross.n) * (1 - pe) * (1 - pe));
  const double error = std::sqrt(std::max(0.0, variance));
  return error < kNoError ? 0 : error;
}

Interval interval_of(const Estimate& kappa, double critical, double level, const char* method) {
  const double half = critical * *kappa.standard_error;
  return {std::max(-1.0, kappa.value - half), std::min(1.0, kappa.value + half), level, method};
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

std::size_t used_by_either(const CrossTable& cross) {
  std::size_t out = 0;
  for (std::size_t k = 0; k < cross.rows.size(); ++k) out += cross.rows[k] + cross.columns[k] > 0 ? 1U : 0U;
  return out;
}

Estimate kappa_of(const CrossTable& cross, const Weights& weights, Estimate out, double level) {
  double observed = 0;
  for (const Cell& cell : cross.cells) observed += cell.units * weights.at(cell.row, cell.column);
  observed /= static_cast<double>(std::max<std::size_t>(cross.n, 1));
  out.observed = observed;
  out.expected = weights.form(cross.rows, cross.columns);
  if (used_by_either(cross) < 2) out.reason = one_category_reason();
  if (out.reason.text.empty() && *out.expected >= kCertain) out.reason = chance_is_certain();
  if (!out.reason.text.empty()) return out;
  out.status = Status::Ok;
  out.value = (observed - *out.expected) / (1 - *out.expected);
  out.standard_error = fleiss_cohen_everitt(cross, weights, out.value, *out.expected);
  out.interval_reason = no_interval(cross, out);
  if (out.interval_reason.text.empty()) {  // two categories on both sides: two units at least
    const double critical = t_critical(level, static_cast<double>(cross.n - 1));
    out.interval = interval_of(out, critical, level, "fleiss_cohen_everitt_t");
  }
  return out;
}

// Counts, and the reason why there can be no coefficient for two.
Estimate check_two(const RatingTable& table, Coefficient coefficient) {
  Estimate out = count_and_check(table);
  if (out.raters > 2) out.reason = not_two(coefficient, out.raters);
  return out;
}

Weights weights_of(const RatingTable& table, const AgreementOptions& options) {
  return options.weights ? *options.weights : Weights::identity(table.categories().size());
}

}  // namespace

Estimate cohen_kappa(const RatingTable& table, const AgreementOptions& options) {
  Estimate out = check_two(table, Coefficient::CohenKappa);
  if (!out.reason.text.empty()) return out;
  return kappa_of(cross(table), weights_of(table, options), std::move(out), options.level);
}

std::optional<Interval> cohen_normal_interval(const Estimate& kappa) {
  if (!kappa.ok() || !kappa.interval) return std::nullopt;
  const double level = kappa.interval->level;
  return interval_of(kappa, normal_critical(level), level, "fleiss_cohen_everitt_normal");
}

Estimate scott_pi(const RatingTable& table, const AgreementOptions& options) {
  Estimate out = check_two(table, Coefficient::ScottPi);
  if (!out.reason.text.empty()) return out;
  const auto [first, second] = two_who_rated(table);
  return fleiss_kappa(pair_of(table, first, second), options);
}

}  // namespace etalon::stats
