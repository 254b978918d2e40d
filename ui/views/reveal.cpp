#include "ui/views/reveal.h"

#include "ui/views/bodies.h"
#include "ui/views/parts.h"
#include "ui/views/split.h"

namespace etalon::ui {

void draw_reveal_list(const RevealScreen& screen, tk::Ui& ui, IntentSink& sink) {
  tk::label(ui, screen.list_title);
  ui.space(8);
  draw_rows(screen.scenarios, "rows", ui, sink);
}

void draw_body(const RevealScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink) {
  const auto votes = [&] {
    if (screen.scenarios.empty()) return tk::muted(ui, screen.empty_text, "empty");
    draw_screen_title(screen.title, screen.subtitle, ui);
    ui.space(20);
    draw_reveal_votes(screen, ui);
    draw_reveal_words(screen, ui);
    ui.space(20);
    draw_actions(screen.actions, ui, sink);
  };
  draw_split(
      ui, rect, 0.3F, [&] { draw_reveal_list(screen, ui, sink); }, votes);
}

}  // namespace etalon::ui
