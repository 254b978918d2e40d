// What must hold between the entries of a catalogue: codes, days, versions, neighbours, confusion pairs.
#pragma once

#include "sim/domain/catalogue.h"
#include "sim/scenario/findings.h"
#include "sim/scenario/yaml_tree.h"

namespace etalon::scenario {

// `catalogue` was read from `root`: its lists stand one to one beside those of the tree.
void check_catalogue(const Catalogue& catalogue, const Node& root, const std::string& file, Findings& findings);

}  // namespace etalon::scenario
