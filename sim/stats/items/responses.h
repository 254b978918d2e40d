// Who answered which item rightly: persons by items, gaps allowed. An item is a unit of a rating table, a person a rater;
// right is what agrees with the reference.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/stats/rating_table.h"

namespace etalon::stats {

struct Responses {
  std::size_t persons = 0, items = 0;
  std::vector<std::int8_t> cells;  // person * items + item: 1 right, 0 wrong, -1 missing

  int at(std::size_t person, std::size_t item) const { return cells[person * items + item]; }
};

// A unit without a reference is missing for everybody.
Responses responses(const RatingTable& table, const std::vector<Category>& reference);

// Persons with the same answers, together: the models need no more.
struct Pattern {
  std::vector<std::int8_t> cells;  // by item
  double persons = 0;
  std::vector<std::size_t> who;
};
std::vector<Pattern> patterns(const Responses& responses);

}  // namespace etalon::stats
