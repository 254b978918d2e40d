#include "sim/stats/detail/by_pair.h"

#include <algorithm>

#include "sim/base/assert.h"
#include "sim/base/parallel.h"
#include "sim/stats/agreement/check.h"
#include "sim/stats/agreement/pair_tally.h"

namespace etalon::stats {
namespace {

struct Rated {
  std::uint32_t unit = 0;  // tables have fewer than 2^32
  Category category = kMissing;
};
using OfRaters = std::vector<std::vector<Rated>>;  // each rater's, by unit

OfRaters of_raters(const RatingTable& table) {
  OfRaters out(table.raters());
  ETALON_ASSERT(table.units() <= ~std::uint32_t{0});
  for (std::uint32_t unit = 0; unit < table.units(); ++unit)
    for (std::size_t rater = 0; rater < table.raters(); ++rater)
      if (const Category category = table.at(unit, rater); category != kMissing) out[rater].push_back({unit, category});
  return out;
}

// The categories that one of the two used.
std::vector<std::size_t> used_by(const PairTally& pair) {
  std::vector<std::size_t> out;
  for (std::size_t k = 0; k < pair.by_a.size(); ++k)
    if (pair.by_a[k] + pair.by_b[k] > 0) out.push_back(k);
  return out;
}

// The two alone, with nothing but the categories that they use.
RatingTable alone(const PairTally& pair, const OfRaters& raters, const std::vector<std::size_t>& used) {
  std::vector<Category> place(pair.by_a.size(), kMissing);
  for (std::size_t i = 0; i < used.size(); ++i) place[used[i]] = static_cast<Category>(i);
  RatingTable out(pair.units, 2, std::vector<std::string>(used.size()));
  auto y = raters[pair.b].begin();
  const auto end = raters[pair.b].end();
  std::size_t unit = 0;
  for (const Rated& x : raters[pair.a]) {
    while (y != end && y->unit < x.unit) ++y;
    if (y == end) break;
    if (y->unit != x.unit) continue;
    out.set(unit, 0, place[static_cast<std::size_t>(x.category)]);
    out.set(unit++, 1, place[static_cast<std::size_t>(y->category)]);
  }
  return out;
}

Weights weights_among(const Weights& weights, const std::vector<std::size_t>& used) {
  if (weights.kind() == Weights::Kind::Identity) return Weights::identity(used.size());
  std::vector<std::vector<double>> rows;
  for (const std::size_t k : used) {
    auto& row = rows.emplace_back();
    for (const std::size_t l : used) row.push_back(k == l ? 1 : std::clamp(weights.at(k, l), 0.0, 1.0));
  }
  return *Weights::of_matrix(rows);
}

Estimate without_error(const PairTally& pair, const Weights& weights) {
  Estimate out = counted(pair.units, 2, 2 * pair.units);
  out.observed = pair.agreement();
  const std::optional<double> kappa = pair.kappa(weights);
  if (!kappa) {
    out.reason = chance_is_certain();
    return out;
  }
  out.status = Status::Ok;
  out.value = *kappa;
  out.interval_reason = msg("With more than {most} categories the standard error is not computed.",
                            {{"most", std::to_string(kMostWithError)}});
  return out;
}

Estimate kappa_of(const PairTally& pair, const OfRaters& raters, const Weights& weights, AgreementOptions options) {
  const std::vector<std::size_t> used = used_by(pair);
  if (used.size() > kMostWithError) return without_error(pair, weights);
  options.weights = weights_among(weights, used);
  return cohen_kappa(alone(pair, raters, used), options);
}

void add_indices(PairDetail& out, const PairTally& pair) {
  if (pair.by_a.size() != 2) return;
  const auto n = static_cast<double>(pair.units), a = static_cast<double>(pair.by_a[0]),
             b = static_cast<double>(pair.by_b[0]);
  out.bias_index = (a - b) / n;
  out.prevalence_index = (a + b - n) / n;
}

void add_unweighted(PairDetail& out, double q) {
  const bool is_part = out.kappa.ok() && out.greatest_kappa && *out.greatest_kappa > 0;
  if (is_part) out.share_of_greatest = out.kappa.value / *out.greatest_kappa;
  if (q > 1) out.pabak = (q * out.agreement - 1) / (q - 1);
}

PairDetail detail(const PairTally& pair, const OfRaters& raters, const Weights& weights, const AgreementOptions& options) {
  PairDetail out{
      pair.a, pair.b, pair.units, pair.agreement(), kappa_of(pair, raters, weights, options), pair.greatest_kappa(), {},
      {},     {},     {}};
  add_indices(out, pair);
  if (weights.kind() == Weights::Kind::Identity) add_unweighted(out, static_cast<double>(weights.categories()));
  return out;
}

}  // namespace

std::vector<PairDetail> by_pair(const RatingTable& table, const AgreementOptions& options) {
  const Weights weights = options.weights ? *options.weights : Weights::identity(table.categories().size());
  const std::vector<PairTally> pairs = tally_pairs(table, weights, options.threads);
  const OfRaters raters = of_raters(table);
  std::vector<PairDetail> out(pairs.size());
  in_parallel(pairs.size(), options.threads, [&](std::size_t i) { out[i] = detail(pairs[i], raters, weights, options); });
  return out;
}

}  // namespace etalon::stats
