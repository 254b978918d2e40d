// The parts of the reveal: the ranked scenarios, and how the votes on one of them fall.
#pragma once

#include "ui/present/screens.h"
#include "ui/views/intent_sink.h"
#include "ui/views/kit.h"

namespace etalon::ui {

void draw_reveal_list(const RevealScreen& screen, tk::Ui& ui, IntentSink& sink);
void draw_reveal_votes(const RevealScreen& screen, tk::Ui& ui);
void draw_reveal_words(const RevealScreen& screen, tk::Ui& ui);

}  // namespace etalon::ui
