#include <algorithm>

#include "sim/base/assert.h"
#include "sim/stats/agreement/histogram.h"
#include "sim/stats/agreement/metric.h"
#include "sim/stats/detail/by_unit.h"

namespace etalon::stats {
namespace {

// Sums over the units that a rater shares with others.
struct Shared {
  double agreement = 0, units = 0;
};

std::vector<Shared> agreement_with_others(const RatingTable& table, const Weights& weights) {
  std::vector<Shared> out(table.raters());
  std::vector<std::pair<std::size_t, double>> used;
  each_unit(table, 0, table.units(), [&](std::size_t unit, const auto& counts) {
    if (counts.ratings() < 2) return;
    used.clear();
    counts.each([&](std::size_t k, std::size_t n) { used.emplace_back(k, static_cast<double>(n)); });
    for (std::size_t rater = 0; rater < table.raters(); ++rater) {
      const Category own = table.at(unit, rater);
      if (own == kMissing) continue;
      double alike = -1;  // not with itself
      for (const auto& [category, n] : used) alike += n * weights.at(static_cast<std::size_t>(own), category);
      out[rater].agreement += alike / static_cast<double>(counts.ratings() - 1);
      ++out[rater].units;
    }
  });
  return out;
}

// The ratings of each unit next to each other, in as few columns as there are ratings of a unit: alpha does not ask who
// rated, and with many raters who share few units nearly all cells are gaps.
struct Packed {
  RatingTable table;
  std::vector<std::vector<std::pair<std::size_t, std::size_t>>> of_rater;  // the unit and the column of each rating
};

Packed pack(const RatingTable& table) {
  std::size_t most = 0;
  each_unit(table, 0, table.units(), [&](std::size_t, const auto& counts) { most = std::max(most, counts.ratings()); });
  Packed out{RatingTable(table.units(), most, table.categories()), {}};
  out.of_rater.resize(table.raters());
  for (std::size_t unit = 0; unit < table.units(); ++unit)
    for (std::size_t rater = 0, column = 0; rater < table.raters(); ++rater)
      if (const Category category = table.at(unit, rater); category != kMissing) {
        out.table.set(unit, column, category);
        out.of_rater[rater].emplace_back(unit, column++);
      }
  return out;
}

// Alpha without the ratings of this rater.
std::optional<Parts> without_rater(Packed& packed, std::size_t rater, const Question& question, std::size_t threads) {
  std::vector<Category> kept;
  for (const auto& [unit, column] : packed.of_rater[rater]) {
    kept.push_back(packed.table.at(unit, column));
    packed.table.set(unit, column, kMissing);
  }
  Question anew = question;
  if (question.by_ranks) anew.weights = *metric_weights(Metric::Ordinal, packed.table, threads);
  const std::optional<Parts> out = value_alone(packed.table, anew, threads);
  for (std::size_t i = 0; i < kept.size(); ++i)
    packed.table.set(packed.of_rater[rater][i].first, packed.of_rater[rater][i].second, kept[i]);
  return out;
}

}  // namespace

std::vector<RaterDetail> by_rater(const RatingTable& table, const Question& question, std::size_t threads) {
  ETALON_ASSERT(question.coefficient == Coefficient::KrippendorffAlpha);
  const std::size_t categories = table.categories().size();
  const std::vector<Shared> shared = agreement_with_others(table, question.weights);
  Packed packed = pack(table);
  const auto all = value_alone(packed.table, question, threads);
  std::vector<RaterDetail> out;
  for (std::size_t rater = 0; rater < table.raters(); ++rater) {
    const auto& own = packed.of_rater[rater];
    if (own.empty()) continue;
    RaterDetail one{rater, own.size(), std::vector<std::size_t>(categories), std::nullopt, std::nullopt};
    for (const auto& [unit, column] : own) ++one.counts[static_cast<std::size_t>(packed.table.at(unit, column))];
    if (shared[rater].units > 0) one.agreement_with_others = shared[rater].agreement / shared[rater].units;
    const auto rest = without_rater(packed, rater, question, threads);
    if (all && rest) one.dfbeta = all->value() - rest->value();
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace etalon::stats
