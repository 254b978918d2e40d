#include <algorithm>

#include "sim/base/text.h"
#include "ui/model/turn.h"

namespace etalon::ui {
namespace {

std::size_t row_of(const Turn& turn) {
  const int count = row_count(turn.state, turn.world);
  return static_cast<std::size_t>(std::clamp(turn.state.cursor, 0, std::max(count - 1, 0)));
}

void pick_analyst(Turn& turn) {
  if (turn.world.analysts.empty()) return;
  turn.state.pseudonym = turn.world.analysts[row_of(turn)].value;
}

void open_session_row(Turn& turn) {
  if (turn.world.sessions.empty()) return;
  turn.ask(DoShowSession{turn.world.sessions[row_of(turn)].id});
}

void open_debrief_row(Turn& turn) {
  if (turn.world.session == nullptr || turn.world.session->progress.empty()) return;
  const ScenarioProgress& progress = turn.world.session->progress[row_of(turn)];
  if (!progress.decision || !debriefs_open(*turn.world.session)) return;
  turn.state.replay = {};
  turn.state.replay.scenario = progress.scenario;
  turn.state.route = Route::Debrief;
}

void open_vote_row(Turn& turn) {
  if (turn.world.calibration == nullptr || turn.world.calibration->opening.analysts.empty()) return;
  take_vote(turn, turn.world.calibration->opening.analysts[row_of(turn)]);
}

void next_setting(Turn& turn) {
  Settings& settings = turn.state.settings;
  const std::size_t row = row_of(turn);
  if (row == 0) settings.language = settings.language == Language::French ? Language::English : Language::French;
  if (row == 1) settings.theme = static_cast<Theme>((static_cast<int>(settings.theme) + 1) % 3);
  if (row == 2) {
    const double larger = settings.font_scale + kScaleStep;
    settings.font_scale = larger > kLargestScale + kScaleStep / 2 ? kSmallestScale : clamp_scale(larger);
  }
  save_settings(turn);
}

bool close_overlay(Turn& turn) {
  UiState& state = turn.state;
  if (state.key_help) return state.key_help = false, true;
  if (state.question != Question::None) return state.question = Question::None, true;
  if (state.article) return state.article = false, true;
  if (state.replay.fact_mode && state.route == Route::Replay) return state.replay.fact_mode = false, true;
  if (state.text != TextTarget::None && state.route != Route::Welcome) return leave_text(turn), true;
  if (state.banner) return state.banner.reset(), true;
  return false;
}

void toggle_offered(Turn& turn) {
  const auto offered = turn.world.pack->offered();
  if (!offered.empty()) toggle_scenario(turn, offered[row_of(turn)]->id);
}

}  // namespace

void start_new(Turn& turn, Mode mode, std::vector<ScenarioId> scenarios) {
  if (!turn.state.analyst) return;
  turn.ask(DoStart{*turn.state.analyst, mode, turn.state.settings.language, std::move(scenarios), std::nullopt});
}

void open_row(Turn& turn) {
  switch (turn.state.route) {
    case Route::Welcome: return pick_analyst(turn);
    case Route::Home: return open_session_row(turn);
    case Route::Summary: return open_debrief_row(turn);
    case Route::CalibrationList:
      if (!turn.world.calibrations.empty()) show_calibration(turn, turn.world.calibrations[row_of(turn)].id);
      return;
    case Route::CalibrationSetup: return toggle_offered(turn);
    case Route::HandOver: return open_vote_row(turn);
    case Route::Settings: return next_setting(turn);
    case Route::Replay:
    case Route::Debrief:
    case Route::Reveal:
    case Route::Reports: return;
  }
}

void go_on(Turn& turn) {
  const bool closed = turn.world.calibration != nullptr && turn.world.calibration->closed;
  switch (turn.state.route) {
    case Route::Welcome: return turn.ask(DoEnter{turn.state.pseudonym});
    case Route::Home:
      if (turn.world.resumable) return turn.ask(DoResume{*turn.world.resumable});
      return start_new(turn, Mode::Practice, {});
    case Route::Replay: return submit(turn);
    case Route::Debrief: return next_scenario(turn);
    case Route::Summary: return go_to(turn, Route::Home);
    case Route::CalibrationList:
      return turn.world.calibrations.empty() ? go_to(turn, Route::CalibrationSetup) : open_row(turn);
    case Route::CalibrationSetup: return open_round(turn);
    case Route::HandOver: return closed ? go_to(turn, Route::Reveal) : open_row(turn);
    case Route::Reveal: return go_to(turn, Route::CalibrationList);
    case Route::Reports: return export_shown(turn, ReportFormat::Html);
    case Route::Settings: return next_setting(turn);
  }
}

void go_back(Turn& turn) {
  if (close_overlay(turn)) return;
  switch (turn.state.route) {
    case Route::Welcome:
    case Route::Home: return;
    case Route::Replay: turn.state.question = Question::StopSession; return;
    case Route::Debrief:
      return turn.world.session != nullptr && turn.world.session->closed ? go_to(turn, Route::Summary) : leave_session(turn);
    case Route::CalibrationSetup:
    case Route::HandOver:
    case Route::Reveal: return go_to(turn, Route::CalibrationList);
    case Route::Summary:
    case Route::CalibrationList:
    case Route::Reports:
    case Route::Settings: return go_to(turn, Route::Home);
  }
}

void show_calibration(Turn& turn, const CalibrationId& calibration) {
  const auto hit = std::find_if(turn.world.calibrations.begin(), turn.world.calibrations.end(),
                                [&](const CalibrationRow& row) { return row.id == calibration; });
  turn.state.calibration = calibration;
  turn.ask(DoShowCalibration{calibration});
  go_to(turn, hit != turn.world.calibrations.end() && hit->closed ? Route::Reveal : Route::HandOver);
}

void take_vote(Turn& turn, const AnalystId& analyst) {
  const CalibrationState* round = turn.world.calibration;
  if (round == nullptr || round->closed) return;
  const auto& invited = round->opening.analysts;
  if (std::find(invited.begin(), invited.end(), analyst) == invited.end()) return;
  if (round->has_voted(analyst))
    return inform(turn, msg("{analyst} has already voted in this round.", {{"analyst", analyst.value}}));
  for (const SessionRow& row : turn.world.round_sessions)  // interrupted: goes on where it stopped
    if (row.analyst == analyst && row.calibration == round->id && !row.closed) return turn.ask(DoResume{row.id});
  turn.ask(DoStart{analyst, Mode::Calibration, turn.state.settings.language, round->opening.scenarios, round->id});
}

void add_analyst(Turn& turn) {
  SetupState& setup = turn.state.setup;
  std::string name(trim(setup.analyst));
  std::transform(name.begin(), name.end(), name.begin(), [](char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  });
  if (name.empty()) return;
  const AnalystId analyst(name);
  if (std::find(setup.analysts.begin(), setup.analysts.end(), analyst) == setup.analysts.end())
    setup.analysts.push_back(analyst);
  setup.analyst.clear();
}

void toggle_scenario(Turn& turn, const ScenarioId& scenario) {
  std::vector<ScenarioId> chosen;
  for (const Scenario* each : turn.world.pack->offered()) {
    const auto& old = turn.state.setup.scenarios;
    const bool was = std::find(old.begin(), old.end(), each->id) != old.end();
    if (was != (each->id == scenario)) chosen.push_back(each->id);
  }
  turn.state.setup.scenarios = std::move(chosen);
}

void open_round(Turn& turn) {
  add_analyst(turn);  // a name that was typed and not yet added
  const SetupState& setup = turn.state.setup;
  if (!turn.state.analyst || trim(setup.title).empty() || setup.analysts.size() < 2 || setup.scenarios.empty()) return;
  turn.ask(DoOpenCalibration{std::string(trim(setup.title)), *turn.state.analyst, setup.analysts, setup.scenarios});
}

void export_shown(Turn& turn, ReportFormat format) {
  const UiState& state = turn.state;
  if (state.route == Route::Summary && turn.world.session != nullptr)
    return turn.ask(DoReport{{std::nullopt, turn.world.session->id, std::nullopt}, format});
  if (state.route == Route::Reveal && turn.world.calibration != nullptr && turn.world.calibration->closed)
    return turn.ask(DoReport{{std::nullopt, std::nullopt, turn.world.calibration->id}, format});
  if (state.route == Route::Reports) turn.ask(DoReport{report_subjects(state, turn.world)[row_of(turn)], format});
}

}  // namespace etalon::ui
