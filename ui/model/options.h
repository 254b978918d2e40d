// What there is to choose from on a screen, in the order in which it stands there. update() and present() both ask here,
// so that a digit always means the chip that carries it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/model/state.h"

namespace etalon::ui {

// The scenario on screen; null while nothing is being played or looked at.
const Scenario* shown_scenario(const UiState& state, const World& world);
// Its law_as_of, under which choices and elements stand; empty: no scenario on screen.
std::string_view law_day(const UiState& state, const World& world);
const ScenarioProgress* shown_progress(const UiState& state, const World& world);
// Its draft while it can still be changed; null when it is decided, or the session is closed.
const Draft* live_draft(const UiState& state, const World& world);
// Why the rationale as it stands in its field would be refused; empty: it would not.
std::optional<Error> rationale_problem(const UiState& state, const World& world);

// The facets that are asked, given the answers; scheme order.
std::vector<const Facet*> asked_facets(const Pack& pack, const Values& values);
// The one that has the focus: the wanted one when it is asked, else the first. Null: none is asked.
const Facet* focused_facet(const Pack& pack, const Values& values, const ReplayState& replay);
// Whether the facet has a full answer.
bool is_answered(const Pack& pack, const Facet& facet, const Values& values, std::string_view day);

// The pillars that the catalogue has offences for, in the order of the enumeration.
std::vector<Pillar> shown_pillars(const Pack& pack);
Pillar chosen_pillar(const Pack& pack, const Values& values, const ReplayState& replay);
// The choices on screen: for the offences, those of the chosen pillar, and NONE last.
std::vector<Choice> shown_choices(const Pack& pack, const Facet& facet, const Values& values, const ReplayState& replay,
                                  std::string_view day);
// '1' to '9', '0' for the tenth and always for NONE; 0: no key.
char choice_key(const std::vector<Choice>& choices, std::size_t index);
// The index that the digit means; empty: none.
std::optional<std::size_t> choice_of_digit(const std::vector<Choice>& choices, int digit);

// The facts in the visible steps, in the order of the text.
std::vector<FactId> shown_facts(const Scenario& scenario, int steps, Language language);
char fact_key(std::size_t index);  // '1' to '9', '0' for the tenth, else 0

// Whether a decision is debriefed at once (practice), or only once the session is over.
bool debriefs_at_once(Mode mode);
// Whether this session's debriefs may be opened now. Those of a calibration never: the reveal takes their place.
bool debriefs_open(const SessionState& session);

// The sibling that differs by one fact: one of this session, decided if possible, else any of the pack. Null: none.
const Scenario* twin_of(const Pack& pack, const Scenario& scenario, const SessionState& session);

// What Reports offers: the analyst, everybody, and the closed rounds.
std::vector<ReportSubject> report_subjects(const UiState& state, const World& world);

// How many rows the screen's list has.
int row_count(const UiState& state, const World& world);

inline constexpr int kSettingRows = 3;  // language, theme, letter size
inline constexpr std::size_t kHomeSessions = 6;

}  // namespace etalon::ui
