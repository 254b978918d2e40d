// The scenario as it was told: steps on a time rail with facts in the text. Replay and debrief show the same.
#pragma once

#include "ui/present/screens.h"
#include "ui/views/intent_sink.h"
#include "ui/views/kit.h"

namespace etalon::ui {

// `open_end`: another step is still to come, so the rail goes on below the last one.
void draw_steps(const std::vector<StepView>& steps, bool open_end, tk::Ui& ui, IntentSink& sink);

inline constexpr std::string_view kReading = "reading";

}  // namespace etalon::ui
