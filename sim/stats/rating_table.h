// Who put what into which category: units by raters, compact codes, gaps allowed. The input of every coefficient
// of agreement; weights, distances and resampling take the same table.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/large_memory.h"

namespace etalon::stats {

using Category = std::int32_t;
inline constexpr Category kMissing = -1;

// The category as a number; none: it is not one, or not a finite one.
std::optional<double> category_number(std::string_view category);

// Texts without repeats, ascending: by number where all are numbers, else as texts.
std::vector<std::string> in_order(std::vector<std::string> categories);

// The cells of a table as they are stored, a row a unit: for loops that must be fast.
template <class CodeType>
struct Codes {
  using Code = CodeType;
  static constexpr Code kGap = std::numeric_limits<Code>::max();

  const Code* cells;
  std::size_t units, raters;

  const Code* row(std::size_t unit) const { return cells + unit * raters; }
};

class RatingTable {
 public:
  static constexpr std::size_t kMostCategories = 65'535;

  // A byte a cell for up to 255 categories, else two. At most kMostCategories.
  RatingTable(std::size_t units, std::size_t raters, std::vector<std::string> categories);
  // The cells as they are stored, a row a unit; gaps are Codes::kGap. One byte for up to 255 categories, else two.
  RatingTable(std::size_t units, std::size_t raters, std::vector<std::string> categories, LargeVector<std::uint8_t> cells);
  RatingTable(std::size_t units, std::size_t raters, std::vector<std::string> categories, LargeVector<std::uint16_t> cells);
  // A row a unit, a cell a rater; all rows equally long. The categories are those that occur, in_order().
  static RatingTable from_texts(const std::vector<std::vector<std::optional<std::string>>>& rows);

  std::size_t units() const { return units_; }
  std::size_t raters() const { return raters_; }
  const std::vector<std::string>& categories() const { return categories_; }

  Category at(std::size_t unit, std::size_t rater) const {
    const std::size_t cell = unit * raters_ + rater;
    return is_narrow() ? category_of(narrow_[cell]) : category_of(wide_[cell]);
  }
  // `category` is an index into categories(), or kMissing.
  void set(std::size_t unit, std::size_t rater, Category category);

  // Calls `use` with the Codes of one width or the other.
  template <class Use>
  decltype(auto) with_codes(Use&& use) const {
    if (is_narrow()) return use(Codes<std::uint8_t>{narrow_.data(), units_, raters_});
    return use(Codes<std::uint16_t>{wide_.data(), units_, raters_});
  }

 private:
  template <class Code>
  static Category category_of(Code code) {
    return code == Codes<Code>::kGap ? kMissing : static_cast<Category>(code);
  }
  bool is_narrow() const { return categories_.size() <= Codes<std::uint8_t>::kGap; }

  std::size_t units_, raters_;
  std::vector<std::string> categories_;
  LargeVector<std::uint8_t> narrow_;  // one of the two is empty
  LargeVector<std::uint16_t> wide_;
};

}  // namespace etalon::stats
