#include <algorithm>

#include "ui/present/stage.h"
#include "ui/text/formats.h"

namespace etalon::ui {
namespace {

struct Facts {
  const Stage& stage;
  const Scenario& scenario;
  const Draft& draft;
  std::vector<FactId> shown;
  bool debrief = false;
  bool live = false;
};

RunView run_view(const Facts& facts, const Run& run) {
  RunView out;
  out.text = run.text;
  if (run.fact.empty()) return out;
  const auto index =
      static_cast<std::size_t>(std::find(facts.shown.begin(), facts.shown.end(), run.fact) - facts.shown.begin());
  const Fact* fact = facts.scenario.find(run.fact);
  const ReplayState& replay = facts.stage.state.replay;
  out.fact = run.fact.value;
  out.id = "replay.fact." + run.fact.value;
  out.marked = facts.draft.facts.count(run.fact) > 0;
  out.determinative = facts.debrief && fact != nullptr && fact->polarity == Polarity::Determinative;
  out.can_toggle = facts.live;
  out.intent = ToggleFact{run.fact};
  if (!facts.live || !replay.fact_mode) return out;
  if (const char key = fact_key(index)) out.key = std::string(1, key);
  out.cursor = static_cast<int>(index) == replay.cursor;
  return out;
}

StepView step_view(const Facts& facts, std::size_t index, Language language) {
  const Step& step = facts.scenario.steps[index];
  StepView out;
  out.id = "replay.step." + std::to_string(index + 1);
  const bool new_day = index == 0 || facts.scenario.steps[index - 1].day != step.day;
  if (new_day) out.day = day_offset(facts.stage.language, step.day);
  out.time = step.time;
  out.type = step_label(facts.stage, step.type);
  for (const Run& run : step.in(language)) out.runs.push_back(run_view(facts, run));
  return out;
}

}  // namespace

std::vector<StepView> step_views(const Stage& stage, const Scenario& scenario, const Draft& draft, bool debrief) {
  const Language language = stage.language;
  const bool live = live_draft(stage.state, stage.world) != nullptr && !debrief;
  const std::size_t visible = std::min(scenario.steps.size(), static_cast<std::size_t>(std::max(draft.step, 0)));
  const Facts facts{stage, scenario, draft, shown_facts(scenario, draft.step, language), debrief, live};
  std::vector<StepView> out;
  for (std::size_t i = 0; i < (debrief ? scenario.steps.size() : visible); ++i) out.push_back(step_view(facts, i, language));
  return out;
}

}  // namespace etalon::ui
