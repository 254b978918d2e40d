#include "ui/views/home.h"

#include "ui/views/bodies.h"
#include "ui/views/parts.h"

namespace etalon::ui {
namespace {

void draw_greeting(const HomeScreen& screen, tk::Ui& ui, IntentSink& sink) {
  {
    auto row = ui.row({.gap = 12, .height = 40});
    tk::text(ui, screen.greeting, {.face = tk::Face::Big, .id = "greeting", .wrap = false});
    ui.spring();
    if (tk::button(ui, screen.leave.id, screen.leave.label, {.kind = tk::ButtonStyle::Kind::Plain})) {
      sink.emit(screen.leave.intent);
    }
  }
  ui.space(4);
  tk::muted(ui, screen.subtitle, "subtitle");
}

}  // namespace

void draw_body(const HomeScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink) {
  auto panel = ui.panel("home", rect, page_style(rect, 1080));
  draw_greeting(screen, ui, sink);
  ui.space(24);
  {
    auto columns = ui.columns({{.share = 0.82F, .min = 300}, {.share = 1.1F, .min = 380}}, 22);
    draw_todo_card(screen.todo, ui, sink);
    ui.next_column();
    draw_agreement_card(screen, ui);
  }
  ui.space(22);
  auto columns = ui.columns({{.share = 1.3F, .min = 380}, {.share = 1, .min = 300}}, 22);
  draw_sessions_card(screen, ui, sink);
  ui.next_column();
  draw_today_card(screen, ui);
}

}  // namespace etalon::ui
