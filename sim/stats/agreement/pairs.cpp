// Means over the pairs of raters.
#include "sim/stats/agreement/pairs.h"

#include "sim/stats/agreement/check.h"
#include "sim/stats/agreement/pair_tally.h"

namespace etalon::stats {
namespace {

Message no_error() { return msg("A mean over pairs has no sampling error of its own; resample the units instead."); }

Weights weights_of(const RatingTable& table, const AgreementOptions& options) {
  return options.weights ? *options.weights : Weights::identity(table.categories().size());
}

// All who rated anything rated every rated unit: then the mean over pairs is the mean over units.
bool is_complete(const RatingTable& table, std::size_t raters) {
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    std::size_t own = 0;
    for (std::size_t rater = 0; rater < table.raters(); ++rater) own += table.at(unit, rater) == kMissing ? 0U : 1U;
    if (own != 0 && own != raters) return false;
  }
  return true;
}

}  // namespace

RatingTable pair_of(const RatingTable& table, std::size_t a, std::size_t b) {
  std::vector<std::size_t> both;
  for (std::size_t unit = 0; unit < table.units(); ++unit)
    if (table.at(unit, a) != kMissing && table.at(unit, b) != kMissing) both.push_back(unit);
  RatingTable out(both.size(), 2, table.categories());
  for (std::size_t i = 0; i < both.size(); ++i) {
    out.set(i, 0, table.at(both[i], a));
    out.set(i, 1, table.at(both[i], b));
  }
  return out;
}

std::pair<std::size_t, std::size_t> two_who_rated(const RatingTable& table) {
  std::vector<std::size_t> who;
  for (std::size_t rater = 0; rater < table.raters() && who.size() < 2; ++rater) {
    bool rated = false;
    for (std::size_t unit = 0; unit < table.units() && !rated; ++unit) rated = table.at(unit, rater) != kMissing;
    if (rated) who.push_back(rater);
  }
  return {who.at(0), who.at(1)};
}

Estimate pairwise_agreement(const RatingTable& table, const AgreementOptions& options) {
  Estimate out = count_and_check(table);
  if (!out.reason.text.empty()) return out;
  const std::vector<PairTally> pairs = tally_pairs(table, weights_of(table, options), options.threads);
  double sum = 0;
  for (const PairTally& pair : pairs) sum += pair.agreement();
  out.status = Status::Ok;
  out.value = sum / static_cast<double>(pairs.size());
  out.observed = out.value;
  if (out.raters != 2 && !is_complete(table, out.raters)) {
    out.interval_reason = no_error();
    return out;
  }
  const Estimate of_units = out.raters == 2 ? percent_agreement(pair_of(table, pairs[0].a, pairs[0].b), options)
                                            : percent_agreement(table, options);
  out.standard_error = of_units.standard_error;
  out.interval = of_units.interval;
  out.interval_reason = of_units.interval_reason;
  return out;
}

Estimate light_kappa(const RatingTable& table, const AgreementOptions& options) {
  Estimate out = count_and_check(table);
  if (!out.reason.text.empty()) return out;
  const Weights weights = weights_of(table, options);
  const std::vector<PairTally> pairs = tally_pairs(table, weights, options.threads);
  double sum = 0;
  std::size_t undefined = 0;
  for (const PairTally& pair : pairs) {
    const std::optional<double> kappa = pair.kappa(weights);
    sum += kappa.value_or(0);
    undefined += kappa ? 0U : 1U;
  }
  if (undefined > 0) {
    out.reason =
        msg("Cohen’s kappa is undefined for {count} of the pairs of raters.", {{"count", std::to_string(undefined)}});
    return out;
  }
  out.status = Status::Ok;
  out.value = sum / static_cast<double>(pairs.size());
  out.interval_reason = no_error();
  return out;
}

}  // namespace etalon::stats
