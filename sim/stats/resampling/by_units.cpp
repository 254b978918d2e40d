// Replicate by replicate, for what sums over blocks cannot give: coefficients over pairs of raters, and tables with very
// many categories or ratings a unit.
#include <atomic>

#include "sim/base/parallel.h"
#include "sim/stats/agreement/histogram.h"
#include "sim/stats/agreement/metric.h"
#include "sim/stats/agreement/pair_sum.h"
#include "sim/stats/resampling/pair_list.h"
#include "sim/stats/resampling/resample.h"

namespace etalon::stats {
namespace {

Moments resampled(const RatingTable& table, const DrawPlan& plan, const Weights& weights,
                  const std::vector<std::uint32_t>& times) {
  const std::size_t categories = table.categories().size();
  Strata strata(table.raters() + 1);
  std::size_t position = 0;
  with_pair_sum(weights, [&](auto pair_sum) {
    each_unit_of(
        table, plan.units.size(), [&](std::size_t i) { return plan.units[i]; },
        [&](std::size_t, const auto& counts) {
          const std::uint64_t often = times[position++];
          if (often == 0) return;
          Stratum& stratum = strata[counts.ratings()];
          stratum.counts.resize(categories);
          stratum.units += often;
          stratum.agreeing += static_cast<double>(often) * pair_sum(counts);
          counts.each([&](std::size_t k, std::size_t n) { stratum.counts[k] += n * often; });
        });
  });
  return moments(strata, categories);
}

RaterUse use_of(const RatingTable& table, const DrawPlan& plan, const std::vector<std::uint32_t>& times) {
  const std::size_t categories = table.categories().size();
  std::vector<std::uint64_t> counts(table.raters() * categories);
  for (std::size_t i = 0; i < plan.units.size(); ++i)
    for (std::size_t rater = 0; rater < table.raters(); ++rater)
      if (const Category code = table.at(plan.units[i], rater); code != kMissing)
        counts[rater * categories + static_cast<std::size_t>(code)] += times[i];
  return rater_use(counts, categories);
}

std::optional<double> by_moments(const RatingTable& table, const Question& question, const DrawPlan& plan,
                                 const std::vector<std::uint32_t>& times) {
  if (!question.by_ranks) {
    std::optional<RaterUse> use;
    if (question.coefficient == Coefficient::CongerKappa) use = use_of(table, plan, times);
    return value_of(question, resampled(table, plan, question.weights, times), question.weights, use ? &*use : nullptr);
  }
  const Weights identity = Weights::identity(table.categories().size());
  const Weights ranks = rank_weights(resampled(table, plan, identity, times).counts);
  return value_of(question, resampled(table, plan, ranks, times), ranks, nullptr);
}

bool is_of_pairs(Coefficient coefficient) { return !is_made_of_moments(coefficient) || coefficient == Coefficient::ScottPi; }

}  // namespace

bool by_units(const RatingTable& table, const Question& question, const DrawPlan& plan, const BootstrapOptions& options,
              const Ticker& tick, std::vector<std::optional<double>>& out) {
  out.assign(options.replicates, std::nullopt);
  const bool of_pairs = is_of_pairs(question.coefficient);
  const auto pairs = of_pairs ? list_pairs(table, plan) : std::vector<std::vector<Meeting>>();
  std::atomic<bool> goes_on{true};
  const std::size_t parts = std::min(std::max<std::size_t>(1, options.threads), options.replicates);
  in_parallel(parts, options.threads, [&](std::size_t part) {
    std::vector<std::uint32_t> times;
    for (std::size_t i = part; i < options.replicates && goes_on; i += parts) {
      multiplicities(plan, options.seed, i, times);
      out[i] = of_pairs ? pair_value(question, pairs, times) : by_moments(table, question, plan, times);
      if (!tick(1.0 / static_cast<double>(options.replicates))) goes_on = false;
    }
  });
  return goes_on;
}

}  // namespace etalon::stats
