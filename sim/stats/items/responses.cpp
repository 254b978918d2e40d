#include "sim/stats/items/responses.h"

#include <map>

#include "sim/base/assert.h"

namespace etalon::stats {

Responses responses(const RatingTable& table, const std::vector<Category>& reference) {
  ETALON_ASSERT(reference.size() == table.units());
  Responses out{table.raters(), table.units(), std::vector<std::int8_t>(table.raters() * table.units(), -1)};
  for (std::size_t item = 0; item < out.items; ++item)
    for (std::size_t person = 0; person < out.persons; ++person) {
      const Category given = table.at(item, person);
      if (given != kMissing && reference[item] != kMissing)
        out.cells[person * out.items + item] = given == reference[item] ? 1 : 0;
    }
  return out;
}

std::vector<Pattern> patterns(const Responses& responses) {
  std::map<std::vector<std::int8_t>, std::size_t> known;
  std::vector<Pattern> out;
  for (std::size_t person = 0; person < responses.persons; ++person) {
    const auto begin = responses.cells.begin() + static_cast<std::ptrdiff_t>(person * responses.items);
    std::vector<std::int8_t> cells(begin, begin + static_cast<std::ptrdiff_t>(responses.items));
    const auto [place, is_new] = known.try_emplace(cells, out.size());
    if (is_new) out.push_back({std::move(cells), 0, {}});
    out[place->second].persons += 1;
    out[place->second].who.push_back(person);
  }
  return out;
}

}  // namespace etalon::stats
