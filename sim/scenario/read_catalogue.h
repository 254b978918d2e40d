// catalogue.yaml: the offences of the law catalogue.
#pragma once

#include "sim/domain/catalogue.h"
#include "sim/scenario/findings.h"
#include "sim/scenario/yaml_tree.h"

namespace etalon::scenario {

Catalogue read_catalogue(const Node& root, const std::string& file, Findings& findings);

}  // namespace etalon::scenario
