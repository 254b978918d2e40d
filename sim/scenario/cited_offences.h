// Every offence that a scenario cites, with where it stands: what a change of the law makes worth reading again.
#pragma once

#include <string>
#include <vector>

#include "sim/domain/pack.h"

namespace etalon::scenario {

struct Citation {
  OffenceCode code;
  std::string where;  // key of the scenario file: "reference.values.secondary", "reference.alternatives" …
};

// In the order of the file. NONE is no offence and is left out.
std::vector<Citation> cited_offences(const Scenario& scenario, const Scheme& scheme);

}  // namespace etalon::scenario
