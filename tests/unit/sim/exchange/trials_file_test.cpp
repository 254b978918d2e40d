#include "sim/exchange/trials_file.h"

#include <gtest/gtest.h>

#include "sim/base/file.h"
#include "sim/stats/attribute/attribute_agreement.h"

namespace etalon::exchange {
namespace {

const std::filesystem::path kStudy = std::filesystem::path(ETALON_SOURCE_DIR) / "tests/data/attribute-agreement/ratings.csv";

// What JASP's own test of its attribute agreement analysis asserts.
TEST(Jasp, fifteen_parts_three_operators_three_trials) {
  const auto trials = read_trials(kStudy);
  ASSERT_TRUE(trials) << english(trials.error());
  const auto got = stats::attribute_agreement(trials->table, trials->occasions.size(), trials->standard);
  const std::size_t within[] = {14, 14, 12}, each[] = {12, 11, 9};
  const double kappas[] = {0.9055, 0.9100, 0.5439};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(got.within[i].matched, within[i]);
    EXPECT_EQ(got.within[i].inspected, 15U);
    EXPECT_EQ(got.each_against_standard[i].matched, each[i]);
    EXPECT_NEAR(got.within[i].kappa.value, kappas[i], 5e-5);
  }
  EXPECT_EQ(got.between.matched, 9U);
  EXPECT_EQ(got.all_against_standard.matched, 7U);
  EXPECT_NEAR(got.between.kappa.value, 0.6417, 5e-5);
}

int refused_line(const std::string& text) {
  const auto file = std::filesystem::path(testing::TempDir()) / "trials.csv";
  EXPECT_TRUE(write_file(file, text));
  const auto got = read_trials(file);
  return got ? -1 : got.error().where.line;
}

TEST(TrialsFile, says_what_is_wrong_with_its_line) {
  EXPECT_EQ(refused_line("unit,rater,value\n1,a,x\n"), 1);
  EXPECT_EQ(refused_line("unit,rater,occasion,value\n1,a,1,x\n1,a,1,y\n"), 3);
  EXPECT_EQ(refused_line("unit,rater,occasion,value,reference\n1,a,1,x,x\n1,a,2,x,y\n"), 3);
  EXPECT_EQ(refused_line("unit,rater,occasion,value\n1,a,1\n"), 2);
  EXPECT_EQ(refused_line(""), 1);
}

}  // namespace
}  // namespace etalon::exchange
