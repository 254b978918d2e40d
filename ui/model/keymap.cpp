#include "ui/model/keymap.h"

#include <algorithm>

namespace etalon::ui {
namespace {

using Entries = std::vector<KeyEntry>;

KeyChord plain(Key key) { return {key, 0, false, false}; }
KeyChord back_tab() { return {Key::Tab, 0, false, true}; }
KeyChord sign(char character) { return {Key::Character, character, false, false}; }
KeyChord ctrl(char character) { return {Key::Character, character, true, false}; }
KeyChord ctrl_enter() { return {Key::Enter, 0, true, false}; }

KeyEntry digits() {
  KeyEntry out{msg("1 – 9"), msg("choose"), true, {}};
  for (int digit = 0; digit <= 9; ++digit)
    out.bindings.push_back({sign(static_cast<char>('0' + digit)), ChooseDigit{digit}});
  return out;
}

KeyEntry enter(Message label) { return {msg("Enter"), std::move(label), true, {{plain(Key::Enter), GoOn{}}}}; }
KeyEntry escape(Message label) { return {msg("Esc"), std::move(label), false, {{plain(Key::Escape), Back{}}}}; }
KeyEntry up_down(Message label) {
  return {msg("↑ ↓"), std::move(label), true, {{plain(Key::Up), MoveCursor{-1}}, {plain(Key::Down), MoveCursor{1}}}};
}
KeyEntry article() { return {msg("A"), msg("article"), true, {{sign('A'), ToggleArticle{}}}}; }
KeyEntry open_row() { return {msg("O"), msg("open the selected line"), true, {{sign('O'), OpenRow{}}}}; }

Entries exports() {
  return {{msg("W"), msg("save as a web page"), false, {{sign('W'), ExportShown{ReportFormat::Html}}}},
          {msg("J"), msg("save as JSON"), false, {{sign('J'), ExportShown{ReportFormat::Json}}}},
          {msg("V"), msg("save as CSV"), false, {{sign('V'), ExportShown{ReportFormat::Csv}}}}};
}

Entries replay() {
  return {{msg("Space"), msg("next step"), true, {{plain(Key::Space), RevealNext{}}}},
          digits(),
          {msg("F"), msg("mark facts"), true, {{sign('F'), ToggleFactMode{}}}},
          {msg("Tab"), msg("next facet"), true, {{plain(Key::Tab), MoveFacet{1}}}},
          {msg("Shift Tab"), msg("previous facet"), false, {{back_tab(), MoveFacet{-1}}}},
          {msg("← ↑ ↓ →"),
           msg("move within the facet"),
           false,
           {{plain(Key::Left), MoveCursor{-1}},
            {plain(Key::Right), MoveCursor{1}},
            {plain(Key::Up), MoveCursor{-1}},
            {plain(Key::Down), MoveCursor{1}}}},
          {msg("C"), msg("choose what is framed"), false, {{sign('C'), ChooseAtCursor{}}}},
          {msg("Page ↑ ↓"),
           msg("offences of another field"),
           false,
           {{plain(Key::PageUp), MovePillar{-1}}, {plain(Key::PageDown), MovePillar{1}}}},
          {msg("R"), msg("write the rationale"), false, {{sign('R'), FocusText{TextTarget::Rationale}}}},
          article(),
          {msg("Enter"), msg("record the decision"), false, {{plain(Key::Enter), GoOn{}}, {ctrl_enter(), Submit{}}}},
          escape(msg("stop"))};
}

Entries debrief() {
  return {enter(msg("next scenario")),
          {msg("T"), msg("open the twin"), true, {{sign('T'), OpenTwin{}}}},
          article(),
          escape(msg("leave the session"))};
}

Entries home() {
  return {enter(msg("start, or go on")),
          {msg("P"), msg("new practice session"), true, {{sign('P'), StartNew{Mode::Practice, {}}}}},
          {msg("E"), msg("new assessment"), true, {{sign('E'), StartNew{Mode::Assessment, {}}}}},
          {msg("T"), msg("new retest"), false, {{sign('T'), StartNew{Mode::Retest, {}}}}},
          up_down(msg("select a session")),
          open_row(),
          {msg("L"), msg("somebody else sits down"), false, {{sign('L'), LeaveAnalyst{}}}}};
}

Entries summary() {
  Entries out{enter(msg("home")), up_down(msg("select a scenario")), open_row()};
  for (KeyEntry& entry : exports()) out.push_back(std::move(entry));
  out.push_back(escape(msg("home")));
  return out;
}

Entries calibration_list() {
  return {enter(msg("open the selected round")),
          up_down(msg("select a round")),
          {msg("N"), msg("new round"), true, {{sign('N'), NewCalibrationForm{}}}},
          escape(msg("home"))};
}

Entries setup() {
  return {{msg("Tab"),
           msg("next field"),
           true,
           {{plain(Key::Tab), FocusText{TextTarget::CalibrationTitle}},
            {back_tab(), FocusText{TextTarget::CalibrationAnalyst}}}},
          up_down(msg("select a scenario")),
          {msg("Space"), msg("in or out of the round"), true, {{plain(Key::Space), ToggleRow{}}}},
          {msg("D"), msg("take the last analyst out"), false, {{sign('D'), RemoveAnalyst{}}}},
          enter(msg("open the round")),
          escape(msg("back"))};
}

Entries hand_over() {
  return {enter(msg("take the vote, or open the reveal")),
          up_down(msg("select an analyst")),
          {msg("X"), msg("close the round"), true, {{sign('X'), EndRound{}}}},
          escape(msg("back"))};
}

Entries reveal() {
  Entries out{up_down(msg("select a scenario"))};
  for (KeyEntry& entry : exports()) out.push_back(std::move(entry));
  out.push_back(enter(msg("back to the rounds")));
  out.push_back(escape(msg("back")));
  return out;
}

Entries reports() {
  Entries out{up_down(msg("select a subject")), enter(msg("save as a web page"))};
  for (KeyEntry& entry : exports()) out.push_back(std::move(entry));
  out.push_back(escape(msg("home")));
  return out;
}

Entries settings() { return {up_down(msg("select a setting")), enter(msg("next value")), escape(msg("home"))}; }

Entries own_entries(Route route) {
  switch (route) {
    case Route::Welcome: return {};
    case Route::Home: return home();
    case Route::Replay: return replay();
    case Route::Debrief: return debrief();
    case Route::Summary: return summary();
    case Route::CalibrationList: return calibration_list();
    case Route::CalibrationSetup: return setup();
    case Route::HandOver: return hand_over();
    case Route::Reveal: return reveal();
    case Route::Reports: return reports();
    case Route::Settings: return settings();
  }
  return {};
}

Entries text_entries(TextTarget target) {
  const KeyEntry leave{msg("Esc"), msg("leave the field"), false, {{plain(Key::Escape), FocusText{TextTarget::None}}}};
  switch (target) {
    case TextTarget::None: return {};
    case TextTarget::Pseudonym: return {enter(msg("begin")), up_down(msg("who has worked here before"))};
    case TextTarget::Rationale:
      return {{msg("Tab"), msg("next facet"), false, {{plain(Key::Tab), MoveFacet{1}}, {back_tab(), MoveFacet{-1}}}},
              {msg("Ctrl Enter"), msg("record the decision"), false, {{ctrl_enter(), Submit{}}}},
              leave};
    case TextTarget::CalibrationTitle:
      return {{msg("Tab"),
               msg("next field"),
               false,
               {{plain(Key::Tab), FocusText{TextTarget::CalibrationAnalyst}},
                {back_tab(), FocusText{TextTarget::None}},
                {plain(Key::Enter), FocusText{TextTarget::CalibrationAnalyst}}}},
              leave};
    case TextTarget::CalibrationAnalyst:
      return {{msg("Tab"),
               msg("next field"),
               false,
               {{plain(Key::Tab), FocusText{TextTarget::None}}, {back_tab(), FocusText{TextTarget::CalibrationTitle}}}},
              {msg("Enter"), msg("add the analyst"), false, {{plain(Key::Enter), AddAnalyst{}}}},
              leave};
  }
  return {};
}

bool has_navigation(Route route) { return route != Route::Welcome && route != Route::Replay && route != Route::Debrief; }

Entries navigation() {
  return {{msg("H"), msg("home"), false, {{sign('H'), Navigate{Route::Home}}}},
          {msg("C"), msg("calibration"), false, {{sign('C'), Navigate{Route::CalibrationList}}}},
          {msg("R"), msg("reports"), false, {{sign('R'), Navigate{Route::Reports}}}},
          {msg("S"), msg("settings"), false, {{sign('S'), Navigate{Route::Settings}}}}};
}

Entries anywhere() {
  return {{msg("?"), msg("all keys"), false, {{sign('?'), ToggleKeyHelp{}}, {plain(Key::F1), ToggleKeyHelp{}}}},
          {msg("Ctrl L"), msg("the other language"), false, {{ctrl('L'), NextLanguage{}}}},
          {msg("Ctrl T"), msg("light, dark, high contrast"), false, {{ctrl('T'), NextTheme{}}}},
          {msg("Ctrl + −"),
           msg("larger and smaller letters"),
           false,
           {{ctrl('+'), ChangeScale{1}}, {ctrl('-'), ChangeScale{-1}}, {ctrl('0'), ChangeScale{0}}}},
          {msg("Ctrl E"), msg("close the message"), false, {{ctrl('E'), DismissBanner{}}}},
          {msg("Ctrl Q"), msg("quit"), false, {{ctrl('Q'), Quit{}}}}};
}

std::optional<Intent> find(const Entries& entries, const KeyChord& chord) {
  for (const KeyEntry& entry : entries)
    for (const KeyBinding& binding : entry.bindings)
      if (binding.chord == chord) return binding.intent;
  return std::nullopt;
}

// Shift only tells Tab and Shift Tab apart: '?' needs it on one keyboard and not on another.
KeyChord normal(KeyChord chord) {
  if (chord.key != Key::Tab) chord.shift = false;
  if (chord.key != Key::Character) chord.character = 0;
  if (chord.ctrl && chord.character == '=') chord.character = '+';  // the same key without Shift
  return chord;
}

std::optional<Intent> over_all(const UiState& state, const KeyChord& chord) {
  const bool yes = chord == plain(Key::Enter), no = chord == plain(Key::Escape);
  if (state.key_help) {
    const bool close = yes || no || chord == sign('?') || chord == plain(Key::F1);
    return close ? std::optional<Intent>(ToggleKeyHelp{}) : std::nullopt;
  }
  if (yes) return Confirm{};
  return no ? std::optional<Intent>(Cancel{}) : std::nullopt;
}

TextTarget text_of(Route route) {
  if (route == Route::Welcome) return TextTarget::Pseudonym;
  return route == Route::Replay ? TextTarget::Rationale : TextTarget::None;
}

}  // namespace

std::optional<Intent> intent_of(const UiState& state, const KeyChord& given) {
  const KeyChord chord = normal(given);
  const bool global = chord.ctrl || chord.key == Key::F1;
  if (global)
    if (const auto hit = find(anywhere(), chord)) return hit;
  if (state.key_help || state.question != Question::None) return over_all(state, chord);
  if (state.text != TextTarget::None) return find(text_entries(state.text), chord);
  if (const auto hit = find(own_entries(state.route), chord)) return hit;
  if (has_navigation(state.route))
    if (const auto hit = find(navigation(), chord)) return hit;
  return find(anywhere(), chord);
}

std::vector<KeySection> key_list(Route route) {
  std::vector<KeySection> out;
  if (Entries own = own_entries(route); !own.empty()) out.push_back({msg("On this screen"), std::move(own)});
  if (route == Route::CalibrationSetup) {
    out.push_back({msg("In the title"), text_entries(TextTarget::CalibrationTitle)});
    out.push_back({msg("In the list of analysts"), text_entries(TextTarget::CalibrationAnalyst)});
  } else if (Entries text = text_entries(text_of(route)); !text.empty()) {
    out.push_back({route == Route::Welcome ? msg("On this screen") : msg("In the rationale"), std::move(text)});
  }
  if (has_navigation(route)) out.push_back({msg("Go to"), navigation()});
  out.push_back({msg("Anywhere"), anywhere()});
  return out;
}

}  // namespace etalon::ui
