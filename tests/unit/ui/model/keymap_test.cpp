#include "ui/model/keymap.h"

#include <gtest/gtest.h>

#include <array>

namespace etalon::ui {
namespace {

constexpr std::array kRoutes = {
    Route::Welcome,          Route::Home,     Route::Replay, Route::Debrief, Route::Summary, Route::CalibrationList,
    Route::CalibrationSetup, Route::HandOver, Route::Reveal, Route::Reports, Route::Settings};

UiState on(Route route) {
  UiState state;
  state.route = route;
  state.text = TextTarget::None;
  return state;
}

KeyChord key(Key which) { return {which, 0, false, false}; }
KeyChord sign(char character) { return {Key::Character, character, false, false}; }
KeyChord ctrl(char character) { return {Key::Character, character, true, false}; }

template <class Verb>
bool gives(const UiState& state, const KeyChord& chord) {
  const auto intent = intent_of(state, chord);
  return intent && std::holds_alternative<Verb>(*intent);
}

template <class Verb>
bool reachable(Route route) {
  for (const KeySection& section : key_list(route))
    for (const KeyEntry& entry : section.entries)
      for (const KeyBinding& binding : entry.bindings)
        if (std::holds_alternative<Verb>(binding.intent)) return true;
  return false;
}

TEST(Keymap, every_key_of_the_list_does_what_the_list_says) {
  for (const Route route : kRoutes) {
    const UiState state = on(route);
    for (const KeySection& section : key_list(route)) {
      const bool field = section.title.text.rfind("In the", 0) == 0 || route == Route::Welcome;
      if (field && section.title.text != "Anywhere") continue;
      for (const KeyEntry& entry : section.entries)
        for (const KeyBinding& binding : entry.bindings)
          EXPECT_EQ(intent_of(state, binding.chord), std::optional<Intent>(binding.intent))
              << static_cast<int>(route) << " " << entry.keys.text;
    }
  }
}

TEST(Keymap, every_action_of_the_replay_has_a_key) {
  EXPECT_TRUE(reachable<RevealNext>(Route::Replay));
  EXPECT_TRUE(reachable<ToggleFactMode>(Route::Replay));
  EXPECT_TRUE(reachable<MoveFacet>(Route::Replay));
  EXPECT_TRUE(reachable<ChooseDigit>(Route::Replay));
  EXPECT_TRUE(reachable<ChooseAtCursor>(Route::Replay));
  EXPECT_TRUE(reachable<MovePillar>(Route::Replay));
  EXPECT_TRUE(reachable<FocusText>(Route::Replay));
  EXPECT_TRUE(reachable<Submit>(Route::Replay));
  EXPECT_TRUE(reachable<ToggleArticle>(Route::Replay));
  EXPECT_TRUE(reachable<Back>(Route::Replay));
}

TEST(Keymap, every_action_of_the_other_screens_has_a_key) {
  EXPECT_TRUE(reachable<OpenTwin>(Route::Debrief));
  EXPECT_TRUE(reachable<GoOn>(Route::Debrief));
  EXPECT_TRUE(reachable<StartNew>(Route::Home));
  EXPECT_TRUE(reachable<LeaveAnalyst>(Route::Home));
  EXPECT_TRUE(reachable<OpenRow>(Route::Home));
  EXPECT_TRUE(reachable<ExportShown>(Route::Summary));
  EXPECT_TRUE(reachable<OpenRow>(Route::Summary));
  EXPECT_TRUE(reachable<NewCalibrationForm>(Route::CalibrationList));
  EXPECT_TRUE(reachable<AddAnalyst>(Route::CalibrationSetup));
  EXPECT_TRUE(reachable<RemoveAnalyst>(Route::CalibrationSetup));
  EXPECT_TRUE(reachable<ToggleRow>(Route::CalibrationSetup));
  EXPECT_TRUE(reachable<EndRound>(Route::HandOver));
  EXPECT_TRUE(reachable<MoveCursor>(Route::Reveal));
  EXPECT_TRUE(reachable<ExportShown>(Route::Reports));
}

TEST(Keymap, works_on_every_screen_for_what_belongs_to_the_window) {
  for (const Route route : kRoutes) {
    const UiState state = on(route);
    EXPECT_TRUE(gives<ToggleKeyHelp>(state, sign('?')));
    EXPECT_TRUE(gives<ToggleKeyHelp>(state, key(Key::F1)));
    EXPECT_TRUE(gives<Quit>(state, ctrl('Q')));
    EXPECT_TRUE(gives<ChangeScale>(state, ctrl('+')));
    EXPECT_TRUE(gives<ChangeScale>(state, ctrl('-')));
    EXPECT_TRUE(gives<NextLanguage>(state, ctrl('L')));
    EXPECT_TRUE(gives<NextTheme>(state, ctrl('T')));
  }
}

TEST(Keymap, no_chord_means_two_things_on_one_screen) {
  for (const Route route : kRoutes) {
    std::vector<KeyChord> taken;
    for (const KeySection& section : key_list(route)) {
      if (section.title.text.rfind("In the", 0) == 0) continue;
      for (const KeyEntry& entry : section.entries)
        for (const KeyBinding& binding : entry.bindings) {
          EXPECT_EQ(std::count(taken.begin(), taken.end(), binding.chord), 0) << static_cast<int>(route) << entry.keys.text;
          taken.push_back(binding.chord);
        }
    }
  }
}

TEST(Keymap, leaves_characters_to_the_text_field) {
  UiState state = on(Route::Replay);
  state.text = TextTarget::Rationale;
  EXPECT_FALSE(intent_of(state, sign('F')));
  EXPECT_FALSE(intent_of(state, sign('1')));
  EXPECT_FALSE(intent_of(state, sign('?')));
  EXPECT_FALSE(intent_of(state, key(Key::Space)));
  EXPECT_FALSE(intent_of(state, key(Key::Enter)));
  EXPECT_TRUE(gives<MoveFacet>(state, key(Key::Tab)));
  EXPECT_TRUE(gives<FocusText>(state, key(Key::Escape)));
  EXPECT_TRUE(gives<Submit>(state, {Key::Enter, 0, true, false}));
  EXPECT_TRUE(gives<Quit>(state, ctrl('Q')));
}

TEST(Keymap, a_question_takes_the_keys) {
  UiState state = on(Route::Replay);
  state.question = Question::StopSession;
  EXPECT_TRUE(gives<Confirm>(state, key(Key::Enter)));
  EXPECT_TRUE(gives<Cancel>(state, key(Key::Escape)));
  EXPECT_FALSE(intent_of(state, sign('1')));
}

TEST(Keymap, the_overlay_takes_the_keys_and_closes) {
  UiState state = on(Route::Replay);
  state.key_help = true;
  EXPECT_TRUE(gives<ToggleKeyHelp>(state, key(Key::Escape)));
  EXPECT_FALSE(intent_of(state, key(Key::Space)));
}

TEST(Keymap, shift_does_not_matter_but_for_tab) {
  const UiState state = on(Route::Replay);
  EXPECT_TRUE(gives<ChooseDigit>(state, {Key::Character, '2', false, true}));
  EXPECT_EQ(intent_of(state, {Key::Tab, 0, false, true}), std::optional<Intent>(MoveFacet{-1}));
}

TEST(Keymap, there_is_no_navigation_out_of_a_session) {
  EXPECT_FALSE(gives<Navigate>(on(Route::Replay), sign('H')));
  EXPECT_FALSE(gives<Navigate>(on(Route::Debrief), sign('S')));
}

}  // namespace
}  // namespace etalon::ui
