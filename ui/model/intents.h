// Everything a person can want from the window. Views and the key map make intents, update() answers them.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "sim/domain/event.h"
#include "ui/model/state.h"

namespace etalon::ui {

// One line gives a verb its value semantics.
#define ETALON_VERB(Name) friend bool operator==(const Name&, const Name&) = default

// --- Anywhere
struct Navigate {
  Route route = Route::Home;
  ETALON_VERB(Navigate);
};  // go to a screen of the top bar
struct Back {
  ETALON_VERB(Back);
};  // Esc: close what is open, else leave
struct GoOn {
  ETALON_VERB(GoOn);
};  // Enter: the screen's main action
struct MoveCursor {
  int by = 0;
  ETALON_VERB(MoveCursor);
};  // up or down a list, along chips
struct SelectRow {
  int row = 0;
  ETALON_VERB(SelectRow);
};  // click on a row of a list
struct OpenRow {
  ETALON_VERB(OpenRow);
};  // act on the selected row
struct FocusText {
  TextTarget target = TextTarget::None;
  ETALON_VERB(FocusText);
};  // None: leave the field
struct EditText {
  TextTarget target = TextTarget::None;
  std::string text;
  ETALON_VERB(EditText);
};  // field's new content
struct Confirm {
  ETALON_VERB(Confirm);
};  // yes to the open question
struct Cancel {
  ETALON_VERB(Cancel);
};  // no to it
struct ToggleKeyHelp {
  ETALON_VERB(ToggleKeyHelp);
};  // the overlay with all keys
struct DismissBanner {
  ETALON_VERB(DismissBanner);
};  // message read
struct SetLanguage {
  Language language = Language::French;
  ETALON_VERB(SetLanguage);
};
struct NextLanguage {
  ETALON_VERB(NextLanguage);
};  // the other language
struct SetTheme {
  Theme theme = Theme::Light;
  ETALON_VERB(SetTheme);
};
struct NextTheme {
  ETALON_VERB(NextTheme);
};  // light, dark, high contrast, light …
struct SetScale {
  double scale = 1;
  ETALON_VERB(SetScale);
};  // font size, kSmallestScale to kLargestScale
struct ChangeScale {
  int steps = 0;
  ETALON_VERB(ChangeScale);
};  // by kScaleStep; 0: back to 100 %
struct ResizeWindow {
  int width = 0, height = 0;
  ETALON_VERB(ResizeWindow);
};  // the window system says so
struct Quit {
  ETALON_VERB(Quit);
};  // record what is typed and close

// --- Welcome
struct EnterPseudonym {
  ETALON_VERB(EnterPseudonym);
};  // take the field's content
struct PickAnalyst {
  AnalystId analyst;
  ETALON_VERB(PickAnalyst);
};  // somebody who has worked here before
struct LeaveAnalyst {
  ETALON_VERB(LeaveAnalyst);
};  // back to Welcome, for somebody else

// --- Sessions
struct StartNew {
  Mode mode = Mode::Practice;
  std::vector<ScenarioId> scenarios;
  ETALON_VERB(StartNew);
};  // none: all
struct Resume {
  ETALON_VERB(Resume);
};  // go on with the open session
struct ShowSession {
  SessionId session;
  ETALON_VERB(ShowSession);
};  // summary of a past session

// --- Replay
struct RevealNext {
  ETALON_VERB(RevealNext);
};  // show the next step
struct ToggleFact {
  FactId fact;
  ETALON_VERB(ToggleFact);
};  // relied on, or not any more
struct ToggleFactMode {
  ETALON_VERB(ToggleFactMode);
};  // digits mark facts instead of choosing
struct FocusFacet {
  FacetId facet;
  ETALON_VERB(FocusFacet);
};
struct MoveFacet {
  int by = 0;
  ETALON_VERB(MoveFacet);
};  // Tab: through the facets and the rationale
struct ChooseOption {
  FacetId facet;
  std::string code;
  ETALON_VERB(ChooseOption);
};  // again: takes it back
struct ChooseDigit {
  int digit = 0;
  ETALON_VERB(ChooseDigit);
};  // 1-9 and 0 (tenth) on whatever has the focus
struct ChooseAtCursor {
  ETALON_VERB(ChooseAtCursor);
};  // the chip, fact or row under the cursor
struct SetElement {
  ElementId element;
  ElementState state = ElementState::Unknown;
  ETALON_VERB(SetElement);
};
struct ShowPillar {
  Pillar pillar = Pillar::Speech;
  ETALON_VERB(ShowPillar);
};  // whose offences the chips show
struct MovePillar {
  int by = 0;
  ETALON_VERB(MovePillar);
};
struct Submit {
  ETALON_VERB(Submit);
};  // the draft becomes the decision
struct StopNow {
  ETALON_VERB(StopNow);
};  // asks; then home, the draft is kept
struct ToggleArticle {
  ETALON_VERB(ToggleArticle);
};  // the law beside the text

// --- Debrief and summary
struct NextScenario {
  ETALON_VERB(NextScenario);
};  // the next undecided one, else the summary
struct OpenTwin {
  ETALON_VERB(OpenTwin);
};  // the sibling that differs by one fact
struct ShowDebrief {
  ScenarioId scenario;
  ETALON_VERB(ShowDebrief);
};  // of a decided scenario
struct ExportReport {
  ReportSubject subject;
  ReportFormat format = ReportFormat::Html;
  ETALON_VERB(ExportReport);
};
struct ExportShown {
  ReportFormat format = ReportFormat::Html;
  ETALON_VERB(ExportShown);
};  // of what the screen shows

// --- Calibration
struct NewCalibrationForm {
  ETALON_VERB(NewCalibrationForm);
};  // to the set-up screen
struct AddAnalyst {
  ETALON_VERB(AddAnalyst);
};  // the typed pseudonym joins the round
struct RemoveAnalyst {
  AnalystId analyst;
  ETALON_VERB(RemoveAnalyst);
};  // empty: the last one
struct ToggleScenario {
  ScenarioId scenario;
  ETALON_VERB(ToggleScenario);
};  // in or out of the round
struct ToggleRow {
  ETALON_VERB(ToggleRow);
};  // Space: the scenario under the cursor
struct OpenRound {
  ETALON_VERB(OpenRound);
};  // the round begins
struct ShowCalibration {
  CalibrationId calibration;
  ETALON_VERB(ShowCalibration);
};  // hand-over, or reveal when closed
struct TakeVote {
  AnalystId analyst;
  ETALON_VERB(TakeVote);
};  // this analyst sits down, alone
struct EndRound {
  ETALON_VERB(EndRound);
};  // asks; then the reveal is open
struct OpenReveal {
  ETALON_VERB(OpenReveal);
};

#undef ETALON_VERB

using Intent =
    std::variant<Navigate, Back, GoOn, MoveCursor, SelectRow, OpenRow, FocusText, EditText, Confirm, Cancel, ToggleKeyHelp,
                 DismissBanner, SetLanguage, NextLanguage, SetTheme, NextTheme, SetScale, ChangeScale, ResizeWindow, Quit,
                 EnterPseudonym, PickAnalyst, LeaveAnalyst, StartNew, Resume, ShowSession, RevealNext, ToggleFact,
                 ToggleFactMode, FocusFacet, MoveFacet, ChooseOption, ChooseDigit, ChooseAtCursor, SetElement, ShowPillar,
                 MovePillar, Submit, StopNow, ToggleArticle, NextScenario, OpenTwin, ShowDebrief, ExportReport, ExportShown,
                 NewCalibrationForm, AddAnalyst, RemoveAnalyst, ToggleScenario, ToggleRow, OpenRound, ShowCalibration,
                 TakeVote, EndRound, OpenReveal>;

}  // namespace etalon::ui
