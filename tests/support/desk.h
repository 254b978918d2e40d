// A window without a window: UI state, a session that is really played by decide() and apply(), and a shell that carries
// out the effects in memory. For tests of ui/model and ui/present.
#pragma once

#include <gtest/gtest.h>

#include "tests/support/tiny_pack.h"
#include "ui/model/keymap.h"
#include "ui/model/options.h"
#include "ui/model/update.h"

namespace etalon::support {

struct Desk {
  Pack pack = tiny_pack();
  SessionState session;
  CalibrationState round;
  ui::UiState state;
  ui::World world;
  Instant now{1'775'120'400'000};  // 2 April 2026, 09:00 UTC
  ui::Effects seen;                // all effects, in order
  bool broken_disk = false;        // every session command fails

  Desk() {
    world.pack = &pack;
    state.settings.language = Language::English;
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  void wait(std::int64_t ms) { now = now + ms; }
  void give(const ui::Intent& intent) { carry_out(ui::update(state, world, intent, now)); }
  void let_time_pass(std::int64_t ms) {
    wait(ms);
    carry_out(ui::tick(state, world, now));
  }
  // False: the key means nothing here.
  bool press(const ui::KeyChord& chord) {
    const auto intent = ui::intent_of(state, chord);
    if (intent) give(*intent);
    return intent.has_value();
  }
  bool press(char character) { return press(ui::KeyChord{ui::Key::Character, character, false, false}); }
  bool press(ui::Key key) { return press(ui::KeyChord{key, 0, false, false}); }
  void type(ui::TextTarget target, const std::string& text) { give(ui::EditText{target, text}); }

  void enter(const char* pseudonym = "ANALYST-07") {
    type(ui::TextTarget::Pseudonym, pseudonym);
    press(ui::Key::Enter);
  }
  void start(Mode mode, const std::vector<const char*>& scenarios) {
    std::vector<ScenarioId> ids(scenarios.begin(), scenarios.end());
    give(ui::StartNew{mode, ids});
  }
  const ScenarioProgress& progress(const char* scenario) const { return *session.find(ScenarioId(scenario)); }
  const Draft& draft() const { return session.find(state.replay.scenario)->draft; }

  // Answers the scenario on screen with these values and records the decision.
  void decide_with(const Values& values) {
    for (const Facet& facet : pack.scheme.facets) {
      const auto hit = values.find(facet.id);
      if (hit == values.end()) continue;
      carry_out({ui::DoSession{ChooseValue{state.replay.scenario, facet.id, hit->second, {}}}});
    }
    give(ui::Submit{});
  }

  template <class T>
  std::vector<T> effects() const {
    std::vector<T> out;
    for (const ui::Effect& effect : seen)
      if (const T* hit = std::get_if<T>(&effect)) out.push_back(*hit);
    return out;
  }
  template <class Command>
  std::vector<Command> commands() const {
    std::vector<Command> out;
    for (const ui::DoSession& effect : effects<ui::DoSession>())
      if (const Command* hit = std::get_if<Command>(&effect.command)) out.push_back(*hit);
    return out;
  }

  void carry_out(const ui::Effects& effects) {
    for (const ui::Effect& effect : effects) {
      seen.push_back(effect);
      const ui::Outcome outcome = std::visit([this](const auto& one) { return carry(one); }, effect);
      carry_out(ui::absorb(state, world, outcome, now));
      if (std::holds_alternative<ui::Failed>(outcome)) return;
    }
  }

 private:
  ui::Outcome play(const SessionCommand& command) {
    if (broken_disk) return ui::Failed{Error{ErrorKind::Environment, msg("the disk is full"), msg("free some space"), {}}};
    const auto events = decide(session, command, pack);
    if (!events) return ui::Failed{events.error()};
    for (const EventBody& body : *events) apply(session, Event{now, body});
    world.session = &session;
    return ui::SessionAdvanced{};
  }
  ui::Outcome carry(const ui::DoEnter& it) { return ui::Entered{AnalystId(it.pseudonym)}; }
  ui::Outcome carry(const ui::DoStart& it) {
    session = SessionState{};
    session.id = SessionId("S1");
    SessionStarted start{it.analyst, it.mode, it.language, pack.ref, pack.scheme.version, it.scenarios, it.calibration};
    if (start.scenarios.empty())
      for (const Scenario& scenario : pack.scenarios) start.scenarios.push_back(scenario.id);
    const ui::Outcome outcome = play(StartSession{start});
    return std::holds_alternative<ui::Failed>(outcome) ? outcome : ui::Outcome(ui::SessionOpened{});
  }
  ui::Outcome carry(const ui::DoResume&) { return ui::SessionOpened{}; }
  ui::Outcome carry(const ui::DoShowSession&) { return ui::SessionShown{}; }
  ui::Outcome carry(const ui::DoSession& it) { return play(it.command); }
  ui::Outcome carry(const ui::DoOpenCalibration& it) {
    round = CalibrationState{};
    round.id = CalibrationId("C1");
    round.version = 1;
    round.opening = {it.title, it.lead, it.analysts, it.scenarios, pack.ref, pack.scheme.version, pack.status};
    round.opened_at = now;
    world.calibration = &round;
    return ui::CalibrationShown{};
  }
  ui::Outcome carry(const ui::DoShowCalibration&) { return ui::CalibrationShown{}; }
  ui::Outcome carry(const ui::DoCloseRound&) {
    round.closed = round.closed_by_lead = true;
    return ui::CalibrationShown{};
  }
  ui::Outcome carry(const ui::DoReport& it) { return ui::ReportWritten{"report." + std::string(code(it.format))}; }
  ui::Outcome carry(const ui::DoLoad&) { return ui::Loaded{}; }
  ui::Outcome carry(const ui::DoSaveSettings&) { return ui::Loaded{}; }
  ui::Outcome carry(const ui::DoQuit&) { return ui::Loaded{}; }
};

}  // namespace etalon::support
