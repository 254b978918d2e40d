#include <gtest/gtest.h>

#include "tests/unit/ui/present/stage_desk.h"

namespace etalon::ui {
namespace {

struct ReplayScreenTest : testing::Test {
  Eyes desk;
  void SetUp() override {
    desk.enter();
    desk.start(Mode::Practice, {"A1", "A2"});
  }
  ReplayScreen body() const { return desk.body<ReplayScreen>(); }
  std::vector<std::string> facets() const {
    std::vector<std::string> out;
    for (const FacetPanel& panel : body().facets) out.push_back(panel.id);
    return out;
  }
};

TEST_F(ReplayScreenTest, says_which_report_under_which_law) {
  EXPECT_EQ(body().title, "Report A1");
  EXPECT_EQ(body().subtitle, "Law as of 2 April 2026 · sensitivity 0");
}

TEST_F(ReplayScreenTest, shows_only_the_steps_that_are_revealed) {
  ASSERT_EQ(body().steps.size(), 1u);
  EXPECT_EQ(body().steps[0].day, "D+0");
  EXPECT_EQ(body().steps[0].time, "09:12");
  EXPECT_EQ(body().steps[0].type, "Intake");
  ASSERT_TRUE(body().next_step);
  EXPECT_EQ(body().next_step->intent, Intent(RevealNext{}));
  desk.press(Key::Space);
  ASSERT_EQ(body().steps.size(), 2u);
  EXPECT_EQ(body().steps[1].day, "");
  EXPECT_FALSE(body().next_step);
}

TEST_F(ReplayScreenTest, marks_the_facts_relied_on_and_numbers_them_in_fact_mode) {
  const RunView before = body().steps[0].runs[1];
  EXPECT_EQ(before.fact, "F1");
  EXPECT_EQ(before.key, "");
  desk.press('F');
  desk.press('1');
  const RunView after = body().steps[0].runs[1];
  EXPECT_TRUE(after.marked);
  EXPECT_TRUE(after.cursor);
  EXPECT_EQ(after.key, "1");
  EXPECT_FALSE(body().fact_mode.empty());
}

TEST_F(ReplayScreenTest, never_tells_which_fact_determines) {
  desk.press(Key::Space);
  for (const StepView& step : body().steps)
    for (const RunView& run : step.runs) EXPECT_FALSE(run.determinative);
}

TEST_F(ReplayScreenTest, asks_only_the_facets_that_apply) {
  EXPECT_EQ(facets(), (std::vector<std::string>{"replay.facet.usable", "replay.facet.actions", "replay.facet.confidence"}));
  desk.press('1');
  desk.give(ChooseOption{FacetId("legality"), "manifest"});
  EXPECT_EQ(facets().size(), 6u);
  desk.give(ChooseOption{FacetId("usable"), "access_failed"});
  EXPECT_EQ(facets().size(), 3u);
}

TEST_F(ReplayScreenTest, a_chip_carries_the_digit_that_chooses_it) {
  const Chip chip = body().facets[0].chips[0];
  EXPECT_EQ(chip.id, "replay.facet.usable.usable");
  EXPECT_EQ(chip.key, "1");
  EXPECT_EQ(chip.label, "usable (en)");
  EXPECT_FALSE(chip.chosen);
  desk.press('1');
  EXPECT_TRUE(body().facets[0].chips[0].chosen);
}

TEST_F(ReplayScreenTest, what_a_digit_chooses_is_the_chip_that_shows_it) {
  desk.press('1');
  desk.give(ChooseOption{FacetId("legality"), "manifest"});
  desk.give(FocusFacet{FacetId("qualification")});
  const std::vector<Chip> chips = body().facets[2].chips;
  for (const Chip& chip : chips) {
    ASSERT_EQ(chip.key.size(), 1u);
    desk.press(chip.key[0]);
    const std::vector<Chip> after = body().facets[2].chips;
    for (const Chip& each : after) EXPECT_EQ(each.chosen, each.id == chip.id);
  }
}

TEST_F(ReplayScreenTest, a_click_does_what_the_key_does) {
  desk.give(body().facets[0].chips[0].intent);
  EXPECT_TRUE(body().facets[0].chips[0].chosen);
  desk.give(body().steps[0].runs[1].intent);
  EXPECT_TRUE(body().steps[0].runs[1].marked);
}

TEST_F(ReplayScreenTest, lists_the_elements_of_the_offence_with_their_states) {
  desk.press('1');
  desk.give(ChooseOption{FacetId("legality"), "manifest"});
  desk.give(ChooseOption{FacetId("qualification"), "HATE"});
  desk.give(SetElement{ElementId("appeal"), ElementState::NotMet});
  const FacetPanel panel = body().facets[3];
  EXPECT_EQ(panel.kind, FacetKind::Checklist);
  ASSERT_EQ(panel.rows.size(), 2u);
  EXPECT_EQ(panel.rows[0].label, "publicity (en)");
  EXPECT_EQ(panel.rows[0].question, "publicity? (en)");
  EXPECT_TRUE(panel.rows[1].states[1].chosen);
  EXPECT_FALSE(panel.answered);
  EXPECT_EQ(panel.note, "No fact marked yet");
}

TEST_F(ReplayScreenTest, shows_the_offences_of_one_pillar_and_none) {
  desk.pack.catalogue.offences[0].pillar = Pillar::Dignity;
  desk.press('1');
  desk.give(ChooseOption{FacetId("legality"), "manifest"});
  EXPECT_EQ(body().facets[2].pillars.size(), 2u);
  EXPECT_EQ(body().facets[2].chips.size(), 2u);
  EXPECT_EQ(body().facets[2].chips.back().key, "0");
  desk.give(ShowPillar{Pillar::Dignity});
  EXPECT_EQ(body().facets[2].chips[0].label, "HATE (en) — art. 1 (en)");
}

TEST_F(ReplayScreenTest, counts_the_facets_and_says_what_is_missing) {
  desk.press('1');
  EXPECT_EQ(body().count, "1 of 4 facets");
  EXPECT_EQ(body().missing, "Still to answer: legality (en), actions (en) and confidence (en)");
  EXPECT_FALSE(body().submit.enabled);
  desk.give(ChooseOption{FacetId("usable"), "access_failed"});
  desk.give(ChooseOption{FacetId("actions"), "close"});
  desk.give(ChooseOption{FacetId("confidence"), "low"});
  EXPECT_EQ(body().missing, "");
  EXPECT_TRUE(body().submit.enabled);
}

TEST_F(ReplayScreenTest, the_article_panel_tells_nothing_before_an_offence_is_chosen) {
  desk.press('A');
  ASSERT_TRUE(desk.screen().article);
  EXPECT_FALSE(desk.screen().article->article);
  desk.press('1');
  desk.give(ChooseOption{FacetId("legality"), "manifest"});
  desk.give(ChooseOption{FacetId("qualification"), "INSULT"});
  ASSERT_TRUE(desk.screen().article->article);
  EXPECT_EQ(desk.screen().article->article->name, "INSULT (en)");
  EXPECT_TRUE(desk.screen().article->article->to_confirm);
}

TEST_F(ReplayScreenTest, the_text_follows_the_language_of_the_window) {
  desk.pack.scenarios[0].steps[0].fr[0].text = "Texte";
  desk.catalogue = Catalogue(Language::French, {});
  EXPECT_EQ(body().steps[0].runs[0].text, "Texte");
  EXPECT_EQ(body().facets[0].label, "usable (fr)");
  EXPECT_EQ(body().steps[0].day, "J+0");
}

TEST_F(ReplayScreenTest, the_bar_counts_the_scenarios_and_lets_stop) {
  const TopBar bar = desk.screen().top;
  EXPECT_TRUE(bar.nav.empty());
  EXPECT_EQ(bar.dashes, 2);
  EXPECT_EQ(bar.dashes_done, 1);
  ASSERT_EQ(bar.right.size(), 1u);
  EXPECT_EQ(bar.right[0].intent, Intent(StopNow{}));
}

TEST_F(ReplayScreenTest, the_question_the_banner_and_the_keys_stand_over_it) {
  desk.press('?');
  ASSERT_TRUE(desk.screen().key_help);
  EXPECT_GE(desk.screen().key_help->sections.size(), 2u);
  desk.press(Key::Escape);
  desk.press(Key::Escape);
  ASSERT_TRUE(desk.screen().dialog);
  EXPECT_EQ(desk.screen().dialog->confirm.intent, Intent(Confirm{}));
  desk.press(Key::Escape);
  desk.broken_disk = true;
  desk.press('1');
  ASSERT_TRUE(desk.screen().banner);
  EXPECT_EQ(desk.screen().banner->text, "The disk is full");
  EXPECT_EQ(desk.screen().banner->detail, "Free some space");
}

TEST_F(ReplayScreenTest, the_same_state_gives_the_same_screen) { EXPECT_EQ(desk.screen(), desk.screen()); }

TEST_F(ReplayScreenTest, ids_do_not_depend_on_the_language) {
  const ReplayScreen english = body();
  desk.catalogue = Catalogue(Language::French, {});
  const ReplayScreen french = body();
  ASSERT_EQ(english.facets.size(), french.facets.size());
  for (std::size_t i = 0; i < english.facets.size(); ++i) EXPECT_EQ(english.facets[i].id, french.facets[i].id);
  EXPECT_EQ(english.submit.id, french.submit.id);
}

}  // namespace
}  // namespace etalon::ui
