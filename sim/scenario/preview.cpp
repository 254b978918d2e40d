#include "sim/scenario/preview.h"

#include "sim/domain/labels.h"
#include "sim/scenario/findings.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/step_text.h"

namespace etalon::scenario {
namespace {

std::string label_of(const Facet& facet, const std::string& code, Language language) {
  for (const Choice& choice : facet.choices)
    if (choice.id == code) return choice.label.in(language);
  return code;
}

PreviewCondition condition_of(const Scheme& scheme, const Condition& condition, Language language) {
  const Facet* facet = scheme.find(condition.facet);
  if (facet == nullptr) return {condition.facet.value, condition.in};
  PreviewCondition out{facet->label.in(language), {}};
  for (const std::string& code : condition.in) out.choices.push_back(label_of(*facet, code, language));
  return out;
}

// Asked without any answer given: what hangs on one shows no choice.
PreviewQuestion question_of(const Pack& pack, const Facet& facet, const std::string& day, Language language) {
  PreviewQuestion out{facet.label.in(language), facet.help.in(language), {}, {}, false};
  for (const Condition& condition : facet.applies_when)
    out.asked_when.push_back(condition_of(pack.scheme, condition, language));
  for (const Choice& choice : pack.scheme.choices(facet, pack.catalogue, {}, day))
    out.choices.push_back(choice_label(pack.catalogue, choice, day, language));
  out.of_offence = facet.source == ChoiceSource::ElementsOfQualification;
  return out;
}

}  // namespace

Preview preview(const Pack& pack, const Scenario& scenario, Language language) {
  Preview out{scenario.title.in(language), {}, {}};
  for (const Step& step : scenario.steps)
    out.steps.push_back({step.type, step.day, step.time, plain_text(step.in(language))});
  for (const Facet& facet : pack.scheme.facets)
    out.questions.push_back(question_of(pack, facet, scenario.law_as_of, language));
  return out;
}

Result<const Scenario*> scenario_of(const Pack& pack, const std::string& id, const std::string& place) {
  if (const Scenario* scenario = pack.find(ScenarioId(id))) return scenario;
  std::vector<std::string> known;
  for (const Scenario& scenario : pack.scenarios) known.push_back(scenario.id.value);
  return fail(ErrorKind::Input, msg("the pack has no scenario “{id}”", {{"id", shortened(id)}}), suggestion(id, known),
              {place, 0});
}

}  // namespace etalon::scenario
