#include "ui/views/debrief.h"

#include "ui/views/bodies.h"
#include "ui/views/frame.h"
#include "ui/views/parts.h"
#include "ui/views/split.h"

namespace etalon::ui {
namespace {

void draw_text_column(const DebriefScreen& screen, tk::Ui& ui, IntentSink& sink) {
  draw_screen_title(screen.title, screen.subtitle, ui);
  ui.space(24);
  draw_steps(screen.steps, false, ui, sink);
}

void draw_answer_column(const DebriefScreen& screen, tk::Ui& ui, IntentSink& sink) {
  draw_debrief_warnings(screen, ui);
  draw_debrief_table(screen, ui);
  draw_debrief_notes(screen, ui);
  if (screen.article) {
    auto card = ui.card("law", {.ground = tk::Ground::Page});
    draw_article(*screen.article, ui);
  }
  ui.space(24);
  draw_actions(screen.actions, ui, sink);
}

}  // namespace

void draw_body(const DebriefScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink) {
  draw_split(
      ui, rect, 0.44F, [&] { draw_text_column(screen, ui, sink); }, [&] { draw_answer_column(screen, ui, sink); });
}

}  // namespace etalon::ui
