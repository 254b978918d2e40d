#include <algorithm>

#include "sim/base/assert.h"
#include "sim/domain/session.h"

namespace etalon {
namespace {

ScenarioProgress& progress_of(SessionState& state, const ScenarioId& id) {
  const auto hit = std::find_if(state.progress.begin(), state.progress.end(),
                                [&](const ScenarioProgress& item) { return item.scenario == id; });
  ETALON_ASSERT(hit != state.progress.end());
  return *hit;
}

void add(Elapsed& total, const Elapsed& part) {
  total.active_ms += part.active_ms;
  total.idle_ms += part.idle_ms;
}

struct Fold {
  SessionState& state;
  Instant at;

  void operator()(const SessionStarted& event) {
    state.start = event;
    state.started_at = at;
    state.language = event.language;
    for (const ScenarioId& id : event.scenarios) state.progress.push_back({id, false, {}, std::nullopt});
  }
  void operator()(const ScenarioOpened& event) {
    ScenarioProgress& item = progress_of(state, event.scenario);
    item.opened = true;
    item.draft.step = 1;
  }
  void operator()(const StepRevealed& event) {
    Draft& draft = draft_of(event);
    draft.step = event.step;
  }
  void operator()(const FactMarked& event) {
    Draft& draft = draft_of(event);
    if (event.relied_on)
      draft.facts.insert(event.fact);
    else
      draft.facts.erase(event.fact);
  }
  void operator()(const ValueChosen& event) {
    Draft& draft = draft_of(event);
    if (event.value == Value())
      draft.values.erase(event.facet);
    else
      draft.values[event.facet] = event.value;
  }
  void operator()(const RationaleWritten& event) { draft_of(event).rationale = event.text; }
  void operator()(const DecisionRecorded& event) {
    ScenarioProgress& item = progress_of(state, event.scenario);
    item.decision = event;
    item.draft.total = event.total;
  }
  void operator()(const SessionClosed& event) {
    state.closed = true;
    state.finished = event.finished;
  }
  void operator()(const ScenarioLeft& event) { draft_of(event); }
  void operator()(const LanguageChosen& event) { state.language = event.language; }
  // Events of a calibration never stand in a session's stream.
  void operator()(const CalibrationOpened&) { ETALON_ASSERT(false); }
  void operator()(const VoteCompleted&) { ETALON_ASSERT(false); }
  void operator()(const RoundClosed&) { ETALON_ASSERT(false); }

 private:
  template <class DraftEvent>
  Draft& draft_of(const DraftEvent& event) {
    Draft& draft = progress_of(state, event.scenario).draft;
    add(draft.total, event.elapsed);
    return draft;
  }
};

}  // namespace

const ScenarioProgress* SessionState::find(const ScenarioId& wanted) const {
  const auto hit =
      std::find_if(progress.begin(), progress.end(), [&](const ScenarioProgress& item) { return item.scenario == wanted; });
  return hit == progress.end() ? nullptr : &*hit;
}

const ScenarioProgress* SessionState::next_open() const {
  const auto hit =
      std::find_if(progress.begin(), progress.end(), [](const ScenarioProgress& item) { return !item.decision; });
  return hit == progress.end() ? nullptr : &*hit;
}

void apply(SessionState& state, const Event& event) {
  std::visit(Fold{state, event.at}, event.body);
  ++state.version;
}

}  // namespace etalon
