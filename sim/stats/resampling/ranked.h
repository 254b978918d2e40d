// Alpha with Krippendorff's ordinal metric from coincidences, so that leaving out a unit or a rater takes the ranks anew.
// For the sources of this folder.
#pragma once

#include <optional>
#include <vector>

#include "sim/stats/rating_table.h"

namespace etalon::stats {

inline constexpr std::size_t kMostRanked = 64;  // categories whose ranks are taken anew

// How often a unit has each category.
template <class Counts>
void copy_counts(const Counts& counts, std::vector<double>& own) {
  own.assign(own.size(), 0);
  counts.each([&](std::size_t k, std::size_t n) { own[k] = static_cast<double>(n); });
}

class Ranked {
 public:
  explicit Ranked(std::size_t categories) : counts_(categories), coincidences_(categories * (categories + 1) / 2) {}
  // Of all units with two ratings or more.
  static Ranked of(const RatingTable& table);

  // Adds `times` a unit with these counts, `ratings` in all; one with fewer than two ratings changes nothing.
  void add(const std::vector<double>& own, double ratings, double times);
  // None: undefined, all ratings in one category or none left.
  std::optional<double> alpha() const;

 private:
  std::vector<double> counts_;
  std::vector<double> coincidences_;  // sum of n_k n_l / (ratings - 1), k <= l; the diagonal does not matter here
};

}  // namespace etalon::stats
