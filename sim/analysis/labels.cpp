#include "sim/analysis/labels.h"

#include <algorithm>

namespace etalon::analysis {

namespace {

LocalText code_label(const std::vector<Choice>& choices, const std::string& code) {
  const auto known = std::find_if(choices.begin(), choices.end(), [&](const Choice& choice) { return choice.id == code; });
  return known == choices.end() ? LocalText{code, code} : known->label;
}

LocalText set_label(const std::vector<Choice>& choices, const CodeSet& codes) {
  if (codes.empty()) return {"rien", "nothing"};
  LocalText all;
  for (const std::string& code : codes) {
    const LocalText one = code_label(choices, code);
    all.fr += (all.fr.empty() ? "" : ", ") + one.fr;
    all.en += (all.en.empty() ? "" : ", ") + one.en;
  }
  return all;
}

std::string runs_of(const std::vector<Run>& runs, const FactId& fact) {
  std::string text;
  for (const Run& run : runs)
    if (run.fact == fact) text += run.text;
  return text;
}

}  // namespace

LocalText label_of(const Pack& pack, const Facet& facet, const Value& value, std::string_view day) {
  const auto choices = pack.scheme.choices(facet, pack.catalogue, {}, day);
  switch (value.shape()) {
    case Shape::Code: return code_label(choices, value.as_code());
    case Shape::Set: return set_label(choices, value.as_set());
    case Shape::Checklist: break;
  }
  return {value.to_text(), value.to_text()};
}

LocalText text_of(const Scenario& scenario, const Fact& fact) {
  const auto step = static_cast<std::size_t>(std::max(fact.step, 0));
  if (step >= scenario.steps.size()) return {};
  return {runs_of(scenario.steps[step].fr, fact.id), runs_of(scenario.steps[step].en, fact.id)};
}

LocalText name_of(const Pack& pack, const OffenceCode& offence, const ElementId& element, std::string_view day) {
  const Offence* known = pack.catalogue.find(offence, day);
  const Element* found = known == nullptr ? nullptr : known->find(element);
  return found == nullptr ? LocalText{element.value, element.value} : found->name;
}

OffenceCode offence_of(const Pack& pack, const Scenario& scenario) {
  const auto value = scenario.reference.values.find(pack.scheme.roles.qualification);
  if (value == scenario.reference.values.end() || value->second.shape() != Shape::Code) return {};
  return value->second.has(kNoOffence) ? OffenceCode() : OffenceCode(value->second.as_code());
}

}  // namespace etalon::analysis
