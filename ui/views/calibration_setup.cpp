#include "ui/views/bodies.h"
#include "ui/views/parts.h"

namespace etalon::ui {
namespace {

void draw_analysts(const CalibrationSetupScreen& screen, tk::Ui& ui, IntentSink& sink) {
  tk::label(ui, screen.analysts_title);
  ui.space(8);
  draw_field(screen.analyst, ui, sink);
  ui.space(8);
  draw_action(screen.add, ui, sink);
  if (screen.analysts.empty()) return;
  ui.space(12);
  draw_actions(screen.analysts, ui, sink);
}

void draw_scenarios(const CalibrationSetupScreen& screen, tk::Ui& ui, IntentSink& sink) {
  tk::label(ui, screen.scenarios_title);
  ui.space(4);
  for (const auto& scenario : screen.scenarios) {
    if (tk::check(ui, scenario.id, scenario.label, scenario.chosen)) sink.emit(scenario.intent);
    if (scenario.cursor) draw_cursor(ui.path(scenario.id), ui);
    ui.space(4);
  }
}

void draw_open(const CalibrationSetupScreen& screen, tk::Ui& ui, IntentSink& sink) {
  draw_action(screen.open, ui, sink);
  if (screen.missing.empty()) return;
  ui.space(8);
  tk::small_print(ui, screen.missing, "missing");
}

}  // namespace

void draw_body(const CalibrationSetupScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink) {
  auto panel = ui.panel("setup", rect, page_style(rect, 1080));
  draw_screen_title(screen.title, screen.subtitle, ui);
  ui.space(20);
  auto columns = ui.columns({{.share = 1, .min = 320}, {.share = 1.2F, .min = 360}}, 22);
  {
    auto card = ui.card("team");
    draw_field(screen.name, ui, sink);
    ui.space(8);
    tk::small_print(ui, screen.lead, "lead");
    ui.space(20);
    draw_analysts(screen, ui, sink);
    ui.space(24);
    draw_open(screen, ui, sink);
  }
  ui.next_column();
  auto card = ui.card("scenarios");
  draw_scenarios(screen, ui, sink);
}

}  // namespace etalon::ui
