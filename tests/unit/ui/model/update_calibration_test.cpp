#include <gtest/gtest.h>

#include "tests/support/desk.h"

namespace etalon::ui {
namespace {

using support::Desk;
using support::right_answers;

struct Calibration : testing::Test {
  Desk desk;
  void SetUp() override { desk.enter("LEAD-01"); }

  void open_round() {
    desk.press('C');
    desk.press('N');
    desk.type(TextTarget::CalibrationTitle, "November");
    desk.press(Key::Enter);  // on to the analysts
    for (const char* name : {"a-01", "a-02"}) {
      desk.type(TextTarget::CalibrationAnalyst, name);
      desk.press(Key::Enter);
    }
    desk.press(Key::Tab);  // on to the scenarios
    desk.press(Key::Space);
    desk.press(Key::Down);
    desk.press(Key::Space);
    desk.press(Key::Enter);
  }
};

TEST_F(Calibration, is_set_up_by_keyboard_alone) {
  open_round();
  ASSERT_EQ(desk.effects<DoOpenCalibration>().size(), 1u);
  const DoOpenCalibration opened = desk.effects<DoOpenCalibration>()[0];
  EXPECT_EQ(opened.title, "November");
  EXPECT_EQ(opened.lead, AnalystId("LEAD-01"));
  EXPECT_EQ(opened.analysts, (std::vector<AnalystId>{AnalystId("A-01"), AnalystId("A-02")}));
  EXPECT_EQ(opened.scenarios, (std::vector<ScenarioId>{ScenarioId("A1"), ScenarioId("A2")}));
  EXPECT_EQ(desk.state.route, Route::HandOver);
}

TEST_F(Calibration, does_not_open_with_one_analyst) {
  desk.give(NewCalibrationForm{});
  desk.type(TextTarget::CalibrationTitle, "November");
  desk.type(TextTarget::CalibrationAnalyst, "A-01");
  desk.give(AddAnalyst{});
  desk.give(ToggleScenario{ScenarioId("A1")});
  desk.give(OpenRound{});
  EXPECT_TRUE(desk.effects<DoOpenCalibration>().empty());
}

TEST_F(Calibration, an_analyst_is_named_once_and_can_be_taken_out) {
  desk.give(NewCalibrationForm{});
  for (const char* name : {"A-01", " a-01 ", "A-02"}) {
    desk.type(TextTarget::CalibrationAnalyst, name);
    desk.give(AddAnalyst{});
  }
  EXPECT_EQ(desk.state.setup.analysts.size(), 2u);
  desk.give(RemoveAnalyst{AnalystId("A-01")});
  EXPECT_EQ(desk.state.setup.analysts, std::vector<AnalystId>{AnalystId("A-02")});
}

TEST_F(Calibration, a_vote_is_a_blind_session_of_that_analyst_and_comes_back_to_the_hand_over) {
  open_round();
  desk.press(Key::Enter);
  EXPECT_EQ(desk.session.start.analyst, AnalystId("A-01"));
  EXPECT_EQ(desk.session.start.mode, Mode::Calibration);
  EXPECT_EQ(desk.session.start.calibration, std::optional(CalibrationId("C1")));
  desk.decide_with(right_answers(desk.pack, desk.state.replay.scenario));
  EXPECT_EQ(desk.state.route, Route::Replay);
  desk.give(ShowDebrief{ScenarioId("A1")});
  EXPECT_EQ(desk.state.route, Route::Replay);
  desk.decide_with(right_answers(desk.pack, desk.state.replay.scenario));
  EXPECT_EQ(desk.state.route, Route::HandOver);
  EXPECT_EQ(desk.state.replay, ReplayState{});
  EXPECT_EQ(desk.state.analyst, std::optional(AnalystId("LEAD-01")));
}

TEST_F(Calibration, after_a_vote_the_cursor_points_at_who_has_not_voted) {
  open_round();
  desk.press(Key::Enter);
  desk.round.votes.push_back({AnalystId("A-01"), SessionId("S1")});
  while (desk.state.route == Route::Replay) desk.decide_with(right_answers(desk.pack, desk.state.replay.scenario));
  EXPECT_EQ(desk.state.route, Route::HandOver);
  EXPECT_EQ(desk.state.cursor, 1);
}

TEST_F(Calibration, an_interrupted_vote_goes_on_instead_of_beginning_anew) {
  open_round();
  SessionRow row;
  row.id = SessionId("S9");
  row.analyst = AnalystId("A-02");
  row.calibration = CalibrationId("C1");
  desk.world.round_sessions = {row};
  desk.carry_out({});
  const Effects effects = update(desk.state, desk.world, TakeVote{AnalystId("A-02")}, desk.now);
  ASSERT_EQ(effects.size(), 1u);
  EXPECT_EQ(std::get<DoResume>(effects[0]).session, SessionId("S9"));
}

TEST_F(Calibration, nobody_votes_twice_and_nobody_uninvited) {
  open_round();
  desk.round.votes.push_back({AnalystId("A-01"), SessionId("S1")});
  desk.give(TakeVote{AnalystId("A-01")});
  desk.give(TakeVote{AnalystId("A-77")});
  EXPECT_TRUE(desk.effects<DoStart>().empty());
}

TEST_F(Calibration, stopping_in_a_vote_hands_the_machine_over) {
  open_round();
  desk.press(Key::Enter);
  desk.press(Key::Escape);
  desk.press(Key::Enter);
  EXPECT_EQ(desk.state.route, Route::HandOver);
}

TEST_F(Calibration, the_reveal_opens_only_once_the_round_is_closed) {
  open_round();
  desk.give(OpenReveal{});
  EXPECT_EQ(desk.state.route, Route::HandOver);
  desk.press('X');
  EXPECT_EQ(desk.state.question, Question::CloseRound);
  desk.press(Key::Enter);
  ASSERT_EQ(desk.effects<DoCloseRound>().size(), 1u);
  desk.press(Key::Enter);
  EXPECT_EQ(desk.state.route, Route::Reveal);
}

TEST_F(Calibration, an_open_round_is_no_subject_of_a_report) {
  CalibrationRow open, closed;
  open.id = CalibrationId("C1");
  closed.id = CalibrationId("C2");
  closed.closed = true;
  desk.world.calibrations = {open, closed};
  for (const ReportSubject& subject : report_subjects(desk.state, desk.world))
    EXPECT_NE(subject.calibration, std::optional(CalibrationId("C1")));
  EXPECT_EQ(report_subjects(desk.state, desk.world).size(), 3u);
}

}  // namespace
}  // namespace etalon::ui
