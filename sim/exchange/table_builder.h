// A rating table that grows with the file: units, raters and categories are numbered as they come, a rating goes straight
// into its cell.
#pragma once

#include "sim/exchange/name_index.h"
#include "sim/exchange/ratings_file.h"

namespace etalon::exchange {

class TableBuilder {
 public:
  static constexpr std::size_t kMostCells = 1'000'000'000;

  explicit TableBuilder(Repeats repeats) : policy_(repeats) {}

  NameIndex units, raters, categories;

  enum class Added { Yes, Repeat, TooMany };
  Added add(std::uint32_t unit, std::uint32_t rater, std::uint32_t category) {
    if ((unit >= rows_ || rater >= stride_) && !make_room(unit, rater)) return Added::TooMany;
    if (category >= kNarrowGap && wide_.empty() && !widen(category)) return Added::TooMany;
    const std::size_t cell = unit * stride_ + rater;
    const bool repeated = wide_.empty() ? narrow_[cell] != kNarrowGap : wide_[cell] != kWideGap;
    if (!repeated || policy_ == Repeats::Last) {
      if (wide_.empty())
        narrow_[cell] = static_cast<std::uint8_t>(category);
      else
        wide_[cell] = static_cast<std::uint16_t>(category);
    }
    repeats_ += repeated ? 1U : 0U;
    return repeated ? Added::Repeat : Added::Yes;
  }

  // Room for so many units; only speed hangs on it.
  void expect_units(std::size_t count);

  // Puts what `later` read of the same file behind this one's, as if it had been read here. False: too many cells.
  bool append(TableBuilder& later);

  std::size_t repeats() const { return repeats_; }

  // The table with the categories in this order, which has all that were rated, each once. The units times the raters are
  // at most kMostCells. The cells are gone from here.
  stats::RatingTable take(std::vector<std::string> order);

 private:
  static constexpr std::uint8_t kNarrowGap = stats::Codes<std::uint8_t>::kGap;
  static constexpr std::uint16_t kWideGap = stats::Codes<std::uint16_t>::kGap;

  bool make_room(std::uint32_t unit, std::uint32_t rater);
  bool widen(std::uint32_t category);
  template <class Cell>
  void restride(LargeVector<Cell>& cells, std::size_t stride, Cell gap);
  void append_row(const TableBuilder& later, std::uint32_t row, std::uint32_t unit,
                  const std::vector<std::uint32_t>& rater_of, const std::vector<std::uint8_t>& code_of);
  bool append_cells(const TableBuilder& later, std::uint32_t row, std::uint32_t unit,
                    const std::vector<std::uint32_t>& rater_of, const std::vector<std::uint32_t>& category_of);

  Repeats policy_;
  std::size_t rows_ = 0, stride_ = 0;  // room for so many units and raters
  LargeVector<std::uint8_t> narrow_;   // in use until there are 255 categories …
  LargeVector<std::uint16_t> wide_;    // … and then this
  std::size_t repeats_ = 0;
};

}  // namespace etalon::exchange
