// One drawing for each kind of screen; draw() picks.
#pragma once

#include "ui/present/screens.h"
#include "ui/views/intent_sink.h"
#include "ui/views/kit.h"

namespace etalon::ui {

void draw_body(const WelcomeScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink);
void draw_body(const HomeScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink);
void draw_body(const ReplayScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink);
void draw_body(const DebriefScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink);
void draw_body(const SummaryScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink);
void draw_body(const CalibrationListScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink);
void draw_body(const CalibrationSetupScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink);
void draw_body(const HandOverScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink);
void draw_body(const RevealScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink);
void draw_body(const ReportsScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink);
void draw_body(const SettingsScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink);

}  // namespace etalon::ui
