#include "sim/stats/agreement/metric.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "sim/stats/agreement/moments.h"

namespace etalon::stats {
namespace {

constexpr std::string_view kCodes[] = {"nominal", "ordinal", "interval", "ratio", "set-jaccard", "set-masi", "hierarchy"};

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

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    if (end > begin) out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

Result<Weights> set_weights(SetLikeness likeness, const std::vector<std::string>& categories) {
  std::map<std::string_view, std::size_t> labels;
  std::vector<std::uint64_t> sets;
  for (const std::string& category : categories) {
    std::uint64_t set = 0;
    for (const std::string_view label : category == "{}" ? std::vector<std::string_view>() : split(category, '|')) {
      const std::size_t bit = labels.emplace(label, labels.size()).first->second;
      if (bit >= 64)
        return fail(ErrorKind::Input, msg("the sets have more than 64 labels in all"), msg("put rare labels together"));
      set |= std::uint64_t{1} << bit;
    }
    sets.push_back(set);
  }
  return Weights::of_sets(std::move(sets), likeness);
}

tl::unexpected<Error> too_many() {
  return fail(ErrorKind::Input,
              msg("there are too many categories for this metric: at most {most}",
                  {{"most", std::to_string(Weights::kMostOfMatrix)}}),
              msg("take the nominal or the interval metric"));
}

Result<Weights> hierarchy_weights(const std::vector<std::string>& categories) {
  if (categories.size() > Weights::kMostOfMatrix) return too_many();
  std::vector<std::vector<double>> rows(categories.size(), std::vector<double>(categories.size(), 1));
  for (std::size_t k = 0; k < categories.size(); ++k)
    for (std::size_t l = 0; l < k; ++l) {
      const auto a = split(categories[k], '/'), b = split(categories[l], '/');
      const auto apart = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
      const auto common = static_cast<double>(apart - a.begin()), all = static_cast<double>(a.size() + b.size());
      rows[k][l] = rows[l][k] = all > 0 ? 2 * common / all : 0;
    }
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
  if (metric == Metric::Hierarchy) return hierarchy_weights(table.categories());
  if (metric == Metric::SetJaccard) return set_weights(SetLikeness::Jaccard, table.categories());
  if (metric == Metric::SetMasi) return set_weights(SetLikeness::Masi, table.categories());
  const auto values = numbers(table);
  if (!values) return fail(values.error());
  if (metric == Metric::Interval) return Weights::of_scores(*values);
  if (sums_to_zero(*values))
    return fail(ErrorKind::Input, msg("the ratio metric does not exist where two categories sum to zero"),
                msg("take the interval metric"));
  if (values->size() > Weights::kMostOfMatrix) return too_many();
  return ratio_weights(*values);
}

}  // namespace etalon::stats
