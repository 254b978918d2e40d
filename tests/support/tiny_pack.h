// A pack small enough to reason about: six facets, two offences, a settled twin pair and a contested scenario.
//   A1 illegal (twin T1, public), A2 lawful (twin T1, closed group), A3 contested, A4 access failed
#pragma once

#include "sim/domain/pack.h"

namespace etalon::support {

Pack tiny_pack();

// The decision that agrees with the reference everywhere, with confidence "high".
Values right_answers(const Pack& pack, const ScenarioId& id);

}  // namespace etalon::support
