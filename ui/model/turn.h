// One turn of update() or absorb(): what it reads, what it changes, what it asks for. For the sources of ui/model only.
#pragma once

#include "ui/model/options.h"
#include "ui/model/update.h"

namespace etalon::ui {

struct Turn {
  UiState& state;
  const World& world;
  Instant now;
  Effects effects = {};
  bool rationale_recorded = false;  // in this turn: the snapshot does not show it yet

  void ask(Effect effect) { effects.push_back(std::move(effect)); }
  void command(SessionCommand session_command) { ask(DoSession{std::move(session_command)}); }
};

// turn_frame.cpp: what works on every screen
void go_to(Turn& turn, Route route);
void inform(Turn& turn, Message what);
void save_settings(Turn& turn);
void leave_text(Turn& turn);  // records a rationale that was being typed

// turn_replay.cpp: the draft
void show_scenario(Turn& turn, const ScenarioId& scenario);  // puts it on screen, opens it in the session if need be
void read_in(Turn& turn, Language language);                 // the session records what its scenarios are read in
void put_aside(Turn& turn);                                  // records what is pending: the rationale, the time
void record_rationale(Turn& turn);                           // if it differs from the draft's
void move_facet(Turn& turn, int by);
void move_in_facet(Turn& turn, int by);
void choose_digit(Turn& turn, int digit);
void choose_at_cursor(Turn& turn);
void choose_option(Turn& turn, const FacetId& facet, const std::string& code);
void set_element(Turn& turn, const ElementId& element, ElementState element_state);
void toggle_fact(Turn& turn, const FactId& fact);
void toggle_fact_mode(Turn& turn);
void reveal_next(Turn& turn);
void move_pillar(Turn& turn, int by);
void submit(Turn& turn);

// turn_session.cpp: from one scenario to the next, and out of the session
void next_scenario(Turn& turn);
void open_twin(Turn& turn);
void leave_session(Turn& turn);
void session_opened(Turn& turn);
void session_advanced(Turn& turn);

// turn_places.cpp: home, lists, calibration, reports
void start_new(Turn& turn, Mode mode, std::vector<ScenarioId> scenarios);
void open_row(Turn& turn);
void go_on(Turn& turn);
void go_back(Turn& turn);
void show_calibration(Turn& turn, const CalibrationId& calibration);
void take_vote(Turn& turn, const AnalystId& analyst);
void add_analyst(Turn& turn);
void toggle_scenario(Turn& turn, const ScenarioId& scenario);
void open_round(Turn& turn);
void export_shown(Turn& turn, ReportFormat format);

}  // namespace etalon::ui
