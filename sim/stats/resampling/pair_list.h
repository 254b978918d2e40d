// The units that each pair of raters has in common, for coefficients that look at pairs of raters and are wanted for many
// resamples: eight bytes for each unit and pair. For the sources of this folder.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/stats/agreement/coefficients.h"
#include "sim/stats/resampling/draws.h"

namespace etalon::stats {

struct Meeting {
  std::uint32_t position = 0;  // of the unit in the plan
  std::uint16_t a = 0, b = 0;  // what the two chose
};

// Of each pair that shares a unit.
std::vector<std::vector<Meeting>> list_pairs(const RatingTable& table, const DrawPlan& plan);

// PercentAgreement, LightKappa, CohenKappa or ScottPi when the plan's units count so often; none: undefined.
std::optional<double> pair_value(const Question& question, const std::vector<std::vector<Meeting>>& pairs,
                                 const std::vector<std::uint32_t>& multiplicities);

}  // namespace etalon::stats
