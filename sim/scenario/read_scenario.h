// One scenario file.
#pragma once

#include "sim/domain/pack.h"
#include "sim/scenario/findings.h"
#include "sim/scenario/yaml_reader.h"

namespace etalon::scenario {

// The scenario as far as it could be read. Lists stand one to one beside the lists of the tree, so that a rule finds the
// line of the third alternative at the third item. `scheme` says which shape an alternative's value has; null: the
// scheme could not be read, alternatives stay empty.
Scenario read_scenario(const Node& root, const Scheme* scheme, const std::string& file, Findings& findings);

// The part under “reference”.
Reference read_reference(const Node& node, const Scheme* scheme, const std::string& file, Findings& findings);

}  // namespace etalon::scenario
