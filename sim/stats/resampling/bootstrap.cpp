#include "sim/stats/resampling/bootstrap.h"

#include <cmath>
#include <memory>

#include "sim/base/assert.h"
#include "sim/base/meter.h"
#include "sim/stats/agreement/linear.h"
#include "sim/stats/resampling/interval.h"
#include "sim/stats/resampling/resample.h"

namespace etalon::stats {
namespace {

std::optional<double> deviation(const std::vector<double>& values) {
  if (values.size() < 2) return std::nullopt;
  const auto n = static_cast<double>(values.size());
  double mean = 0, squares = 0;
  for (const double value : values) mean += value / n;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / (n - 1));
}

// Of Gwet's linearisation; none: the coefficient has none, or all units say the same.
std::optional<double> acceleration(const RatingTable& table, const Question& question, std::size_t threads) {
  if (!is_made_of_moments(question.coefficient) || question.coefficient == Coefficient::ScottPi) return std::nullopt;
  const std::size_t categories = table.categories().size();
  const Moments sums = moments(strata(table, question.weights, threads), categories);
  std::optional<RaterUse> use;
  if (question.coefficient == Coefficient::CongerKappa) use = rater_use(rater_counts(table, threads), categories);
  const Linear line = linear(question.coefficient, sums, question.weights, use ? &*use : nullptr, table.raters());
  const Spread spread = spreads(table, question.weights, {line}, threads)[0];
  const double root = std::sqrt(spread.squares);
  return root < 1e-9 ? std::nullopt : std::optional(spread.cubes / (6 * root * root * root));
}

void add_intervals(Bootstrap& out, const RatingTable& table, const Question& question, const Estimate& answer,
                   const BootstrapOptions& options) {
  if (out.replicates.size() < 2) {
    out.no_percentile = out.no_bca = msg("The coefficient is undefined in nearly all resamples.");
    return;
  }
  out.percentile = percentile_interval(out.replicates, options.level);
  const auto bend = acceleration(table, question, options.threads);
  if (!bend) {
    out.no_bca = msg("This coefficient has no influence function here that tells the acceleration.");
    return;
  }
  out.bca = bca_interval(out.replicates, answer.value, *bend, options.level);
  if (!out.bca) out.no_bca = msg("All resamples lie on one side of the value, so the bias cannot be told.");
}

Bootstrap summarise(const std::vector<std::optional<double>>& values, const RatingTable& table, const Question& question,
                    const Estimate& answer, const BootstrapOptions& options) {
  Bootstrap out;
  for (const auto& value : values) {
    if (value)
      out.replicates.push_back(*value);
    else
      ++out.undefined;
  }
  out.standard_error = deviation(out.replicates);
  add_intervals(out, table, question, answer, options);
  return out;
}

// Questions that go through the blocks together, and what of the units they draw.
struct Pass {
  std::shared_ptr<const DrawPlan> plan;
  std::vector<std::size_t> questions;
  bool in_blocks = false;
};

std::vector<Pass> passes(const RatingTable& table, const std::vector<Question>& questions,
                         const std::vector<Estimate>& answers) {
  std::vector<Pass> out;
  for (const std::size_t fewest : {1U, 2U}) {
    Pass together{nullptr, {}, true};
    for (std::size_t i = 0; i < questions.size(); ++i) {
      if (!answers[i].ok() || fewest_ratings(questions[i].coefficient) != fewest) continue;
      if (!together.plan) together.plan = std::make_shared<const DrawPlan>(plan_draws(table, fewest));
      if (fits_blocks(table, questions[i], *together.plan))
        together.questions.push_back(i);
      else
        out.push_back({together.plan, {i}, false});
    }
    if (!together.questions.empty()) out.push_back(std::move(together));
  }
  return out;
}

}  // namespace

std::optional<std::vector<Bootstrap>> bootstrap(const RatingTable& table, const std::vector<Question>& questions,
                                                const std::vector<Estimate>& answers, const BootstrapOptions& options) {
  ETALON_ASSERT(questions.size() == answers.size() && options.replicates > 0);
  std::vector<Bootstrap> out(questions.size());
  const std::vector<Pass> list = passes(table, questions, answers);
  Meter meter(options.progress, static_cast<double>(list.size()));
  const Ticker tick = [&](double share) { return meter.tick(share); };
  for (const Pass& pass : list) {
    std::vector<Question> together;
    for (const std::size_t i : pass.questions) together.push_back(questions[i]);
    Replicates values(together.size());
    const bool done = pass.in_blocks ? by_blocks(table, together, *pass.plan, options, tick, values)
                                     : by_units(table, together[0], *pass.plan, options, tick, values[0]);
    if (!done) return std::nullopt;
    for (std::size_t i = 0; i < together.size(); ++i)
      out[pass.questions[i]] = summarise(values[i], table, together[i], answers[pass.questions[i]], options);
  }
  return out;
}

}  // namespace etalon::stats
