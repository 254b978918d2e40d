#include "ui/views/bodies.h"
#include "ui/views/parts.h"

namespace etalon::ui {

void draw_body(const ReportsScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink) {
  auto panel = ui.panel("reports", rect, page_style(rect, 860));
  draw_screen_title(screen.title, screen.subtitle, ui);
  ui.space(20);
  {
    auto card = ui.card("formats");
    tk::label(ui, screen.formats_title);
    ui.space(8);
    draw_actions(screen.formats, ui, sink);
    if (!screen.note.empty()) {
      ui.space(12);
      tk::small_print(ui, screen.note, "note");
    }
  }
  ui.space(20);
  auto card = ui.card("subjects");
  tk::label(ui, screen.subjects_title);
  ui.space(4);
  draw_rows(screen.subjects, "rows", ui, sink);
}

}  // namespace etalon::ui
