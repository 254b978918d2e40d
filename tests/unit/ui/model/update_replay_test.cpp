#include <gtest/gtest.h>

#include "tests/support/desk.h"

namespace etalon::ui {
namespace {

using support::Desk;
using support::right_answers;

struct Replay : testing::Test {
  Desk desk;
  void SetUp() override {
    desk.enter();
    desk.start(Mode::Practice, {"A1", "A2"});
  }
  const Value& value(const char* facet) { return desk.draft().values.at(FacetId(facet)); }
  bool has(const char* facet) { return desk.draft().values.count(FacetId(facet)) > 0; }
};

TEST_F(Replay, starting_opens_the_first_scenario_with_its_first_step) {
  EXPECT_EQ(desk.state.route, Route::Replay);
  EXPECT_EQ(desk.state.replay.scenario, ScenarioId("A1"));
  EXPECT_EQ(desk.draft().step, 1);
}

TEST_F(Replay, space_reveals_and_stops_at_the_last_step) {
  desk.press(Key::Space);
  desk.press(Key::Space);
  EXPECT_EQ(desk.draft().step, 2);
  EXPECT_EQ(desk.commands<RevealStep>().size(), 1u);
}

TEST_F(Replay, a_digit_chooses_in_the_focused_facet) {
  desk.press('1');
  EXPECT_EQ(value("usable"), Value::of_code("usable"));
}

TEST_F(Replay, the_same_digit_takes_the_answer_back) {
  desk.press('1');
  desk.press('1');
  EXPECT_FALSE(has("usable"));
}

TEST_F(Replay, a_digit_without_a_chip_does_nothing) {
  const auto version = desk.session.version;
  desk.press('9');
  EXPECT_EQ(desk.session.version, version);
}

TEST_F(Replay, tab_goes_through_the_facets_that_apply_and_the_rationale_and_comes_round) {
  desk.press('1');
  desk.press(Key::Tab);
  EXPECT_EQ(desk.state.replay.focused, FacetId("legality"));
  desk.press(Key::Tab);
  EXPECT_EQ(desk.state.replay.focused, FacetId("actions"));
  desk.press(Key::Tab);
  desk.press(Key::Tab);
  EXPECT_EQ(desk.state.text, TextTarget::Rationale);
  desk.press(Key::Tab);
  EXPECT_EQ(desk.state.text, TextTarget::None);
  EXPECT_EQ(desk.state.replay.focused, FacetId("usable"));
  desk.press(KeyChord{Key::Tab, 0, false, true});
  EXPECT_EQ(desk.state.text, TextTarget::Rationale);
}

TEST_F(Replay, digits_on_a_set_add_and_remove) {
  desk.give(FocusFacet{FacetId("actions")});
  desk.press('1');
  desk.press('2');
  EXPECT_EQ(value("actions"), Value::of_set({"host", "police"}));
  desk.press('1');
  EXPECT_EQ(value("actions"), Value::of_set({"host"}));
  desk.press('2');
  EXPECT_FALSE(has("actions"));
}

TEST_F(Replay, digits_fill_the_checklist_row_by_row) {
  desk.press('1');
  desk.give(ChooseOption{FacetId("legality"), "manifest"});
  desk.give(ChooseOption{FacetId("qualification"), "HATE"});
  desk.give(FocusFacet{FacetId("elements")});
  desk.press('1');
  desk.press('3');
  EXPECT_EQ(value("elements"), Value::of_checklist({{ElementId("publicity"), ElementState::Met},
                                                    {ElementId("appeal"), ElementState::Unknown}}));
}

TEST_F(Replay, the_cursor_chooses_what_has_no_digit) {
  desk.press(Key::Right);
  desk.press('C');
  EXPECT_EQ(value("usable"), Value::of_code("access_failed"));
}

TEST_F(Replay, the_cursor_cycles_an_element_through_its_states) {
  desk.press('1');
  desk.give(ChooseOption{FacetId("legality"), "manifest"});
  desk.give(ChooseOption{FacetId("qualification"), "INSULT"});
  desk.give(FocusFacet{FacetId("elements")});
  for (const ElementState expected : {ElementState::Met, ElementState::NotMet, ElementState::Unknown, ElementState::Met}) {
    desk.press('C');
    EXPECT_EQ(value("elements"), Value::of_checklist({{ElementId("publicity"), expected}}));
  }
}

TEST_F(Replay, zero_is_none_of_the_offences) {
  desk.press('1');
  desk.give(ChooseOption{FacetId("legality"), "lawful"});
  desk.give(FocusFacet{FacetId("qualification")});
  desk.press('0');
  EXPECT_EQ(value("qualification"), Value::of_code(std::string(kNoOffence)));
}

TEST_F(Replay, the_offences_of_another_pillar_are_two_keys_away) {
  desk.pack.catalogue.offences[0].pillar = Pillar::Dignity;
  desk.press('1');
  desk.give(ChooseOption{FacetId("legality"), "manifest"});
  desk.give(FocusFacet{FacetId("qualification")});
  desk.press('1');
  EXPECT_EQ(value("qualification"), Value::of_code("INSULT"));
  desk.press(Key::PageDown);
  desk.press('1');
  EXPECT_EQ(value("qualification"), Value::of_code("HATE"));
}

TEST_F(Replay, f_and_a_digit_mark_the_fact_that_is_visible) {
  desk.press('F');
  desk.press('2');  // not shown yet
  EXPECT_TRUE(desk.draft().facts.empty());
  desk.press(Key::Space);
  desk.press('2');
  EXPECT_EQ(desk.draft().facts, std::set<FactId>{FactId("F2")});
  desk.press('2');
  EXPECT_TRUE(desk.draft().facts.empty());
  desk.press(Key::Escape);
  desk.press('1');
  EXPECT_TRUE(has("usable"));
}

TEST_F(Replay, elapsed_time_goes_with_the_next_event_and_away_apart) {
  desk.wait(10'000);
  desk.press('F');  // a touch, no event
  desk.wait(50'000);
  desk.press('1');
  EXPECT_EQ(desk.draft().total, (Elapsed{40'000, 20'000}));
}

TEST_F(Replay, the_rationale_is_recorded_after_a_pause) {
  desk.press('R');
  desk.type(TextTarget::Rationale, "open");
  EXPECT_EQ(next_tick(desk.state, desk.now), std::optional<std::int64_t>(1'000));
  desk.let_time_pass(999);
  EXPECT_EQ(desk.draft().rationale, "");
  desk.let_time_pass(1);
  EXPECT_EQ(desk.draft().rationale, "open");
  EXPECT_EQ(next_tick(desk.state, desk.now), std::nullopt);
}

TEST_F(Replay, the_rationale_is_recorded_when_its_field_is_left_once) {
  desk.press('R');
  desk.type(TextTarget::Rationale, "open");
  desk.press(Key::Tab);
  EXPECT_EQ(desk.draft().rationale, "open");
  desk.let_time_pass(5'000);
  EXPECT_EQ(desk.commands<WriteRationale>().size(), 1u);
}

TEST_F(Replay, a_rationale_that_is_too_long_is_not_taken) {
  desk.type(TextTarget::Rationale, std::string(kRationaleLimit + 1, 'a'));
  EXPECT_EQ(desk.state.replay.rationale, "");
}

TEST_F(Replay, enter_on_an_incomplete_draft_goes_to_the_first_gap) {
  desk.give(FocusFacet{FacetId("actions")});
  desk.press('1');
  desk.press(Key::Enter);
  EXPECT_TRUE(desk.commands<RecordDecision>().empty());
  EXPECT_EQ(desk.state.replay.focused, FacetId("usable"));
}

TEST_F(Replay, a_rationale_that_breaks_the_rule_is_not_recorded_and_holds_up_the_decision) {
  desk.world.free_text = [](std::string_view text) -> Result<void> {
    if (text == "bad") return fail(ErrorKind::Usage, msg("bad text"));
    return {};
  };
  desk.type(TextTarget::Rationale, "bad");
  desk.decide_with(right_answers(desk.pack, ScenarioId("A1")));
  EXPECT_TRUE(desk.commands<WriteRationale>().empty());
  EXPECT_TRUE(desk.commands<RecordDecision>().empty());
  EXPECT_EQ(desk.state.text, TextTarget::Rationale);
  EXPECT_EQ(desk.state.replay.rationale, "bad");
  desk.type(TextTarget::Rationale, "good");
  desk.give(Submit{});
  EXPECT_EQ(desk.commands<RecordDecision>().size(), 1u);
}

TEST_F(Replay, submitting_records_what_is_typed_first) {
  desk.type(TextTarget::Rationale, "because");
  desk.decide_with(right_answers(desk.pack, ScenarioId("A1")));
  ASSERT_TRUE(desk.progress("A1").decision);
  EXPECT_EQ(desk.progress("A1").decision->rationale, "because");
  EXPECT_EQ(desk.commands<WriteRationale>().size(), 1u);
}

TEST_F(Replay, answers_that_do_not_apply_any_more_stay_out_of_the_decision) {
  desk.decide_with({});
  desk.give(ChooseOption{FacetId("legality"), "manifest"});
  desk.give(ChooseOption{FacetId("usable"), "access_failed"});
  desk.give(ChooseOption{FacetId("actions"), "close"});
  desk.give(ChooseOption{FacetId("confidence"), "high"});
  desk.press(Key::Enter);
  ASSERT_TRUE(desk.progress("A1").decision);
  EXPECT_EQ(desk.progress("A1").decision->values.count(FacetId("legality")), 0u);
}

TEST_F(Replay, escape_asks_and_stopping_keeps_the_draft) {
  desk.press('1');
  desk.type(TextTarget::Rationale, "half a thought");
  desk.press(Key::Escape);
  EXPECT_EQ(desk.state.question, Question::StopSession);
  desk.press(Key::Escape);
  EXPECT_EQ(desk.state.route, Route::Replay);
  desk.press(Key::Escape);
  desk.press(Key::Enter);
  EXPECT_EQ(desk.state.route, Route::Home);
  EXPECT_FALSE(desk.session.closed);
  EXPECT_EQ(desk.progress("A1").draft.rationale, "half a thought");
}

TEST_F(Replay, resuming_brings_the_draft_back) {
  desk.press('1');
  desk.type(TextTarget::Rationale, "half a thought");
  desk.give(StopNow{});
  desk.give(Confirm{});
  desk.world.resumable = desk.session.id;
  desk.press(Key::Enter);
  EXPECT_EQ(desk.state.route, Route::Replay);
  EXPECT_EQ(desk.state.replay.rationale, "half a thought");
  EXPECT_EQ(value("usable"), Value::of_code("usable"));
}

TEST_F(Replay, quitting_records_what_is_typed_saves_the_settings_and_closes) {
  desk.type(TextTarget::Rationale, "late");
  const Effects effects = update(desk.state, desk.world, Quit{}, desk.now);
  ASSERT_EQ(effects.size(), 4u);
  EXPECT_TRUE(std::holds_alternative<WriteRationale>(std::get<DoSession>(effects[0]).command));
  EXPECT_TRUE(std::holds_alternative<LeaveScenario>(std::get<DoSession>(effects[1]).command));
  EXPECT_TRUE(std::holds_alternative<DoSaveSettings>(effects[2]));
  EXPECT_TRUE(std::holds_alternative<DoQuit>(effects[3]));
}

TEST_F(Replay, closing_the_window_twice_leaves_even_when_nothing_can_be_recorded) {
  desk.broken_disk = true;
  desk.wait(1000);
  desk.give(Quit{});
  EXPECT_TRUE(desk.effects<DoQuit>().empty());
  ASSERT_TRUE(desk.state.banner);
  EXPECT_NE(desk.state.banner->mend.text.find("once more"), std::string::npos);
  desk.give(Quit{});
  EXPECT_EQ(desk.effects<DoQuit>().size(), 1u);
}

TEST_F(Replay, anything_else_between_two_closings_tries_to_record_again) {
  desk.broken_disk = true;
  desk.wait(1000);
  desk.give(Quit{});
  desk.give(MoveFacet{1});
  desk.give(Quit{});
  EXPECT_TRUE(desk.effects<DoQuit>().empty());
}

TEST_F(Replay, stopping_keeps_the_time_spent_so_far) {
  desk.wait(4000);
  desk.press(Key::Escape);
  desk.press(Key::Enter);
  EXPECT_EQ(desk.state.route, Route::Home);
  EXPECT_EQ(desk.progress("A1").draft.total.active_ms, 4000);
  desk.wait(9000);
  desk.give(Quit{});
  EXPECT_EQ(desk.progress("A1").draft.total.active_ms, 4000) << "time on other screens is no time on the scenario";
}

TEST_F(Replay, the_language_it_is_read_in_is_recorded_when_it_changes) {
  ASSERT_EQ(desk.session.language, Language::English);
  desk.give(NextLanguage{});
  EXPECT_EQ(desk.session.language, Language::French);
  desk.press(Key::Escape);
  desk.press(Key::Enter);
  desk.give(NextLanguage{});
  EXPECT_EQ(desk.session.language, Language::French) << "nothing is read at home";
  desk.carry_out({DoResume{desk.session.id}});
  EXPECT_EQ(desk.session.language, Language::English);
}

TEST_F(Replay, a_failure_is_shown_and_nothing_moves) {
  desk.broken_disk = true;
  desk.press('1');
  ASSERT_TRUE(desk.state.banner);
  EXPECT_EQ(desk.state.banner->tone, BannerTone::Problem);
  EXPECT_EQ(desk.state.banner->mend, msg("free some space"));
  EXPECT_FALSE(has("usable"));
  desk.broken_disk = false;
  desk.press('1');
  EXPECT_TRUE(has("usable"));
}

}  // namespace
}  // namespace etalon::ui
