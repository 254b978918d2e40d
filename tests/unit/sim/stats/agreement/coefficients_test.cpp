#include "sim/stats/agreement/coefficients.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>
#include <cmath>

#include "tests/unit/sim/stats/vector_file.h"

namespace etalon::stats {
namespace {

void expect_interval(const Estimate& estimate, double low, double high, double tolerance) {
  ASSERT_TRUE(estimate.interval.has_value());
  EXPECT_NEAR(estimate.interval->low, low, tolerance);
  EXPECT_NEAR(estimate.interval->high, high, tolerance);
  EXPECT_EQ(estimate.interval->level, 0.95);
}

TEST(Fleiss1971, kappa_of_thirty_patients_and_six_raters) {
  const Estimate kappa = fleiss_kappa(ratings_of(read_vector("A10_fleiss1971_diagnoses")));
  ASSERT_TRUE(kappa.ok());
  EXPECT_NEAR(kappa.value, 0.43024452006014097, 1e-9);
  EXPECT_NEAR(*kappa.observed, 0.55555555555556, 1e-9);
  EXPECT_NEAR(*kappa.expected, 0.21993827160494, 1e-9);
  EXPECT_NEAR(*kappa.standard_error, 0.05419893551533, 1e-9);
  expect_interval(kappa, 0.31939525057214, 0.54109378954814, 1e-9);
  EXPECT_EQ(kappa.units, 30U);
  EXPECT_EQ(kappa.raters, 6U);
  EXPECT_EQ(kappa.ratings, 180U);
}

TEST(Fleiss1971, alpha_of_the_same_patients) {
  const Estimate alpha = krippendorff_alpha(ratings_of(read_vector("A10_fleiss1971_diagnoses")));
  ASSERT_TRUE(alpha.ok());
  EXPECT_NEAR(alpha.value, 0.4334098282820289, 1e-10);
  EXPECT_NEAR(*alpha.observed, 0.55802469135802, 1e-9);
  EXPECT_NEAR(*alpha.standard_error, 0.05419893551533, 1e-9);
  expect_interval(alpha, 0.32256055879403, 0.54425909777003, 1e-9);
}

TEST(Krippendorff2011, nominal_alpha_of_four_observers_with_gaps) {
  const Estimate alpha = krippendorff_alpha(ratings_of(read_vector("C02_krippendorff2011_4x12")));
  ASSERT_TRUE(alpha.ok());
  EXPECT_NEAR(alpha.value, 0.743421052631579, 1e-10);
  EXPECT_NEAR(*alpha.observed, 0.805, 1e-9);
  EXPECT_NEAR(*alpha.expected, 0.24, 1e-9);
  EXPECT_EQ(alpha.units, 11U) << "the unit with a single rating is left out";
  EXPECT_EQ(alpha.ratings, 40U);
}

TEST(Gwet2014, alpha_with_gaps_has_the_sampling_error_of_the_handbook) {
  const Estimate alpha = krippendorff_alpha(ratings_of(read_vector("A01_raw4raters")));
  EXPECT_NEAR(*alpha.standard_error, 0.14548, 6e-6);
  expect_interval(alpha, 0.423, 1, 6e-4);
  EXPECT_EQ(alpha.interval->method, "gwet_linearisation_t");
}

TEST(Gwet2014, fleiss_kappa_with_gaps) {
  const Estimate kappa = fleiss_kappa(ratings_of(read_vector("A01_raw4raters")));
  EXPECT_NEAR(kappa.value, 0.76116927542241, 1e-9);
  EXPECT_NEAR(*kappa.observed, 0.81818181818182, 1e-9);
  EXPECT_NEAR(*kappa.expected, 0.23871527777778, 1e-9);
  EXPECT_NEAR(*kappa.standard_error, 0.15301920346949, 1e-9);
  expect_interval(kappa, 0.42437627937835, 1, 1e-9);
}

TEST(Gwet2014, percent_agreement_with_gaps) {
  const Estimate agreement = percent_agreement(ratings_of(read_vector("A01_raw4raters")));
  EXPECT_NEAR(agreement.value, 0.818181818181818, 1e-9);
  EXPECT_NEAR(*agreement.standard_error, 0.12561, 6e-6);
  expect_interval(agreement, 0.542, 1, 6e-4);
}

TEST(Agreement, mean_over_pairs_has_the_error_of_the_mean_over_units_where_they_are_the_same) {
  const RatingTable complete = ratings_of(read_vector("A10_fleiss1971_diagnoses"));
  EXPECT_EQ(pairwise_agreement(complete).standard_error, percent_agreement(complete).standard_error);
  EXPECT_EQ(pairwise_agreement(complete).interval, percent_agreement(complete).interval);
  const Estimate gaps = pairwise_agreement(ratings_of(read_vector("A01_raw4raters")));
  EXPECT_FALSE(gaps.standard_error.has_value());
  EXPECT_NE(gaps.interval_reason.text, "");
  const RatingTable two = RatingTable::from_texts({{"a", "a"}, {"a", "b"}, {"b", "b"}, {"b", std::nullopt}});
  const RatingTable both = RatingTable::from_texts({{"a", "a"}, {"a", "b"}, {"b", "b"}});
  EXPECT_EQ(pairwise_agreement(two).standard_error, percent_agreement(both).standard_error);
}

TEST(Cohen1960, kappa_of_the_first_example) {
  const Estimate kappa = cohen_kappa(ratings_of_table(read_vector("B03_cohen1960_ex1")));
  ASSERT_TRUE(kappa.ok());
  EXPECT_NEAR(kappa.value, -0.0923076923076924, 1e-10);
  EXPECT_NEAR(*kappa.observed, 0.29, 1e-10);
  EXPECT_NEAR(*kappa.expected, 0.35, 1e-10);
  EXPECT_EQ(kappa.units, 100U);
}

TEST(FleissCohenEveritt1969, standard_error_of_kappa_for_an_interval) {
  const Estimate kappa = cohen_kappa(ratings_of_table(read_vector("B03_cohen1960_ex1")));
  EXPECT_NEAR(*kappa.standard_error, 0.056641436882514044, 1e-10);
  expect_interval(kappa, -0.20469659152779, 0.0200812069124, 1e-9);  // Gwet 2014: Student's t
  const Interval normal = *cohen_normal_interval(kappa);
  EXPECT_NEAR(normal.low, -0.20332286863001864, 1e-9);
  EXPECT_NEAR(normal.high, 0.018707484014633832, 1e-9);
}

TEST(Agreement, complete_agreement_on_several_categories_is_one_and_has_no_interval) {
  const RatingTable table = ratings_of(read_vector("E01_all_agree_3cats"));
  for (const Estimate& estimate : {fleiss_kappa(table), krippendorff_alpha(table), percent_agreement(table)}) {
    ASSERT_TRUE(estimate.ok());
    EXPECT_NEAR(estimate.value, 1, 1e-12);
    EXPECT_NEAR(*estimate.standard_error, 0, 1e-12);
    EXPECT_FALSE(estimate.interval.has_value());
    EXPECT_NE(estimate.interval_reason.text, "");
  }
}

TEST(Agreement, one_category_only_leaves_kappa_and_alpha_undefined_but_not_the_percentage) {
  const RatingTable table = ratings_of(read_vector("E03_single_category"));
  for (const Estimate& estimate : {fleiss_kappa(table), krippendorff_alpha(table)}) {
    EXPECT_FALSE(estimate.ok());
    EXPECT_NE(estimate.reason.text.find("one category"), std::string::npos);
  }
  EXPECT_EQ(percent_agreement(table).value, 1);
}

TEST(Agreement, all_in_one_of_two_declared_categories_leaves_a_value_where_chance_does_not_hang_on_use) {
  const RatingTable table(2, 3, {"a", "b"}, LargeVector<std::uint8_t>(6, 0));
  EXPECT_EQ(brennan_prediger(table).value, 1);
  EXPECT_EQ(gwet_ac(table).value, 1);
  EXPECT_FALSE(fleiss_kappa(table).ok());
  EXPECT_FALSE(krippendorff_alpha(table).ok());
  const RatingTable one(2, 3, {"a"}, LargeVector<std::uint8_t>(6, 0));
  EXPECT_FALSE(brennan_prediger(one).ok());
  EXPECT_FALSE(gwet_ac(one).ok());
}

TEST(Agreement, one_rater_is_undefined_with_that_as_its_reason) {
  const RatingTable table = ratings_of(read_vector("E05_one_rater"));
  for (const Estimate& estimate : {fleiss_kappa(table), krippendorff_alpha(table), percent_agreement(table)}) {
    EXPECT_FALSE(estimate.ok());
    EXPECT_EQ(estimate.reason.text, "Only one person rated; agreement needs two.");
  }
}

TEST(Agreement, units_without_ratings_do_not_matter) {
  const RatingTable table = ratings_of(read_vector("E07_empty_units"));
  EXPECT_NEAR(krippendorff_alpha(table).value, 0.5, 1e-12);
  EXPECT_NEAR(fleiss_kappa(table).value, 0.4932432432, 1e-9);
  EXPECT_NEAR(*fleiss_kappa(table).standard_error, 0.3163467262, 1e-9);
}

TEST(Agreement, one_unit_gives_alpha_but_no_interval) {
  const Estimate alpha = krippendorff_alpha(ratings_of(read_vector("E11_one_unit")));
  ASSERT_TRUE(alpha.ok());
  EXPECT_NEAR(alpha.value, 0, 1e-12);
  EXPECT_FALSE(alpha.standard_error.has_value());
  EXPECT_EQ(alpha.interval_reason.text, "One unit alone gives no interval.");
}

TEST(Agreement, an_empty_table_and_raters_who_never_meet_are_undefined) {
  const RatingTable empty(0, 0, {}), apart = RatingTable::from_texts({{"a", std::nullopt}, {std::nullopt, "b"}});
  EXPECT_EQ(fleiss_kappa(empty).reason.text, "There are no ratings.");
  for (const Estimate& estimate :
       {percent_agreement(apart), fleiss_kappa(apart), krippendorff_alpha(apart), cohen_kappa(apart)}) {
    EXPECT_FALSE(estimate.ok());
    EXPECT_EQ(estimate.reason.text, "Nothing was rated by two people.");
  }
}

TEST(Agreement, somebody_who_rated_nothing_does_not_make_two_raters_three) {
  const RatingTable table = RatingTable::from_texts(
                        {{std::nullopt, "a", "a"}, {std::nullopt, "a", "b"}, {std::nullopt, "b", "b"}}),
                    two = RatingTable::from_texts({{"a", "a"}, {"a", "b"}, {"b", "b"}});
  EXPECT_EQ(cohen_kappa(table), cohen_kappa(two));
  EXPECT_EQ(scott_pi(table), scott_pi(two));
}

TEST(Agreement, cohens_kappa_refuses_three_raters) {
  EXPECT_FALSE(cohen_kappa(ratings_of(read_vector("E01_all_agree_3cats"))).ok());
}

TEST(Agreement, kappa_against_a_rater_of_a_single_category_is_zero_and_says_that_it_must_be) {
  RatingTable table(13, 2, {"a", "b"});
  for (std::size_t u = 0; u < 13; ++u) table.set(u, 0, 0), table.set(u, 1, u == 0 ? 1 : 0);
  const Estimate kappa = cohen_kappa(table);
  ASSERT_TRUE(kappa.ok());
  EXPECT_NEAR(kappa.value, 0, 1e-12);
  EXPECT_FALSE(kappa.interval.has_value());
  EXPECT_EQ(kappa.interval_reason.text, "One of the two used a single category, so kappa can only be 0.");
}

RC_GTEST_PROP(Agreement, is_finite_and_inside_its_interval_or_says_why_not, ()) {
  const auto raters = *rc::gen::inRange<std::size_t>(1, 5);
  const auto units = *rc::gen::inRange<std::size_t>(0, 8);
  RatingTable table(units, raters, {"a", "b", "c"});
  for (std::size_t u = 0; u < units; ++u)
    for (std::size_t r = 0; r < raters; ++r) table.set(u, r, *rc::gen::inRange<Category>(kMissing, 3));
  for (const Estimate& e : {percent_agreement(table), fleiss_kappa(table), krippendorff_alpha(table), cohen_kappa(table)}) {
    RC_ASSERT(e.ok() == e.reason.text.empty());
    RC_ASSERT(std::isfinite(e.value) && e.value <= 1 + 1e-12);
    RC_ASSERT(!e.ok() || e.interval.has_value() == e.interval_reason.text.empty());
    if (e.interval) RC_ASSERT(e.interval->low <= e.value + 1e-12 && e.value <= e.interval->high + 1e-12);
  }
}

RC_GTEST_PROP(Agreement, does_not_depend_on_the_order_of_the_raters, ()) {
  RatingTable table(6, 3, {"a", "b", "c"}), turned(6, 3, {"a", "b", "c"});
  for (std::size_t u = 0; u < 6; ++u)
    for (std::size_t r = 0; r < 3; ++r) {
      const auto category = *rc::gen::inRange<Category>(kMissing, 3);
      table.set(u, r, category);
      turned.set(u, 2 - r, category);
    }
  RC_ASSERT(fleiss_kappa(table) == fleiss_kappa(turned));
  RC_ASSERT(krippendorff_alpha(table) == krippendorff_alpha(turned));
}

}  // namespace
}  // namespace etalon::stats
