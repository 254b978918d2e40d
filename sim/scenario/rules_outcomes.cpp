// actions, credit and critical-error: what follows from a decision, and what it is worth.
#include <algorithm>
#include <set>

#include "sim/scenario/nearest.h"
#include "sim/scenario/texts.h"

namespace etalon::scenario {
namespace {

const Node& item(const Subject& subject, std::string_view list, std::size_t i) {
  return subject.root.find("reference")->find(list)->items[i];
}

// The facet, or null and a finding.
const Facet* known_facet(const Subject& subject, const FacetId& id, int line) {
  const Facet* facet = subject.scheme.find(id);
  if (facet != nullptr || id.empty()) return facet;
  std::vector<std::string> known;
  for (const Facet& each : subject.scheme.facets) known.push_back(each.id.value);
  subject.add_as("unknown-id", line, msg("the scheme has no facet “{id}”", {{"id", shortened(id.value)}}),
                 suggestion(id.value, known));
  return nullptr;
}

void check_list(const Subject& subject, const Facet& facet, const CodeSet& codes, std::string_view list,
                std::set<std::string>& seen) {
  const int line = line_at(subject.root, {"reference", "actions", list});
  if (const auto ok = subject.known.check(facet, Value::of_set(codes), {}, subject.scenario.law_as_of); !ok)
    subject.add_as("unknown-id", line, ok.error().what, ok.error().mend);
  for (const std::string& code : codes)
    if (!seen.insert(code).second)
      subject.add(line, msg("the action “{action}” stands in two lists", {{"action", shortened(code)}}),
                  msg("an action is required, permitted or forbidden, not two of them"));
}

void check_alternative(const Subject& subject, const Alternative& alternative, const Node& node) {
  if (!(alternative.credit > 0 && alternative.credit <= 1))
    subject.add(line_at(node, {"credit"}), msg("the credit is not above 0 and at most 1"), msg("write such as 0.5"));
  const Facet* facet = known_facet(subject, alternative.facet, line_at(node, {"facet"}));
  if (facet == nullptr) return;
  const Values& values = subject.scenario.reference.values;
  if (const auto ok = subject.known.check(*facet, alternative.value, values, subject.scenario.law_as_of); !ok)
    return subject.add_as("unknown-id", line_at(node, {"value"}), ok.error().what, ok.error().mend);
  const auto reference = values.find(alternative.facet);
  if (reference != values.end() && reference->second == alternative.value)
    subject.add(line_at(node, {"value"}), msg("the alternative is the reference’s own value"), msg("remove it"));
}

void check_critical_codes(const Subject& subject, const Facet& facet, const CriticalError& error, int line) {
  const int ways = (error.in.empty() ? 0 : 1) + (error.includes.empty() ? 0 : 1) + (error.lacks.empty() ? 0 : 1);
  const bool of_set = facet.shape() == Shape::Set;
  const bool fits = facet.shape() != Shape::Checklist && of_set == error.in.empty();
  if (ways != 1 || !fits)
    subject.add(line, msg("a critical error has one condition that fits its facet"),
                msg("use “in” for a facet with one code, “includes” or “lacks” for a set"));
  const std::set<std::string>& known =
      subject.known.of(facet, subject.scenario.reference.values, subject.scenario.law_as_of);
  for (const auto* codes : {&error.in, &error.includes, &error.lacks})
    for (const std::string& code : *codes)
      if (known.count(code) == 0 && !subject.findings.is_full())
        subject.add_as(
            "unknown-id", line,
            msg("the facet “{facet}” has no choice “{choice}”", {{"facet", facet.id.value}, {"choice", shortened(code)}}),
            suggestion(code, {known.begin(), known.end()}));
}

}  // namespace

void rule_actions(const Subject& subject) {
  const Facet* facet = subject.scheme.find(subject.scheme.roles.actions);
  if (facet == nullptr) return;
  const ActionReference& actions = subject.scenario.reference.actions;
  std::set<std::string> seen;
  check_list(subject, *facet, actions.required, "required", seen);
  check_list(subject, *facet, actions.permitted, "permitted", seen);
  check_list(subject, *facet, actions.forbidden, "forbidden", seen);
}

void rule_alternatives(const Subject& subject) {
  const auto& alternatives = subject.scenario.reference.alternatives;
  std::set<std::pair<FacetId, std::string>> seen;
  for (std::size_t i = 0; i < alternatives.size(); ++i) {
    const Node& node = item(subject, "alternatives", i);
    check_alternative(subject, alternatives[i], node);
    if (!seen.insert({alternatives[i].facet, alternatives[i].value.to_text()}).second)
      subject.add_as("duplicate-id", node.line, msg("the alternative stands twice"), msg("keep one"));
  }
}

void rule_critical_errors(const Subject& subject) {
  const auto& errors = subject.scenario.reference.critical_errors;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < errors.size(); ++i) {
    const Node& node = item(subject, "critical_errors", i);
    if (!seen.insert(errors[i].id).second)
      subject.add_as("duplicate-id", node.line,
                     msg("the critical error “{id}” stands twice", {{"id", shortened(errors[i].id)}}),
                     msg("give each its own id"));
    if (const Facet* facet = known_facet(subject, errors[i].facet, line_at(node, {"facet"})))
      check_critical_codes(subject, *facet, errors[i], node.line);
  }
}

}  // namespace etalon::scenario
