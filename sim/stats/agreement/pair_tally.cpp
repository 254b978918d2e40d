#include "sim/stats/agreement/pair_tally.h"

#include <algorithm>
#include <unordered_map>

#include "sim/stats/agreement/pair_bits.h"
#include "sim/stats/agreement/parts.h"

namespace etalon::stats {
namespace {

constexpr std::size_t kMostOfBits = 1'000'000;  // numbers kept for the pairs together

double form_of(const Weights& weights, const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  return weights.form({a.begin(), a.end()}, {b.begin(), b.end()});
}

bool in_one_category(const PairTally& pair) {
  std::size_t used = 0;
  for (std::size_t k = 0; k < pair.by_a.size(); ++k) used += pair.by_a[k] + pair.by_b[k] > 0 ? 1U : 0U;
  return used < 2;
}

// Meetings of two raters in a unit, guessed from a thousand units spread over the table: either way gives the same numbers,
// so only time hangs on it.
double meetings_of(const RatingTable& table) {
  const std::size_t step = table.units() / 1'000 + 1;
  double meetings = 0;
  for (std::size_t unit = 0; unit < table.units(); unit += step) {
    double m = 0;
    for (std::size_t rater = 0; rater < table.raters(); ++rater) m += table.at(unit, rater) == kMissing ? 0 : 1;
    meetings += m * (m - 1) / 2;
  }
  return meetings * static_cast<double>(step);
}

// Against what looking at all pairs by words of 64 units would cost.
bool bits_are_cheaper(const RatingTable& table) {
  const double raters = static_cast<double>(table.raters()), q = static_cast<double>(table.categories().size());
  if (raters * raters / 2 * (2 * q + 2) > static_cast<double>(kMostOfBits)) return false;
  return raters * raters / 2 * (3 * q + 1) * static_cast<double>(table.units()) / 64 < 4 * meetings_of(table);
}

// Pairs in the order in which they first meet.
class Meetings {
 public:
  Meetings(const RatingTable& table, const Weights& weights) : table_(table), weights_(weights) {}

  void add(std::size_t unit) {
    here_.clear();
    for (std::uint32_t rater = 0; rater < table_.raters(); ++rater)
      if (const Category category = table_.at(unit, rater); category != kMissing)
        here_.emplace_back(rater, static_cast<std::size_t>(category));
    for (std::size_t i = 0; i < here_.size(); ++i)
      for (std::size_t j = i + 1; j < here_.size(); ++j) add(here_[i], here_[j]);
  }

  std::vector<PairTally> take() {
    std::sort(out_.begin(), out_.end(),
              [](const PairTally& x, const PairTally& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
    return std::move(out_);
  }

 private:
  using Rated = std::pair<std::uint32_t, std::size_t>;  // who, and which category

  void add(const Rated& x, const Rated& y) {
    const auto place = known_.try_emplace(std::uint64_t{x.first} * table_.raters() + y.first, out_.size());
    if (place.second) {
      const std::vector<std::uint32_t> none(table_.categories().size());
      out_.push_back({x.first, y.first, 0, 0, none, none});
    }
    PairTally& pair = out_[place.first->second];
    ++pair.units;
    pair.agreeing += weights_.at(x.second, y.second);
    ++pair.by_a[x.second];
    ++pair.by_b[y.second];
  }

  const RatingTable& table_;
  const Weights& weights_;
  std::vector<Rated> here_;
  std::unordered_map<std::uint64_t, std::size_t> known_;
  std::vector<PairTally> out_;
};

}  // namespace

std::optional<double> PairTally::kappa(const Weights& weights) const {
  if (in_one_category(*this)) return std::nullopt;
  const auto n = static_cast<double>(units);
  const Parts parts{agreement(), form_of(weights, by_a, by_b) / (n * n)};
  return parts.expected >= kCertain ? std::nullopt : std::optional(parts.value());
}

std::optional<double> PairTally::greatest_kappa() const {
  if (in_one_category(*this)) return std::nullopt;
  const auto n = static_cast<double>(units);
  Parts parts;
  for (std::size_t k = 0; k < by_a.size(); ++k) {
    parts.observed += std::min(by_a[k], by_b[k]) / n;
    parts.expected += static_cast<double>(by_a[k]) * by_b[k] / (n * n);
  }
  return parts.expected >= kCertain ? std::nullopt : std::optional(parts.value());
}

std::vector<PairTally> tally_pairs(const RatingTable& table, const Weights& weights, std::size_t threads) {
  if (table.raters() < 2) return {};
  if (weights.kind() == Weights::Kind::Identity && bits_are_cheaper(table)) {
    std::vector<PairTally> out = tally_by_bits(table, threads);
    std::erase_if(out, [](const PairTally& pair) { return pair.units == 0; });
    return out;
  }
  Meetings meetings(table, weights);
  for (std::size_t unit = 0; unit < table.units(); ++unit) meetings.add(unit);
  return meetings.take();
}

}  // namespace etalon::stats
