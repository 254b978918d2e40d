// The answers file of `replay`: CSV, one row a facet, columns scenario,facet,value and optionally
// step,confidence,seconds,rationale,facts. A scenario is taken as a whole or not at all.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "sim/domain/event.h"

namespace etalon::scenario {

struct ScenarioAnswers {
  ScenarioId scenario;
  Values values;              // all apply, all codes are known, confidence included
  std::vector<FactId> facts;  // relied on; in the order given, no repeats
  std::string rationale;
  std::map<FacetId, int> steps;  // how many steps were visible when the facet was chosen; only where given
  Elapsed total;                 // active time: the sum of the seconds of all rows
  int line = 0;                  // of the scenario's first row
};

struct AnswersFile {
  std::vector<ScenarioAnswers> good;  // by first row
  std::vector<Error> refused;         // one a scenario: its first problem, with file and line; by line
};

// Fails (Input) when the file as a whole cannot be used: unreadable, over 50 MB, not CSV, without the columns.
Result<AnswersFile> read_answers(const std::filesystem::path& path, const Pack& pack);

}  // namespace etalon::scenario
