// A Screen on the toolkit's surface: layout only. What a person does comes out as intents.
#pragma once

#include <string>

#include "ui/present/screens.h"
#include "ui/views/intent_sink.h"
#include "ui/views/kit.h"

namespace etalon::ui {

// Between tk::Ui::begin_frame and end_frame.
void draw(const Screen& screen, tk::Ui& ui, IntentSink& sink);

// Ids below are the ends of the toolkit's paths: "deciding/replay.rationale" ends in "replay.rationale".

// The text field that the screen says has the focus; empty: none.
std::string focused_field(const Screen& screen);
// What is under the screen's key cursor, so that the window can scroll to it; empty: nothing.
std::string under_cursor(const Screen& screen);
// The text field that stands at this path of the toolkit; None: it is none.
TextTarget field_at(const Screen& screen, std::string_view path);
// The full path of what was drawn under this id in the last frame; empty: it was not drawn.
std::string path_of(const tk::Ui& ui, std::string_view id);

}  // namespace etalon::ui
