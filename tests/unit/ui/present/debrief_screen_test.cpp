#include <gtest/gtest.h>

#include "tests/unit/ui/present/stage_desk.h"

namespace etalon::ui {
namespace {

using support::right_answers;

struct DebriefScreenTest : testing::Test {
  Eyes desk;
  void start(const std::vector<const char*>& scenarios) {
    desk.enter();
    desk.start(Mode::Practice, scenarios);
  }
  Values right(const char* scenario) const { return right_answers(desk.pack, ScenarioId(scenario)); }
  DebriefScreen decide(const Values& values) {
    desk.decide_with(values);
    return desk.body<DebriefScreen>();
  }
  static const CompareRow& row(const DebriefScreen& screen, const std::string& facet) {
    for (const CompareRow& each : screen.rows)
      if (each.id == "debrief.facet." + facet) return each;
    ADD_FAILURE() << "no row " << facet;
    return screen.rows.front();
  }
};

TEST_F(DebriefScreenTest, agreement_is_said_by_sign_word_and_tone) {
  start({"A1"});
  const DebriefScreen screen = decide(right("A1"));
  const CompareRow& legality = row(screen, "legality");
  EXPECT_EQ(legality.yours, "manifest (en)");
  EXPECT_EQ(legality.reference, "manifest (en)");
  EXPECT_EQ(legality.sign, "✓");
  EXPECT_EQ(legality.status, "agrees");
  EXPECT_EQ(legality.tone, Tone::Agree);
  EXPECT_TRUE(screen.critical.empty());
}

TEST_F(DebriefScreenTest, an_accepted_alternative_shows_its_credit_and_its_reason) {
  start({"A1"});
  Values values = right("A1");
  values[FacetId("legality")] = Value::of_code("potential");
  const DebriefScreen screen = decide(values);
  EXPECT_EQ(row(screen, "legality").sign, "≈");
  EXPECT_EQ(row(screen, "legality").status, "accepted, counts ½");
  ASSERT_EQ(screen.alternatives.size(), 1u);
  EXPECT_EQ(screen.alternatives[0].text, "close call (en)");
}

TEST_F(DebriefScreenTest, a_critical_error_is_named) {
  start({"A1"});
  Values values = right("A1");
  values[FacetId("actions")] = Value::of_set({"close"});
  const DebriefScreen screen = decide(values);
  ASSERT_EQ(screen.critical.size(), 1u);
  EXPECT_EQ(screen.critical[0].text, "closed without an alert (en)");
  EXPECT_EQ(row(screen, "actions").sign, "✗");
  EXPECT_EQ(row(screen, "actions").reference, "Required: police (en) · permitted: host (en) · forbidden: close (en)");
}

TEST_F(DebriefScreenTest, what_was_not_reached_is_neither_right_nor_wrong) {
  start({"A1"});
  const DebriefScreen screen = decide({{FacetId("usable"), Value::of_code("access_failed")},
                                       {FacetId("actions"), Value::of_set({"police"})},
                                       {FacetId("confidence"), Value::of_code("full")}});
  EXPECT_EQ(row(screen, "legality").sign, "–");
  EXPECT_EQ(row(screen, "legality").yours, "—");
  EXPECT_EQ(row(screen, "usable").sign, "✗");
  ASSERT_EQ(screen.elements.size(), 2u);
  EXPECT_EQ(screen.elements[0].sign, "–");
  EXPECT_EQ(screen.certainty.text, "full (en) — and wrong on legality");
}

TEST_F(DebriefScreenTest, elements_stand_side_by_side_with_their_evidence) {
  start({"A1"});
  Values values = right("A1");
  values[FacetId("elements")] =
      Value::of_checklist({{ElementId("publicity"), ElementState::Met}, {ElementId("appeal"), ElementState::NotMet}});
  const DebriefScreen screen = decide(values);
  ASSERT_EQ(screen.elements.size(), 2u);
  EXPECT_EQ(screen.elements[0].sign, "✓");
  EXPECT_EQ(screen.elements[0].facts, "F2");
  EXPECT_EQ(screen.elements[1].yours, "Not met");
  EXPECT_EQ(screen.elements[1].reference, "Met");
  EXPECT_EQ(screen.elements[1].label, "appeal (en)");
  EXPECT_EQ(screen.elements[1].sign, "✗");
}

TEST_F(DebriefScreenTest, the_determinative_facts_are_marked_in_the_whole_text) {
  start({"A1"});
  const DebriefScreen screen = decide(right("A1"));
  ASSERT_EQ(screen.steps.size(), 2u);
  EXPECT_TRUE(screen.steps[1].runs[0].determinative);
  EXPECT_FALSE(screen.steps[0].runs[1].determinative);
  EXPECT_FALSE(screen.steps[0].runs[1].can_toggle);
  ASSERT_TRUE(screen.facts);
  EXPECT_EQ(screen.facts->text, "Determinative, and not among yours: F2");
}

TEST_F(DebriefScreenTest, the_article_has_the_date_of_the_law_and_says_when_unconfirmed) {
  start({"A1"});
  const DebriefScreen screen = decide(right("A1"));
  ASSERT_TRUE(screen.article);
  EXPECT_EQ(screen.article->title, "art. 1 (en)");
  EXPECT_EQ(screen.article->validity, "law as of 2 April 2026");
  EXPECT_EQ(screen.article->confirmed, "to be confirmed");
}

TEST_F(DebriefScreenTest, the_article_lists_exceptions_and_says_when_they_are_unconfirmed) {
  desk.pack.catalogue.offences[0].exceptions = {{"Travail de presse", "Press work"}};
  start({"A1"});
  const DebriefScreen screen = decide(right("A1"));
  ASSERT_TRUE(screen.article);
  EXPECT_EQ(screen.article->exceptions_title, "Exceptions");
  EXPECT_EQ(screen.article->exceptions, (std::vector<ArticleElement>{{"Press work", "to be confirmed"}}));
}

TEST_F(DebriefScreenTest, a_confirmed_article_says_when_it_was_verified) {
  desk.pack.catalogue.offences[0].confirmed = true;
  desk.pack.catalogue.offences[0].verified_on = "2026-03-01";
  start({"A1"});
  const DebriefScreen screen = decide(right("A1"));
  EXPECT_EQ(screen.article->confirmed, "verified on 1 March 2026");
  EXPECT_FALSE(screen.article->to_confirm);
}

TEST_F(DebriefScreenTest, a_contested_reference_says_that_it_does_not_count) {
  start({"A3"});
  const DebriefScreen screen = decide(right("A3"));
  ASSERT_TRUE(screen.settledness);
  EXPECT_EQ(screen.settledness->title, "Contested: does not count");
  EXPECT_EQ(screen.certainty.text, "high (en) — the reference is contested");
}

TEST_F(DebriefScreenTest, a_settled_reference_needs_no_notice) {
  start({"A1"});
  EXPECT_FALSE(decide(right("A1")).settledness);
}

TEST_F(DebriefScreenTest, the_twin_is_compared_once_both_are_decided) {
  start({"A1", "A2"});
  EXPECT_FALSE(decide(right("A1")).twin);
  desk.press(Key::Enter);
  const DebriefScreen screen = decide(right("A2"));
  ASSERT_TRUE(screen.twin);
  EXPECT_EQ(screen.twin->text, "The same report but for F2: your decision changed as the reference does. Flip seen.");
  EXPECT_EQ(screen.twin->tone, Tone::Agree);
}

TEST_F(DebriefScreenTest, the_same_answer_to_both_twins_is_a_missed_flip) {
  start({"A1", "A2"});
  decide(right("A1"));
  desk.press(Key::Enter);
  const DebriefScreen screen = decide(right("A1"));
  ASSERT_TRUE(screen.twin);
  EXPECT_EQ(screen.twin->text, "The same report but for F2: you answered the same. Flip missed.");
}

TEST_F(DebriefScreenTest, both_twins_the_wrong_way_round_is_no_flip_seen) {
  start({"A1", "A2"});
  decide(right("A2"));
  desk.press(Key::Enter);
  EXPECT_EQ(decide(right("A1")).twin->tone, Tone::Differ);
}

TEST_F(DebriefScreenTest, enter_and_its_button_say_where_one_goes) {
  start({"A1", "A2"});
  EXPECT_EQ(decide(right("A1")).actions[0].label, "Next scenario");
  desk.press(Key::Enter);
  EXPECT_EQ(decide(right("A2")).actions[0].label, "Summary of the session");
}

TEST_F(DebriefScreenTest, shows_nothing_of_a_session_that_is_blind) {
  desk.enter();
  desk.start(Mode::Assessment, {"A1", "A2"});
  desk.decide_with(right("A1"));
  desk.state.route = Route::Debrief;
  desk.state.replay.scenario = ScenarioId("A1");
  EXPECT_EQ(desk.body<DebriefScreen>(), DebriefScreen{});
}

}  // namespace
}  // namespace etalon::ui
