// The rows of an answers file, before it is known whether a scenario's answers go together.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>

#include "sim/base/csv.h"
#include "sim/scenario/answers.h"

namespace etalon::scenario {

enum class Column { Scenario, Facet, Value, Step, Confidence, Seconds, Rationale, Facts };
inline constexpr std::array<std::string_view, 8> kColumnNames{"scenario",   "facet",   "value",     "step",
                                                              "confidence", "seconds", "rationale", "facts"};

struct Columns {
  std::array<std::optional<std::size_t>, kColumnNames.size()> at;  // by Column
  std::size_t count = 0;                                           // cells of a row
};

Result<Columns> read_columns(const CsvRow& header, const std::string& file);

struct AnswerRow {
  int line = 0;
  std::string scenario, facet, value, step, confidence, seconds, rationale, facts;
};

// A missing cell is empty.
AnswerRow read_row(const CsvRow& cells, const Columns& columns);

// What the rows of one scenario have said so far.
struct AnswerDraft {
  AnswerDraft(const Scenario& of, int line) : scenario(&of) {
    answers.scenario = of.id;
    answers.line = line;
  }

  struct Problem {
    Message what, mend;
  };
  // Nothing, or why the row cannot be taken.
  std::optional<Problem> add(const AnswerRow& row, std::size_t cells, const Columns& columns, const Scheme& scheme);

  const Scenario* scenario;
  ScenarioAnswers answers;
  std::map<FacetId, int> lines;  // where each facet was answered

 private:
  std::optional<Problem> add_value(const AnswerRow& row, const Scheme& scheme);
  std::optional<Problem> add_confidence(const AnswerRow& row, const Scheme& scheme);
  std::optional<Problem> add_step(const AnswerRow& row);
  std::optional<Problem> add_seconds(const AnswerRow& row);
  std::optional<Problem> add_rationale(const AnswerRow& row);
  std::optional<Problem> add_facts(const AnswerRow& row);
};

}  // namespace etalon::scenario
