#include "ui/views/bodies.h"
#include "ui/views/parts.h"

namespace etalon::ui {

void draw_body(const HandOverScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink) {
  auto panel = ui.panel("hand_over", rect, page_style(rect, 720));
  draw_screen_title(screen.title, screen.subtitle, ui);
  ui.space(16);
  tk::text(ui, screen.instruction, {.id = "instruction"});
  ui.space(20);
  {
    auto card = ui.card("analysts");
    draw_rows(screen.analysts, "rows", ui, sink);
  }
  ui.space(20);
  std::vector<Action> actions;
  if (screen.reveal) {
    actions = {*screen.reveal};
  } else {
    actions = {screen.take, screen.close_round};
  }
  draw_actions(actions, ui, sink);
}

}  // namespace etalon::ui
