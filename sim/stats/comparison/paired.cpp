#include "sim/stats/comparison/paired.h"

#include <cmath>

#include "sim/base/assert.h"
#include "sim/base/meter.h"
#include "sim/stats/resampling/interval.h"
#include "sim/stats/resampling/resample.h"

namespace etalon::stats {
namespace {

// All units of the tables, in blocks: those that one of them lacks count for nothing there.
DrawPlan all_units(const RatingTable& table) {
  DrawPlan out;
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    if (unit % 256 == 0) out.blocks.push_back({unit, std::min<std::size_t>(256, table.units() - unit), 0});
    out.units.push_back(static_cast<std::uint32_t>(unit));
  }
  return out;
}

Estimate difference(const PairedDifference& both) {
  Estimate out;
  if (!both.first.ok() || !both.second.ok()) {
    out.reason = both.first.ok() ? both.second.reason : both.first.reason;
    return out;
  }
  out.status = Status::Ok;
  out.value = both.second.value - both.first.value;
  out.units = std::max(both.first.units, both.second.units);
  return out;
}

}  // namespace

PairedDifference paired_difference(const RatingTable& before, const RatingTable& after, const Question& of_before,
                                   const Question& of_after, const BootstrapOptions& options) {
  ETALON_ASSERT(before.units() == after.units());
  PairedDifference out{measure(before, {of_before})[0], measure(after, {of_after})[0], {}, 0};
  out.difference = difference(out);
  if (!out.difference.ok()) return out;
  const DrawPlan plan = all_units(before);
  std::vector<std::optional<double>> first, second;
  Meter meter(options.progress, 2);
  const Ticker tick = [&](double share) { return meter.tick(share); };
  if (!by_units(before, of_before, plan, options, tick, first) || !by_units(after, of_after, plan, options, tick, second)) {
    out.difference.interval_reason = msg("The resampling was stopped before its end.");
    return out;
  }
  std::vector<double> values;
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i] && second[i])
      values.push_back(*second[i] - *first[i]);
    else
      ++out.undefined;
  }
  if (values.size() < 2) {
    out.difference.interval_reason = msg("The coefficient is undefined in nearly all resamples.");
    return out;
  }
  double mean = 0, squares = 0;
  for (const double value : values) mean += value / static_cast<double>(values.size());
  for (const double value : values) squares += (value - mean) * (value - mean);
  out.difference.standard_error = std::sqrt(squares / static_cast<double>(values.size() - 1));
  out.difference.interval = percentile_interval(std::move(values), options.level);
  return out;
}

}  // namespace etalon::stats
