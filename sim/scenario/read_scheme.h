// scheme.yaml: the classification scheme.
#pragma once

#include "sim/domain/scheme.h"
#include "sim/scenario/findings.h"
#include "sim/scenario/yaml_tree.h"

namespace etalon::scenario {

inline constexpr std::size_t kLongestShortLabel = 14;  // code points

Scheme read_scheme(const Node& root, const std::string& file, Findings& findings);

// What holds between the parts of a scheme: roles, order of conditions, known codes.
void check_scheme(const Scheme& scheme, const Node& root, const std::string& file, Findings& findings);

}  // namespace etalon::scenario
