// The replicates' coefficients, in two ways that draw the same units: by sums over blocks, where a coefficient is made of
// moments, and unit by unit for the rest. For the sources of this folder.
#pragma once

#include <functional>
#include <optional>

#include "sim/stats/agreement/coefficients.h"
#include "sim/stats/agreement/parts.h"
#include "sim/stats/resampling/bootstrap.h"
#include "sim/stats/resampling/draws.h"

namespace etalon::stats {

// values[i][replicate] of the i-th question; none where it is undefined.
using Replicates = std::vector<std::vector<std::optional<double>>>;

// Told the share of a pass that was done since it was told last, from any thread; answers whether to go on.
using Ticker = std::function<bool(double)>;

// Whether by_blocks() can: coefficients made of moments, few enough categories and ratings a unit for sums in small numbers.
bool fits_blocks(const RatingTable& table, const Question& question, const DrawPlan& plan);

// All questions fit, and count units with as many ratings at least as the plan. False: cancelled.
bool by_blocks(const RatingTable& table, const std::vector<Question>& questions, const DrawPlan& plan,
               const BootstrapOptions& options, const Ticker& tick, Replicates& out);
bool by_units(const RatingTable& table, const Question& question, const DrawPlan& plan, const BootstrapOptions& options,
              const Ticker& tick, std::vector<std::optional<double>>& out);

// The coefficient of these moments; none: undefined.
std::optional<double> value_of(const Question& question, const Moments& moments, const Weights& weights,
                               const RaterUse* use);

}  // namespace etalon::stats
