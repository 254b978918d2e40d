#include <gtest/gtest.h>

#include "tests/support/desk.h"

namespace etalon::ui {
namespace {

using support::Desk;
using support::right_answers;

void decide_right(Desk& desk) { desk.decide_with(right_answers(desk.pack, desk.state.replay.scenario)); }

TEST(UpdateSession, entering_a_pseudonym_goes_home_and_remembers_it) {
  Desk desk;
  EXPECT_EQ(desk.state.text, TextTarget::Pseudonym);
  desk.enter();
  EXPECT_EQ(desk.state.route, Route::Home);
  EXPECT_EQ(desk.state.analyst, std::optional(AnalystId("ANALYST-07")));
  EXPECT_EQ(desk.effects<DoSaveSettings>().back().settings.analyst, "ANALYST-07");
}

TEST(UpdateSession, arrows_pick_somebody_who_has_worked_here) {
  Desk desk;
  desk.world.analysts = {AnalystId("A-01"), AnalystId("A-02")};
  desk.press(Key::Down);
  EXPECT_EQ(desk.state.pseudonym, "A-01");
  desk.press(Key::Down);
  EXPECT_EQ(desk.state.pseudonym, "A-02");
}

TEST(UpdateSession, nobody_navigates_before_the_pseudonym) {
  Desk desk;
  desk.give(Navigate{Route::Reports});
  EXPECT_EQ(desk.state.route, Route::Welcome);
}

TEST(UpdateSession, practice_debriefs_each_decision_and_ends_in_the_summary) {
  Desk desk;
  desk.enter();
  desk.start(Mode::Practice, {"A1", "A2"});
  decide_right(desk);
  EXPECT_EQ(desk.state.route, Route::Debrief);
  desk.press(Key::Enter);
  EXPECT_EQ(desk.state.route, Route::Replay);
  EXPECT_EQ(desk.state.replay.scenario, ScenarioId("A2"));
  decide_right(desk);
  EXPECT_EQ(desk.state.route, Route::Debrief);
  EXPECT_TRUE(desk.session.finished);
  desk.press(Key::Enter);
  EXPECT_EQ(desk.state.route, Route::Summary);
}

TEST(UpdateSession, an_assessment_shows_no_debrief_before_its_end) {
  Desk desk;
  desk.enter();
  desk.start(Mode::Assessment, {"A1", "A2"});
  decide_right(desk);
  EXPECT_EQ(desk.state.route, Route::Replay);
  desk.give(ShowDebrief{ScenarioId("A1")});
  EXPECT_EQ(desk.state.route, Route::Replay);
  decide_right(desk);
  EXPECT_EQ(desk.state.route, Route::Summary);
  EXPECT_TRUE(desk.session.finished);
  desk.press('O');
  EXPECT_EQ(desk.state.route, Route::Debrief);
  EXPECT_EQ(desk.state.replay.scenario, ScenarioId("A1"));
}

TEST(UpdateSession, the_twin_is_opened_when_undecided_and_debriefed_when_decided) {
  Desk desk;
  desk.enter();
  desk.start(Mode::Practice, {"A1", "A3", "A2"});
  decide_right(desk);
  desk.press('T');
  EXPECT_EQ(desk.state.route, Route::Replay);
  EXPECT_EQ(desk.state.replay.scenario, ScenarioId("A2"));
  decide_right(desk);
  desk.press('T');
  EXPECT_EQ(desk.state.route, Route::Debrief);
  EXPECT_EQ(desk.state.replay.scenario, ScenarioId("A1"));
  desk.press(Key::Enter);
  EXPECT_EQ(desk.state.replay.scenario, ScenarioId("A3"));
}

TEST(UpdateSession, a_twin_outside_of_the_session_is_said_to_be_so) {
  Desk desk;
  desk.enter();
  desk.start(Mode::Practice, {"A1"});
  decide_right(desk);
  desk.press('T');
  ASSERT_TRUE(desk.state.banner);
  EXPECT_EQ(desk.state.banner->tone, BannerTone::Info);
  EXPECT_EQ(desk.state.route, Route::Debrief);
}

TEST(UpdateSession, escape_closes_one_thing_at_a_time) {
  Desk desk;
  desk.enter();
  desk.start(Mode::Practice, {"A1"});
  desk.press('A');
  desk.press('?');
  desk.press(Key::Escape);
  EXPECT_FALSE(desk.state.key_help);
  EXPECT_TRUE(desk.state.article);
  desk.press(Key::Escape);
  EXPECT_FALSE(desk.state.article);
  EXPECT_EQ(desk.state.question, Question::None);
}

TEST(UpdateSession, looks_are_changed_within_their_range_and_saved) {
  Desk desk;
  desk.give(ChangeScale{-1});
  EXPECT_EQ(desk.state.settings.font_scale, 1.0);
  for (int i = 0; i < 15; ++i) desk.give(ChangeScale{1});
  EXPECT_EQ(desk.state.settings.font_scale, 2.0);
  desk.give(ChangeScale{0});
  EXPECT_EQ(desk.state.settings.font_scale, 1.0);
  desk.give(NextTheme{});
  desk.give(NextTheme{});
  EXPECT_EQ(desk.state.settings.theme, Theme::HighContrast);
  desk.give(NextLanguage{});
  EXPECT_EQ(desk.effects<DoSaveSettings>().back().settings, desk.state.settings);
}

TEST(UpdateSession, the_settings_change_by_keyboard_alone) {
  Desk desk;
  desk.enter();
  desk.press('S');
  desk.press(Key::Down);
  desk.press(Key::Enter);
  EXPECT_EQ(desk.state.settings.theme, Theme::Dark);
  desk.press(Key::Down);
  for (int i = 0; i < 11; ++i) desk.press(Key::Enter);
  EXPECT_EQ(desk.state.settings.font_scale, 1.0);
}

TEST(UpdateSession, a_summary_exports_its_own_session) {
  Desk desk;
  desk.enter();
  desk.start(Mode::Practice, {"A1"});
  decide_right(desk);
  desk.press(Key::Enter);
  desk.press('J');
  ASSERT_EQ(desk.effects<DoReport>().size(), 1u);
  EXPECT_EQ(desk.effects<DoReport>()[0].subject.session, std::optional(desk.session.id));
  EXPECT_EQ(desk.effects<DoReport>()[0].format, ReportFormat::Json);
  EXPECT_EQ(desk.state.banner->what, msg("Report saved: {path}", {{"path", "report.json"}}));
}

}  // namespace
}  // namespace etalon::ui
