#include <gmock/gmock.h>

#include "tests/support/lint_corpus.h"

namespace etalon::testing_lint {
namespace {

std::filesystem::path folder() { return std::filesystem::path(ETALON_SOURCE_DIR) / "tests/data/lint"; }

TEST(LintCorpus, has_at_least_600_texts_of_which_300_are_innocent_and_300_are_not) {
  const auto corpus = read_corpus(folder());
  const auto innocent = std::count_if(corpus.begin(), corpus.end(), [](const Line& line) { return line.expected.empty(); });
  EXPECT_GE(corpus.size(), 600U);
  EXPECT_GE(innocent, 300);
  EXPECT_GE(static_cast<std::ptrdiff_t>(corpus.size()) - innocent, 300);
}

TEST(LintCorpus, every_rule_reaches_its_recall_and_precision) {
  std::string complaints;
  const auto scores = score(read_corpus(folder()), corpus_words(folder()), [&](const Line& line, const auto& found) {
    complaints += line.id + " expected " + join({line.expected.begin(), line.expected.end()}, "+") + ", found " +
                  join({found.begin(), found.end()}, "+") + ": " + line.text + "\n";
  });
  EXPECT_EQ(scores.size(), 12U) << "a rule of L01 to L12 is not measured";
  for (const auto& [rule, of] : scores) {
    EXPECT_GE(of.recall(), 0.98) << rule << "\n" << complaints;
    EXPECT_GE(of.precision(), 0.95) << rule << "\n" << complaints;
  }
}

}  // namespace
}  // namespace etalon::testing_lint
