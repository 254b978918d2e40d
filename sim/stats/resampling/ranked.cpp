#include "sim/stats/resampling/ranked.h"

#include "sim/stats/agreement/histogram.h"

namespace etalon::stats {

Ranked Ranked::of(const RatingTable& table) {
  Ranked out(table.categories().size());
  std::vector<double> own(table.categories().size());
  each_unit(table, 0, table.units(), [&](std::size_t, const auto& counts) {
    copy_counts(counts, own);
    out.add(own, static_cast<double>(counts.ratings()), 1);
  });
  return out;
}

void Ranked::add(const std::vector<double>& own, double ratings, double times) {
  if (ratings < 2) return;
  const double share = times / (ratings - 1);
  for (std::size_t k = 0, at = 0; k < own.size(); ++k) {
    counts_[k] += times * own[k];
    for (std::size_t l = k; l < own.size(); ++l, ++at) coincidences_[at] += share * own[k] * own[l];
  }
}

// (sum over k < l of o_kl d_kl / n, and n_k n_l d_kl / (n (n - 1))).
std::optional<double> Ranked::alpha() const {
  double all = 0, observed = 0, expected = 0;
  std::vector<double> ranks;
  for (const double count : counts_) {
    ranks.push_back(all + count / 2);
    all += count;
  }
  for (std::size_t k = 0, at = 0; k < counts_.size(); ++k)
    for (std::size_t l = k; l < counts_.size(); ++l, ++at) {
      const double distance = (ranks[k] - ranks[l]) * (ranks[k] - ranks[l]);
      observed += coincidences_[at] * distance;
      expected += counts_[k] * counts_[l] * distance;
    }
  return expected > 0 ? std::optional(1 - (all - 1) * observed / expected) : std::nullopt;
}

}  // namespace etalon::stats
