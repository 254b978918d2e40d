#include "ui/model/turn.h"

namespace etalon::ui {
namespace {

const SessionState& session(const Turn& turn) { return *turn.world.session; }

void show_summary(Turn& turn) {
  turn.state.replay.scenario = {};
  go_to(turn, Route::Summary);
}

// The vote is in: the machine goes to the next analyst, who must not see this one's answers.
void hand_over(Turn& turn) {
  const auto calibration = session(turn).start.calibration;
  turn.state.replay = {};
  if (!calibration) return go_to(turn, Route::Home);
  turn.state.calibration = calibration;
  turn.ask(DoShowCalibration{*calibration});
  go_to(turn, Route::HandOver);
}

void after_decision(Turn& turn) {
  const bool last = session(turn).next_open() == nullptr;
  if (debriefs_at_once(session(turn).start.mode)) {
    turn.state.route = Route::Debrief;
    turn.state.article = false;
    if (last && !session(turn).closed) turn.command(CloseSession{});
    return;
  }
  if (!last) return show_scenario(turn, session(turn).next_open()->scenario);
  if (!session(turn).closed) turn.command(CloseSession{});
  session(turn).start.mode == Mode::Calibration ? hand_over(turn) : show_summary(turn);
}

}  // namespace

void next_scenario(Turn& turn) {
  if (turn.world.session == nullptr) return go_to(turn, Route::Home);
  const ScenarioProgress* next = session(turn).next_open();
  if (next == nullptr || session(turn).closed) return show_summary(turn);
  show_scenario(turn, next->scenario);
}

void open_twin(Turn& turn) {
  const Scenario* scenario = shown_scenario(turn.state, turn.world);
  if (scenario == nullptr || turn.state.route != Route::Debrief) return;
  const Scenario* twin = twin_of(*turn.world.pack, *scenario, session(turn));
  if (twin == nullptr) return inform(turn, msg("This scenario has no twin."));
  const ScenarioProgress* progress = session(turn).find(twin->id);
  if (progress == nullptr) return inform(turn, msg("The twin is not part of this session."));
  if (progress->decision) {
    turn.state.replay.scenario = twin->id;
    return;
  }
  if (session(turn).closed) return inform(turn, msg("The twin was not decided in this session."));
  show_scenario(turn, twin->id);
}

void leave_session(Turn& turn) {
  put_aside(turn);
  if (turn.world.session != nullptr && session(turn).start.calibration) return hand_over(turn);
  go_to(turn, Route::Home);
}

void session_opened(Turn& turn) {
  if (turn.world.session == nullptr) return;
  turn.state.banner.reset();
  if (const ScenarioProgress* next = session(turn).next_open()) return show_scenario(turn, next->scenario);
  if (!session(turn).closed) turn.command(CloseSession{});
  session(turn).start.mode == Mode::Calibration ? hand_over(turn) : show_summary(turn);
}

void session_advanced(Turn& turn) {
  const ScenarioProgress* progress = shown_progress(turn.state, turn.world);
  if (turn.state.route == Route::Replay && progress != nullptr && progress->decision) after_decision(turn);
}

}  // namespace etalon::ui
