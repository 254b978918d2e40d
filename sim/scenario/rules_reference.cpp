// L14: the reference says everything it must, in words the scheme knows, on law that was in force.
#include <algorithm>

#include "sim/scenario/nearest.h"
#include "sim/scenario/texts.h"

namespace etalon::scenario {
namespace {

bool lives_elsewhere(const Roles& roles, const FacetId& id) {
  return id == roles.elements || id == roles.actions || id == roles.confidence;
}

void check_given(const Subject& subject, const FacetId& id, const Value& value, const Values& effective) {
  const int line = line_at(subject.root, {"reference", "values", id.value});
  const Facet* facet = subject.scheme.find(id);
  if (facet == nullptr) {
    std::vector<std::string> known;
    for (const Facet& each : subject.scheme.facets) known.push_back(each.id.value);
    return subject.add_as("unknown-id", line, msg("the scheme has no facet “{id}”", {{"id", shortened(id.value)}}),
                          suggestion(id.value, known));
  }
  if (lives_elsewhere(subject.scheme.roles, id))
    return subject.add(line, msg("“{facet}” does not stand among the values", {{"facet", id.value}}),
                       msg("elements and actions have a key of their own, confidence has no reference"));
  if (const auto ok = subject.known.check(*facet, value, effective, subject.scenario.law_as_of); !ok)
    return subject.add_as("unknown-id", line, ok.error().what, ok.error().mend);
  if (effective.count(id) == 0)
    subject.add(line, msg("the facet “{facet}” is not asked after these answers", {{"facet", id.value}}),
                msg("remove it, or correct the answers it hangs on"));
}

void check_cited_law(const Subject& subject, const std::string& code, int line) {
  const std::string& day = subject.scenario.law_as_of;
  const OffenceCode cited(code);
  if (subject.catalogue.find(cited) != nullptr && subject.catalogue.find(cited, day) == nullptr)
    subject.add(line, msg("the offence {code} is not in force on {day}", {{"code", code}, {"day", day}}),
                msg("correct law_as_of, or cite the law of that day"));
}

std::string examined(const Subject& subject) {
  const auto hit = subject.scenario.reference.values.find(subject.scheme.roles.qualification);
  return hit != subject.scenario.reference.values.end() && hit->second.shape() == Shape::Code ? hit->second.as_code()
                                                                                              : std::string();
}

void check_evidence(const Subject& subject, const ElementReference& element, int line) {
  if (element.state == ElementState::Met && element.evidence.empty())
    subject.add(line, msg("the element “{element}” is met but cites no fact", {{"element", element.id.value}}),
                msg("name the fact under “evidence”"));
  for (const FactId& fact : element.evidence)
    if (subject.scenario.find(fact) == nullptr)
      subject.add_as("unknown-id", line, msg("the scenario has no fact “{id}”", {{"id", shortened(fact.value)}}),
                     msg("check the facts of the scenario"));
}

}  // namespace

void rule_values(const Subject& subject) {
  const Node* reference = subject.root.find("reference");
  if (reference == nullptr || reference->find("values") == nullptr) return;  // already a finding
  const Values& values = subject.scenario.reference.values;
  const Values effective = subject.scheme.effective(values);
  for (const auto& [id, value] : values)
    if (!subject.findings.is_full()) check_given(subject, id, value, effective);
  for (const Facet& facet : subject.scheme.facets) {
    const bool needed =
        facet.mandatory && !lives_elsewhere(subject.scheme.roles, facet.id) && subject.scheme.applies(facet, effective);
    if (needed && effective.count(facet.id) == 0)
      subject.add(line_at(subject.root, {"reference", "values"}),
                  msg("the reference has no value for “{facet}”", {{"facet", facet.id.value}}),
                  msg("add it: the facet is asked on the reference’s path"));
  }
}

void rule_elements(const Subject& subject) {
  const std::string code = examined(subject);
  const Offence* offence = subject.catalogue.find(OffenceCode(code), subject.scenario.law_as_of);
  const auto& given = subject.scenario.reference.elements;
  for (const ElementReference& element : given) {
    if (subject.findings.is_full()) return;
    const int line = line_at(subject.root, {"reference", "elements", element.id.value});
    if (offence == nullptr || offence->find(element.id) == nullptr)
      subject.add_as("unknown-id", line,
                     msg("“{element}” is no element of the offence examined", {{"element", shortened(element.id.value)}}),
                     msg("list the elements of {code}", {{"code", code.empty() ? std::string(kNoOffence) : code}}));
    check_evidence(subject, element, line);
  }
  if (offence == nullptr) return;
  for (const Element& element : offence->elements)
    if (std::none_of(given.begin(), given.end(), [&](const ElementReference& each) { return each.id == element.id; }))
      subject.add(line_at(subject.root, {"reference", "elements"}),
                  msg("the element “{element}” of {code} is missing", {{"element", element.id.value}, {"code", code}}),
                  msg("say whether it is met, not_met or unknown"));
}

void rule_law_in_force(const Subject& subject) {
  const Reference& reference = subject.scenario.reference;
  for (const auto& [id, value] : reference.values) {
    const Facet* facet = subject.scheme.find(id);
    if (facet == nullptr || facet->source != ChoiceSource::Catalogue) continue;
    for (const std::string& code : codes_in(value))
      check_cited_law(subject, code, line_at(subject.root, {"reference", "values", id.value}));
  }
  for (std::size_t i = 0; i < reference.alternatives.size(); ++i) {
    const Facet* facet = subject.scheme.find(reference.alternatives[i].facet);
    if (facet == nullptr || facet->source != ChoiceSource::Catalogue) continue;
    for (const std::string& code : codes_in(reference.alternatives[i].value))
      check_cited_law(subject, code, subject.root.find("reference")->find("alternatives")->items[i].line);
  }
}

}  // namespace etalon::scenario
