#include "sim/scenario/answer_rows.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "sim/base/text.h"
#include "sim/domain/session.h"
#include "sim/scenario/findings.h"
#include "sim/scenario/nearest.h"

namespace etalon::scenario {
namespace {

using Problem = AnswerDraft::Problem;

constexpr double kMostSeconds = 86400;

std::vector<std::string> column_names() { return {kColumnNames.begin(), kColumnNames.end()}; }

Result<void> take_column(Columns& out, std::string_view name, std::size_t at, const Place& where) {
  const auto hit = std::find(kColumnNames.begin(), kColumnNames.end(), name);
  if (hit == kColumnNames.end())
    return fail(ErrorKind::Input, msg("the column “{name}” is not known", {{"name", shortened(name)}}),
                suggestion(name, column_names()), where);
  auto& place = out.at[static_cast<std::size_t>(hit - kColumnNames.begin())];
  if (place)
    return fail(ErrorKind::Input, msg("the column “{name}” stands twice", {{"name", std::string(name)}}), msg("keep one"),
                where);
  place = at;
  return {};
}

template <class T>
bool read_number(std::string_view text, T& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

std::vector<std::string> facet_ids(const Scheme& scheme) {
  std::vector<std::string> out;
  for (const Facet& facet : scheme.facets) out.push_back(facet.id.value);
  return out;
}

}  // namespace

Result<Columns> read_columns(const CsvRow& header, const std::string& file) {
  Columns out;
  const Place where{file, header.line};
  out.count = header.cells.size();
  for (std::size_t i = 0; i < header.cells.size(); ++i)
    if (auto ok = take_column(out, trim(header.cells[i]), i, where); !ok) return fail(ok.error());
  for (const Column needed : {Column::Scenario, Column::Facet, Column::Value})
    if (const auto at = static_cast<std::size_t>(needed); !out.at[at])
      return fail(
          ErrorKind::Input, msg("the column “{name}” is missing", {{"name", std::string(kColumnNames[at])}}),
          msg("the first line names the columns: scenario,facet,value and optionally step,confidence,seconds,rationale,facts"),
          where);
  return out;
}

AnswerRow read_row(const CsvRow& cells, const Columns& columns) {
  const auto cell = [&](Column column) {
    const auto at = columns.at[static_cast<std::size_t>(column)];
    return at && *at < cells.cells.size() ? std::string(trim(cells.cells[*at])) : std::string();
  };
  return {cells.line,         cell(Column::Scenario),   cell(Column::Facet),   cell(Column::Value),
          cell(Column::Step), cell(Column::Confidence), cell(Column::Seconds), cell(Column::Rationale),
          cell(Column::Facts)};
}

std::optional<Problem> AnswerDraft::add(const AnswerRow& row, std::size_t cells, const Columns& columns,
                                        const Scheme& scheme) {
  if (cells != columns.count)
    return Problem{msg("the row has {count} cells, the header {wanted}",
                       {{"count", std::to_string(cells)}, {"wanted", std::to_string(columns.count)}}),
                   msg("quote a cell that holds a comma")};
  if (auto problem = add_value(row, scheme)) return problem;
  if (auto problem = add_confidence(row, scheme)) return problem;
  if (auto problem = add_step(row)) return problem;
  if (auto problem = add_seconds(row)) return problem;
  if (auto problem = add_rationale(row)) return problem;
  return add_facts(row);
}

std::optional<Problem> AnswerDraft::add_value(const AnswerRow& row, const Scheme& scheme) {
  const FacetId id(row.facet);
  const Facet* facet = scheme.find(id);
  if (facet == nullptr)
    return Problem{msg("the scheme has no facet “{id}”", {{"id", shortened(row.facet)}}),
                   suggestion(row.facet, facet_ids(scheme))};
  if (row.value.empty())
    return Problem{msg("“{facet}” has no value", {{"facet", row.facet}}),
                   msg("write a code; the empty set or checklist is {braces}", {{"braces", "{}"}})};
  auto value = Value::parse(facet->shape(), row.value);
  if (!value) return Problem{value.error().what, value.error().mend};
  const auto earlier = lines.find(id);
  // A confidence that its own column gave already may be said again, if it is the same.
  const bool repeats_column = id == scheme.roles.confidence && earlier != lines.end() && earlier->second == 0;
  if (earlier != lines.end() && (!repeats_column || answers.values[id] != *value))
    return Problem{msg("“{facet}” is answered twice", {{"facet", row.facet}}), msg("keep one row a facet")};
  answers.values.insert_or_assign(id, std::move(*value));
  lines.insert_or_assign(id, row.line);
  return std::nullopt;
}

std::optional<Problem> AnswerDraft::add_confidence(const AnswerRow& row, const Scheme& scheme) {
  const FacetId& id = scheme.roles.confidence;
  if (row.confidence.empty()) return std::nullopt;
  const Facet* facet = scheme.find(id);
  const Value value = Value::of_code(row.confidence);
  const auto has = [&](const Choice& choice) { return choice.id == row.confidence; };
  if (facet != nullptr && std::none_of(facet->choices.begin(), facet->choices.end(), has)) {
    std::vector<std::string> known;
    for (const Choice& choice : facet->choices) known.push_back(choice.id);
    return Problem{msg("“{value}” is not a confidence", {{"value", shortened(row.confidence)}}),
                   suggestion(row.confidence, known)};
  }
  const auto [entry, is_new] = answers.values.emplace(id, value);
  if (!is_new && entry->second != value)
    return Problem{msg("the confidence is given twice, and differently"), msg("give one for the whole scenario")};
  lines.emplace(id, 0);  // 0: by the column
  return std::nullopt;
}

std::optional<Problem> AnswerDraft::add_step(const AnswerRow& row) {
  if (row.step.empty()) return std::nullopt;
  int step = 0;
  const auto last = static_cast<int>(scenario->steps.size());
  if (!read_number(row.step, step) || step < 1 || step > last)
    return Problem{msg("“{step}” is not a step of the scenario", {{"step", shortened(row.step)}}),
                   msg("write 1 to {last}", {{"last", std::to_string(last)}})};
  answers.steps.insert_or_assign(FacetId(row.facet), step);
  return std::nullopt;
}

std::optional<Problem> AnswerDraft::add_seconds(const AnswerRow& row) {
  if (row.seconds.empty()) return std::nullopt;
  double seconds = 0;
  const bool is_time =
      read_number(row.seconds, seconds) && std::isfinite(seconds) && seconds >= 0 && seconds <= kMostSeconds;
  if (is_time) answers.total.active_ms += std::llround(seconds * 1000);
  if (is_time && answers.total.active_ms <= static_cast<std::int64_t>(kMostSeconds) * 1000) return std::nullopt;
  return Problem{msg("“{seconds}” is not a time on this scenario", {{"seconds", shortened(row.seconds)}}),
                 msg("write seconds, such as 12.5; at most one day for all rows of a scenario")};
}

std::optional<Problem> AnswerDraft::add_rationale(const AnswerRow& row) {
  if (row.rationale.empty() || row.rationale == answers.rationale) return std::nullopt;
  if (!answers.rationale.empty())
    return Problem{msg("the rationale is given twice, and differently"), msg("give one for the whole scenario")};
  if (count_code_points(row.rationale) > kRationaleLimit)
    return Problem{msg("the rationale is over {limit} characters", {{"limit", std::to_string(kRationaleLimit)}}),
                   msg("shorten it")};
  answers.rationale = row.rationale;
  return std::nullopt;
}

std::optional<Problem> AnswerDraft::add_facts(const AnswerRow& row) {
  if (row.facts.empty()) return std::nullopt;
  for (const std::string_view part : split(row.facts, '|')) {
    const FactId id(trim(part));
    if (scenario->find(id) == nullptr)
      return Problem{msg("the scenario has no fact “{id}”", {{"id", shortened(id.value)}}), msg("write facts as F1|F2")};
    if (std::find(answers.facts.begin(), answers.facts.end(), id) == answers.facts.end()) answers.facts.push_back(id);
  }
  return std::nullopt;
}

}  // namespace etalon::scenario
