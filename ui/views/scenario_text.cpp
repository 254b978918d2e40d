#include "ui/views/scenario_text.h"

#include <algorithm>

#include "ui/views/parts.h"

namespace etalon::ui {
namespace {

std::vector<tk::Run> runs_of(const StepView& step) {
  std::vector<tk::Run> runs;
  for (const auto& run : step.runs) runs.push_back({run.text, run.fact, run.marked, run.determinative});
  return runs;
}

bool is_interactive(const StepView& step) {
  return std::any_of(step.runs.begin(), step.runs.end(), [](const RunView& run) { return run.can_toggle; });
}

}  // namespace

void draw_steps(const std::vector<StepView>& steps, bool open_end, tk::Ui& ui, IntentSink& sink) {
  for (const auto& step : steps) {
    const bool last = &step == &steps.back() && !open_end;
    const tk::Rail rail(ui, step.id + ".rail", {step.day, step.time, step.type, last});
    const auto runs = runs_of(step);
    const auto hit = tk::rich_text(ui, step.id, runs, {.interactive = is_interactive(step)});
    if (hit) sink.emit(step.runs[*hit].intent);
    for (const auto& run : step.runs) {
      if (run.cursor) draw_cursor(ui.path(step.id) + "/" + run.fact, ui);
    }
    ui.space(4);
  }
}

}  // namespace etalon::ui
