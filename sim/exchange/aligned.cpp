#include "sim/exchange/aligned.h"

#include "sim/exchange/name_index.h"

namespace etalon::exchange {
namespace {

std::vector<std::string> categories_of(const Ratings& before, const Ratings& after, bool ordered) {
  NameIndex names;
  for (const Ratings* one : {&before, &after})
    for (const std::string& name : one->table.categories()) names.index(name);
  return ordered ? names.take().texts() : stats::in_order(names.take().texts());
}

stats::RatingTable placed(const Ratings& ratings, NameIndex& units, std::size_t all,
                          const std::vector<std::string>& categories) {
  NameIndex places;
  for (const std::string& name : categories) places.index(name);
  std::vector<stats::Category> codes;
  for (const std::string& name : ratings.table.categories())
    codes.push_back(static_cast<stats::Category>(places.index(name)));
  stats::RatingTable out(all, ratings.table.raters(), categories);
  for (std::size_t unit = 0; unit < ratings.table.units(); ++unit) {
    const std::size_t place = units.index(ratings.units[unit]);
    for (std::size_t rater = 0; rater < ratings.table.raters(); ++rater)
      if (const stats::Category code = ratings.table.at(unit, rater); code != stats::kMissing)
        out.set(place, rater, codes[static_cast<std::size_t>(code)]);
  }
  return out;
}

}  // namespace

Aligned align(const Ratings& before, const Ratings& after, bool ordered) {
  const std::vector<std::string> categories = categories_of(before, after, ordered);
  NameIndex units;
  for (const Ratings* one : {&before, &after})
    for (std::size_t i = 0; i < one->units.size(); ++i) units.index(one->units[i]);
  const std::size_t all = units.size();
  return {before.units.size() + after.units.size() - all, placed(before, units, all, categories),
          placed(after, units, all, categories)};
}

}  // namespace etalon::exchange
