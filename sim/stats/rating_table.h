// Who put what into which category: units by raters, compact codes, gaps allowed. The input of every coefficient
// of agreement; weights, distances and resampling take the same table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace etalon::stats {

using Category = std::int32_t;
inline constexpr Category kMissing = -1;

// The category as a number; none: it is not one, or not a finite one.
std::optional<double> category_number(std::string_view category);

class RatingTable {
 public:
  RatingTable(std::size_t units, std::size_t raters, std::vector<std::string> categories);
  // A row a unit, a cell a rater; all rows equally long. The categories are those that occur: by number where all
  // are numbers, else sorted as texts.
  static RatingTable from_texts(const std::vector<std::vector<std::optional<std::string>>>& rows);

  std::size_t units() const { return units_; }
  std::size_t raters() const { return raters_; }
  const std::vector<std::string>& categories() const { return categories_; }

  Category at(std::size_t unit, std::size_t rater) const { return codes_[unit * raters_ + rater]; }
  // `category` is an index into categories(), or kMissing.
  void set(std::size_t unit, std::size_t rater, Category category);

 private:
  std::size_t units_, raters_;
  std::vector<std::string> categories_;
  std::vector<Category> codes_;
};

// How many raters put the unit into each category: what the coefficients for many raters work on.
struct UnitCounts {
  std::vector<std::size_t> by_category;
  std::size_t ratings = 0;

  // Ordered pairs of ratings of this unit that are the same.
  std::size_t agreeing_pairs() const;
};

// Units with at least `minimum` ratings, in their order.
std::vector<UnitCounts> count_units(const RatingTable& table, std::size_t minimum);

}  // namespace etalon::stats
