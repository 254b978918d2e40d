#include <gtest/gtest.h>

#include "tests/unit/ui/present/stage_desk.h"

namespace etalon::ui {
namespace {

const AgreementRow& row(const std::vector<AgreementRow>& rows, const std::string& id) {
  for (const AgreementRow& each : rows)
    if (each.id == id) return each;
  ADD_FAILURE() << "no row " << id;
  return rows.front();
}

TEST(SummaryScreenTest, under_ten_decisions_there_are_counts_and_no_verdict) {
  Eyes desk;
  desk.play();
  desk.make_report(1);
  const SummaryScreen screen = desk.body<SummaryScreen>();
  EXPECT_FALSE(screen.verdict_note.empty());
  const AgreementRow& legality = row(screen.agreement, "summary.agreement.legality");
  EXPECT_EQ(legality.value, "1 of 2");
  EXPECT_FALSE(legality.estimate);
  EXPECT_EQ(legality.kappa, "");
  EXPECT_EQ(legality.interval, "");
}

TEST(SummaryScreenTest, from_ten_decisions_on_there_are_rates_with_intervals) {
  Eyes desk;
  desk.play();
  desk.make_report(6);  // twelve scored decisions, half of them right on legality
  const SummaryScreen screen = desk.body<SummaryScreen>();
  EXPECT_EQ(screen.verdict_note, "");
  const AgreementRow& legality = row(screen.agreement, "summary.agreement.legality");
  ASSERT_TRUE(legality.estimate);
  EXPECT_DOUBLE_EQ(legality.estimate->value, 0.5);
  EXPECT_LT(legality.estimate->low, 0.5);
  EXPECT_GT(legality.estimate->high, 0.5);
  EXPECT_EQ(legality.value, "0.50");
  EXPECT_EQ(legality.count, "n = 12");
  EXPECT_FALSE(legality.interval.empty());
}

TEST(SummaryScreenTest, a_coefficient_that_is_not_defined_says_why) {
  Eyes desk;
  desk.play();
  desk.make_report(6);
  const AgreementRow usable = row(desk.body<SummaryScreen>().agreement, "summary.agreement.usable");
  EXPECT_EQ(usable.kappa.rfind("κ not defined: ", 0), 0u) << usable.kappa;
}

TEST(SummaryScreenTest, lists_the_scenarios_with_their_outcome_and_opens_their_debrief) {
  Eyes desk;
  desk.play();
  const SummaryScreen screen = desk.body<SummaryScreen>();
  ASSERT_EQ(screen.scenarios.size(), 3u);
  EXPECT_EQ(screen.scenarios[0].tone, Tone::Agree);
  EXPECT_EQ(screen.scenarios[1].tone, Tone::Differ);
  EXPECT_EQ(screen.scenarios[2].value, "contested");
  desk.give(screen.scenarios[1].intent);
  EXPECT_EQ(desk.state.route, Route::Debrief);
}

TEST(SummaryScreenTest, an_assessment_that_is_not_over_keeps_its_results) {
  Eyes desk;
  desk.enter();
  desk.start(Mode::Assessment, {"A1", "A2"});
  desk.decide_with(support::right_answers(desk.pack, ScenarioId("A1")));
  desk.make_report(6);
  desk.state.route = Route::Summary;
  const SummaryScreen screen = desk.body<SummaryScreen>();
  EXPECT_TRUE(screen.agreement.empty());
  EXPECT_FALSE(screen.scenarios[0].enabled);
  EXPECT_EQ(screen.scenarios[0].value, "decided");
}

TEST(HomeScreenTest, offers_to_start_what_the_pack_has) {
  Eyes desk;
  desk.enter();
  const HomeScreen screen = desk.body<HomeScreen>();
  EXPECT_EQ(screen.greeting, "Hello, ANALYST-07");
  EXPECT_EQ(screen.todo.primary.intent, Intent(StartNew{Mode::Practice, {}}));
  EXPECT_EQ(screen.todo.detail, "4 scenarios · sensitivity 0");
  EXPECT_TRUE(screen.agreement.empty());
  EXPECT_FALSE(screen.agreement_note.empty());
  EXPECT_FALSE(screen.sessions_empty.empty());
}

TEST(HomeScreenTest, offers_to_go_on_with_an_open_session) {
  Eyes desk;
  desk.enter();
  SessionRow row;
  row.id = SessionId("S1");
  row.scenarios = 12;
  row.decided = 4;
  desk.world.sessions = {row};
  desk.world.resumable = row.id;
  const HomeScreen screen = desk.body<HomeScreen>();
  EXPECT_EQ(screen.todo.primary.intent, Intent(Resume{}));
  EXPECT_EQ(screen.todo.detail, "Practice · 4 of 12 decided");
  EXPECT_EQ(screen.sessions[0].value, "open");
}

TEST(HomeScreenTest, shows_counts_only_under_ten_decisions) {
  Eyes desk;
  desk.play();
  desk.make_report(1);
  desk.press(Key::Enter);
  const HomeScreen screen = desk.body<HomeScreen>();
  EXPECT_EQ(row(screen.agreement, "home.agreement.legality").value, "1 of 2");
  EXPECT_FALSE(screen.agreement_note.empty());
}

TEST(HomeScreenTest, weighs_the_days_exposure_by_sensitivity) {
  Eyes desk;
  desk.pack.scenarios[0].sensitivity = 3;
  desk.play();
  desk.press(Key::Enter);
  desk.today = desk.rows();
  const HomeScreen screen = desk.body<HomeScreen>();
  EXPECT_EQ(screen.today[0].value, "3");
  EXPECT_EQ(screen.today[1].value, "6");  // 4 + 1 + 1
}

TEST(WelcomeScreenTest, asks_for_a_pseudonym_and_shows_who_was_here) {
  Eyes desk;
  desk.world.analysts = {AnalystId("A-01")};
  const WelcomeScreen empty = desk.body<WelcomeScreen>();
  EXPECT_FALSE(empty.enter.enabled);
  EXPECT_TRUE(empty.pseudonym.focused);
  ASSERT_EQ(empty.known.size(), 1u);
  desk.give(empty.known[0].intent);
  EXPECT_TRUE(desk.body<WelcomeScreen>().enter.enabled);
  EXPECT_TRUE(desk.screen().top.nav.empty());
}

TEST(SettingsScreenTest, marks_what_is_set) {
  Eyes desk;
  desk.enter();
  desk.give(SetTheme{Theme::Dark});
  desk.give(Navigate{Route::Settings});
  const SettingsScreen screen = desk.body<SettingsScreen>();
  ASSERT_EQ(screen.rows.size(), static_cast<std::size_t>(kSettingRows));
  EXPECT_TRUE(screen.rows[1].options[1].selected);
  EXPECT_TRUE(screen.rows[0].selected);
  EXPECT_EQ(desk.screen().theme, Theme::Dark);
}

TEST(ReportsScreenTest, offers_the_analyst_everybody_and_closed_rounds) {
  Eyes desk;
  desk.enter();
  CalibrationRow closed;
  closed.id = CalibrationId("C2");
  closed.title = "November";
  closed.closed = true;
  desk.world.calibrations = {closed};
  desk.give(Navigate{Route::Reports});
  const ReportsScreen screen = desk.body<ReportsScreen>();
  ASSERT_EQ(screen.subjects.size(), 3u);
  EXPECT_EQ(screen.subjects[0].title, "ANALYST-07, all sessions");
  EXPECT_EQ(screen.subjects[2].title, "Calibration: November");
  desk.give(screen.subjects[2].intent);
  desk.give(screen.formats[2].intent);
  EXPECT_EQ(desk.effects<DoReport>().back().subject.calibration, std::optional(CalibrationId("C2")));
  EXPECT_EQ(desk.effects<DoReport>().back().format, ReportFormat::Csv);
}

TEST(EveryScreen, can_be_shown_before_anything_is_loaded) {
  for (int route = 0; route <= static_cast<int>(Route::Settings); ++route) {
    Eyes desk;
    desk.state.route = static_cast<Route>(route);
    EXPECT_EQ(desk.screen().body.index(), static_cast<std::size_t>(route));
    EXPECT_FALSE(desk.screen().bottom.all_keys.label.empty());
  }
}

}  // namespace
}  // namespace etalon::ui
