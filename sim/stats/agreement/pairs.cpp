// Means over the pairs of raters.
#include <functional>

#include "sim/stats/agreement/accumulation.h"
#include "sim/stats/agreement/linearisation.h"

namespace etalon::stats {
namespace {

struct PairMean {
  double sum = 0;
  std::size_t pairs = 0, undefined = 0;
};

// Over the pairs that share a unit.
PairMean over_pairs(const RatingTable& table, const std::function<Estimate(const RatingTable&)>& coefficient) {
  PairMean out;
  for (std::size_t a = 0; a < table.raters(); ++a)
    for (std::size_t b = a + 1; b < table.raters(); ++b) {
      const RatingTable both = pair_of(table, a, b);
      if (both.units() == 0) continue;
      const Estimate one = coefficient(both);
      ++out.pairs;
      out.undefined += one.ok() ? 0U : 1U;
      out.sum += one.ok() ? one.value : 0;
    }
  return out;
}

Message no_error() { return msg("A mean over pairs has no sampling error of its own; resample the units instead."); }

}  // namespace

RatingTable pair_of(const RatingTable& table, std::size_t a, std::size_t b) {
  std::vector<std::size_t> units;
  for (std::size_t unit = 0; unit < table.units(); ++unit)
    if (table.at(unit, a) != kMissing && table.at(unit, b) != kMissing) units.push_back(unit);
  RatingTable out(units.size(), 2, table.categories());
  for (std::size_t i = 0; i < units.size(); ++i) {
    out.set(i, 0, table.at(units[i], a));
    out.set(i, 1, table.at(units[i], b));
  }
  return out;
}

Estimate pairwise_agreement(const RatingTable& table, const AgreementOptions& options) {
  Estimate out = count_and_check(table);
  if (!out.reason.text.empty()) return out;
  const auto mean = over_pairs(table, [&](const RatingTable& both) { return percent_agreement(both, options); });
  out.status = Status::Ok;
  out.value = mean.sum / static_cast<double>(mean.pairs);
  out.observed = out.value;
  out.interval_reason = no_error();
  return out;
}

Estimate light_kappa(const RatingTable& table, const AgreementOptions& options) {
  Estimate out = count_and_check(table);
  if (!out.reason.text.empty()) return out;
  const auto mean = over_pairs(table, [&](const RatingTable& both) { return cohen_kappa(both, options); });
  if (mean.undefined > 0) {
    out.reason =
        msg("Cohen’s kappa is undefined for {count} of the pairs of raters.", {{"count", std::to_string(mean.undefined)}});
    return out;
  }
  out.status = Status::Ok;
  out.value = mean.sum / static_cast<double>(mean.pairs);
  out.interval_reason = no_error();
  return out;
}

}  // namespace etalon::stats
