// What all coefficients of agreement are made from: sums over the units of a table, for one kind of weights. Ten
// coefficients cost one pass; a resample or a table without a unit has moments of its own, and the same coefficients.
// For the sources of sim/stats.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/stats/agreement/weights.h"
#include "sim/stats/rating_table.h"

namespace etalon::stats {

struct Moments {
  double units = 0;            // with a rating
  double pairable = 0;         // with two ratings or more
  double ratings = 0;          // of the pairable units
  double agreement = 0;        // sum over pairable units of the share of their pairs that agree
  double pairs = 0;            // sum over pairable units of agreeing ordered pairs / (ratings of the unit - 1)
  std::vector<double> shares;  // sum over rated units of the share of their ratings in each category
  std::vector<double> counts;  // ratings of pairable units in each category
};

// Units with the same number of ratings, together.
struct Stratum {
  std::uint64_t units = 0;
  double agreeing = 0;                // weighted ordered pairs of different ratings that agree
  std::vector<std::uint64_t> counts;  // ratings in each category
};
// By the number of ratings of a unit, from 1; those that do not occur are empty (units = 0).
using Strata = std::vector<Stratum>;

Strata strata(const RatingTable& table, const Weights& weights, std::size_t threads = 1);
// Adds `stratum`, of units with `ratings` ratings.
void add(Moments& moments, std::size_t ratings, const Stratum& stratum);
Moments moments(const Strata& strata, std::size_t categories);

// Ratings of each rater in each category: rater * categories + category.
std::vector<std::uint64_t> rater_counts(const RatingTable& table, std::size_t threads = 1);

}  // namespace etalon::stats
