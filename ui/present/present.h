// From snapshots, UI state and a language to what the screen shows. Pure: the same input gives the same screen.
#pragma once

#include <vector>

#include "sim/analysis/consistency_report.h"
#include "ui/model/state.h"
#include "ui/present/screens.h"
#include "ui/text/catalogue.h"

namespace etalon::ui {

// What there is to show. Null: not loaded (yet); the screen then leaves the part out.
struct Shown {
  const World& world;
  const analysis::ConsistencyReport* analyst_report = nullptr;  // Home: all decisions of the analyst
  const analysis::ConsistencyReport* session_report = nullptr;  // Summary: the session of world.session
  const analysis::ConsistencyReport* round_report = nullptr;    // Reveal: the calibration
  const analysis::Reveal* reveal = nullptr;                     // Reveal
  std::vector<DecisionRow> today = {};                          // Home: the analyst's decisions of this day
  Instant now = {};
  int utc_offset_minutes = 0;
  std::string journal_path = {};  // Settings
  std::string version = {};       // of the program
};

Screen present(const UiState& state, const Shown& shown, const Catalogue& catalogue);

// How strongly a scenario weighs in the day's exposure: 1 to 4, its sensitivity (0 to 3) plus one.
int exposure_weight(const Scenario& scenario);

}  // namespace etalon::ui
