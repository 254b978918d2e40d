// Every pair of raters over the units that both rated: what Cohen's kappa of each pair, and the means over pairs, are made
// of.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/stats/agreement/coefficients.h"

namespace etalon::stats {

struct PairTally {
  std::uint32_t a = 0, b = 0;             // raters, a < b
  std::uint64_t units = 0;                // that both rated; at least one
  double agreeing = 0;                    // sum over these of how alike the two chose
  std::vector<std::uint32_t> by_a, by_b;  // how often each of the two chose a category

  double agreement() const { return agreeing / static_cast<double>(units); }
  // Cohen 1960, 1968; none: both in one category, or weights under which chance is certain.
  std::optional<double> kappa(const Weights& weights) const;
  // The greatest kappa with identity weights that the two's shares of the categories allow: sum of the smaller of the two
  // shares in place of the observed agreement (Cohen 1960; Umesh, Peterson and Sauber 1989).
  std::optional<double> greatest_kappa() const;
};

// Pairs that share a unit, by a, then by b. Bit sets where the weights are the identity and most raters meet, else unit by
// unit: 825 raters who share few units make 339,900 pairs that are nearly all empty.
std::vector<PairTally> tally_pairs(const RatingTable& table, const Weights& weights, std::size_t threads = 1);

}  // namespace etalon::stats
