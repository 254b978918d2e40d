// The parts of the debrief, from the top of its right column to the bottom.
#pragma once

#include "ui/present/screens.h"
#include "ui/views/intent_sink.h"
#include "ui/views/kit.h"

namespace etalon::ui {

void draw_debrief_warnings(const DebriefScreen& screen, tk::Ui& ui);
void draw_debrief_table(const DebriefScreen& screen, tk::Ui& ui);
void draw_debrief_notes(const DebriefScreen& screen, tk::Ui& ui);

}  // namespace etalon::ui
