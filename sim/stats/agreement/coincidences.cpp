#include "sim/stats/agreement/coincidences.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/assert.h"
#include "sim/base/parallel.h"
#include "sim/stats/agreement/parts.h"

namespace etalon::stats {
namespace {

// Pairs of ratings, (m * categories + k) * categories + l; k was given by a later rater than l.
using Counted = std::vector<std::uint64_t>;

template <class View>
void count(const View& codes, std::size_t categories, std::size_t begin, std::size_t end, Counted& out) {
  using Code = typename View::Code;
  std::vector<Code> seen(codes.raters);
  for (std::size_t unit = begin; unit < end; ++unit) {
    const Code* row = codes.row(unit);
    std::size_t m = 0;
    for (std::size_t rater = 0; rater < codes.raters; ++rater) {
      seen[m] = row[rater];
      m += row[rater] == Codes<Code>::kGap ? 0U : 1U;
    }
    std::uint64_t* cells = out.data() + m * categories * categories;
    for (std::size_t i = 1; i < m; ++i)
      for (std::size_t j = 0; j < i; ++j) ++cells[seen[i] * categories + seen[j]];
  }
}

Counted count_all(const RatingTable& table, std::size_t threads) {
  const std::size_t q = table.categories().size(), parts = std::clamp<std::size_t>(threads, 1, table.units() / 1'000 + 1);
  std::vector<Counted> counted(parts);
  table.with_codes([&](const auto& codes) {
    in_parallel(parts, threads, [&](std::size_t part) {
      counted[part].resize((codes.raters + 1) * q * q);
      count(codes, q, codes.units * part / parts, codes.units * (part + 1) / parts, counted[part]);
    });
  });
  for (std::size_t part = 1; part < parts; ++part)
    for (std::size_t i = 0; i < counted[0].size(); ++i) counted[0][i] += counted[part][i];
  return std::move(counted[0]);
}

}  // namespace

Coincidences::Coincidences(const RatingTable& table, std::size_t threads)
    : categories_(table.categories().size()), counts_(categories_), pairs_(categories_ * categories_) {
  ETALON_ASSERT(categories_ <= kMostCategories);
  const Counted counted = count_all(table, threads);
  const std::size_t q = categories_;
  for (std::size_t m = 2; m <= table.raters(); ++m)
    for (std::size_t k = 0; k < q; ++k)
      for (std::size_t l = 0; l <= k; ++l) {
        const std::uint64_t* cells = counted.data() + m * q * q;
        const std::uint64_t met = k == l ? 2 * cells[k * q + k] : cells[k * q + l] + cells[l * q + k];
        const double share = static_cast<double>(met) / static_cast<double>(m - 1);
        counts_[k] += share;
        if (k != l) counts_[l] += share;
        pairs_[k * q + l] += k == l ? share : 2 * share;
      }
  for (double& count : counts_) count = std::round(count);  // ratings are whole
}

std::optional<Parts> Coincidences::alpha(const Weights& weights) const {
  Moments moments;
  moments.counts = counts_;
  moments.ratings = std::accumulate(counts_.begin(), counts_.end(), 0.0);
  moments.pairable = moments.ratings > 0 ? 1 : 0;  // some
  for (std::size_t k = 0; k < categories_; ++k)
    for (std::size_t l = 0; l <= k; ++l) moments.pairs += weights.at(k, l) * pairs_[k * categories_ + l];
  return defined_parts(Coefficient::KrippendorffAlpha, moments, weights, nullptr);
}

}  // namespace etalon::stats
