#include "ui/views/bodies.h"
#include "ui/views/parts.h"

namespace etalon::ui {

void draw_body(const CalibrationListScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink) {
  auto panel = ui.panel("calibrations", rect, page_style(rect, 860));
  draw_screen_title(screen.title, screen.subtitle, ui);
  ui.space(20);
  draw_action(screen.create, ui, sink);
  ui.space(20);
  auto card = ui.card("list");
  if (screen.rounds.empty()) return tk::muted(ui, screen.empty_text, "empty");
  draw_rows(screen.rounds, "rows", ui, sink);
}

}  // namespace etalon::ui
