// The cards of the home screen.
#pragma once

#include "ui/present/screens.h"
#include "ui/views/intent_sink.h"
#include "ui/views/kit.h"

namespace etalon::ui {

void draw_todo_card(const ToDo& todo, tk::Ui& ui, IntentSink& sink);
void draw_agreement_card(const HomeScreen& screen, tk::Ui& ui);
void draw_sessions_card(const HomeScreen& screen, tk::Ui& ui, IntentSink& sink);
void draw_today_card(const HomeScreen& screen, tk::Ui& ui);

}  // namespace etalon::ui
