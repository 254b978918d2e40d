#include "sim/exchange/table_builder.h"

#include <algorithm>
#include <bit>

#include "sim/base/assert.h"

namespace etalon::exchange {
namespace {

// Each number of `names` as it is numbered in `into`.
std::vector<std::uint32_t> renumbered(const NameIndex& names, NameIndex& into) {
  constexpr std::uint32_t kAhead = 8;
  std::vector<std::uint32_t> out;
  out.reserve(names.size());
  for (std::uint32_t number = 0; number < names.size(); ++number) {
    if (number + kAhead < names.size()) into.expect(names.names()[number + kAhead]);
    out.push_back(into.index(names.names()[number]));
  }
  return out;
}

// Cells with their final stride and codes; `gap` stays what it is.
template <class Cell>
LargeVector<Cell> packed(LargeVector<Cell> cells, std::size_t stride, std::size_t units, std::size_t raters,
                         const std::vector<Cell>& codes) {
  for (std::size_t unit = 0; unit < units; ++unit)
    for (std::size_t rater = 0; rater < raters; ++rater) cells[unit * raters + rater] = codes[cells[unit * stride + rater]];
  cells.resize(units * raters);
  return cells;
}

}  // namespace

template <class Cell>
void TableBuilder::restride(LargeVector<Cell>& cells, std::size_t stride, Cell gap) {
  LargeVector<Cell> wider(rows_ * stride, gap);
  for (std::size_t row = 0; row < rows_ && stride_ > 0; ++row)
    std::copy_n(cells.begin() + static_cast<std::ptrdiff_t>(row * stride_), std::min(stride, stride_),
                wider.begin() + static_cast<std::ptrdiff_t>(row * stride));
  cells = std::move(wider);
}

bool TableBuilder::make_room(std::uint32_t unit, std::uint32_t rater) {
  const std::size_t stride = rater < stride_ ? stride_ : std::max<std::size_t>(4, std::bit_ceil(rater + std::size_t{1}));
  const std::size_t rows = unit < rows_ ? rows_ : std::max<std::size_t>(unit + std::size_t{1}, rows_ + rows_ / 16);
  if (units.size() * raters.size() > kMostCells || rows * stride > 4 * kMostCells) return false;
  const bool narrow = wide_.empty();
  if (stride != stride_) {
    narrow ? restride(narrow_, stride, kNarrowGap) : restride(wide_, stride, kWideGap);
    stride_ = stride;
  }
  rows_ = rows;
  narrow ? narrow_.resize(rows_ * stride_, kNarrowGap) : wide_.resize(rows_ * stride_, kWideGap);
  return true;
}

bool TableBuilder::widen(std::uint32_t category) {
  if (category >= stats::RatingTable::kMostCategories) return false;
  wide_.reserve(narrow_.size());
  for (const std::uint8_t code : narrow_) wide_.push_back(code == kNarrowGap ? kWideGap : code);
  narrow_ = {};
  return true;
}

void TableBuilder::expect_units(std::size_t count) {
  if (raters.size() == 0) return;
  count = std::min(count, kMostCells / raters.size());  // what is expected hangs on a few rows: more is refused anyway
  units.reserve(count);
  if (!wide_.empty()) return;
  restride(narrow_, raters.size(), kNarrowGap);
  stride_ = raters.size();
  narrow_.reserve(count * stride_);
}

bool TableBuilder::append(TableBuilder& later) {
  const auto known = static_cast<std::uint32_t>(units.size());
  const auto unit_of = renumbered(later.units, units), rater_of = renumbered(later.raters, raters),
             category_of = renumbered(later.categories, categories);
  if (later.rows_ == 0) return true;  // it read no rating
  if (!make_room(static_cast<std::uint32_t>(units.size() - 1), static_cast<std::uint32_t>(raters.size() - 1))) return false;
  const bool narrow = later.wide_.empty() && categories.size() <= kNarrowGap && wide_.empty();
  std::vector<std::uint8_t> code_of(std::size_t{kNarrowGap} + 1, kNarrowGap);
  for (std::size_t code = 0; narrow && code < category_of.size(); ++code)
    code_of[code] = static_cast<std::uint8_t>(category_of[code]);
  for (std::uint32_t row = 0; row < unit_of.size(); ++row) {
    if (row >= later.rows_) break;
    if (narrow && unit_of[row] >= known)
      append_row(later, row, unit_of[row], rater_of, code_of);
    else if (!append_cells(later, row, unit_of[row], rater_of, category_of))
      return false;
  }
  repeats_ += later.repeats_;
  return true;
}

// A unit that was not known here: nothing can be repeated.
void TableBuilder::append_row(const TableBuilder& later, std::uint32_t row, std::uint32_t unit,
                              const std::vector<std::uint32_t>& rater_of, const std::vector<std::uint8_t>& code_of) {
  const std::uint8_t* from = later.narrow_.data() + row * later.stride_;
  std::uint8_t* to = narrow_.data() + unit * stride_;
  for (std::size_t rater = 0; rater < std::min(later.stride_, rater_of.size()); ++rater)
    to[rater_of[rater]] = code_of[from[rater]];
}

bool TableBuilder::append_cells(const TableBuilder& later, std::uint32_t row, std::uint32_t unit,
                                const std::vector<std::uint32_t>& rater_of, const std::vector<std::uint32_t>& category_of) {
  for (std::size_t rater = 0; rater < std::min(later.stride_, rater_of.size()); ++rater) {
    const std::size_t cell = row * later.stride_ + rater;
    const bool narrow = later.wide_.empty();
    if (narrow ? later.narrow_[cell] == kNarrowGap : later.wide_[cell] == kWideGap) continue;
    const std::uint32_t code = narrow ? later.narrow_[cell] : later.wide_[cell];
    if (add(unit, rater_of[rater], category_of[code]) == Added::TooMany) return false;
  }
  return true;
}

stats::RatingTable TableBuilder::take(std::vector<std::string> order) {
  NameIndex place;
  for (const std::string& category : order) place.index(category);
  const bool narrow = order.size() <= kNarrowGap;
  ETALON_ASSERT(!narrow || wide_.empty());
  std::vector<std::uint8_t> narrow_codes(std::size_t{kNarrowGap} + 1, kNarrowGap);
  std::vector<std::uint16_t> wide_codes(std::size_t{kWideGap} + 1, kWideGap);
  const bool room = make_room(static_cast<std::uint32_t>(std::max<std::size_t>(1, units.size()) - 1),
                              static_cast<std::uint32_t>(std::max<std::size_t>(1, raters.size()) - 1));
  ETALON_ASSERT(room);
  if (!narrow && wide_.empty()) widen(0);  // categories that do not occur need the room
  for (std::uint32_t k = 0; k < categories.size(); ++k) {
    const std::uint32_t code = place.index(categories.names()[k]);
    if (narrow) narrow_codes[k] = static_cast<std::uint8_t>(code);
    wide_codes[k] = static_cast<std::uint16_t>(code);
  }
  if (narrow)
    return {units.size(), raters.size(), std::move(order),
            packed(std::move(narrow_), stride_, units.size(), raters.size(), narrow_codes)};
  LargeVector<std::uint16_t> cells = packed(std::move(wide_), stride_, units.size(), raters.size(), wide_codes);
  return {units.size(), raters.size(), std::move(order), std::move(cells)};
}

}  // namespace etalon::exchange
