#include "sim/scenario/near_duplicates.h"

#include <gmock/gmock.h>

namespace etalon::scenario {
namespace {

Scenario told(std::string id, const std::string& text) {
  Scenario out;
  out.id = ScenarioId(std::move(id));
  Step step;
  step.fr = step.en = {{text, {}}};
  out.steps.push_back(step);
  return out;
}

std::vector<Nearest> nearest(const std::vector<Scenario>& bank) {
  std::vector<const Scenario*> out;
  for (const Scenario& scenario : bank) out.push_back(&scenario);
  return nearest_earlier(out, Language::English);
}

std::vector<Finding> findings(const std::vector<Scenario>& bank) {
  std::vector<BankEntry> entries;
  for (const Scenario& scenario : bank) entries.push_back({&scenario, {scenario.id.value, 1}});
  Findings out;
  check_near_duplicates(entries, out);
  return out.take();
}

// Broder 1997, section 2: the resemblance for w = 4 of “a rose is a rose is a rose” with itself is 1; with w = 3 the text
// has the sequences a-rose-is, rose-is-a and is-a-rose.
TEST(Resemblance, counts_every_sequence_of_three_words_once_as_in_Broder_1997) {
  const Scenario rose = told("A", "a rose is a rose is a rose"), flower = told("B", "a rose is a flower");
  EXPECT_DOUBLE_EQ(resemblance(rose, rose, Language::English), 1);
  // both: a-rose-is, rose-is-a; either: those, is-a-rose, is-a-flower
  EXPECT_DOUBLE_EQ(resemblance(rose, flower, Language::English), 0.5);
}

TEST(Resemblance, does_not_see_case_accents_and_punctuation) {
  EXPECT_DOUBLE_EQ(
      resemblance(told("A", "Le rôle du membre: écrire."), told("B", "le role, du membre ecrire"), Language::French), 1);
}

TEST(Resemblance, of_texts_without_three_words_is_zero) {
  EXPECT_EQ(resemblance(told("A", "two words"), told("B", "two words"), Language::English), 0);
  EXPECT_EQ(resemblance(told("A", ""), told("B", ""), Language::English), 0);
}

TEST(Resemblance, looks_at_one_language) {
  Scenario a = told("A", "one two three four"), b = a;
  b.steps[0].fr = {{"tout autre chose ici", {}}};
  EXPECT_EQ(resemblance(a, b, Language::French), 0);
  EXPECT_EQ(resemblance(a, b, Language::English), 1);
}

TEST(NearestEarlier, is_the_one_that_resembles_most) {
  const auto found = nearest({told("A", "one two three four five six"), told("B", "one two three four five seven"),
                              told("C", "nothing of all that"), told("D", "one two three four five seven eight")});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].index, 1U);
  EXPECT_EQ(found[0].earlier, 0U);
  EXPECT_DOUBLE_EQ(found[0].resemblance, 0.6);
  EXPECT_EQ(found[1].index, 3U);
  EXPECT_EQ(found[1].earlier, 1U);
  EXPECT_DOUBLE_EQ(found[1].resemblance, 0.8);
}

TEST(NearestEarlier, agrees_with_the_resemblance_of_each_pair) {
  std::vector<Scenario> bank;
  for (int i = 0; i < 40; ++i) {
    std::string text;
    for (int word = 0; word < 60; ++word) text += "w" + std::to_string((word * word + i * (word % 7)) % 23) + " ";
    bank.push_back(told("S" + std::to_string(i), text));
  }
  for (const Nearest& near : nearest(bank)) {
    double most = 0;
    for (std::size_t j = 0; j < near.index; ++j)
      most = std::max(most, resemblance(bank[near.index], bank[j], Language::English));
    EXPECT_DOUBLE_EQ(near.resemblance, most) << near.index;
    EXPECT_DOUBLE_EQ(resemblance(bank[near.index], bank[near.earlier], Language::English), most);
  }
}

TEST(NearDuplicates, are_found_in_each_language_once_a_scenario) {
  const auto found =
      findings({told("A", "one two three four"), told("B", "one two three four"), told("C", "one two three four")});
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].where.file, "B");
  EXPECT_EQ(found[3].where.file, "C");
  EXPECT_EQ(found[0].rule, "L15");
  EXPECT_TRUE(found[0].blocking);
  EXPECT_EQ(english(found[0].message), "the steps resemble those of A by 100 % (“fr”), at most 20 % may");
}

TEST(NearDuplicates, are_above_the_limit_not_at_it) {
  // 1 of 5 sequences is shared, then 2 of 6.
  EXPECT_TRUE(findings({told("A", "a b c d e"), told("B", "x y a b c")}).empty());
  EXPECT_EQ(findings({told("A", "a b c d e f"), told("B", "y z a b c d")}).size(), 2U);
}

TEST(NearDuplicates, of_twins_and_of_retired_scenarios_are_none) {
  Scenario a = told("A", "one two three four"), b = told("B", "one two three four");
  a.twin = b.twin = Twin{TwinSetId("T1"), FactId("F1")};
  EXPECT_TRUE(findings({a, b}).empty());
  b.twin->set = TwinSetId("T2");
  EXPECT_EQ(findings({a, b}).size(), 2U);
  b.status = Status::Retired;
  EXPECT_TRUE(findings({a, b}).empty());
}

TEST(NearDuplicates, of_a_thousand_copies_fill_the_findings_and_no_more) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "w" + std::to_string(i) + " ";
  const auto found = findings(std::vector<Scenario>(1000, told("A", text)));
  ASSERT_EQ(found.size(), Findings::kMost);
  EXPECT_EQ(found.back().rule, "more");
}

}  // namespace
}  // namespace etalon::scenario
