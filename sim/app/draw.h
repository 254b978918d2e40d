// Which scenarios a session takes that nobody chose.
#pragma once

#include <vector>

#include "sim/base/rng.h"
#include "sim/domain/pack.h"
#include "sim/domain/ports.h"

namespace etalon::app {

// At most kSitting of the pack's offered scenarios, in an order drawn by `rng`. `decided`: what the analyst decided so far,
// by sequence. What was never decided comes first (one of each twin set before its siblings), then what was decided longest
// ago. A retest asks again: it takes what was decided before, the longest ago first, and where nothing was, what any session
// would. Empty: nothing is offered.
std::vector<ScenarioId> draw_sitting(const Pack& pack, Mode mode, const std::vector<DecisionRow>& decided, Rng& rng);

}  // namespace etalon::app
