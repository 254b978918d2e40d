// The desk of tests/support with eyes: what the screen shows after each turn.
#pragma once

#include "tests/support/desk.h"
#include "ui/present/present.h"

namespace etalon::ui {

struct Eyes : support::Desk {
  analysis::ConsistencyReport report;  // shown where a screen asks for one, when `reported`
  bool reported = false;
  analysis::Reveal reveal;
  bool revealed = false;
  std::vector<DecisionRow> today;
  Catalogue catalogue;

  Screen screen() const {
    Shown shown{world};
    if (reported) shown.analyst_report = shown.session_report = shown.round_report = &report;
    if (revealed) shown.reveal = &reveal;
    shown.today = today;
    shown.now = now;
    shown.journal_path = "journal.db";
    shown.version = "0.1.0";
    return present(state, shown, catalogue);
  }
  template <class T>
  T body() const {
    return std::get<T>(screen().body);
  }
  // The session's decisions as rows, `times` times over (by as many analysts).
  std::vector<DecisionRow> rows(int times = 1) const {
    std::vector<DecisionRow> out;
    for (int i = 0; i < times; ++i)
      for (const ScenarioProgress& item : session.progress)
        if (item.decision) {
          DecisionRow row;
          row.sequence = out.size() + 1;
          row.session = session.id;
          row.analyst = AnalystId("A-" + std::to_string(i));
          row.at = now;
          row.decision = *item.decision;
          out.push_back(row);
        }
    return out;
  }
  void make_report(int times) {
    report = analysis::make_report(pack, rows(times), {});
    reported = true;
  }
  // Plays a practice session of A1 (right), A2 (answered like A1) and A3 (contested).
  void play() {
    enter();
    start(Mode::Practice, {"A1", "A2", "A3"});
    const Values like_a1 = support::right_answers(pack, ScenarioId("A1"));
    for (int i = 0; i < 3; ++i) {
      decide_with(like_a1);
      press(Key::Enter);
    }
  }
};

}  // namespace etalon::ui
