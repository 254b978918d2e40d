// Twin sets: two or more scenarios that differ by one fact and nothing else, which is proved here.
#pragma once

#include <string>
#include <vector>

#include "sim/domain/scenario.h"
#include "sim/scenario/findings.h"

namespace etalon::scenario {

struct TwinEntry {
  const Scenario* scenario = nullptr;  // with a twin
  Place where;                         // of its key “twin”
};

void check_twins(const std::vector<TwinEntry>& entries, Findings& findings);

}  // namespace etalon::scenario
