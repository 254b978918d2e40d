#include "sim/domain/comparison.h"

#include <gtest/gtest.h>

#include "tests/support/tiny_pack.h"

namespace etalon {
namespace {

class comparison : public ::testing::Test {
 protected:
  Comparison of(const char* id, const Values& values, const std::vector<FactId>& facts = {}) {
    return compare(pack_, *pack_.find(ScenarioId(id)), values, facts);
  }
  Values right(const char* id) { return support::right_answers(pack_, ScenarioId(id)); }
  Match match(const Comparison& comparison, const char* facet) { return comparison.find(FacetId(facet))->match; }

  Pack pack_ = support::tiny_pack();
};

TEST_F(comparison, agrees_everywhere_with_the_reference_itself) {
  const Comparison out = of("A1", right("A1"), {FactId("F2")});
  for (const FacetComparison& facet : out.facets) EXPECT_EQ(facet.match, Match::Agrees) << facet.facet;
  for (const ElementComparison& element : out.elements) EXPECT_TRUE(element.agrees);
  EXPECT_EQ(out.facets.size(), 5U);
  EXPECT_TRUE(out.critical_errors.empty());
  EXPECT_TRUE(out.determinative_missed.empty());
  EXPECT_TRUE(out.reference_flags && out.decision_flags);
}

TEST_F(comparison, gives_an_acceptable_alternative_its_credit) {
  Values values = right("A1");
  values[FacetId("legality")] = Value::of_code("potential");
  const Comparison out = of("A1", values);
  EXPECT_EQ(match(out, "legality"), Match::Accepted);
  EXPECT_DOUBLE_EQ(out.find(FacetId("legality"))->credit, 0.5);
}

TEST_F(comparison, permits_what_is_permitted_and_refuses_what_is_neither) {
  Values values = right("A1");
  values[FacetId("actions")] = Value::of_set({"police", "host"});
  EXPECT_EQ(match(of("A1", values), "actions"), Match::Agrees);
  values[FacetId("actions")] = Value::of_set({"host"});
  EXPECT_EQ(match(of("A1", values), "actions"), Match::Differs);
}

TEST_F(comparison, names_a_critical_error) {
  Values values = right("A1");
  values[FacetId("actions")] = Value::of_set({"close"});
  const Comparison out = of("A1", values);
  ASSERT_EQ(out.critical_errors.size(), 1U);
  EXPECT_EQ(out.critical_errors.front()->id, "closed");
}

TEST_F(comparison, does_not_reach_facets_behind_a_wrong_turn) {
  const Comparison out =
      of("A1", {{FacetId("usable"), Value::of_code("access_failed")}, {FacetId("actions"), Value::of_set({"close"})}});
  EXPECT_EQ(match(out, "usable"), Match::Differs);
  EXPECT_EQ(match(out, "legality"), Match::NotReached);
  EXPECT_FALSE(out.decision_flags);
  EXPECT_FALSE(out.elements.front().chosen);
}

TEST_F(comparison, marks_an_answer_that_the_reference_does_not_ask) {
  EXPECT_EQ(match(of("A4", right("A1")), "legality"), Match::Unexpected);
}

TEST_F(comparison, leaves_elements_of_another_offence_out) {
  Values values = right("A1");
  values[FacetId("qualification")] = Value::of_code("INSULT");
  values[FacetId("elements")] = *Value::parse(Shape::Checklist, "publicity=met");
  for (const ElementComparison& element : of("A1", values).elements) EXPECT_FALSE(element.chosen);
}

TEST_F(comparison, never_counts_a_contested_reference) {
  EXPECT_FALSE(of("A3", right("A3")).counts);
  EXPECT_TRUE(of("A1", right("A1")).counts);
}

TEST_F(comparison, names_the_determinative_fact_that_was_missed) {
  EXPECT_EQ(of("A1", right("A1"), {FactId("F1")}).determinative_missed, (std::vector<FactId>{FactId("F2")}));
}

}  // namespace
}  // namespace etalon
