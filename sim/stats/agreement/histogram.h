// How many raters put a unit into each category, one unit after the other, without keeping them: what every pass over a
// table is made of. For the sources of this folder.
//
// `use(unit, counts)` gets one of two kinds of counts, alike to read: all categories in a row of bytes where these are
// few (arithmetic on whole rows is fast), else only the categories that the unit has.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/stats/rating_table.h"

namespace etalon::stats {

// A number for each category, and zeroes to the end of a lane.
class CategoryNumbers {
 public:
  static constexpr std::size_t kLane = 16;

  explicit CategoryNumbers(std::vector<double> numbers = {}) : numbers_(std::move(numbers)) {
    numbers_.resize((numbers_.size() + kLane - 1) / kLane * kLane);
  }
  double operator[](std::size_t k) const { return numbers_[k]; }
  friend bool operator==(const CategoryNumbers&, const CategoryNumbers&) = default;

 private:
  std::vector<double> numbers_;
};

class DenseCounts {
 public:
  static constexpr std::size_t kMostCategories = 64, kMostRaters = 255, kLane = CategoryNumbers::kLane;

  explicit DenseCounts(std::size_t categories) : rounded_((categories + kLane - 1) / kLane * kLane) {}

  void count(const std::uint8_t* row, std::size_t raters) {
    for (std::size_t i = 0; i < rounded_; ++i) counts_[i] = 0;
    counts_[Codes<std::uint8_t>::kGap] = 0;
    for (std::size_t rater = 0; rater < raters; ++rater) ++counts_[row[rater]];
    ratings_ = raters - counts_[Codes<std::uint8_t>::kGap];
  }

  std::size_t ratings() const { return ratings_; }
  // The counts, filled up with zeroes to a multiple of kLane.
  const std::uint8_t* bytes() const { return counts_.data(); }
  std::size_t rounded() const { return rounded_; }

  // Sum over the ratings of a number for each category. A fixed order of sums whatever the machine: four lanes, put together
  // at the end.
  double dot(const CategoryNumbers& numbers) const {
    double lanes[4] = {};
    for (std::size_t k = 0; k < rounded_; k += 4)
      for (std::size_t i = 0; i < 4; ++i) lanes[i] += counts_[k + i] * numbers[k + i];
    return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
  }

  template <class Use>
  void each(const Use& use) const {
    for (std::size_t k = 0; k < rounded_; ++k)
      if (counts_[k] > 0) use(k, static_cast<std::size_t>(counts_[k]));
  }

 private:
  std::array<std::uint8_t, 256> counts_{};
  std::size_t rounded_, ratings_ = 0;
};

class SparseCounts {
 public:
  explicit SparseCounts(std::size_t categories) : counts_(categories) {}

  template <class Code>
  void count(const Code* row, std::size_t raters) {
    for (const std::size_t k : used_) counts_[k] = 0;
    used_.clear();
    ratings_ = 0;
    for (std::size_t rater = 0; rater < raters; ++rater) {
      if (row[rater] == Codes<Code>::kGap) continue;
      ++ratings_;
      if (counts_[row[rater]]++ == 0) used_.push_back(row[rater]);
    }
  }

  std::size_t ratings() const { return ratings_; }

  double dot(const CategoryNumbers& numbers) const {
    double sum = 0;
    for (const std::size_t k : used_) sum += counts_[k] * numbers[k];
    return sum;
  }

  template <class Use>
  void each(const Use& use) const {
    for (const std::size_t k : used_) use(k, static_cast<std::size_t>(counts_[k]));
  }

 private:
  std::vector<std::uint32_t> counts_;
  std::vector<std::size_t> used_;
  std::size_t ratings_ = 0;
};

// `count` units, the i-th being `unit_at(i)`.
template <class UnitAt, class Use>
void each_unit_of(const RatingTable& table, std::size_t count, const UnitAt& unit_at, const Use& use) {
  const auto walk = [&](const auto& codes, auto counts) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t unit = unit_at(i);
      counts.count(codes.row(unit), codes.raters);
      use(unit, counts);
    }
  };
  const std::size_t categories = table.categories().size();
  table.with_codes([&](const auto& codes) {
    if constexpr (sizeof(typename std::decay_t<decltype(codes)>::Code) == 1)
      if (categories <= DenseCounts::kMostCategories && codes.raters <= DenseCounts::kMostRaters)
        return walk(codes, DenseCounts(categories));
    walk(codes, SparseCounts(categories));
  });
}

// Units from `begin` to before `end`.
template <class Use>
void each_unit(const RatingTable& table, std::size_t begin, std::size_t end, const Use& use) {
  each_unit_of(
      table, end - begin, [begin](std::size_t i) { return begin + i; }, use);
}

// Passes over a table go by blocks of so many units; what blocks add up to is put together in their order, so that
// the sums are the same for any number of threads.
inline constexpr std::size_t kUnitsOfBlock = 2'048;
inline std::size_t blocks_of(const RatingTable& table) { return (table.units() + kUnitsOfBlock - 1) / kUnitsOfBlock; }

}  // namespace etalon::stats
