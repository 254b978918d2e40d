#include "sim/stats/rating_table.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

#include "sim/base/assert.h"

namespace etalon::stats {

namespace {

std::vector<std::string> texts_of(const std::vector<std::vector<std::optional<std::string>>>& rows) {
  std::set<std::string> texts;
  for (const auto& row : rows)
    for (const auto& cell : row)
      if (cell) texts.insert(*cell);
  return in_order({texts.begin(), texts.end()});
}

}  // namespace

std::optional<double> category_number(std::string_view category) {
  double value = 0;
  const auto [end, error] = std::from_chars(category.data(), category.data() + category.size(), value);
  const bool whole = error == std::errc() && end == category.data() + category.size() && std::isfinite(value);
  return whole ? std::optional(value) : std::nullopt;
}

std::vector<std::string> in_order(std::vector<std::string> categories) {
  std::sort(categories.begin(), categories.end());
  categories.erase(std::unique(categories.begin(), categories.end()), categories.end());
  const bool numbers = std::all_of(categories.begin(), categories.end(),
                                   [](const std::string& text) { return category_number(text).has_value(); });
  if (numbers)
    std::stable_sort(categories.begin(), categories.end(),
                     [](const std::string& a, const std::string& b) { return *category_number(a) < *category_number(b); });
  return categories;
}

RatingTable::RatingTable(std::size_t units, std::size_t raters, std::vector<std::string> categories)
    : units_(units), raters_(raters), categories_(std::move(categories)) {
  ETALON_ASSERT(categories_.size() <= kMostCategories);
  if (is_narrow())
    narrow_.assign(units * raters, Codes<std::uint8_t>::kGap);
  else
    wide_.assign(units * raters, Codes<std::uint16_t>::kGap);
}

RatingTable::RatingTable(std::size_t units, std::size_t raters, std::vector<std::string> categories,
                         LargeVector<std::uint8_t> cells)
    : units_(units), raters_(raters), categories_(std::move(categories)), narrow_(std::move(cells)) {
  ETALON_ASSERT(is_narrow() && narrow_.size() == units * raters);
}

RatingTable::RatingTable(std::size_t units, std::size_t raters, std::vector<std::string> categories,
                         LargeVector<std::uint16_t> cells)
    : units_(units), raters_(raters), categories_(std::move(categories)), wide_(std::move(cells)) {
  ETALON_ASSERT(!is_narrow() && categories_.size() <= kMostCategories && wide_.size() == units * raters);
}

RatingTable RatingTable::from_texts(const std::vector<std::vector<std::optional<std::string>>>& rows) {
  RatingTable table(rows.size(), rows.empty() ? 0 : rows.front().size(), texts_of(rows));
  std::map<std::string_view, Category> known;
  for (const std::string& category : table.categories_) known.emplace(category, static_cast<Category>(known.size()));
  for (std::size_t unit = 0; unit < table.units_; ++unit) {
    ETALON_ASSERT(rows[unit].size() == table.raters_);
    for (std::size_t rater = 0; rater < table.raters_; ++rater) {
      const auto& cell = rows[unit][rater];
      if (!cell) continue;
      table.set(unit, rater, known.at(*cell));
    }
  }
  return table;
}

void RatingTable::set(std::size_t unit, std::size_t rater, Category category) {
  ETALON_ASSERT(unit < units_ && rater < raters_);
  ETALON_ASSERT(category >= kMissing && category < static_cast<Category>(categories_.size()));
  const std::size_t cell = unit * raters_ + rater;
  if (is_narrow())
    narrow_[cell] = static_cast<std::uint8_t>(category);  // kMissing becomes kGap
  else
    wide_[cell] = static_cast<std::uint16_t>(category);
}

}  // namespace etalon::stats
