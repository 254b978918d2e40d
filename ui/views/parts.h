// The parts that many screens share: each draws one of the plain values of screens.h.
#pragma once

#include <string_view>
#include <vector>

#include "ui/present/screens.h"
#include "ui/views/intent_sink.h"
#include "ui/views/kit.h"

namespace etalon::ui {

tk::Tone tone(Tone tone);

// A page of one column on the background colour, its content in a readable width at the left.
tk::PanelStyle page_style(const tk::Rect& rect, float max_width);
// Two columns fit side by side from this width on; under it they stand one below the other.
bool is_wide(const tk::Rect& rect);

void draw_action(const Action& action, tk::Ui& ui, IntentSink& sink);
void draw_actions(const std::vector<Action>& actions, tk::Ui& ui, IntentSink& sink);
// A list of rows under one stop of Tab.
void draw_rows(const std::vector<Row>& rows, std::string_view group, tk::Ui& ui, IntentSink& sink);
void draw_labelled(const std::vector<Labelled>& lines, tk::Ui& ui);
// The label above, the field, and the intents of editing it.
void draw_field(const TextField& field, tk::Ui& ui, IntentSink& sink);
// A small heading, then its text; nothing where the text is empty.
void draw_note(const Note& note, tk::Ui& ui);
// A one-of-many choice, drawn as segments.
void draw_segments(std::string_view id, const std::vector<Action>& options, tk::Ui& ui, IntentSink& sink);
// Dots with whiskers on an axis from 0 to 1, then the figures that go with them.
void draw_agreement(const std::vector<AgreementRow>& rows, tk::Ui& ui);
// Around what the key cursor is on, where the last frame drew it.
void draw_cursor(std::string_view path, tk::Ui& ui);

void draw_screen_title(std::string_view title, std::string_view subtitle, tk::Ui& ui);

}  // namespace etalon::ui
