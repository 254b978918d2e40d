#include "sim/domain/session.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/support/tiny_pack.h"

namespace etalon {
namespace {

class session : public ::testing::Test {
 protected:
  void SetUp() override {
    run(StartSession{{AnalystId("A-01"),
                      Mode::Practice,
                      Language::French,
                      pack_.ref,
                      "1",
                      {ScenarioId("A1"), ScenarioId("A2")},
                      std::nullopt}});
  }
  Result<void> run(const SessionCommand& command) {
    auto events = decide(state_, command, pack_);
    if (!events) return fail(events.error());
    for (const EventBody& body : *events) apply(state_, {Instant{1000}, body});
    return {};
  }
  std::string refusal(const SessionCommand& command) {
    const auto out = run(command);
    return out ? std::string() : english(out.error());
  }
  const Draft& draft() { return state_.find(one_)->draft; }
  RecordDecision right() { return {one_, support::right_answers(pack_, one_), {FactId("F1")}, "ok", {10, 5}}; }

  Pack pack_ = support::tiny_pack();
  SessionState state_;
  const ScenarioId one_{"A1"};
};

TEST_F(session, shows_the_first_step_when_a_scenario_is_opened_and_one_more_each_time) {
  ASSERT_TRUE(run(OpenScenario{one_}));
  EXPECT_EQ(draft().step, 1);
  ASSERT_TRUE(run(RevealStep{one_, {100, 0}}));
  EXPECT_EQ(draft().step, 2);
  ASSERT_TRUE(run(RevealStep{one_, {100, 0}}));
  EXPECT_EQ(draft().step, 2);
  EXPECT_EQ(draft().total.active_ms, 100);
}

TEST_F(session, is_not_made_of_a_retired_scenario) {
  pack_.scenarios[0].status = Status::Retired;
  const auto refused =
      decide(SessionState{},
             StartSession{
                 {AnalystId("A"), Mode::Practice, Language::French, pack_.ref, "1", {pack_.scenarios[0].id}, std::nullopt}},
             pack_);
  ASSERT_FALSE(refused);
  EXPECT_NE(english(refused.error()).find("retired"), std::string::npos);
  EXPECT_TRUE(run(OpenScenario{pack_.scenarios[0].id})) << "a session that has it goes on";
}

TEST_F(session, counts_the_time_of_a_scenario_that_was_left) {
  EXPECT_NE(refusal(LeaveScenario{one_, {100, 0}}).find("has not been shown"), std::string::npos);
  ASSERT_TRUE(run(OpenScenario{one_}));
  ASSERT_TRUE(run(LeaveScenario{one_, {100, 20}}));
  EXPECT_EQ(draft().total, (Elapsed{100, 20}));
  const auto version = state_.version;
  ASSERT_TRUE(run(LeaveScenario{one_, {}}));
  EXPECT_EQ(state_.version, version) << "no time, no event";
}

TEST_F(session, keeps_the_language_it_is_read_in) {
  EXPECT_EQ(state_.language, Language::French);
  ASSERT_TRUE(run(ChooseLanguage{Language::English}));
  EXPECT_EQ(state_.language, Language::English);
  EXPECT_EQ(state_.start.language, Language::French);
  const auto version = state_.version;
  ASSERT_TRUE(run(ChooseLanguage{Language::English}));
  EXPECT_EQ(state_.version, version);
  ASSERT_TRUE(run(CloseSession{}));
  EXPECT_NE(refusal(ChooseLanguage{Language::French}), "");
}

TEST_F(session, refuses_to_decide_what_was_never_shown) {
  EXPECT_NE(refusal(right()).find("has not been shown"), std::string::npos);
}

TEST_F(session, refuses_a_fact_of_a_later_step) {
  ASSERT_TRUE(run(OpenScenario{one_}));
  EXPECT_NE(refusal(MarkFact{one_, FactId("F2"), true, {}}).find("has not been shown"), std::string::npos);
  EXPECT_TRUE(run(MarkFact{one_, FactId("F1"), true, {}}));
  EXPECT_EQ(draft().facts.size(), 1U);
  EXPECT_TRUE(run(MarkFact{one_, FactId("F1"), false, {}}));
  EXPECT_TRUE(draft().facts.empty());
}

TEST_F(session, refuses_codes_that_the_scheme_does_not_know) {
  ASSERT_TRUE(run(OpenScenario{one_}));
  EXPECT_NE(refusal(ChooseValue{one_, FacetId("colour"), Value::of_code("red"), {}}), "");
  EXPECT_NE(refusal(ChooseValue{one_, FacetId("usable"), Value::of_code("red"), {}}), "");
  EXPECT_NE(refusal(ChooseValue{one_, FacetId("usable"), Value::of_set({"usable"}), {}}), "");
}

TEST_F(session, takes_the_elements_back_when_another_offence_is_examined) {
  ASSERT_TRUE(run(OpenScenario{one_}));
  ASSERT_TRUE(run(ChooseValue{one_, FacetId("qualification"), Value::of_code("HATE"), {}}));
  ASSERT_TRUE(run(ChooseValue{one_, FacetId("elements"), *Value::parse(Shape::Checklist, "appeal=met"), {}}));
  ASSERT_TRUE(run(ChooseValue{one_, FacetId("qualification"), Value::of_code("INSULT"), {}}));
  EXPECT_EQ(draft().values.count(FacetId("elements")), 0U);
}

TEST_F(session, lets_the_analyst_change_their_mind_and_take_an_answer_back) {
  ASSERT_TRUE(run(OpenScenario{one_}));
  ASSERT_TRUE(run(ChooseValue{one_, FacetId("usable"), Value::of_code("access_failed"), {}}));
  ASSERT_TRUE(run(ChooseValue{one_, FacetId("usable"), Value::of_code("usable"), {}}));
  EXPECT_EQ(draft().values.at(FacetId("usable")).as_code(), "usable");
  ASSERT_TRUE(run(ChooseValue{one_, FacetId("usable"), Value(), {}}));
  EXPECT_TRUE(draft().values.empty());
}

TEST_F(session, refuses_an_incomplete_decision_and_names_the_facet) {
  ASSERT_TRUE(run(OpenScenario{one_}));
  RecordDecision command = right();
  command.values.erase(FacetId("confidence"));
  EXPECT_NE(refusal(command).find("“confidence” has no complete answer"), std::string::npos);
  command = right();
  command.values[FacetId("elements")] = *Value::parse(Shape::Checklist, "appeal=met");
  EXPECT_NE(refusal(command).find("“elements” has no complete answer"), std::string::npos);
}

TEST_F(session, refuses_a_facet_that_does_not_apply) {
  ASSERT_TRUE(run(OpenScenario{one_}));
  RecordDecision command = right();
  command.values[FacetId("usable")] = Value::of_code("access_failed");
  EXPECT_NE(refusal(command).find("does not apply here"), std::string::npos);
}

TEST_F(session, records_a_decision_once_with_its_whole_time) {
  ASSERT_TRUE(run(OpenScenario{one_}));
  ASSERT_TRUE(run(RevealStep{one_, {100, 7}}));
  ASSERT_TRUE(run(right()));
  EXPECT_EQ(state_.find(one_)->decision->total, (Elapsed{110, 12}));
  EXPECT_NE(refusal(right()).find("already decided"), std::string::npos);
  EXPECT_EQ(state_.next_open()->scenario, ScenarioId("A2"));
}

TEST_F(session, takes_nothing_more_once_it_is_closed) {
  ASSERT_TRUE(run(CloseSession{}));
  EXPECT_FALSE(state_.finished);
  EXPECT_NE(refusal(OpenScenario{one_}).find("closed"), std::string::npos);
}

TEST_F(session, refuses_a_rationale_without_measure) {
  ASSERT_TRUE(run(OpenScenario{one_}));
  EXPECT_NE(refusal(WriteRationale{one_, std::string(4001, 'x'), {}}), "");
  EXPECT_NE(refusal(WriteRationale{one_, "\xFF", {}}), "");
  EXPECT_TRUE(run(WriteRationale{one_, std::string(4000, 'x'), {}}));
}

// Any sequence of commands: a refused one changes nothing, and the events alone give the same state again.
RC_GTEST_PROP(session_property, any_commands_keep_the_invariants, ()) {
  const Pack pack = support::tiny_pack();
  const std::vector<ScenarioId> ids = {ScenarioId("A1"), ScenarioId("A2"), ScenarioId("A9")};
  SessionState state;
  std::vector<Event> events;
  const int count = *rc::gen::inRange(1, 60);
  for (int i = 0; i < count; ++i) {
    const ScenarioId id = *rc::gen::elementOf(ids);
    const FactId fact = *rc::gen::element(FactId("F1"), FactId("F2"), FactId("F9"));
    const auto facet = *rc::gen::elementOf(pack.scheme.facets);
    const Value value = facet.choices.empty() ? Value::of_code("HATE") : Value::of_code(facet.choices.front().id);
    const std::vector<SessionCommand> menu = {
        StartSession{{AnalystId("A"), Mode::Practice, Language::English, pack.ref, "1", {ids[0], ids[1]}, {}}},
        OpenScenario{id},
        RevealStep{id, {1, 1}},
        MarkFact{id, fact, *rc::gen::arbitrary<bool>(), {1, 0}},
        ChooseValue{id, facet.id, value, {1, 0}},
        WriteRationale{id, *rc::gen::element<std::string>("", "a", "b"), {}},
        RecordDecision{id, id.value == "A9" ? Values() : support::right_answers(pack, id), {}, "", {}},
    };
    const SessionState before = state;
    auto bodies = decide(state,
                         *rc::gen::elementOf(std::vector<int>{0, 1, 2, 3, 4, 5, 6}) == 0
                             ? menu[0]
                             : menu[static_cast<std::size_t>(*rc::gen::inRange(0, 7))],
                         pack);
    if (!bodies) {
      RC_ASSERT(state == before);
      continue;
    }
    for (const EventBody& body : *bodies) {
      events.push_back({Instant{i}, body});
      apply(state, events.back());
    }
  }
  SessionState again;
  for (const Event& event : events) {
    const auto decoded = decode(type_name(event.body), type_version(event.body), encode(event.body));
    RC_ASSERT(decoded.has_value());
    apply(again, {event.at, *decoded});
  }
  RC_ASSERT(again == state);
  RC_ASSERT(state.version == events.size());
}

}  // namespace
}  // namespace etalon
