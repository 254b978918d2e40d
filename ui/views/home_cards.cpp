#include "ui/views/home.h"
#include "ui/views/parts.h"

namespace etalon::ui {

void draw_todo_card(const ToDo& todo, tk::Ui& ui, IntentSink& sink) {
  auto card = ui.card("todo");
  tk::label(ui, todo.heading);
  ui.space(8);
  tk::lead(ui, todo.title, "title");
  ui.space(4);
  tk::muted(ui, todo.detail, "detail");
  ui.space(12);
  draw_action(todo.primary, ui, sink);
  if (todo.others.empty()) return;
  ui.space(16);
  draw_actions(todo.others, ui, sink);
}

void draw_agreement_card(const HomeScreen& screen, tk::Ui& ui) {
  auto card = ui.card("agreement");
  tk::label(ui, screen.agreement_title);
  ui.space(12);
  draw_agreement(screen.agreement, ui);
  if (screen.agreement_note.empty()) return;
  ui.space(12);
  tk::small_print(ui, screen.agreement_note, "note");
}

void draw_sessions_card(const HomeScreen& screen, tk::Ui& ui, IntentSink& sink) {
  auto card = ui.card("sessions");
  tk::label(ui, screen.sessions_title);
  ui.space(8);
  if (screen.sessions.empty()) return tk::muted(ui, screen.sessions_empty, "empty");
  draw_rows(screen.sessions, "rows", ui, sink);
}

void draw_today_card(const HomeScreen& screen, tk::Ui& ui) {
  auto card = ui.card("today");
  tk::label(ui, screen.today_title);
  ui.space(8);
  draw_labelled(screen.today, ui);
  ui.space(12);
  tk::small_print(ui, screen.privacy, "privacy");
}

}  // namespace etalon::ui
