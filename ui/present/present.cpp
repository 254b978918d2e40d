#include "ui/present/present.h"

#include "ui/present/stage.h"
#include "ui/text/formats.h"

namespace etalon::ui {
namespace {

Body body(const Stage& stage) {
  switch (stage.state.route) {
    case Route::Welcome: return welcome_screen(stage);
    case Route::Home: return home_screen(stage);
    case Route::Replay: return replay_screen(stage);
    case Route::Debrief: return debrief_screen(stage);
    case Route::Summary: return summary_screen(stage);
    case Route::CalibrationList: return calibration_list_screen(stage);
    case Route::CalibrationSetup: return calibration_setup_screen(stage);
    case Route::HandOver: return hand_over_screen(stage);
    case Route::Reveal: return reveal_screen(stage);
    case Route::Reports: return reports_screen(stage);
    case Route::Settings: return settings_screen(stage);
  }
  return WelcomeScreen{};
}

// The reveal's bar says which round it is.
void name_round(const Stage& stage, TopBar& bar) {
  const analysis::Reveal* reveal = stage.shown.reveal;
  if (stage.state.route != Route::Reveal || reveal == nullptr) return;
  bar.note = reveal->title + " · " + day_month(stage.language, reveal->opened_at, stage.shown.utc_offset_minutes) + " · " +
             stage.cat.plural("{n} analyst", "{n} analysts", static_cast<std::int64_t>(reveal->analysts));
}

// The route, and what it is about where one route shows several things.
std::string page_of(const UiState& state) {
  std::string page = std::to_string(static_cast<int>(state.route));
  if (state.route == Route::Replay || state.route == Route::Debrief) page += "/" + state.replay.scenario.value;
  if (state.route == Route::Reveal) page += "/" + std::to_string(state.cursor);
  return page;
}

}  // namespace

Screen present(const UiState& state, const Shown& shown, const Catalogue& catalogue) {
  const Stage stage{state, shown, catalogue, catalogue.language(), *shown.world.pack, shown.world};
  Screen out;
  out.page = page_of(state);
  out.top = top_bar(stage);
  name_round(stage, out.top);
  out.body = body(stage);
  out.bottom = bottom_bar(stage);
  out.banner = banner(stage);
  out.article = article_panel(stage);
  out.dialog = dialog(stage);
  out.key_help = key_help(stage);
  out.theme = state.settings.theme;
  out.scale = state.settings.font_scale;
  return out;
}

}  // namespace etalon::ui
