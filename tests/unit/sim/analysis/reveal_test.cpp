#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>
#include <algorithm>

#include "sim/analysis/consistency_report.h"
#include "sim/analysis/split.h"
#include "tests/support/analysis_pack.h"

namespace etalon::analysis {
namespace {

using namespace etalon::support;

CalibrationState closed_round(const std::vector<const char*>& analysts) {
  CalibrationState state;
  state.id = CalibrationId("C1");
  state.closed = true;
  state.opening.title = "November";
  state.opening.scenarios = {ScenarioId("S2"), ScenarioId("S1")};
  for (const char* analyst : analysts) {
    state.opening.analysts.emplace_back(analyst);
    state.votes.push_back({AnalystId(analyst), SessionId(std::string("session of ") + analyst)});
  }
  return state;
}

DecisionRow with_rationale(DecisionRow row, const char* text) {
  row.decision.rationale = text;
  row.decision.facts = {FactId("F1")};
  return row;
}

// S1 divides two against one, S2 nobody.
std::vector<DecisionRow> three_votes() {
  return {with_rationale(make_row(1, "ANA", "S1", illegal()), "It calls on people."),
          make_row(2, "ANA", "S2", {}),
          with_rationale(make_row(3, "BEN", "S1", illegal()), "Open group."),
          make_row(4, "BEN", "S2", {}),
          with_rationale(make_row(5, "CLO", "S1", {}), "Only contempt."),
          make_row(6, "CLO", "S2", {})};
}

const FacetVotes& votes_on(const ScenarioReveal& scenario, const char* id) {
  return *std::find_if(scenario.facets.begin(), scenario.facets.end(),
                       [&](const auto& row) { return row.facet == FacetId(id); });
}

TEST(Reveal, ranks_scenarios_by_how_much_the_team_is_split) {
  const Reveal reveal = make_reveal(small_pack(), closed_round({"ANA", "BEN", "CLO"}), three_votes());
  EXPECT_EQ(reveal.votes, 3U);
  ASSERT_EQ(reveal.scenarios.size(), 2U);
  EXPECT_EQ(reveal.scenarios[0].scenario, ScenarioId("S1")) << "though S2 came first in the round";
  EXPECT_GT(reveal.scenarios[0].split, 0);
  EXPECT_EQ(reveal.scenarios[1].split, 0);
  EXPECT_FALSE(reveal.scenarios[1].dividing_facet.has_value());
}

TEST(Reveal, shows_how_the_votes_fall_beside_the_reference) {
  const Reveal reveal = make_reveal(small_pack(), closed_round({"ANA", "BEN", "CLO"}), three_votes());
  const auto& votes = votes_on(reveal.scenarios[0], "legality").votes;
  ASSERT_EQ(votes.size(), 2U);
  EXPECT_EQ(votes[0].value, "manifest");
  EXPECT_EQ(votes[0].count, 2U);
  EXPECT_TRUE(votes[0].reference);
  EXPECT_EQ(votes[1].label.en, "lawful");
  EXPECT_EQ(votes[1].count, 1U);
  EXPECT_FALSE(votes[1].reference);
  EXPECT_EQ(reveal.scenarios[0].dividing_facet, FacetId("legality"));
}

TEST(Reveal, the_reference_is_there_even_if_nobody_chose_it) {
  const auto rows = std::vector<DecisionRow>{make_row(1, "ANA", "S1", {}), make_row(2, "BEN", "S1", {})};
  const Reveal reveal = make_reveal(small_pack(), closed_round({"ANA", "BEN"}), rows);
  const auto& scenario = reveal.scenarios[0].scenario == ScenarioId("S1") ? reveal.scenarios[0] : reveal.scenarios[1];
  const auto& votes = votes_on(scenario, "legality").votes;
  ASSERT_EQ(votes.size(), 2U);
  EXPECT_TRUE(votes[1].reference);
  EXPECT_EQ(votes[1].count, 0U);
}

TEST(Reveal, elements_are_counted_where_the_same_offence_was_examined) {
  auto rows = three_votes();
  rows.push_back(make_row(7, "DEE", "S1", {"manifest", "B1", ElementState::Met, {"forward"}, "2"}));
  const Reveal reveal = make_reveal(small_pack(), closed_round({"ANA", "BEN", "CLO", "DEE"}), rows);
  const ElementVotes& publicity = reveal.scenarios[0].elements[0];
  EXPECT_EQ(publicity.name.fr, "Publicité");
  EXPECT_EQ(publicity.met, 2U);
  EXPECT_EQ(publicity.not_met, 1U);
  EXPECT_EQ(publicity.none, 1U);
  EXPECT_EQ(publicity.reference, ElementState::Met);
  EXPECT_EQ(reveal.scenarios[0].dividing_element, ElementId("publicity"));
}

TEST(Reveal, rationales_carry_no_name_and_keep_their_order) {
  auto rows = three_votes();
  const Reveal first = make_reveal(small_pack(), closed_round({"ANA", "BEN", "CLO"}), rows);
  std::reverse(rows.begin(), rows.end());
  const Reveal again = make_reveal(small_pack(), closed_round({"ANA", "BEN", "CLO"}), rows);
  const auto& rationales = first.scenarios[0].rationales;
  ASSERT_EQ(rationales.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(rationales[i].text, again.scenarios[0].rationales[i].text);
  const auto contempt =
      std::find_if(rationales.begin(), rationales.end(), [](const auto& r) { return r.text == "Only contempt."; });
  ASSERT_NE(contempt, rationales.end());
  EXPECT_EQ(contempt->on_facet.en, "lawful");
  EXPECT_EQ(contempt->on_element, ElementState::NotMet);
  EXPECT_EQ(contempt->facts, std::vector<FactId>{FactId("F1")});
  EXPECT_EQ(first.scenarios[0].facts[0].text.en, "in an open group");
  EXPECT_EQ(first.scenarios[0].facts[0].count, 3U);
}

TEST(Reveal, only_complete_votes_count) {
  auto state = closed_round({"ANA", "BEN", "CLO"});
  state.votes.pop_back();
  const Reveal reveal = make_reveal(small_pack(), state, three_votes());
  EXPECT_EQ(reveal.analysts, 3U);
  EXPECT_EQ(reveal.votes, 2U);
  EXPECT_EQ(reveal.scenarios[0].votes, 2U);
}

TEST(Reveal, no_answer_is_a_vote_and_comes_last) {
  auto rows = three_votes();
  rows[0] = make_unusable_row(1, "ANA", "S1");
  const Reveal reveal = make_reveal(small_pack(), closed_round({"ANA", "BEN", "CLO"}), rows);
  const auto& votes = votes_on(reveal.scenarios[0], "legality").votes;
  EXPECT_EQ(votes.back().value, "");
  EXPECT_EQ(votes.back().count, 1U);
}

TEST(Split, is_nothing_when_all_say_the_same_and_one_when_all_differ) {
  EXPECT_EQ(split_of({}, 3), 0);
  EXPECT_EQ(split_of({5}, 3), 0);
  EXPECT_EQ(split_of({1}, 3), 0);
  EXPECT_NEAR(split_of({1, 1}, 9), 1, 1e-12);
  EXPECT_NEAR(split_of({2, 2, 2}, 3), 1, 1e-12);
  EXPECT_LT(split_of({5, 1}, 3), split_of({3, 3}, 3));
}

RC_GTEST_PROP(Split, stays_between_nothing_and_one, ()) {
  const auto counts = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 9));
  const double split = split_of(counts, *rc::gen::inRange<std::size_t>(0, 6));
  RC_ASSERT(split >= 0 && split <= 1);
}

}  // namespace
}  // namespace etalon::analysis
