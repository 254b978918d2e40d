// The weighted ordered pairs of different ratings of one unit, sum over k, l of n_k w_kl n_l less the ratings: a loop of
// its own for each kind of weights. For the sources of this folder.
#pragma once

#include <bit>
#include <vector>

#include "sim/stats/agreement/histogram.h"
#include "sim/stats/agreement/weights.h"

namespace etalon::stats {

struct IdentityPairs {
  double operator()(const DenseCounts& counts) const {
    std::uint32_t squares = 0;
    const std::uint8_t* n = counts.bytes();
    for (std::size_t k = 0; k < counts.rounded(); ++k) squares += static_cast<std::uint32_t>(n[k]) * n[k];
    return static_cast<double>(squares - counts.ratings());
  }
  template <class Counts>
  double operator()(const Counts& counts) const {
    std::size_t squares = 0;
    counts.each([&](std::size_t, std::size_t n) { squares += n * n; });
    return static_cast<double>(squares - counts.ratings());
  }
};

// With scores x: m^2 - m - 2 (m sum n x^2 - (sum n x)^2), no loop over pairs.
struct ScorePairs {
  CategoryNumbers scores, squares;

  explicit ScorePairs(const std::vector<double>& numbers) : scores(numbers), squares(squared(numbers)) {}

  template <class Counts>
  double operator()(const Counts& counts) const {
    const auto m = static_cast<double>(counts.ratings());
    if (IdentityPairs{}(counts) == m * m - m) return m * m - m;  // exactly, so that whole agreement is 1
    const double first = counts.dot(scores);
    return m * m - m - 2 * (m * counts.dot(squares) - first * first);
  }

 private:
  static std::vector<double> squared(std::vector<double> numbers) {
    for (double& number : numbers) number *= number;
    return numbers;
  }
};

struct MatrixPairs {
  const double* cells;
  std::size_t categories;
  std::vector<std::pair<std::size_t, double>> used = {};

  template <class Counts>
  double operator()(const Counts& counts) {
    used.clear();
    counts.each([&](std::size_t k, std::size_t n) { used.emplace_back(k, static_cast<double>(n)); });
    double same = -static_cast<double>(counts.ratings()), other = 0;
    for (std::size_t i = 0; i < used.size(); ++i) {
      const double* row = cells + used[i].first * categories;
      double beside = 0;
      for (std::size_t j = 0; j < i; ++j) beside += row[used[j].first] * used[j].second;
      same += used[i].second * used[i].second;
      other += used[i].second * beside;
    }
    return same + 2 * other;
  }
};

struct SetPairs {
  const Weights* weights;
  std::vector<std::pair<std::size_t, double>> used = {};

  template <class Counts>
  double operator()(const Counts& counts) {
    used.clear();
    counts.each([&](std::size_t k, std::size_t n) { used.emplace_back(k, static_cast<double>(n)); });
    double same = -static_cast<double>(counts.ratings()), other = 0;
    for (std::size_t i = 0; i < used.size(); ++i) {
      double beside = 0;
      for (std::size_t j = 0; j < i; ++j) beside += weights->at(used[i].first, used[j].first) * used[j].second;
      same += used[i].second * used[i].second;
      other += used[i].second * beside;
    }
    return same + 2 * other;
  }
};

// Calls `use` with the loop for these weights, which must outlive it.
template <class Use>
void with_pair_sum(const Weights& weights, const Use& use) {
  switch (weights.kind()) {
    case Weights::Kind::Identity: return use(IdentityPairs{});
    case Weights::Kind::Scores: return use(ScorePairs(weights.numbers()));
    case Weights::Kind::Matrix: return use(MatrixPairs{weights.numbers().data(), weights.categories()});
    case Weights::Kind::Sets: return use(SetPairs{&weights});
  }
}

}  // namespace etalon::stats
