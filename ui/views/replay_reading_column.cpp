#include "ui/views/parts.h"
#include "ui/views/replay.h"
#include "ui/views/scenario_text.h"

namespace etalon::ui {

void draw_reading_column(const ReplayScreen& screen, tk::Ui& ui, IntentSink& sink) {
  draw_screen_title(screen.title, screen.subtitle, ui);
  ui.space(24);
  if (!screen.fact_mode.empty()) {
    tk::badge(ui, screen.fact_mode, tk::Tone::Accent, "fact_mode");
    ui.space(16);
  }
  draw_steps(screen.steps, screen.next_step.has_value(), ui, sink);
  if (screen.next_step && tk::rail_next(ui, screen.next_step->id, screen.next_step->label, screen.next_step->key)) {
    sink.emit(screen.next_step->intent);
  }
}

}  // namespace etalon::ui
