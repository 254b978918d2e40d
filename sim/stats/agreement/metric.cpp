#include "sim/stats/agreement/metric.h"

#include <algorithm>
#include <iterator>

#include "sim/stats/agreement/moments.h"

namespace etalon::stats {
namespace {

constexpr std::string_view kCodes[] = {"nominal", "ordinal", "interval", "ratio"};

std::vector<double> pairable_counts(const RatingTable& table, std::size_t threads) {
  const std::size_t categories = table.categories().size();
  return moments(strata(table, Weights::identity(categories), threads), categories).counts;
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

Result<Weights> ratio_weights(const std::vector<double>& values) {
  std::vector<std::vector<double>> rows(values.size(), std::vector<double>(values.size()));
  double largest = 0;
  for (std::size_t k = 0; k < values.size(); ++k)
    for (std::size_t l = 0; l < values.size(); ++l) {
      const double gap = k == l ? 0 : (values[k] - values[l]) / (values[k] + values[l]);
      rows[k][l] = gap * gap;
      largest = std::max(largest, rows[k][l]);
    }
  if (largest == 0) return Weights::identity(values.size());
  for (auto& row : rows)
    for (double& cell : row) cell = 1 - cell / largest;
  return Weights::of_matrix(rows);
}

}  // namespace

std::string_view code(Metric metric) { return kCodes[static_cast<std::size_t>(metric)]; }

std::optional<Metric> metric_from(std::string_view text) {
  const auto hit = std::find(std::begin(kCodes), std::end(kCodes), text);
  if (hit == std::end(kCodes)) return std::nullopt;
  return static_cast<Metric>(hit - std::begin(kCodes));
}

Weights rank_weights(const std::vector<double>& counts) {
  std::vector<double> ranks;
  ranks.reserve(counts.size());
  double below = 0;
  for (const double count : counts) {
    ranks.push_back(below + count / 2);
    below += count;
  }
  return Weights::of_scores(ranks);
}

Result<Weights> metric_weights(Metric metric, const RatingTable& table, std::size_t threads) {
  if (metric == Metric::Nominal) return Weights::identity(table.categories().size());
  if (metric == Metric::Ordinal) return rank_weights(pairable_counts(table, threads));
  const auto values = numbers(table);
  if (!values) return fail(values.error());
  if (metric == Metric::Interval) return Weights::of_scores(*values);
  if (sums_to_zero(*values))
    return fail(ErrorKind::Input, msg("the ratio metric does not exist where two categories sum to zero"),
                msg("take the interval metric"));
  if (values->size() > Weights::kMostOfMatrix)
    return fail(ErrorKind::Input,
                msg("there are too many categories for the ratio metric: at most {most}",
                    {{"most", std::to_string(Weights::kMostOfMatrix)}}),
                msg("take the interval metric"));
  return ratio_weights(*values);
}

}  // namespace etalon::stats
