#include <gmock/gmock.h>

#include "tests/ui/desk.h"

namespace etalon::ui {
namespace {

using toolkit::Key;

class WholeLoop : public Desk {};

TEST_F(WholeLoop, first_screen_asks_for_a_pseudonym_and_has_the_caret) {
  EXPECT_EQ(route(), Route::Welcome);
  EXPECT_TRUE(ui_->typing());
}

TEST_F(WholeLoop, typing_a_pseudonym_and_enter_leads_home) {
  enter("analyste-07");
  EXPECT_EQ(shop_->controller().state().analyst, AnalystId("ANALYSTE-07"));
  EXPECT_FALSE(ui_->typing());
}

TEST_F(WholeLoop, a_letter_typed_in_the_same_instant_as_enter_still_counts) {
  type("analyste-0");
  frame({toolkit::KeyEvent{Key::None, {}, U'7', false}, toolkit::KeyEvent{Key::Enter, {}, 0, false}});
  settle();
  EXPECT_EQ(shop_->controller().state().analyst, AnalystId("ANALYSTE-07"));
}

TEST_F(WholeLoop, a_refused_pseudonym_is_answered_by_a_banner) {
  type("!");
  key(Key::Enter);
  EXPECT_EQ(route(), Route::Welcome);
  EXPECT_TRUE(screen().banner);
  EXPECT_NE(find("banner/message"), nullptr);
}

TEST_F(WholeLoop, a_decision_by_mouse_is_in_the_journal_and_then_debriefed) {
  enter("analyste-07");
  click(std::get<HomeScreen>(screen().body).todo.primary.id);
  ASSERT_EQ(route(), Route::Replay);
  answer_by_mouse();
  EXPECT_EQ(recorded_decisions(), 0U);
  click(std::get<ReplayScreen>(screen().body).submit.id);
  EXPECT_EQ(route(), Route::Debrief);
  EXPECT_EQ(recorded_decisions(), 1U);
}

TEST_F(WholeLoop, space_reveals_a_step_and_a_digit_chooses) {
  enter("analyste-07");
  key(Key::P);
  const auto steps = std::get<ReplayScreen>(screen().body).steps.size();
  key(Key::Space);
  EXPECT_EQ(std::get<ReplayScreen>(screen().body).steps.size(), steps + 1);
  key(Key::Digit1);
  EXPECT_TRUE(std::get<ReplayScreen>(screen().body).facets.front().chips.front().chosen);
}

TEST_F(WholeLoop, the_letter_that_opens_the_rationale_is_not_written_into_it) {
  enter("analyste-07");
  key(Key::P);
  frame({toolkit::KeyEvent{Key::R, {}, 0, false}, toolkit::KeyEvent{Key::None, {}, U'r', false}});
  settle();
  ASSERT_TRUE(ui_->typing());
  type("net");
  EXPECT_EQ(std::get<ReplayScreen>(screen().body).rationale.text, "net");
}

TEST_F(WholeLoop, a_click_on_a_fact_marks_it) {
  enter("analyste-07");
  key(Key::P);
  const auto body = std::get<ReplayScreen>(screen().body);
  for (const auto& step : body.steps) {
    for (const auto& run : step.runs) {
      if (run.fact.empty()) continue;
      click(step.id + "/" + run.fact);
      const auto after = std::get<ReplayScreen>(screen().body);
      for (const auto& seen : after.steps.front().runs) {
        if (seen.fact == run.fact) { EXPECT_TRUE(seen.marked); }
      }
      return;
    }
  }
  FAIL() << "the first step states no fact";
}

TEST_F(WholeLoop, coming_back_after_a_crash_finds_the_draft) {
  enter("analyste-07");
  key(Key::P);
  key(Key::Digit1);
  const auto before = std::get<ReplayScreen>(screen().body);
  sit_down_again();
  key(Key::Enter);  // the pseudonym is remembered
  ASSERT_EQ(route(), Route::Home);
  key(Key::Enter);
  ASSERT_EQ(route(), Route::Replay);
  const auto after = std::get<ReplayScreen>(screen().body);
  EXPECT_EQ(after.title, before.title);
  EXPECT_TRUE(after.facets.front().answered);
}

TEST_F(WholeLoop, a_debrief_and_the_next_scenario_are_read_from_their_top) {
  enter("analyste-07");
  key(Key::P);
  answer_by_mouse();  // which scrolls down to the last facet
  key(Key::Enter);
  ASSERT_EQ(route(), Route::Debrief);
  const auto* row = find(std::get<DebriefScreen>(screen().body).rows.front().id);
  ASSERT_NE(row, nullptr);
  EXPECT_GT(row->rect.y, toolkit::kTopBar) << "scrolled out of sight";
  key(Key::Enter);
  ASSERT_EQ(route(), Route::Replay);
  const auto* chip = find(std::get<ReplayScreen>(screen().body).facets.front().chips.front().id);
  ASSERT_NE(chip, nullptr);
  EXPECT_GT(chip->rect.y, toolkit::kTopBar);
}

TEST_F(WholeLoop, two_decisions_then_stop_are_summed_up) {
  enter("analyste-07");
  key(Key::P);
  for (int i = 0; i < 2; ++i) {
    answer_by_mouse();
    key(Key::Enter);
    ASSERT_EQ(route(), Route::Debrief);
    if (i == 0) key(Key::Enter);
  }
  key(Key::Escape);
  for (int i = 0; i < 3 && route() != Route::Home && route() != Route::Summary; ++i) key(Key::Enter);
  if (route() == Route::Home) key(Key::O);
  ASSERT_EQ(route(), Route::Summary);
  EXPECT_EQ(std::get<SummaryScreen>(screen().body).scenarios.empty(), false);
  EXPECT_EQ(recorded_decisions(), 2U);
}

TEST_F(WholeLoop, language_and_theme_change_while_running_and_are_remembered) {
  const auto before = std::get<WelcomeScreen>(screen().body).subtitle;
  key(Key::L, {.ctrl = true});
  EXPECT_NE(std::get<WelcomeScreen>(screen().body).subtitle, before);
  key(Key::T, {.ctrl = true});
  EXPECT_EQ(screen().theme, Theme::Dark);
  sit_down_again();
  EXPECT_EQ(screen().theme, Theme::Dark);
}

TEST_F(WholeLoop, a_second_sitting_on_the_same_journal_records_too) {
  enter("analyste-07");
  key(Key::P);
  answer_by_mouse();
  SeededRng other_rng(11);
  auto other = Workshop::open({std::filesystem::path(ETALON_BINARY_DIR) / "share" / "etalon",
                               std::filesystem::path(ETALON_SOURCE_DIR) / "scenarios" / "starter",
                               folder_ / "etalon.db",
                               {},
                               folder_ / "reports",
                               0},
                              clock_, other_rng, [] {});
  ASSERT_TRUE(other) << english(other.error());
  auto& second = (*other)->controller();
  second.handle(EditText{TextTarget::Pseudonym, "analyste-12"}, clock_.now());
  second.handle(EnterPseudonym{}, clock_.now());
  second.handle(StartNew{}, clock_.now());
  EXPECT_EQ(second.state().route, Route::Replay);
  key(Key::Enter);
  EXPECT_EQ(recorded_decisions(), 1U);
}

}  // namespace
}  // namespace etalon::ui
