#include "ui/model/turn.h"

namespace etalon::ui {
namespace {

TextTarget first_text(Route route) {
  if (route == Route::Welcome) return TextTarget::Pseudonym;
  return route == Route::CalibrationSetup ? TextTarget::CalibrationTitle : TextTarget::None;
}

}  // namespace

void go_to(Turn& turn, Route route) {
  leave_text(turn);
  turn.state.route = route;
  turn.state.cursor = 0;
  turn.state.article = false;
  turn.state.question = Question::None;
  turn.state.text = first_text(route);
  turn.ask(DoLoad{route});
}

void inform(Turn& turn, Message what) { turn.state.banner = BannerState{BannerTone::Info, std::move(what), {}}; }

void save_settings(Turn& turn) { turn.ask(DoSaveSettings{turn.state.settings}); }

void leave_text(Turn& turn) {
  if (turn.state.text == TextTarget::Rationale) record_rationale(turn);
  turn.state.text = TextTarget::None;
}

}  // namespace etalon::ui
