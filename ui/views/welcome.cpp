#include "ui/views/bodies.h"
#include "ui/views/parts.h"

namespace etalon::ui {
namespace {

void draw_pseudonym(const WelcomeScreen& screen, tk::Ui& ui, IntentSink& sink) {
  draw_field(screen.pseudonym, ui, sink);
  ui.space(6);
  tk::small_print(ui, screen.hint, "hint");
  ui.space(16);
  draw_action(screen.enter, ui, sink);
}

void draw_known(const WelcomeScreen& screen, tk::Ui& ui, IntentSink& sink) {
  if (screen.known.empty()) return;
  ui.space(24);
  tk::label(ui, screen.known_title);
  ui.space(4);
  draw_rows(screen.known, "known", ui, sink);
}

}  // namespace

void draw_body(const WelcomeScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink) {
  auto style = page_style(rect, 520);
  style.centred = true;
  style.pad_y = is_wide(rect) ? 72 : 20;
  auto panel = ui.panel("welcome", rect, style);
  tk::big_title(ui, screen.title, "title");
  ui.space(8);
  tk::muted(ui, screen.subtitle, "subtitle");
  ui.space(24);
  {
    auto card = ui.card("card", {.pad = 24});
    draw_pseudonym(screen, ui, sink);
    draw_known(screen, ui, sink);
    ui.space(24);
    tk::label(ui, screen.language_title);
    ui.space(8);
    draw_segments("language", screen.languages, ui, sink);
  }
  ui.space(16);
  tk::small_print(ui, screen.privacy, "privacy");
  ui.space(4);
  tk::small_print(ui, screen.disclaimer, "disclaimer");
}

}  // namespace etalon::ui
