// Every offence that a scenario cites, with where it stands: what a change of the law makes worth reading again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/domain/pack.h"
#include "sim/scenario/yaml_tree.h"

namespace etalon::scenario {

struct Citation {
  OffenceCode code;
  std::string where;  // key of the scenario file: "reference.values.secondary", "reference.alternatives" …
  std::optional<std::size_t> item = {};  // which one, where that is a list of maps
};

// In the order of the file. NONE is no offence and is left out.
std::vector<Citation> cited_offences(const Scenario& scenario, const Scheme& scheme);

// The line of the citation in the tree that the scenario was read from; of the key or item around it where the code is
// not written there (the elements are those of the offence examined).
int line_of(const Citation& citation, const Node& root);

}  // namespace etalon::scenario
