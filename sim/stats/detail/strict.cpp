#include "sim/stats/detail/strict.h"

#include "sim/stats/agreement/check.h"
#include "sim/stats/agreement/histogram.h"
#include "sim/stats/proportion.h"

namespace etalon::stats {

Estimate strict_agreement(const RatingTable& table, StrictUnits units, double level) {
  Estimate out = count_and_check(table);
  if (!out.reason.text.empty()) return out;
  const std::size_t fewest = units == StrictUnits::Complete ? out.raters : 2, raters = out.raters;
  std::size_t counted = 0, agreed = 0, ratings = 0;
  each_unit(table, 0, table.units(), [&](std::size_t, const auto& counts) {
    if (counts.ratings() < fewest) return;
    ++counted;
    ratings += counts.ratings();
    std::size_t categories = 0;
    counts.each([&](std::size_t, std::size_t) { ++categories; });
    agreed += categories == 1 ? 1U : 0U;
  });
  out = proportion(agreed, counted, level);
  out.raters = raters;
  out.ratings = ratings;
  if (counted == 0) out.reason = msg("No unit was rated by everybody.");
  if (out.ok()) out.observed = out.value;
  return out;
}

}  // namespace etalon::stats
