// Agreement by category, by unit and by rater, and the tests of two raters' use of the categories.
#include <gtest/gtest.h>

#include "sim/stats/agreement/metric.h"
#include "sim/stats/detail/by_category.h"
#include "sim/stats/detail/by_unit.h"
#include "sim/stats/detail/marginals.h"
#include "tests/unit/sim/stats/vector_file.h"

namespace etalon::stats {
namespace {

RatingTable two_raters(const std::vector<std::vector<int>>& cells) {
  std::vector<std::vector<std::optional<std::string>>> rows;
  for (std::size_t i = 0; i < cells.size(); ++i)
    for (std::size_t j = 0; j < cells.size(); ++j)
      for (int k = 0; k < cells[i][j]; ++k) rows.push_back({std::to_string(i), std::to_string(j)});
  return RatingTable::from_texts(rows);
}

Question alpha(const RatingTable& table) {
  return {Coefficient::KrippendorffAlpha, Weights::identity(table.categories().size())};
}

TEST(Fleiss1971, kappa_of_each_category) {
  const nlohmann::json vector = read_vector("A10_fleiss1971_diagnoses");
  const auto details = by_category(ratings_of(vector));
  std::size_t checked = 0;
  for (const auto& entry : vector["expected"]) {
    if (entry["coefficient"] != "fleiss_kappa.per_category") continue;
    for (std::size_t k = 0; k < details.size(); ++k, ++checked)
      EXPECT_NEAR(details[k].kappa.value, entry["value"][k].get<double>(), entry["tol"].get<double>()) << k;
  }
  EXPECT_EQ(checked, 5U);
}

TEST(Mieskes2009, kappa_of_each_category) {
  const nlohmann::json vector = read_vector("B26_mieskes2009");
  const RatingTable table = ratings_of(vector);
  const auto details = by_category(table);
  std::size_t checked = 0;
  for (const auto& entry : vector["expected"]) {
    if (entry["coefficient"] != "fleiss_kappa.per_category") continue;
    for (std::size_t k = 0; k < details.size(); ++k) {
      const auto name = nlohmann::json::parse(table.categories()[k]).get<std::string>();
      if (!entry["value"].contains(name)) continue;
      EXPECT_NEAR(details[k].kappa.value, entry["value"][name].get<double>(), entry["tol"].get<double>()) << name;
      ++checked;
    }
  }
  EXPECT_EQ(checked, 9U);
}

TEST(SpitzerFleiss1974, specific_agreement_of_two_raters_is_twice_the_agreeing_over_both_counts) {
  const auto details = by_category(two_raters({{40, 9}, {6, 45}}));
  EXPECT_NEAR(details[0].specific_agreement.value, 2.0 * 40 / (49 + 46), 1e-12);
  EXPECT_NEAR(details[1].specific_agreement.value, 2.0 * 45 / (51 + 54), 1e-12);
  EXPECT_NEAR(details[0].prevalence, (49 + 46) / 200.0, 1e-12);
}

TEST(ByCategory, one_that_nobody_used_is_undefined_with_the_reason) {
  RatingTable table(3, 2, {"a", "b", "never"});
  for (std::size_t u = 0; u < 3; ++u) table.set(u, 0, u == 0 ? 1 : 0), table.set(u, 1, 0);
  const auto details = by_category(table);
  EXPECT_EQ(details[2].ratings, 0U);
  EXPECT_FALSE(details[2].specific_agreement.ok());
  EXPECT_FALSE(details[2].kappa.ok());
  EXPECT_NE(details[2].kappa.reason.text, "");
  EXPECT_EQ(by_category(RatingTable(0, 0, {"a"}))[0].specific_agreement.reason.text, "There are no ratings.");
}

TEST(Krippendorff2011, the_sixth_unit_lowers_alpha_most) {
  const RatingTable table = ratings_of(read_vector("C02_krippendorff2011_4x12"));
  const auto units = by_unit(table, alpha(table));
  ASSERT_EQ(units.size(), 12U);
  EXPECT_NEAR(*units[5].dfbeta, -0.114, 0.001);
  EXPECT_FALSE(units[11].dfbeta.has_value()) << "a single rating";
  double shares = 0;
  for (const UnitDetail& unit : units) {
    shares += unit.share_of_disagreement;
    EXPECT_GE(*units[5].dfbeta * -1, unit.dfbeta.value_or(0) * -1);
  }
  EXPECT_NEAR(shares, 1, 1e-12);
}

TEST(ByUnit, entropy_of_an_even_split_is_one_bit) {
  const RatingTable table = RatingTable::from_texts({{"a", "b"}, {"a", "a"}});
  const auto units = by_unit(table, alpha(table));
  EXPECT_EQ(units[0].entropy, 1);
  EXPECT_EQ(units[1].entropy, 0);
  EXPECT_EQ(units[0].share_of_disagreement, 1);
}

TEST(ByRater, one_who_contradicts_everybody_lowers_alpha_and_agrees_with_nobody) {
  const RatingTable table = RatingTable::from_texts({{"a", "a", "b"}, {"b", "b", "a"}, {"a", "a", "b"}, {"b", "b", "a"}});
  const auto raters = by_rater(table, alpha(table));
  ASSERT_EQ(raters.size(), 3U);
  EXPECT_EQ(*raters[2].agreement_with_others, 0);
  EXPECT_EQ(*raters[0].agreement_with_others, 0.5);
  EXPECT_LT(*raters[2].dfbeta, 0);
  EXPECT_GT(*raters[0].dfbeta, *raters[2].dfbeta);
  EXPECT_EQ(raters[2].counts, (std::vector<std::size_t>{2, 2}));
}

// Stuart 1955, table of unaided distance vision of 7,477 women; Bowker's and Bhapkar's statistics of it are in
// Bishop, Fienberg and Holland 1975 and Bhapkar 1966.
TEST(Stuart1955, unaided_vision_of_the_two_eyes) {
  const RatingTable table =
      two_raters({{1520, 266, 124, 66}, {234, 1512, 432, 78}, {117, 362, 1772, 205}, {36, 82, 179, 492}});
  const MarginalTests tests = marginal_tests(table, 0, 1);
  EXPECT_NEAR(tests.stuart_maxwell.statistic, 11.96, 0.005);
  EXPECT_EQ(tests.stuart_maxwell.degrees, 3U);
  EXPECT_NEAR(tests.bhapkar.statistic, 11.98, 0.005);
  EXPECT_NEAR(tests.bowker.statistic, 19.11, 0.005);
  EXPECT_EQ(tests.bowker.degrees, 6U);
  EXPECT_NEAR(tests.bowker.p_value, 0.004, 0.0005);
}

TEST(McNemar1947, is_bowker_and_stuart_maxwell_of_two_categories) {
  const MarginalTests tests = marginal_tests(two_raters({{20, 5}, {15, 60}}), 0, 1);
  EXPECT_NEAR(tests.bowker.statistic, 5, 1e-12);
  EXPECT_NEAR(tests.stuart_maxwell.statistic, 5, 1e-12);
  EXPECT_EQ(tests.bowker.degrees, 1U);
}

TEST(MarginalTests, say_why_there_is_nothing_to_compare) {
  const MarginalTests same = marginal_tests(two_raters({{3, 0}, {0, 4}}), 0, 1);
  EXPECT_FALSE(same.bowker.defined);
  EXPECT_FALSE(same.stuart_maxwell.defined);
  EXPECT_NE(same.bhapkar.reason.text, "");
  EXPECT_FALSE(marginal_tests(two_raters({{5}}), 0, 1).stuart_maxwell.defined);
  EXPECT_FALSE(marginal_tests(two_raters({{0, 5}, {0, 0}}), 0, 1).bhapkar.defined);
}

}  // namespace
}  // namespace etalon::stats
