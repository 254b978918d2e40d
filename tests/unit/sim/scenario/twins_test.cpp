#include "sim/scenario/twins.h"

#include <gmock/gmock.h>

namespace etalon::scenario {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// The n-th member of a set: F1 says something else in each, F2 the same in all.
Scenario member(int n) {
  const std::string number = std::to_string(n);
  Scenario out;
  out.id = ScenarioId("S" + number);
  out.title = {"Titre " + number, "Title " + number};
  out.twin = Twin{TwinSetId("T1"), FactId("F1")};
  Step step;
  step.fr = {{"Une page. ", {}}, {"Fait " + number, FactId("F1")}, {"Autre fait", FactId("F2")}};
  step.en = {{"A page. ", {}}, {"Fact " + number, FactId("F1")}, {"Another fact", FactId("F2")}};
  out.steps = {step};
  out.facts = {{FactId("F1"), Polarity::Determinative, 0}, {FactId("F2"), Polarity::Relevant, 0}};
  return out;
}

std::vector<std::string> findings(const std::vector<Scenario>& scenarios) {
  std::vector<TwinEntry> entries;
  for (const Scenario& scenario : scenarios) entries.push_back({&scenario, {scenario.id.value, 1}});
  Findings out;
  check_twins(entries, out);
  std::vector<std::string> sentences;
  for (const Finding& finding : out.take()) sentences.push_back(english(finding));
  return sentences;
}

TEST(Twins, of_two_to_four_members_that_differ_by_one_fact_are_sound) {
  EXPECT_THAT(findings({member(1), member(2)}), IsEmpty());
  EXPECT_THAT(findings({member(1), member(2), member(3), member(4)}), IsEmpty());
}

TEST(Twins, are_not_one_and_not_five) {
  EXPECT_THAT(findings({member(1)}), ElementsAre(HasSubstr("the twin set T1 has 1 members")));
  EXPECT_THAT(findings({member(1), member(2), member(3), member(4), member(5)}),
              ElementsAre(HasSubstr("the twin set T1 has 5 members (a set has 2 to 4)")));
}

TEST(Twins, may_differ_in_what_the_decision_brings_with_it) {
  Scenario other = member(2);
  other.difficulty = 5;
  other.sensitivity = 3;
  other.covers.reporter = Reporter::Mistaken;
  other.facts[0].polarity = Polarity::Neutral;  // of the fact that differs
  other.reference.actions.required = {"close"};
  EXPECT_THAT(findings({member(1), other}), IsEmpty());
}

TEST(Twins, differ_by_the_fact_in_both_languages) {
  Scenario other = member(2);
  other.steps[0].en[1].text = member(1).steps[0].en[1].text;
  EXPECT_THAT(findings({member(1), other}), ElementsAre(HasSubstr("F1 is the same as in its twin S1 (“en”)")));
}

TEST(Twins, differ_by_nothing_else) {
  const auto complaint = [](void (*change)(Scenario&)) {
    Scenario other = member(2);
    change(other);
    return findings({member(1), other});
  };
  EXPECT_THAT(complaint([](Scenario& s) { s.steps[0].fr[0].text = "Une  page. "; }), ElementsAre(HasSubstr("step 1")));
  EXPECT_THAT(complaint([](Scenario& s) { s.steps[0].en[2].text = "Another Fact"; }), ElementsAre(HasSubstr("step 1")));
  EXPECT_THAT(complaint([](Scenario& s) { s.steps[0].type = StepType::Trace; }), ElementsAre(HasSubstr("step 1")));
  EXPECT_THAT(complaint([](Scenario& s) { s.steps[0].day = 1; }), ElementsAre(HasSubstr("step 1")));
  EXPECT_THAT(complaint([](Scenario& s) { s.steps[0].time = "10:00"; }), ElementsAre(HasSubstr("step 1")));
  EXPECT_THAT(complaint([](Scenario& s) { s.steps.push_back(s.steps[0]); }), ElementsAre(HasSubstr("step 2")));
  EXPECT_THAT(complaint([](Scenario& s) { s.facts[1].polarity = Polarity::Neutral; }),
              ElementsAre(HasSubstr("the polarity of F2")));
  EXPECT_THAT(complaint([](Scenario& s) { s.pillar = Pillar::Identity; }), ElementsAre(HasSubstr("“pillar”")));
  EXPECT_THAT(complaint([](Scenario& s) { s.law_as_of = "2026-01-01"; }), ElementsAre(HasSubstr("“law_as_of”")));
  EXPECT_THAT(complaint([](Scenario& s) { s.twin->fact = FactId("F2"); }), ElementsAre(HasSubstr("by another fact")));
}

TEST(Twins, have_titles_of_their_own) {
  Scenario other = member(2);
  other.title.fr = member(1).title.fr;
  EXPECT_THAT(findings({member(1), other}), ElementsAre(HasSubstr("the same title (“fr”)")));
}

}  // namespace
}  // namespace etalon::scenario
