#include "sim/stats/agreement/pairs.h"

#include <functional>

#include "sim/stats/agreement/check.h"

namespace etalon::stats {
namespace {

struct PairMean {
  double sum = 0;
  std::size_t pairs = 0, undefined = 0;
};

struct Rated {
  std::size_t unit = 0;
  Category category = kMissing;
};
using OfRater = std::vector<Rated>;  // by unit

std::vector<OfRater> by_rater(const RatingTable& table) {
  std::vector<OfRater> out(table.raters());
  for (std::size_t unit = 0; unit < table.units(); ++unit)
    for (std::size_t rater = 0; rater < table.raters(); ++rater)
      if (const Category category = table.at(unit, rater); category != kMissing) out[rater].push_back({unit, category});
  return out;
}

// The units that both rated; with many raters few pairs share any, so nothing here looks at the whole table.
RatingTable common(const OfRater& a, const OfRater& b, const RatingTable& table) {
  std::vector<std::pair<Category, Category>> both;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->unit == y->unit) both.emplace_back(x->category, y->category);
    const bool next_x = x->unit <= y->unit, next_y = y->unit <= x->unit;
    if (next_x) ++x;
    if (next_y) ++y;
  }
  RatingTable out(both.size(), 2, both.empty() ? std::vector<std::string>() : table.categories());
  for (std::size_t i = 0; i < both.size(); ++i) {
    out.set(i, 0, both[i].first);
    out.set(i, 1, both[i].second);
  }
  return out;
}

// Over the pairs that share a unit.
PairMean over_pairs(const RatingTable& table, const std::function<Estimate(const RatingTable&)>& coefficient) {
  const std::vector<OfRater> raters = by_rater(table);
  PairMean out;
  for (std::size_t a = 0; a < raters.size(); ++a)
    for (std::size_t b = a + 1; b < raters.size(); ++b) {
      const RatingTable both = common(raters[a], raters[b], table);
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
  const std::vector<OfRater> raters = by_rater(table);
  return common(raters[a], raters[b], table);
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
