#include "sim/stats/detail/by_pair.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "sim/base/rng.h"
#include "sim/stats/agreement/pairs.h"
#include "tests/unit/sim/stats/vector_file.h"

namespace etalon::stats {
namespace {

RatingTable cells(const std::vector<std::vector<int>>& table) {
  std::size_t units = 0, unit = 0;
  std::vector<std::string> names;
  for (const auto& row : table) {
    names.push_back(std::to_string(names.size() + 1));
    for (const int cell : row) units += static_cast<std::size_t>(cell);
  }
  RatingTable out(units, 2, names);
  for (std::size_t a = 0; a < table.size(); ++a)
    for (std::size_t b = 0; b < table.size(); ++b)
      for (int i = 0; i < table[a][b]; ++i, ++unit)
        out.set(unit, 0, static_cast<Category>(a)), out.set(unit, 1, static_cast<Category>(b));
  return out;
}

RatingTable random_table(std::size_t units, std::size_t raters, std::size_t categories) {
  SeededRng rng(9);
  std::vector<std::string> names;
  for (std::size_t k = 0; k < categories; ++k) names.push_back(std::to_string(k + 1));
  RatingTable out(units, raters, names);
  for (std::size_t u = 0; u < units; ++u)
    for (std::size_t r = 0; r < raters; ++r)
      if (rng.below(4) > 0) out.set(u, r, static_cast<Category>(rng.below(3) > 0 ? u % categories : rng.below(categories)));
  return out;
}

// Feinstein and Cicchetti 1990, J. Clin. Epidemiol. 43, 543-549: the same agreement, but kappa of 0.70 and 0.32.
TEST(ByrtBishopCarlin1993, adjusted_kappa_is_the_same_where_agreement_is) {
  const PairDetail even = by_pair(cells({{40, 9}, {6, 45}}))[0], uneven = by_pair(cells({{80, 10}, {5, 5}}))[0];
  EXPECT_NEAR(even.kappa.value, 0.70, 0.005);
  EXPECT_NEAR(uneven.kappa.value, 0.32, 0.005);
  EXPECT_NEAR(*even.pabak, 0.70, 1e-12);
  EXPECT_NEAR(*uneven.pabak, 0.70, 1e-12);
  EXPECT_NEAR(*even.prevalence_index, -0.05, 1e-12);
  EXPECT_NEAR(*uneven.prevalence_index, 0.75, 1e-12);
  EXPECT_NEAR(*even.bias_index, 0.03, 1e-12);
  EXPECT_NEAR(*uneven.bias_index, 0.05, 1e-12);
}

TEST(ByrtBishopCarlin1993, kappa_follows_from_the_adjusted_one_and_the_two_indices) {
  for (const auto& table : {cells({{40, 9}, {6, 45}}), cells({{80, 10}, {5, 5}}), cells({{1, 7}, {2, 3}})}) {
    const PairDetail pair = by_pair(table)[0];
    const double bias = *pair.bias_index * *pair.bias_index, prevalence = *pair.prevalence_index * *pair.prevalence_index;
    EXPECT_NEAR(pair.kappa.value, (*pair.pabak - prevalence + bias) / (1 - prevalence + bias), 1e-12);
  }
}

TEST(Cohen1960, greatest_kappa_and_the_part_of_it_that_was_reached) {
  const nlohmann::json vector = read_vector("B03_cohen1960_ex1");
  const PairDetail pair = by_pair(ratings_of_table(vector))[0];
  const std::map<std::string, double> found{{"cohen_kappa.max", *pair.greatest_kappa},
                                            {"cohen_kappa.observed", *pair.kappa.observed},
                                            {"cohen_kappa.expected", *pair.kappa.expected}};
  std::size_t checked = 0;
  for (const auto& entry : vector["expected"]) {
    const auto one = found.find(entry["coefficient"].get<std::string>());
    if (one == found.end()) continue;
    EXPECT_NEAR(one->second, entry["value"].get<double>(), entry["tol"].get<double>()) << entry;
    ++checked;
  }
  EXPECT_EQ(checked, 3U);
  EXPECT_NEAR(*pair.share_of_greatest, pair.kappa.value / *pair.greatest_kappa, 1e-15);
}

TEST(UmeshPetersonSauber1989, raters_who_use_the_categories_alike_can_reach_1) {
  EXPECT_NEAR(*by_pair(cells({{10, 5, 0}, {5, 20, 3}, {0, 3, 9}}))[0].greatest_kappa, 1, 1e-15);
  EXPECT_LT(*by_pair(cells({{10, 9, 0}, {5, 20, 3}, {0, 3, 9}}))[0].greatest_kappa, 1);
}

TEST(Bennett1954, adjusted_kappa_is_s_in_the_data_sets) {
  std::size_t checked = 0;
  for (const char* name :
       {"B06_artstein_poesio_ex2", "B08_brennan_prediger_ex1", "B12_krippendorff2004_4a", "B14_zwick1", "B16_zwick3"}) {
    const nlohmann::json vector = read_vector(name);
    const PairDetail pair = by_pair(cells(vector["data"]["table"].get<std::vector<std::vector<int>>>()))[0];
    for (const auto& entry : vector["expected"]) {
      if (entry["coefficient"] != "bennett_s") continue;
      EXPECT_NEAR(*pair.pabak, entry["value"].get<double>(), entry["tol"].get<double>()) << name;
      ++checked;
    }
  }
  EXPECT_EQ(checked, 5U);
}

TEST(ByPair, kappa_is_that_of_the_two_alone_with_its_error_and_interval) {
  const RatingTable table = random_table(60, 5, 4);
  for (const WeightFamily family : {WeightFamily::Identity, WeightFamily::Linear, WeightFamily::Bipolar}) {
    const AgreementOptions options{.weights = *Weights::of_family(family, {1, 2, 3, 4}), .level = 0.9};
    const auto pairs = by_pair(table, options);
    ASSERT_EQ(pairs.size(), 10U);
    for (const PairDetail& pair : pairs) {
      const Estimate alone = cohen_kappa(pair_of(table, pair.a, pair.b), options);
      EXPECT_NEAR(pair.kappa.value, alone.value, 1e-12);
      EXPECT_NEAR(*pair.kappa.standard_error, *alone.standard_error, 1e-12);
      EXPECT_NEAR(pair.kappa.interval->low, alone.interval->low, 1e-12);
      EXPECT_EQ(pair.kappa.interval->level, 0.9);
      EXPECT_EQ(pair.units, alone.units);
      EXPECT_NEAR(pair.agreement, *alone.observed, 1e-12);
    }
  }
}

TEST(ByPair, pairs_of_the_diagnoses_are_those_of_the_package_irr) {
  const nlohmann::json vector = read_vector("A10_fleiss1971_diagnoses");
  const auto pairs = by_pair(ratings_of(vector));
  std::size_t checked = 0;
  for (const auto& entry : vector["expected"]) {
    if (entry["coefficient"] != "cohen_kappa" || !entry.contains("raters")) continue;
    if (entry.value("weights", "identity") != "identity") continue;
    const auto pair = std::find_if(pairs.begin(), pairs.end(), [&](const PairDetail& one) {
      return one.a + 1 == entry["raters"][0].get<std::uint32_t>() && one.b + 1 == entry["raters"][1].get<std::uint32_t>();
    });
    ASSERT_NE(pair, pairs.end());
    EXPECT_NEAR(pair->kappa.value, entry["value"].get<double>(), entry["tol"].get<double>()) << entry;
    ++checked;
  }
  EXPECT_GE(checked, 15U);
}

TEST(ByPair, is_the_same_for_any_number_of_threads) {
  const RatingTable table = random_table(3'000, 7, 5);
  const auto one = by_pair(table, {.threads = 1}), three = by_pair(table, {.threads = 3});
  ASSERT_EQ(one.size(), three.size());
  for (std::size_t i = 0; i < one.size(); ++i) EXPECT_EQ(one[i].kappa, three[i].kappa);
}

TEST(ByPair, what_is_undefined_says_so) {
  EXPECT_TRUE(by_pair(RatingTable(0, 0, {})).empty());
  EXPECT_TRUE(by_pair(RatingTable(5, 1, {"a"})).empty());
  EXPECT_TRUE(by_pair(RatingTable(5, 3, {"a", "b"})).empty()) << "nobody rated";
  const PairDetail same = by_pair(cells({{5, 0}, {0, 0}}))[0];
  EXPECT_FALSE(same.kappa.ok());
  EXPECT_NE(same.kappa.reason.text, "");
  EXPECT_FALSE(same.greatest_kappa || same.share_of_greatest);
  EXPECT_EQ(*same.pabak, 1) << "does not hang on who used what";
  const PairDetail one_sided = by_pair(cells({{5, 3}, {0, 0}}))[0];
  EXPECT_EQ(one_sided.kappa.value, 0);
  EXPECT_EQ(*one_sided.greatest_kappa, 0);
  EXPECT_FALSE(one_sided.share_of_greatest) << "a part of nothing";
  const PairDetail single = by_pair(RatingTable::from_texts({{"a", "a"}}))[0];
  EXPECT_FALSE(single.pabak) << "one category in the whole table";
}

TEST(ByPair, three_categories_have_no_bias_and_prevalence_index_even_if_two_are_used) {
  const PairDetail pair = by_pair(cells({{4, 1, 0}, {2, 5, 0}, {0, 0, 0}}))[0];
  EXPECT_FALSE(pair.bias_index || pair.prevalence_index);
  EXPECT_NEAR(*pair.pabak, (3 * 9.0 / 12 - 1) / 2, 1e-12) << "the unused category counts";
}

TEST(ByPair, weights_leave_out_what_is_defined_without_them_only) {
  const AgreementOptions linear{.weights = *Weights::of_family(WeightFamily::Linear, {1, 2, 3})};
  const PairDetail pair = by_pair(cells({{4, 1, 1}, {2, 5, 0}, {0, 3, 3}}), linear)[0];
  EXPECT_TRUE(pair.kappa.ok() && pair.greatest_kappa);
  EXPECT_FALSE(pair.pabak || pair.share_of_greatest);
}

TEST(ByPair, hundreds_of_categories_leave_out_the_error_alone) {
  const std::size_t many = kMostWithError + 1;
  std::vector<std::string> names(many);
  RatingTable table(many, 2, names);
  for (std::size_t u = 0; u < many; ++u) {
    table.set(u, 0, static_cast<Category>(u));
    table.set(u, 1, static_cast<Category>(u % 2 == 0 ? u : 0));
  }
  const PairDetail pair = by_pair(table)[0];
  EXPECT_NEAR(pair.kappa.value, cohen_kappa(table).value, 1e-12);
  EXPECT_FALSE(pair.kappa.standard_error || pair.kappa.interval);
  EXPECT_NE(pair.kappa.interval_reason.text, "");
}

}  // namespace
}  // namespace etalon::stats
