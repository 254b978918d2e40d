// The two columns of the replay: what is read, and what is decided.
#pragma once

#include "ui/present/screens.h"
#include "ui/views/intent_sink.h"
#include "ui/views/kit.h"

namespace etalon::ui {

void draw_reading_column(const ReplayScreen& screen, tk::Ui& ui, IntentSink& sink);
void draw_deciding_column(const ReplayScreen& screen, tk::Ui& ui, IntentSink& sink);
void draw_facet(const FacetPanel& facet, tk::Ui& ui, IntentSink& sink);

}  // namespace etalon::ui
