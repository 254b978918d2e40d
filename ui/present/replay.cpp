#include <algorithm>

#include "ui/present/stage.h"
#include "ui/text/formats.h"

namespace etalon::ui {
namespace {

constexpr std::size_t kCompactChips = 5;
constexpr std::size_t kCompactLetters = 48;  // of all labels together

std::vector<Chip> option_chips(const Stage& stage, const Facet& facet, const Draft& draft, bool focused) {
  const std::vector<Choice> choices =
      shown_choices(stage.pack, facet, draft.values, stage.state.replay, law_day(stage.state, stage.world));
  const Value* value = find_value(draft.values, facet.id);
  std::vector<Chip> out;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    Chip chip;
    chip.id = "replay.facet." + facet.id.value + "." + choices[i].id;
    if (const char key = choice_key(choices, i)) chip.key = std::string(1, key);
    chip.label = choice_label(stage, choices[i], law_day(stage.state, stage.world));
    chip.chosen = value != nullptr && value->has(choices[i].id);
    chip.cursor = focused && !stage.state.replay.fact_mode && static_cast<int>(i) == stage.state.replay.cursor;
    chip.intent = ChooseOption{facet.id, choices[i].id};
    out.push_back(std::move(chip));
  }
  return out;
}

std::vector<Chip> state_chips(const Stage& stage, const std::string& row, const ElementId& element, const Value* value) {
  std::vector<Chip> out;
  for (const ElementState each : {ElementState::Met, ElementState::NotMet, ElementState::Unknown}) {
    Chip chip;
    chip.id = row + "." + std::string(code(each));
    chip.key = std::to_string(static_cast<int>(each) + 1);
    chip.label = element_state_label(stage, each);
    if (value != nullptr && value->shape() == Shape::Checklist) {
      const auto hit = value->as_checklist().find(element);
      chip.chosen = hit != value->as_checklist().end() && hit->second == each;
    }
    chip.intent = SetElement{element, each};
    out.push_back(std::move(chip));
  }
  return out;
}

const Offence* examined(const Stage& stage, const Values& values) {
  const Value* value = find_value(values, stage.pack.scheme.roles.qualification);
  if (value == nullptr || value->shape() != Shape::Code) return nullptr;
  return stage.pack.catalogue.find(OffenceCode(value->as_code()), law_day(stage.state, stage.world));
}

std::vector<ElementRow> element_rows(const Stage& stage, const Facet& facet, const Draft& draft, bool focused) {
  const Offence* offence = examined(stage, draft.values);
  std::vector<ElementRow> out;
  for (const Choice& choice :
       shown_choices(stage.pack, facet, draft.values, stage.state.replay, law_day(stage.state, stage.world))) {
    const ElementId id(choice.id);
    ElementRow row;
    row.id = "replay.element." + choice.id;
    row.label = choice.label.in(stage.language);
    if (const Element* element = offence == nullptr ? nullptr : offence->find(id))
      row.question = element->question.in(stage.language);
    row.states = state_chips(stage, row.id, id, find_value(draft.values, facet.id));
    row.cursor = focused && !stage.state.replay.fact_mode && static_cast<int>(out.size()) == stage.state.replay.cursor;
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<Action> pillar_actions(const Stage& stage, const Draft& draft) {
  const Pillar chosen = chosen_pillar(stage.pack, draft.values, stage.state.replay);
  std::vector<Action> out;
  for (const Pillar pillar : shown_pillars(stage.pack)) {
    Action action{"replay.pillar." + std::to_string(static_cast<int>(pillar)), pillar_label(stage, pillar), "",
                  ShowPillar{pillar}};
    action.selected = pillar == chosen;
    out.push_back(std::move(action));
  }
  return out;
}

std::string relied_on(const Stage& stage, const Draft& draft) {
  if (draft.facts.empty()) return stage.cat.tr("No fact marked yet");
  return stage.cat.tr("Facts relied on: {facts}", {{"facts", fact_list(stage, {draft.facts.begin(), draft.facts.end()})}});
}

bool is_compact(const FacetPanel& panel) {
  std::size_t letters = 0;
  for (const Chip& chip : panel.chips) letters += chip.label.size();
  return panel.kind == FacetKind::Chips && panel.chips.size() <= kCompactChips && letters <= kCompactLetters;
}

FacetPanel facet_panel(const Stage& stage, const Facet& facet, const Draft& draft, bool focused) {
  FacetPanel out;
  out.id = "replay.facet." + facet.id.value;
  out.label = facet.label.in(stage.language);
  out.help = facet.help.in(stage.language);
  out.several = facet.shape() == Shape::Set;
  out.focused = focused;
  out.answered = is_answered(stage.pack, facet, draft.values, law_day(stage.state, stage.world));
  out.focus = FocusFacet{facet.id};
  if (facet.shape() == Shape::Checklist) {
    out.kind = FacetKind::Checklist;
    out.rows = element_rows(stage, facet, draft, focused);
    out.note = relied_on(stage, draft);
  } else {
    out.chips = option_chips(stage, facet, draft, focused);
    if (facet.source == ChoiceSource::Catalogue) out.pillars = pillar_actions(stage, draft);
  }
  out.compact = is_compact(out);
  return out;
}

std::string subtitle(const Stage& stage, const Scenario& scenario) {
  return stage.cat.tr("Law as of {date} · sensitivity {level}", {{"date", long_date(stage.language, scenario.law_as_of)},
                                                                 {"level", std::to_string(scenario.sensitivity)}});
}

TextField rationale_field(const Stage& stage) {
  TextField out;
  out.id = "replay.rationale";
  out.label = stage.cat.tr("Rationale");
  out.text = stage.state.replay.rationale;
  out.hint = stage.cat.tr("What decided, in a sentence or two (R)");
  out.target = TextTarget::Rationale;
  out.focused = stage.state.text == TextTarget::Rationale;
  out.multiline = true;
  out.limit = kRationaleLimit;
  if (const auto problem = rationale_problem(stage.state, stage.world))
    out.problem = stage.cat.tr(problem->what) + " (" + stage.cat.tr(problem->mend) + ")";
  return out;
}

std::string missing_text(const Stage& stage, const Values& values) {
  std::vector<std::string> names;
  for (const FacetId& id : missing(stage.pack, values, law_day(stage.state, stage.world)))
    if (const Facet* facet = stage.pack.scheme.find(id)) names.push_back(facet->label.in(stage.language));
  if (names.empty()) return {};
  return stage.cat.tr("Still to answer: {facets}", {{"facets", list(stage.language, names)}});
}

void add_facets(const Stage& stage, const Draft& draft, ReplayScreen& out) {
  const bool typing = stage.state.text == TextTarget::Rationale;
  const Facet* focused = typing ? nullptr : focused_facet(stage.pack, draft.values, stage.state.replay);
  std::int64_t answered = 0;
  for (const Facet* facet : asked_facets(stage.pack, draft.values)) {
    out.facets.push_back(facet_panel(stage, *facet, draft, facet == focused));
    answered += out.facets.back().answered ? 1 : 0;
  }
  out.count = stage.cat.plural("{n} of {whole} facets", "{n} of {whole} facets", answered,
                               {{"whole", std::to_string(out.facets.size())}});
}

}  // namespace

ReplayScreen replay_screen(const Stage& stage) {
  ReplayScreen out;
  const Scenario* scenario = shown_scenario(stage.state, stage.world);
  const ScenarioProgress* progress = shown_progress(stage.state, stage.world);
  if (scenario == nullptr || progress == nullptr) return out;
  const Draft& draft = progress->draft;
  out.title = scenario_name(stage, scenario->id);
  out.subtitle = subtitle(stage, *scenario);
  out.steps = step_views(stage, *scenario, draft, false);
  if (draft.step < static_cast<int>(scenario->steps.size()))
    out.next_step = Action{"replay.next_step", stage.cat.tr("Next step"), stage.cat.tr("Space"), RevealNext{}};
  if (stage.state.replay.fact_mode) out.fact_mode = stage.cat.tr("The digits mark facts; F or Esc goes back to the facets.");
  add_facets(stage, draft, out);
  out.rationale = rationale_field(stage);
  out.missing = missing_text(stage, draft.values);
  out.submit = {"replay.submit", stage.cat.tr("Record the decision"), stage.cat.tr("Enter"), Submit{}};
  out.submit.primary = true;
  out.submit.enabled = out.missing.empty();
  return out;
}

}  // namespace etalon::ui
