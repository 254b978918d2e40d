// What the screens show, as plain values: every string is ready to be drawn, every control carries its stable id and the
// intent that it gives. Views lay out and draw; they decide nothing.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ui/model/intents.h"

namespace etalon::ui {

// How a thing is meant; the theme gives it a colour. A word or a sign always says the same.
enum class Tone { Neutral, Accent, Muted, Agree, Accepted, Differ, Critical };

#define ETALON_VALUE(Name) friend bool operator==(const Name&, const Name&) = default

// --- Parts that many screens use

struct Action {    // a button, a link, a clickable row
  std::string id;  // "replay.submit"; the same in every language
  std::string label;
  std::string key;  // the key that does the same, as written on a key cap; may be empty
  Intent intent;
  bool enabled = true;
  bool primary = false;
  bool selected = false;  // of navigation and segmented controls
  ETALON_VALUE(Action);
};

struct Chip {
  std::string id;
  std::string key;  // "1" … "9", "0"; empty: none
  std::string label;
  bool chosen = false;
  bool cursor = false;  // under the key cursor of the focused facet
  Intent intent;
  ETALON_VALUE(Chip);
};

struct TextField {
  std::string id;
  std::string label;
  std::string text;
  std::string hint;  // shown while empty
  TextTarget target = TextTarget::None;
  bool focused = false;
  bool multiline = false;
  std::size_t limit = 0;     // code points
  std::string problem = {};  // why what stands there is not taken; may be empty
  ETALON_VALUE(TextField);   // edit: EditText{target, …}; focus: FocusText{target}; leave: FocusText{None}
};

struct Labelled {  // one line "label … value"
  std::string id;
  std::string label;
  std::string value;
  Tone tone = Tone::Neutral;
  ETALON_VALUE(Labelled);
};

struct Row {  // of a list; Up and Down select, Enter or O acts
  std::string id;
  std::string title;
  std::string detail;
  std::string value;  // at the right
  Tone tone = Tone::Neutral;
  bool selected = false;
  bool enabled = true;
  Intent intent;
  ETALON_VALUE(Row);
};

// A share with its interval, for a dot with a whisker on an axis from 0 to 1.
struct Estimate {
  double value = 0, low = 0, high = 0;  // 0 to 1 (kappa and alpha: -1 to 1)
  ETALON_VALUE(Estimate);
};

struct AgreementRow {
  std::string id;
  std::string label;
  std::optional<Estimate> estimate;  // empty: under ten decisions, or undefined
  std::string value;                 // "0,82", or "7 sur 9" without an estimate
  std::string interval;              // "[0,71 ; 0,90]"; may be empty
  std::string count;                 // "n = 24"
  std::string kappa;                 // "κ = 0,61", or why it is not defined; empty under ten decisions
  ETALON_VALUE(AgreementRow);
};

// --- The frame around every screen

struct TopBar {
  std::string brand;
  std::vector<Action> nav;    // empty during a session
  std::string title;          // of the session; empty otherwise
  int dashes = 0;             // one per scenario
  int dashes_done = 0;        // filled, the current one included
  std::string counter;        // "4 / 12"
  std::string note;           // muted, at the right
  std::string mark;           // "Draft pack": what is seen here was not vouched for; empty otherwise
  std::vector<Action> right;  // "Stop now"; language and letter size elsewhere
  ETALON_VALUE(TopBar);
};

struct KeyHint {
  std::string keys, label;
  ETALON_VALUE(KeyHint);
};
struct BottomBar {
  std::vector<KeyHint> keys;
  KeyHint all_keys;  // "?" all keys; clicking gives ToggleKeyHelp
  std::string note;  // "Training reference, not legal advice"; may be empty
  ETALON_VALUE(BottomBar);
};

struct Banner {
  std::string text, detail;
  Tone tone = Tone::Neutral;
  Action dismiss;
  ETALON_VALUE(Banner);
};
struct Dialog {
  std::string title, text;
  Action confirm, cancel;
  ETALON_VALUE(Dialog);
};
struct KeyHelpSection {
  std::string title;
  std::vector<KeyHint> keys;
  ETALON_VALUE(KeyHelpSection);
};
struct KeyHelp {
  std::string title;
  std::vector<KeyHelpSection> sections;
  Action close;
  ETALON_VALUE(KeyHelp);
};

struct ArticleElement {
  std::string name, question;
  ETALON_VALUE(ArticleElement);
};
struct Article {
  std::string title;      // "Loi du 29 juillet 1881, art. 24 al. 7"
  std::string name;       // of the offence
  std::string penalty;    // with its label, or empty
  std::string validity;   // "In force since …; law as of …"
  std::string confirmed;  // "verified on …" or "to be confirmed"
  bool to_confirm = false;
  std::string elements_title;
  std::vector<ArticleElement> elements;
  std::string neighbours_title;
  std::vector<ArticleElement> neighbours;  // name of the neighbour, what tells the two apart
  std::string exceptions_title;
  std::vector<ArticleElement> exceptions;  // what the law exempts; beside it “to be confirmed” where nobody verified it
  std::string source;
  std::string disclaimer;
  ETALON_VALUE(Article);
};
struct ArticlePanel {
  std::string title;
  std::optional<Article> article;
  std::string empty_text;
  Action close;
  ETALON_VALUE(ArticlePanel);
};

// --- The scenario's text

struct RunView {
  std::string text;
  std::string fact;            // "F1", also drawn small behind the text; empty: plain text
  std::string id;              // "replay.fact.F1"; empty: plain text
  std::string key;             // digit that toggles it, in fact mode
  bool marked = false;         // the analyst relies on it
  bool determinative = false;  // debrief only
  bool cursor = false;
  bool can_toggle = false;
  Intent intent;  // ToggleFact
  ETALON_VALUE(RunView);
};
struct StepView {
  std::string id;
  std::string day;   // "J+0"; empty when the step before is of the same day
  std::string time;  // "09:12"
  std::string type;  // "Réception"
  std::vector<RunView> runs;
  ETALON_VALUE(StepView);
};

// --- Welcome
struct WelcomeScreen {
  std::string title, subtitle;
  TextField pseudonym;
  std::string hint;  // what a pseudonym may be
  std::string known_title;
  std::vector<Row> known;  // who has worked here before
  std::string language_title;
  std::vector<Action> languages;  // selected: the current one
  Action enter;
  std::string privacy;
  std::string disclaimer;
  ETALON_VALUE(WelcomeScreen);
};

// --- Home
struct ToDo {
  std::string heading;  // "To do now"
  std::string title;
  std::string detail;
  Action primary;
  std::vector<Action> others;
  ETALON_VALUE(ToDo);
};
struct HomeScreen {
  std::string greeting, subtitle;
  ToDo todo;
  std::string agreement_title;
  std::vector<AgreementRow> agreement;
  std::string agreement_note;  // "Under ten decisions: counts only", or empty
  std::string sessions_title;
  std::vector<Row> sessions;
  std::string sessions_empty;
  std::string today_title;
  std::vector<Labelled> today;
  std::string privacy;
  Action leave;  // somebody else sits down
  ETALON_VALUE(HomeScreen);
};

// --- Replay
enum class FacetKind { Chips, Checklist };
struct ElementRow {
  std::string id;
  std::string label;
  std::string question;
  std::vector<Chip> states;  // met, not met, unknown; keys 1 2 3 on the row under the cursor
  bool cursor = false;
  ETALON_VALUE(ElementRow);
};
struct FacetPanel {
  std::string id;  // "replay.facet.legality"
  std::string label;
  std::string help;
  FacetKind kind = FacetKind::Chips;
  bool several = false;  // more than one chip may be chosen
  bool focused = false;
  bool answered = false;
  bool compact = false;         // few short chips: may stand beside its neighbour
  std::vector<Action> pillars;  // segmented control above the offences; else empty
  std::vector<Chip> chips;
  std::vector<ElementRow> rows;
  std::string note;  // "Facts relied on: F2, F3"; may be empty
  Intent focus;
  ETALON_VALUE(FacetPanel);
};
struct ReplayScreen {
  std::string title, subtitle;
  std::vector<StepView> steps;
  std::optional<Action> next_step;  // empty: all is shown
  std::string fact_mode;            // what the digits do now; empty: not in fact mode
  std::vector<FacetPanel> facets;   // those that apply, in scheme order
  TextField rationale;
  Action submit;
  std::string count;    // "8 facettes sur 10"
  std::string missing;  // what is still asked; empty when complete
  ETALON_VALUE(ReplayScreen);
};

// --- Debrief
struct CompareRow {
  std::string id;
  std::string label;
  std::string yours;
  std::string reference;
  std::string facts;   // evidence of an element: "F3, F4"
  std::string sign;    // "✓" "≈" "✗" "–"
  std::string status;  // the same in words
  Tone tone = Tone::Neutral;
  ETALON_VALUE(CompareRow);
};
struct Critical {
  std::string label, text;
  ETALON_VALUE(Critical);
};
struct Note {
  std::string id, title, text;
  Tone tone = Tone::Neutral;
  ETALON_VALUE(Note);
};
struct DebriefScreen {
  std::string title, subtitle;
  std::vector<StepView> steps;
  std::vector<Critical> critical;   // first on the page
  std::optional<Note> settledness;  // contested: does not count; majority: how many, and the dissent
  std::string head_facet, head_yours, head_reference;
  std::vector<CompareRow> rows;
  std::string elements_title;
  std::vector<CompareRow> elements;
  std::string alternatives_title;
  std::vector<Note> alternatives;  // title: facet and value with its credit; text: why
  Note why;
  std::optional<Note> your_rationale;
  std::optional<Article> article;  // of the reference's offence
  std::optional<Note> facts;       // determinative facts not relied on
  Note certainty;
  std::optional<Note> twin;
  std::vector<Action> actions;  // next scenario or summary (primary), twin, article
  ETALON_VALUE(DebriefScreen);
};

// --- Summary of a session
struct SummaryScreen {
  std::string title, subtitle;
  std::string verdict_note;  // under ten decisions: no verdict, only counts
  std::string agreement_title;
  std::vector<AgreementRow> agreement;
  std::string figures_title;
  std::vector<Labelled> figures;  // flagging rates, critical errors, elements, twins, time
  std::string confidence_title;
  std::vector<Labelled> confidence;  // per level, how often right
  std::string scenarios_title;
  std::vector<Row> scenarios;  // open their debriefs, when the mode has one
  std::vector<Action> actions;
  ETALON_VALUE(SummaryScreen);
};

// --- Calibration
struct CalibrationListScreen {
  std::string title, subtitle;
  std::vector<Row> rounds;
  std::string empty_text;
  Action create;
  ETALON_VALUE(CalibrationListScreen);
};
struct CalibrationSetupScreen {
  std::string title, subtitle;
  TextField name;
  std::string lead;
  std::string analysts_title;
  TextField analyst;
  Action add;
  std::vector<Action> analysts;  // each removes itself
  std::string scenarios_title;
  std::vector<Chip> scenarios;  // chosen: in the round; cursor: Space toggles it
  Action open;
  std::string missing;  // why it cannot be opened yet
  ETALON_VALUE(CalibrationSetupScreen);
};
struct HandOverScreen {
  std::string title, subtitle;
  std::string instruction;
  std::vector<Row> analysts;  // value: voted, or waiting
  Action take;                // the selected analyst begins
  Action close_round;
  std::optional<Action> reveal;  // once closed
  ETALON_VALUE(HandOverScreen);
};
struct BarSegment {
  std::string id, label;
  double share = 0;
  Tone tone = Tone::Neutral;
  bool reference = false;
  ETALON_VALUE(BarSegment);
};
struct VoteBar {
  std::string id, label;
  std::vector<BarSegment> segments;
  std::string reference;
  ETALON_VALUE(VoteBar);
};
struct RevealScreen {
  std::string list_title;
  std::vector<Row> scenarios;   // ranked by how much they split the team; value: "0,61"
  std::string title, subtitle;  // of the selected one
  std::vector<VoteBar> facets;
  std::string elements_title;
  std::vector<VoteBar> elements;
  std::vector<Note> quotes;  // rationales, without names
  std::string reference_title;
  std::vector<Labelled> reference;
  std::optional<Note> why;
  std::string agreement_title;  // between the analysts
  std::vector<Labelled> agreement;
  std::vector<Action> actions;
  std::string empty_text;  // no complete vote: nothing to show
  ETALON_VALUE(RevealScreen);
};

// --- Reports
struct ReportsScreen {
  std::string title, subtitle;
  std::string subjects_title;
  std::vector<Row> subjects;
  std::string formats_title;
  std::vector<Action> formats;
  std::string note;
  ETALON_VALUE(ReportsScreen);
};

// --- Settings
struct SettingRow {
  std::string id, label, help;
  std::vector<Action> options;
  bool selected = false;
  ETALON_VALUE(SettingRow);
};
struct SettingsScreen {
  std::string title;
  std::vector<SettingRow> rows;
  std::string about_title;
  std::vector<Labelled> about;
  std::string disclaimer;
  ETALON_VALUE(SettingsScreen);
};

using Body = std::variant<WelcomeScreen, HomeScreen, ReplayScreen, DebriefScreen, SummaryScreen, CalibrationListScreen,
                          CalibrationSetupScreen, HandOverScreen, RevealScreen, ReportsScreen, SettingsScreen>;

struct Screen {
  std::string page;  // the same while it is the same page: another one is read from its top
  TopBar top;
  Body body;
  BottomBar bottom;
  std::optional<Banner> banner;         // above the body
  std::optional<ArticlePanel> article;  // at the side, over the body's right part
  std::optional<Dialog> dialog;         // over all; takes the keys
  std::optional<KeyHelp> key_help;      // over all
  Theme theme = Theme::Light;
  double scale = 1;
  ETALON_VALUE(Screen);
};

#undef ETALON_VALUE

}  // namespace etalon::ui
