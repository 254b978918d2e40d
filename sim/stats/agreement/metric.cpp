#include "sim/stats/agreement/metric.h"

#include <algorithm>
#include <iterator>

namespace etalon::stats {
namespace {

constexpr std::string_view kCodes[] = {"nominal", "ordinal", "interval", "ratio"};

using Matrix = std::vector<std::vector<double>>;

// How many ratings of pairable units stand below the middle of each category: its rank, up to a constant.
std::vector<double> mid_ranks(const RatingTable& table) {
  std::vector<double> counts(table.categories().size()), out;
  for (const UnitCounts& unit : count_units(table, 2))
    for (std::size_t k = 0; k < counts.size(); ++k) counts[k] += static_cast<double>(unit.by_category[k]);
  double below = 0;
  for (const double count : counts) {
    out.push_back(below + count / 2);
    below += count;
  }
  return out;
}

Result<std::vector<double>> numbers(const RatingTable& table) {
  std::vector<double> out;
  for (const std::string& category : table.categories()) {
    const auto value = category_number(category);
    if (!value)
      return fail(ErrorKind::Input, msg("the category “{category}” is no number", {{"category", category}}),
                  msg("this metric needs numbers: take the nominal or the ordinal one"));
    out.push_back(*value);
  }
  return out;
}

double gap(double x, double y, bool relative) {
  const double difference = x == y ? 0 : (x - y) / (relative ? x + y : 1);
  return difference * difference;
}

Result<Weights> scaled(const std::vector<double>& scores, bool relative) {
  Matrix rows(scores.size(), std::vector<double>(scores.size()));
  double largest = 0;
  for (std::size_t k = 0; k < scores.size(); ++k)
    for (std::size_t l = 0; l < scores.size(); ++l) {
      rows[k][l] = gap(scores[k], scores[l], relative);
      largest = std::max(largest, rows[k][l]);
    }
  if (largest == 0) return Weights::identity(scores.size());
  for (auto& row : rows)
    for (double& cell : row) cell = 1 - cell / largest;
  return Weights::of_matrix(std::move(rows));
}

}  // namespace

std::string_view code(Metric metric) { return kCodes[static_cast<std::size_t>(metric)]; }

std::optional<Metric> metric_from(std::string_view text) {
  const auto hit = std::find(std::begin(kCodes), std::end(kCodes), text);
  if (hit == std::end(kCodes)) return std::nullopt;
  return static_cast<Metric>(hit - std::begin(kCodes));
}

Result<Weights> metric_weights(Metric metric, const RatingTable& table) {
  if (metric == Metric::Nominal) return Weights::identity(table.categories().size());
  if (metric == Metric::Ordinal) return scaled(mid_ranks(table), false);
  const auto values = numbers(table);
  if (!values) return fail(values.error());
  if (metric == Metric::Ratio && sums_to_zero(*values))
    return fail(ErrorKind::Input, msg("the ratio metric does not exist where two categories sum to zero"),
                msg("take the interval metric"));
  return scaled(*values, metric == Metric::Ratio);
}

}  // namespace etalon::stats
