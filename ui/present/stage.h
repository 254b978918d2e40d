// What every presenter reads, and the words that several of them need. For the sources of ui/present only.
#pragma once

#include <string>

#include "sim/domain/comparison.h"
#include "ui/model/options.h"
#include "ui/present/present.h"

namespace etalon::ui {

struct Stage {
  const UiState& state;
  const Shown& shown;
  const Catalogue& cat;
  Language language;
  const Pack& pack;
  const World& world;
};

// --- words.cpp
std::string dash();  // "—": no value
std::string mode_label(const Stage& stage, Mode mode);
std::string step_label(const Stage& stage, StepType type);
std::string pillar_label(const Stage& stage, Pillar pillar);
std::string element_state_label(const Stage& stage, ElementState state);
std::string scenario_name(const Stage& stage, const ScenarioId& id);                       // "Report 0047"
std::string scenario_number(const ScenarioId& id);                                         // "0047"
std::string choice_label(const Stage& stage, const Choice& choice, std::string_view day);  // offences with their article
// The answer in words; dash() when there is none. `values` say which offence a checklist belongs to, `day` under which law.
std::string value_text(const Stage& stage, const Facet& facet, const Value* value, const Values& values,
                       std::string_view day);
std::string code_text(const Stage& stage, const Facet& facet, const std::string& code, std::string_view day);
std::string fact_list(const Stage& stage, const std::vector<FactId>& facts);
const Value* find_value(const Values& values, const FacetId& facet);
std::string of_count(const Stage& stage, std::size_t part, std::size_t whole);  // "7 of 9"
std::string sentence_case(const std::string& text);                             // first letter upper case, ASCII only

// --- figures.cpp
std::vector<AgreementRow> agreement_rows(const Stage& stage, const analysis::Validity& validity, const std::string& prefix);
std::string rate_text(const Stage& stage, const analysis::Rate& rate, bool verdict);
std::string estimate_text(const Stage& stage, const analysis::Estimate& estimate);  // "0,61 [0,41 ; 0,72]" or the reason

// --- frame.cpp
TopBar top_bar(const Stage& stage);
BottomBar bottom_bar(const Stage& stage);
std::optional<Banner> banner(const Stage& stage);
std::optional<Dialog> dialog(const Stage& stage);
std::optional<KeyHelp> key_help(const Stage& stage);

// --- article.cpp
Article article_of(const Stage& stage, const Offence& offence, const Scenario& scenario);
std::optional<ArticlePanel> article_panel(const Stage& stage);

// --- scenario_text.cpp
std::vector<StepView> step_views(const Stage& stage, const Scenario& scenario, const Draft& draft, bool debrief);

// --- one presenter for each screen
WelcomeScreen welcome_screen(const Stage& stage);
HomeScreen home_screen(const Stage& stage);
ReplayScreen replay_screen(const Stage& stage);
DebriefScreen debrief_screen(const Stage& stage);
SummaryScreen summary_screen(const Stage& stage);
CalibrationListScreen calibration_list_screen(const Stage& stage);
CalibrationSetupScreen calibration_setup_screen(const Stage& stage);
HandOverScreen hand_over_screen(const Stage& stage);
RevealScreen reveal_screen(const Stage& stage);
ReportsScreen reports_screen(const Stage& stage);
SettingsScreen settings_screen(const Stage& stage);

// --- twins.cpp
std::optional<Note> twin_note(const Stage& stage, const Scenario& scenario, const ScenarioProgress& progress);

}  // namespace etalon::ui
