#include "sim/domain/comparison.h"

#include <algorithm>

namespace etalon {
namespace {

bool includes_all(const CodeSet& set, const CodeSet& wanted) {
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](const std::string& code) { return std::find(set.begin(), set.end(), code) != set.end(); });
}

bool actions_agree(const ActionReference& reference, const CodeSet& chosen) {
  const auto allowed = [&](const std::string& code) {
    return includes_all(reference.required, {code}) || includes_all(reference.permitted, {code});
  };
  return includes_all(chosen, reference.required) && std::all_of(chosen.begin(), chosen.end(), allowed);
}

bool elements_agree(const std::vector<ElementReference>& reference, const Checklist& chosen) {
  return std::all_of(reference.begin(), reference.end(), [&](const ElementReference& element) {
    const auto hit = chosen.find(element.id);
    return hit != chosen.end() && hit->second == element.state;
  });
}

bool agrees(const Scheme& scheme, const Reference& reference, const Facet& facet, const Value& chosen,
            const Values& expected) {
  if (facet.id == scheme.roles.actions) return actions_agree(reference.actions, chosen.as_set());
  if (facet.id == scheme.roles.elements) return elements_agree(reference.elements, chosen.as_checklist());
  return expected.at(facet.id) == chosen;
}

const Alternative* accepted(const Reference& reference, const FacetId& facet, const Value& chosen) {
  const Alternative* best = nullptr;
  for (const Alternative& alternative : reference.alternatives)
    if (alternative.facet == facet && alternative.value == chosen && (best == nullptr || alternative.credit > best->credit))
      best = &alternative;
  return best;
}

bool occurred(const CriticalError& error, const Values& values) {
  const auto hit = values.find(error.facet);
  if (hit == values.end()) return false;
  const auto has = [&](const std::string& code) { return hit->second.has(code); };
  return std::any_of(error.in.begin(), error.in.end(), has) ||
         std::any_of(error.includes.begin(), error.includes.end(), has) ||
         std::any_of(error.lacks.begin(), error.lacks.end(), [&](const std::string& code) { return !has(code); });
}

std::optional<FacetComparison> compare_facet(const Pack& pack, const Scenario& scenario, const Facet& facet,
                                             const Values& chosen, const Values& expected) {
  const auto mine = chosen.find(facet.id);
  const bool asked = expected.count(facet.id) > 0;
  if (mine == chosen.end() && !asked) return std::nullopt;
  FacetComparison out{facet.id, Match::Differs, 0, nullptr};
  if (mine == chosen.end()) {
    out.match = Match::NotReached;
  } else if (!asked) {
    out.match = Match::Unexpected;
  } else if (agrees(pack.scheme, scenario.reference, facet, mine->second, expected)) {
    out.match = Match::Agrees;
    out.credit = 1;
  } else if (const Alternative* alternative = accepted(scenario.reference, facet.id, mine->second)) {
    out.match = Match::Accepted;
    out.credit = alternative->credit;
    out.alternative = alternative;
  }
  return out;
}

std::vector<ElementComparison> compare_elements(const Scheme& scheme, const Reference& reference, const Values& chosen,
                                                const Values& expected) {
  const auto mine = chosen.find(scheme.roles.qualification);
  const auto theirs = expected.find(scheme.roles.qualification);
  const auto list = chosen.find(scheme.roles.elements);
  const bool comparable =
      mine != chosen.end() && theirs != expected.end() && mine->second == theirs->second && list != chosen.end();
  std::vector<ElementComparison> out;
  for (const ElementReference& element : reference.elements) {
    ElementComparison row{&element, std::nullopt, false};
    if (comparable) {
      const auto hit = list->second.as_checklist().find(element.id);
      if (hit != list->second.as_checklist().end()) row.chosen = hit->second;
    }
    row.agrees = row.chosen == element.state;
    out.push_back(row);
  }
  return out;
}

}  // namespace

const FacetComparison* Comparison::find(const FacetId& id) const {
  const auto hit = std::find_if(facets.begin(), facets.end(), [&](const auto& facet) { return facet.facet == id; });
  return hit == facets.end() ? nullptr : &*hit;
}

Values reference_values(const Pack& pack, const Scenario& scenario) {
  const Reference& reference = scenario.reference;
  Values out = reference.values;
  out[pack.scheme.roles.actions] = Value::of_set(reference.actions.required);
  if (!reference.elements.empty()) {
    Checklist checklist;
    for (const ElementReference& element : reference.elements) checklist[element.id] = element.state;
    out[pack.scheme.roles.elements] = Value::of_checklist(std::move(checklist));
  }
  return out;
}

Comparison compare(const Pack& pack, const Scenario& scenario, const Values& values, const std::vector<FactId>& facts) {
  const Scheme& scheme = pack.scheme;
  const Values chosen = scheme.effective(values);
  const Values expected = reference_values(pack, scenario);
  Comparison out;
  out.counts = scenario.reference.settledness != Settledness::Contested;
  out.reference_flags = scheme.flags(expected);
  out.decision_flags = scheme.flags(chosen);
  out.elements = compare_elements(scheme, scenario.reference, chosen, expected);
  for (const Facet& facet : scheme.facets) {
    if (facet.id == scheme.roles.confidence) continue;
    if (auto row = compare_facet(pack, scenario, facet, chosen, expected)) out.facets.push_back(*row);
  }
  for (const CriticalError& error : scenario.reference.critical_errors)
    if (occurred(error, chosen)) out.critical_errors.push_back(&error);
  for (const Fact& fact : scenario.facts)
    if (fact.polarity == Polarity::Determinative && std::find(facts.begin(), facts.end(), fact.id) == facts.end())
      out.determinative_missed.push_back(fact.id);
  return out;
}

}  // namespace etalon
