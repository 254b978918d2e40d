// The seeded matrices that the statistics are measured on: each unit has a true category, each rating is it with
// probability 0.6 and else any; 20 % are missing.
#pragma once

#include "sim/base/rng.h"
#include "sim/stats/rating_table.h"

namespace etalon::bench {

struct Shape {
  const char* name;
  std::size_t units, raters, categories;
};
inline constexpr Shape kShapes[] = {{"a", 10'000, 10, 12}, {"b", 100'000, 20, 12}, {"c", 1'000'000, 10, 24}};

inline stats::RatingTable seeded_matrix(const Shape& shape) {
  SeededRng rng(20);
  std::vector<std::string> categories;
  for (std::size_t k = 0; k < shape.categories; ++k) categories.push_back(std::to_string(k + 1));
  stats::RatingTable out(shape.units, shape.raters, categories);
  for (std::size_t unit = 0; unit < shape.units; ++unit) {
    const std::uint64_t truth = rng.below(shape.categories);
    for (std::size_t rater = 0; rater < shape.raters; ++rater) {
      if (rng.below(5) == 0) continue;
      const std::uint64_t chosen = rng.below(10) < 6 ? truth : rng.below(shape.categories);
      out.set(unit, rater, static_cast<stats::Category>(chosen));
    }
  }
  return out;
}

}  // namespace etalon::bench
