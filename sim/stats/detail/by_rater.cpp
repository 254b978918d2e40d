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

RatingTable without_rater(const RatingTable& table, std::size_t left_out) {
  RatingTable out = table;
  for (std::size_t unit = 0; unit < table.units(); ++unit) out.set(unit, left_out, kMissing);
  return out;
}

}  // namespace

std::vector<RaterDetail> by_rater(const RatingTable& table, const Question& question, std::size_t threads) {
  const std::size_t categories = table.categories().size();
  const std::vector<Shared> shared = agreement_with_others(table, question.weights);
  const auto all = value_alone(table, question, threads);
  std::vector<RaterDetail> out;
  for (std::size_t rater = 0; rater < table.raters(); ++rater) {
    RaterDetail one{rater, 0, std::vector<std::size_t>(categories), std::nullopt, std::nullopt};
    for (std::size_t unit = 0; unit < table.units(); ++unit)
      if (const Category category = table.at(unit, rater); category != kMissing) {
        ++one.ratings;
        ++one.counts[static_cast<std::size_t>(category)];
      }
    if (one.ratings == 0) continue;
    if (shared[rater].units > 0) one.agreement_with_others = shared[rater].agreement / shared[rater].units;
    const RatingTable others = without_rater(table, rater);
    Question anew = question;
    if (question.by_ranks) anew.weights = *metric_weights(Metric::Ordinal, others);
    const auto rest = value_alone(others, anew, threads);
    if (all && rest) one.dfbeta = all->value() - rest->value();
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace etalon::stats
