#include <algorithm>

#include "ui/model/turn.h"

namespace etalon::ui {
namespace {

int clamped(int value, std::size_t count) { return std::clamp(value, 0, std::max(static_cast<int>(count) - 1, 0)); }

const Value* value_of(const Values& values, const FacetId& facet) {
  const auto hit = values.find(facet);
  return hit == values.end() ? nullptr : &hit->second;
}

// The answer after the code was pressed; the empty code when that takes the answer back.
Value toggled(Shape shape, const Value* old, const std::string& code) {
  if (shape == Shape::Code) return old != nullptr && old->has(code) ? Value() : Value::of_code(code);
  CodeSet codes = old != nullptr && old->shape() == Shape::Set ? old->as_set() : CodeSet{};
  if (std::erase(codes, code) == 0) codes.push_back(code);
  return codes.empty() ? Value() : Value::of_set(codes);
}

void choose_value(Turn& turn, const FacetId& facet, Value value) {
  turn.command(ChooseValue{turn.state.replay.scenario, facet, std::move(value), turn.state.meter.take(turn.now)});
}

std::size_t cursor_range(const Turn& turn, const Draft& draft) {
  const Pack& pack = *turn.world.pack;
  if (turn.state.replay.fact_mode)
    return shown_facts(*shown_scenario(turn.state, turn.world), draft.step, turn.state.settings.language).size();
  const Facet* facet = focused_facet(pack, draft.values, turn.state.replay);
  return facet == nullptr
             ? 0
             : shown_choices(pack, *facet, draft.values, turn.state.replay, law_day(turn.state, turn.world)).size();
}

void toggle_fact_number(Turn& turn, const Draft& draft, std::size_t index) {
  const std::vector<FactId> facts =
      shown_facts(*shown_scenario(turn.state, turn.world), draft.step, turn.state.settings.language);
  if (index >= facts.size()) return;
  turn.state.replay.cursor = static_cast<int>(index);
  toggle_fact(turn, facts[index]);
}

ElementState after(std::optional<ElementState> state) {
  if (state == ElementState::Met) return ElementState::NotMet;
  return state == ElementState::NotMet ? ElementState::Unknown : ElementState::Met;
}

std::optional<ElementState> state_of(const Values& values, const FacetId& facet, const ElementId& element) {
  const Value* value = value_of(values, facet);
  if (value == nullptr || value->shape() != Shape::Checklist) return std::nullopt;
  const auto hit = value->as_checklist().find(element);
  return hit == value->as_checklist().end() ? std::nullopt : std::optional(hit->second);
}

// 1 met, 2 not met, 3 unknown, and on to the next row: a checklist is filled in one go.
void digit_on_checklist(Turn& turn, const std::vector<Choice>& rows, int digit) {
  if (rows.empty() || digit < 1 || digit > 3) return;
  const int row = clamped(turn.state.replay.cursor, rows.size());
  set_element(turn, ElementId(rows[static_cast<std::size_t>(row)].id), static_cast<ElementState>(digit - 1));
  turn.state.replay.cursor = clamped(row + 1, rows.size());
}

void start_rationale(Turn& turn, const ScenarioProgress* progress) {
  turn.state.replay.rationale = progress == nullptr ? std::string() : progress->draft.rationale;
  turn.state.replay.rationale_dirty = false;
}

}  // namespace

void show_scenario(Turn& turn, const ScenarioId& scenario) {
  UiState& state = turn.state;
  state.route = Route::Replay;
  state.replay = ReplayState{};
  state.replay.scenario = scenario;
  state.text = TextTarget::None;
  state.article = false;
  state.cursor = 0;
  state.meter.start(turn.now);
  const ScenarioProgress* progress = turn.world.session->find(scenario);
  start_rationale(turn, progress);
  read_in(turn, state.settings.language);
  if (progress != nullptr && !progress->opened) turn.command(OpenScenario{scenario});
}

void read_in(Turn& turn, Language language) {
  const SessionState* session = turn.world.session;
  if (session == nullptr || session->closed || turn.state.route != Route::Replay) return;
  if (session->language != language) turn.command(ChooseLanguage{language});
}

void put_aside(Turn& turn) {
  leave_text(turn);
  record_rationale(turn);
  if (turn.state.route != Route::Replay || live_draft(turn.state, turn.world) == nullptr) return;
  turn.command(LeaveScenario{turn.state.replay.scenario, turn.state.meter.take(turn.now)});
}

void record_rationale(Turn& turn) {
  turn.state.replay.rationale_dirty = false;
  const Draft* draft = live_draft(turn.state, turn.world);
  if (turn.state.route != Route::Replay || draft == nullptr || turn.rationale_recorded) return;
  if (draft->rationale == turn.state.replay.rationale || rationale_problem(turn.state, turn.world)) return;
  turn.rationale_recorded = true;
  turn.command(WriteRationale{turn.state.replay.scenario, turn.state.replay.rationale, turn.state.meter.take(turn.now)});
}

void move_facet(Turn& turn, int by) {
  const Draft* draft = live_draft(turn.state, turn.world);
  if (draft == nullptr) return;
  ReplayState& replay = turn.state.replay;
  const std::vector<const Facet*> asked = asked_facets(*turn.world.pack, draft->values);
  const int stops = static_cast<int>(asked.size()) + 1;  // the rationale is the last
  int at = stops - 1;
  if (turn.state.text != TextTarget::Rationale) {
    const auto hit = std::find(asked.begin(), asked.end(), focused_facet(*turn.world.pack, draft->values, replay));
    at = static_cast<int>(hit - asked.begin());
  }
  leave_text(turn);
  const int next = ((at + by) % stops + stops) % stops;
  replay.cursor = 0;
  replay.fact_mode = false;
  if (next == stops - 1)
    turn.state.text = TextTarget::Rationale;
  else
    replay.focused = asked[static_cast<std::size_t>(next)]->id;
}

void move_in_facet(Turn& turn, int by) {
  if (const Draft* draft = live_draft(turn.state, turn.world))
    turn.state.replay.cursor = clamped(turn.state.replay.cursor + by, cursor_range(turn, *draft));
}

void choose_digit(Turn& turn, int digit) {
  const Draft* draft = live_draft(turn.state, turn.world);
  if (draft == nullptr || digit < 0 || digit > 9) return;
  if (turn.state.replay.fact_mode) return toggle_fact_number(turn, *draft, static_cast<std::size_t>((digit + 9) % 10));
  const Facet* facet = focused_facet(*turn.world.pack, draft->values, turn.state.replay);
  if (facet == nullptr) return;
  const std::vector<Choice> choices =
      shown_choices(*turn.world.pack, *facet, draft->values, turn.state.replay, law_day(turn.state, turn.world));
  if (facet->shape() == Shape::Checklist) return digit_on_checklist(turn, choices, digit);
  const auto index = choice_of_digit(choices, digit);
  if (!index) return;
  turn.state.replay.cursor = static_cast<int>(*index);
  choose_option(turn, facet->id, choices[*index].id);
}

void choose_at_cursor(Turn& turn) {
  const Draft* draft = live_draft(turn.state, turn.world);
  if (draft == nullptr) return;
  const auto at = static_cast<std::size_t>(std::max(turn.state.replay.cursor, 0));
  if (turn.state.replay.fact_mode) return toggle_fact_number(turn, *draft, at);
  const Facet* facet = focused_facet(*turn.world.pack, draft->values, turn.state.replay);
  if (facet == nullptr) return;
  const std::vector<Choice> choices =
      shown_choices(*turn.world.pack, *facet, draft->values, turn.state.replay, law_day(turn.state, turn.world));
  if (at >= choices.size()) return;
  const std::string& id = choices[at].id;
  if (facet->shape() == Shape::Checklist)
    return set_element(turn, ElementId(id), after(state_of(draft->values, facet->id, ElementId(id))));
  choose_option(turn, facet->id, id);
}

void choose_option(Turn& turn, const FacetId& facet, const std::string& code) {
  const Draft* draft = live_draft(turn.state, turn.world);
  const Facet* known = turn.world.pack->scheme.find(facet);
  if (draft == nullptr || known == nullptr || known->shape() == Shape::Checklist) return;
  leave_text(turn);
  turn.state.replay.focused = facet;
  choose_value(turn, facet, toggled(known->shape(), value_of(draft->values, facet), code));
}

void set_element(Turn& turn, const ElementId& element, ElementState element_state) {
  const Draft* draft = live_draft(turn.state, turn.world);
  const FacetId& facet = turn.world.pack->scheme.roles.elements;
  const Facet* known = turn.world.pack->scheme.find(facet);
  if (draft == nullptr || known == nullptr) return;
  leave_text(turn);
  turn.state.replay.focused = facet;
  Checklist list;  // of the offence that is examined now
  const std::string_view day = law_day(turn.state, turn.world);
  for (const Choice& row : turn.world.pack->scheme.choices(*known, turn.world.pack->catalogue, draft->values, day))
    if (const auto old = state_of(draft->values, facet, ElementId(row.id))) list[ElementId(row.id)] = *old;
  if (state_of(draft->values, facet, element) == element_state)
    list.erase(element);
  else
    list[element] = element_state;
  choose_value(turn, facet, list.empty() ? Value() : Value::of_checklist(list));
}

void toggle_fact(Turn& turn, const FactId& fact) {
  const Draft* draft = live_draft(turn.state, turn.world);
  if (draft == nullptr) return;
  leave_text(turn);
  const bool relied_on = draft->facts.count(fact) == 0;
  turn.command(MarkFact{turn.state.replay.scenario, fact, relied_on, turn.state.meter.take(turn.now)});
}

void toggle_fact_mode(Turn& turn) {
  if (live_draft(turn.state, turn.world) == nullptr) return;
  leave_text(turn);
  turn.state.replay.fact_mode = !turn.state.replay.fact_mode;
  turn.state.replay.cursor = 0;
}

void reveal_next(Turn& turn) {
  const Draft* draft = live_draft(turn.state, turn.world);
  if (draft == nullptr) return;
  if (draft->step >= static_cast<int>(shown_scenario(turn.state, turn.world)->steps.size())) return;
  turn.command(RevealStep{turn.state.replay.scenario, turn.state.meter.take(turn.now)});
}

void move_pillar(Turn& turn, int by) {
  const Draft* draft = live_draft(turn.state, turn.world);
  if (draft == nullptr) return;
  const std::vector<Pillar> pillars = shown_pillars(*turn.world.pack);
  const Facet* facet = focused_facet(*turn.world.pack, draft->values, turn.state.replay);
  if (pillars.empty() || facet == nullptr || facet->source != ChoiceSource::Catalogue) return;
  const Pillar now = chosen_pillar(*turn.world.pack, draft->values, turn.state.replay);
  const int count = static_cast<int>(pillars.size());
  const int at = static_cast<int>(std::find(pillars.begin(), pillars.end(), now) - pillars.begin());
  turn.state.replay.pillar = pillars[static_cast<std::size_t>(((at + by) % count + count) % count)];
  turn.state.replay.cursor = 0;
}

void submit(Turn& turn) {
  const Draft* draft = live_draft(turn.state, turn.world);
  if (draft == nullptr) return;
  const Pack& pack = *turn.world.pack;
  const std::vector<FacetId> open = missing(pack, draft->values, law_day(turn.state, turn.world));
  if (!open.empty()) {  // to the first gap, instead of a refusal
    leave_text(turn);
    turn.state.replay.focused = open.front();
    turn.state.replay.cursor = 0;
    turn.state.replay.fact_mode = false;
    return;
  }
  if (rationale_problem(turn.state, turn.world)) {  // shown at the field
    turn.state.text = TextTarget::Rationale;
    return;
  }
  record_rationale(turn);
  turn.state.text = TextTarget::None;
  turn.command(RecordDecision{turn.state.replay.scenario,
                              pack.scheme.effective(draft->values),
                              {draft->facts.begin(), draft->facts.end()},
                              turn.state.replay.rationale,
                              turn.state.meter.take(turn.now)});
}

}  // namespace etalon::ui
