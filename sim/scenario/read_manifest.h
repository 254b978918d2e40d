// pack.yaml: which pack this is and which files belong to it.
#pragma once

#include <map>
#include <string>

#include "sim/scenario/findings.h"
#include "sim/scenario/yaml_tree.h"

namespace etalon::scenario {

struct Manifest {
  PackRef ref;  // without the hash
  LocalText title, notice;
  std::string scheme, catalogue;
  int scheme_line = 0, catalogue_line = 0;
  std::vector<std::string> scenarios;  // in the pack's order, no repeats
  std::map<std::string, int> scenario_lines;
};

inline constexpr std::size_t kMostScenarios = 5000;

Manifest read_manifest(const Node& root, const std::string& file, Findings& findings);

}  // namespace etalon::scenario
