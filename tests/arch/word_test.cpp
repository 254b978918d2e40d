#include <gtest/gtest.h>

#include <cctype>

#include "tests/arch/word_rule.h"

namespace etalon::arch {
namespace {

Findings in_tree(const std::vector<Word>& words) {
  Findings findings;
  for (const auto& file : project_files()) append(findings, check_words(file, words));
  return findings;
}

TEST(Words, of_the_luxembourg_guidelines_list_are_nowhere) { EXPECT_EQ(report(in_tree(luxembourg_words())), ""); }
TEST(Words, of_carelessness_are_nowhere) { EXPECT_EQ(report(in_tree(careless_words())), ""); }

TEST(Words, are_found_one_and_all) {
  for (const auto* words : {&luxembourg_words(), &careless_words()}) {
    for (const auto& word : *words) {
      const auto found = check_words({"a.md", "first\nsee " + word.text + "ography"}, *words);
      ASSERT_FALSE(found.empty()) << word.text;
      EXPECT_EQ(found.front().line, 2);
    }
  }
}

TEST(Words, are_found_in_capitals) {
  auto shouted = luxembourg_words().front().text;
  for (auto& c : shouted) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  EXPECT_EQ(check_words({"a.md", shouted}, luxembourg_words()).size(), 1U);
  EXPECT_EQ(check_words({"a.md", std::string("P\xC3\x89") + "DOPORN"}, luxembourg_words()).size(), 1U);
}

TEST(Words, leave_the_rest_alone) {
  EXPECT_EQ(report(check_words({"a.md", "Child protection at work; home/work, prostitution."}, luxembourg_words())), "");
  EXPECT_EQ(report(check_words({"a.md", "What is to do: nothing. homework/"}, careless_words())), "");
}

}  // namespace
}  // namespace etalon::arch
