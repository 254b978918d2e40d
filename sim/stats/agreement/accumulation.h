// What all coefficients for many raters are made from: one pass over the ratings. For the sources of this folder.
#pragma once

#include <vector>

#include "sim/stats/agreement/coefficients.h"

namespace etalon::stats {

struct Accumulation {
  std::size_t categories = 0;
  std::size_t pairable = 0;       // units with two ratings or more
  std::vector<UnitCounts> units;  // with one rating or more
  std::vector<double> agreement;  // of each unit: the weighted share of its pairs that agree; 0 for a single rating
  std::vector<double> shares;     // of each category, every unit with the same weight
};

// The weights of the options; identity where they name none.
Weights weights_of(const RatingTable& table, const AgreementOptions& options);

Accumulation accumulate(const RatingTable& table, const Weights& weights);

// Two raters, and the units that both rated.
RatingTable pair_of(const RatingTable& table, std::size_t a, std::size_t b);

// Weighted ordered pairs of different ratings of the unit.
double agreeing_pairs(const UnitCounts& unit, const Weights& weights);

// sum over k, l of a_k w_kl b_l.
double weigh(const std::vector<double>& a, const Weights& weights, const std::vector<double>& b);
// sum over l of w_kl shares_l, for each k.
std::vector<double> smoothed(const Weights& weights, const std::vector<double>& shares);
// sum over k of count_k x_k / ratings.
double mean_over_ratings(const UnitCounts& unit, const std::vector<double>& by_category);

Message chance_is_certain();  // the reason where expected agreement is 1

}  // namespace etalon::stats
