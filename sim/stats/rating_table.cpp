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
  std::vector<std::string> out(texts.begin(), texts.end());
  const bool numbers =
      std::all_of(out.begin(), out.end(), [](const auto& text) { return category_number(text).has_value(); });
  if (numbers)
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return *category_number(a) < *category_number(b); });
  return out;
}

}  // namespace

std::optional<double> category_number(std::string_view category) {
  double value = 0;
  const auto [end, error] = std::from_chars(category.data(), category.data() + category.size(), value);
  const bool whole = error == std::errc() && end == category.data() + category.size() && std::isfinite(value);
  return whole ? std::optional(value) : std::nullopt;
}

RatingTable::RatingTable(std::size_t units, std::size_t raters, std::vector<std::string> categories)
    : units_(units), raters_(raters), categories_(std::move(categories)), codes_(units * raters, kMissing) {}

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
  codes_[unit * raters_ + rater] = category;
}

std::size_t UnitCounts::agreeing_pairs() const {
  std::size_t pairs = 0;
  for (const std::size_t count : by_category)
    if (count > 1) pairs += count * (count - 1);
  return pairs;
}

std::vector<UnitCounts> count_units(const RatingTable& table, std::size_t minimum) {
  std::vector<UnitCounts> units;
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    UnitCounts counts{std::vector<std::size_t>(table.categories().size()), 0};
    for (std::size_t rater = 0; rater < table.raters(); ++rater) {
      const Category category = table.at(unit, rater);
      if (category == kMissing) continue;
      ++counts.by_category[static_cast<std::size_t>(category)];
      ++counts.ratings;
    }
    if (counts.ratings >= minimum) units.push_back(std::move(counts));
  }
  return units;
}

}  // namespace etalon::stats
