// What the models have in common. For the sources of this folder.
#pragma once

#include <cmath>

#include "sim/stats/truth/latent_truth.h"

namespace etalon::stats {

// Ratings of a unit, one after the other: what every loop here wants.
struct Rated {
  std::uint32_t rater = 0;
  std::uint32_t category = 0;
};

template <class Use>
void each_rating(const RatingTable& table, std::size_t unit, const Use& use) {
  table.with_codes([&](const auto& codes) {
    using Code = typename std::decay_t<decltype(codes)>::Code;
    const Code* row = codes.row(unit);
    for (std::size_t rater = 0; rater < codes.raters; ++rater)
      if (row[rater] != Codes<Code>::kGap) use(rater, static_cast<std::size_t>(row[rater]));
  });
}

// exp(x - the largest), scaled to a sum of 1; the log of the sum of exp(x). All -infinity: left as they are, 0.
double normalise(double* logs, std::size_t count);

// Shares of the unit's ratings; zeroes where it has none. Of one unit, of all.
void majority(const RatingTable& table, std::size_t unit, double* row);
std::vector<double> majority(const RatingTable& table);

// Confusions and accuracies that the posterior gives, and priors as its mean.
void describe(const RatingTable& table, LatentTruth& out);
// The same, where confusions and priors hold the posteriors' sums over ratings and over rated units.
void sums_to_shares(LatentTruth& out);

// Whether the log-likelihood has stopped growing.
inline bool has_stopped(double before, double now, double tolerance) {
  return std::abs(now - before) <= tolerance * (std::abs(now) + 1e-300) && tolerance > 0;
}

LatentTruth dawid_skene(const RatingTable& table, bool one_coin, const TruthOptions& options);
LatentTruth mace(const RatingTable& table, const TruthOptions& options);
LatentTruth glad(const RatingTable& table, const TruthOptions& options);

}  // namespace etalon::stats
