#include <gtest/gtest.h>

#include "tests/unit/ui/present/stage_desk.h"

namespace etalon::ui {
namespace {

using support::right_answers;

struct CalibrationScreens : testing::Test {
  Eyes desk;
  void SetUp() override { desk.enter("LEAD-01"); }

  void open_round() {
    desk.carry_out({DoOpenCalibration{
        "November", AnalystId("LEAD-01"), {AnalystId("A-01"), AnalystId("A-02")}, {ScenarioId("A1"), ScenarioId("A2")}}});
    desk.state.route = Route::HandOver;
  }
  // A-01 is right on A1, A-02 calls it lawful; both are right on A2.
  void vote() {
    std::vector<DecisionRow> rows;
    for (const char* analyst : {"A-01", "A-02"})
      for (const char* scenario : {"A1", "A2"}) {
        DecisionRow row;
        row.sequence = rows.size() + 1;
        row.session = SessionId(std::string("S-") + analyst);
        row.analyst = AnalystId(analyst);
        row.mode = Mode::Calibration;
        row.calibration = desk.round.id;
        row.decision.scenario = ScenarioId(scenario);
        row.decision.values = right_answers(desk.pack, ScenarioId(rows.size() == 2 ? "A2" : scenario));
        row.decision.facts = {FactId("F2")};
        row.decision.rationale = "because of F2";
        rows.push_back(row);
      }
    for (const char* analyst : {"A-01", "A-02"})
      desk.round.votes.push_back({AnalystId(analyst), SessionId(std::string("S-") + analyst)});
    desk.round.closed = true;
    desk.reveal = analysis::make_reveal(desk.pack, desk.round, rows);
    desk.report = analysis::make_report(desk.pack, rows, {});
    desk.revealed = desk.reported = true;
  }
};

TEST_F(CalibrationScreens, the_set_up_says_what_is_missing) {
  desk.give(NewCalibrationForm{});
  EXPECT_EQ(desk.body<CalibrationSetupScreen>().missing, "The round needs a title.");
  desk.type(TextTarget::CalibrationTitle, "November");
  EXPECT_EQ(desk.body<CalibrationSetupScreen>().missing, "The round needs two analysts or more.");
  for (const char* name : {"A-01", "A-02"}) {
    desk.type(TextTarget::CalibrationAnalyst, name);
    desk.give(AddAnalyst{});
  }
  EXPECT_EQ(desk.body<CalibrationSetupScreen>().missing, "The round needs at least one scenario.");
  desk.give(desk.body<CalibrationSetupScreen>().scenarios[0].intent);
  const CalibrationSetupScreen screen = desk.body<CalibrationSetupScreen>();
  EXPECT_TRUE(screen.open.enabled);
  EXPECT_TRUE(screen.scenarios[0].chosen);
  EXPECT_EQ(screen.scenarios_title, "1 scenario chosen");
}

TEST_F(CalibrationScreens, the_set_up_offers_active_scenarios_alone) {
  const std::size_t all = desk.pack.scenarios.size();
  desk.pack.scenarios[0].status = Status::LintPassed;
  desk.give(NewCalibrationForm{});
  EXPECT_EQ(desk.body<CalibrationSetupScreen>().scenarios.size(), all - 1);
  for (Scenario& scenario : desk.pack.scenarios) scenario.status = Status::Retired;
  desk.give(OpenRow{});
  EXPECT_TRUE(desk.body<CalibrationSetupScreen>().scenarios.empty());
}

TEST_F(CalibrationScreens, the_hand_over_shows_who_has_voted_and_nothing_of_the_votes) {
  open_round();
  desk.round.votes.push_back({AnalystId("A-01"), SessionId("S-A-01")});
  const HandOverScreen screen = desk.body<HandOverScreen>();
  ASSERT_EQ(screen.analysts.size(), 2u);
  EXPECT_EQ(screen.analysts[0].value, "✓ has voted");
  EXPECT_FALSE(screen.analysts[0].enabled);
  EXPECT_EQ(screen.analysts[1].value, "to vote");
  EXPECT_FALSE(screen.reveal);
  EXPECT_FALSE(screen.take.enabled);  // the selected one has voted
  desk.press(Key::Down);
  EXPECT_TRUE(desk.body<HandOverScreen>().take.enabled);
}

TEST_F(CalibrationScreens, the_mark_says_what_the_pack_was_when_the_round_was_opened) {
  desk.pack.status = PackStatus::Trusted;
  open_round();
  desk.pack.status = PackStatus::Draft;  // as read back from the journal
  EXPECT_EQ(desk.screen().top.mark, "");
  vote();
  desk.state.route = Route::Reveal;
  EXPECT_EQ(desk.screen().top.mark, "");
  desk.round.opening.pack_status = PackStatus::Draft;
  desk.pack.status = PackStatus::Trusted;
  EXPECT_EQ(desk.screen().top.mark, "Draft pack");
  desk.state.route = Route::HandOver;
  EXPECT_EQ(desk.screen().top.mark, "Draft pack");
}

TEST_F(CalibrationScreens, the_reveal_ranks_by_split_and_names_what_divides) {
  open_round();
  vote();
  desk.give(OpenReveal{});
  const RevealScreen screen = desk.body<RevealScreen>();
  ASSERT_EQ(screen.scenarios.size(), 2u);
  EXPECT_EQ(screen.scenarios[0].title, "Report A1");
  EXPECT_EQ(screen.scenarios[1].value, "0.00");
  EXPECT_EQ(screen.scenarios[1].detail, "agreed");
  EXPECT_NE(screen.scenarios[0].detail, "agreed");
  EXPECT_EQ(screen.subtitle, "2 votes · names hidden");
}

TEST_F(CalibrationScreens, the_bars_of_a_facet_add_up_and_point_out_the_reference) {
  open_round();
  vote();
  desk.give(OpenReveal{});
  for (const VoteBar& bar : desk.body<RevealScreen>().facets) {
    double sum = 0;
    for (const BarSegment& segment : bar.segments) sum += segment.share;
    EXPECT_DOUBLE_EQ(sum, 1.0) << bar.id;
  }
  const RevealScreen screen = desk.body<RevealScreen>();
  const auto legality = std::find_if(screen.facets.begin(), screen.facets.end(),
                                     [](const VoteBar& bar) { return bar.id == "reveal.facet.legality"; });
  ASSERT_NE(legality, screen.facets.end());
  EXPECT_EQ(legality->reference, "reference: manifest (en)");
  EXPECT_EQ(legality->segments.size(), 2u);
}

TEST_F(CalibrationScreens, the_reveal_never_names_an_analyst) {
  open_round();
  vote();
  desk.give(OpenReveal{});
  const RevealScreen screen = desk.body<RevealScreen>();
  ASSERT_EQ(screen.quotes.size(), 2u);
  for (const Note& quote : screen.quotes) {
    EXPECT_EQ(quote.title.find("A-0"), std::string::npos);
    EXPECT_EQ(quote.text, "“because of F2”");
  }
}

TEST_F(CalibrationScreens, agreement_between_analysts_needs_ten_decisions) {
  open_round();
  vote();
  desk.give(OpenReveal{});
  const RevealScreen screen = desk.body<RevealScreen>();
  ASSERT_EQ(screen.agreement.size(), 1u);
  EXPECT_EQ(screen.agreement[0].label, "No verdict");
}

TEST_F(CalibrationScreens, another_scenario_is_selected_by_key_and_by_click) {
  open_round();
  vote();
  desk.give(OpenReveal{});
  desk.press(Key::Down);
  EXPECT_EQ(desk.body<RevealScreen>().title, "Report A2");
  desk.give(desk.body<RevealScreen>().scenarios[0].intent);
  EXPECT_EQ(desk.body<RevealScreen>().title, "Report A1");
}

TEST_F(CalibrationScreens, a_round_closed_without_a_vote_says_so) {
  open_round();
  desk.round.closed = true;
  desk.give(OpenReveal{});
  EXPECT_FALSE(desk.body<RevealScreen>().empty_text.empty());
}

TEST_F(CalibrationScreens, the_list_tells_open_from_closed) {
  CalibrationRow open, closed;
  open.id = CalibrationId("C1");
  open.title = "December";
  open.analysts = 3;
  open.votes = 1;
  closed.id = CalibrationId("C2");
  closed.closed = true;
  desk.world.calibrations = {open, closed};
  desk.give(Navigate{Route::CalibrationList});
  const CalibrationListScreen screen = desk.body<CalibrationListScreen>();
  EXPECT_EQ(screen.rounds[0].value, "open");
  EXPECT_NE(screen.rounds[0].detail.find("1 of 3 votes"), std::string::npos);
  EXPECT_EQ(screen.rounds[1].value, "reveal");
  desk.give(screen.rounds[1].intent);
  EXPECT_EQ(desk.state.route, Route::Reveal);
}

}  // namespace
}  // namespace etalon::ui
