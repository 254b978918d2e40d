// How often two categories met in a unit: one pass over the ratings, from which alpha follows in any number of metrics,
// those that hang on how common the categories are among them.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/stats/agreement/coefficients.h"
#include "sim/stats/agreement/metric.h"

namespace etalon::stats {

// Whole numbers, kept apart by the number of ratings of a unit and divided at the end: the same bits for any number of
// threads.
class Coincidences {
 public:
  static constexpr std::size_t kMostCategories = 64;

  // At most kMostCategories.
  explicit Coincidences(const RatingTable& table, std::size_t threads = 1);

  // Ratings of units with two ratings or more in each category.
  const std::vector<double>& counts() const { return counts_; }
  // Krippendorff 2011; none: nothing to compare, one category, or weights under which chance is certain.
  std::optional<Parts> alpha(const Weights& weights) const;

 private:
  std::size_t categories_;
  std::vector<double> counts_;
  std::vector<double> pairs_;  // k * categories + l, k >= l: ordered pairs of different ratings / (ratings of the unit - 1)
};

}  // namespace etalon::stats
