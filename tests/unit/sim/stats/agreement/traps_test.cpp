// Where well-known packages differ and the literature does not: each under the name of the publication that decides.
// Others are next to what they are about: MASI (sets_test), alpha on complete data and its error with gaps
// (coefficients_test), the error under chance (null_error_test), Dawid and Skene's convergence (latent_truth_test),
// resampling (bootstrap_test).
#include <gtest/gtest.h>

#include <cmath>

#include "sim/stats/agreement/coefficients.h"
#include "sim/stats/agreement/metric.h"
#include "sim/stats/agreement/pairs.h"
#include "sim/stats/detail/strict.h"
#include "tests/unit/sim/stats/vector_file.h"

namespace etalon::stats {
namespace {

Weights family(WeightFamily family, const std::vector<std::string>& categories) {
  return *Weights::of_family(family, category_values(categories));
}

// The same ratings with other names for the categories, or more of them.
RatingTable renamed(const RatingTable& table, std::vector<std::string> names) {
  RatingTable out(table.units(), table.raters(), std::move(names));
  for (std::size_t unit = 0; unit < table.units(); ++unit)
    for (std::size_t rater = 0; rater < table.raters(); ++rater) out.set(unit, rater, table.at(unit, rater));
  return out;
}

RatingTable complete_units(const RatingTable& table) {
  std::vector<std::size_t> kept;
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    bool complete = true;
    for (std::size_t rater = 0; rater < table.raters(); ++rater) complete = complete && table.at(unit, rater) != kMissing;
    if (complete) kept.push_back(unit);
  }
  RatingTable out(kept.size(), table.raters(), table.categories());
  for (std::size_t i = 0; i < kept.size(); ++i)
    for (std::size_t rater = 0; rater < table.raters(); ++rater) out.set(i, rater, table.at(kept[i], rater));
  return out;
}

TEST(Gwet2014, ordinal_weights_are_not_krippendorffs_ordinal_distance) {
  const RatingTable table = ratings_of(read_vector("A01_raw4raters"));
  const Estimate weights = krippendorff_alpha(table, {.weights = family(WeightFamily::Ordinal, table.categories())});
  const Estimate distance = krippendorff_alpha(table, {.weights = *metric_weights(Metric::Ordinal, table)});
  EXPECT_NEAR(weights.value, 0.83363802559415, 1e-9);
  EXPECT_NEAR(distance.value, 0.815, 5e-4) << "Krippendorff 2011, the same ratings";
}

TEST(Gwet2014, fleiss_kappa_with_gaps_is_neither_that_of_complete_units_nor_weighted_by_inverse_probability) {
  const RatingTable four = ratings_of(read_vector("A01_raw4raters")), klein = ratings_of(read_vector("A06_klein2018"));
  EXPECT_NEAR(fleiss_kappa(four).value, 0.76116927542241, 1e-9);
  EXPECT_GT(std::abs(fleiss_kappa(complete_units(four)).value - fleiss_kappa(four).value), 0.01);
  EXPECT_GT(std::abs(fleiss_kappa(klein).value - 0.4054), 0.01) << "the estimator by inverse probability";
}

TEST(Fleiss1971, three_percentages_of_the_thirty_patients) {
  const RatingTable table = ratings_of(read_vector("A10_fleiss1971_diagnoses"));
  EXPECT_NEAR(pairwise_agreement(table).value, 0.55555555555556, 1e-9);
  EXPECT_NEAR(percent_agreement(table).value, 0.55555555555556, 1e-9) << "without gaps the same";
  EXPECT_NEAR(strict_agreement(table, StrictUnits::Complete).value, 5.0 / 30, 1e-12) << "on all six";
}

TEST(Gwet2014, two_percentages_differ_as_soon_as_there_are_gaps) {
  const RatingTable table = ratings_of(read_vector("A01_raw4raters"));
  EXPECT_NEAR(percent_agreement(table).value, 0.81818181818182, 1e-9);
  EXPECT_GT(std::abs(pairwise_agreement(table).value - percent_agreement(table).value), 0.01);
}

TEST(BrennanPrediger1981, a_category_that_nobody_used_counts_for_chance_by_the_number_of_categories_alone) {
  const RatingTable table = renamed(ratings_of(read_vector("A10_fleiss1971_diagnoses")), {"1", "2", "3", "4", "5"}),
                    more = renamed(table, {"1", "2", "3", "4", "5", "6"});
  EXPECT_NEAR(*brennan_prediger(table).expected, 1.0 / 5, 1e-12);
  EXPECT_NEAR(*brennan_prediger(more).expected, 1.0 / 6, 1e-12);
  EXPECT_LT(*gwet_ac(more).expected, *gwet_ac(table).expected);
  for (const auto coefficient : {fleiss_kappa, conger_kappa, krippendorff_alpha})
    EXPECT_NEAR(coefficient(more, {}).value, coefficient(table, {}).value, 1e-12);
}

TEST(Cohen1968, weights_go_by_value_where_a_package_goes_by_the_position_among_the_used) {
  // The second and third rater never use 5 of 1 to 6: by position 6 is next to 4, by value it is not.
  const RatingTable all = ratings_of(read_vector("A09_anxiety")), two = pair_of(all, 1, 2);
  std::vector<std::string> used;
  for (std::size_t k = 0; k < two.categories().size(); ++k)
    for (std::size_t unit = 0; unit < two.units(); ++unit)
      if (two.at(unit, 0) == static_cast<Category>(k) || two.at(unit, 1) == static_cast<Category>(k)) {
        used.push_back(two.categories()[k]);
        break;
      }
  ASSERT_EQ(used, (std::vector<std::string>{"1", "2", "3", "4", "6"}));
  RatingTable alone(two.units(), 2, used);
  for (std::size_t unit = 0; unit < two.units(); ++unit)
    for (std::size_t rater = 0; rater < 2; ++rater) alone.set(unit, rater, std::min<Category>(two.at(unit, rater), 4));
  const Estimate by_position = cohen_kappa(alone, {.weights = *Weights::of_family(WeightFamily::Linear, {1, 2, 3, 4, 5})});
  const Estimate by_value = cohen_kappa(alone, {.weights = family(WeightFamily::Linear, used)});
  EXPECT_NEAR(by_position.value, 0.1459075, 1e-6);
  EXPECT_GT(std::abs(by_value.value - by_position.value), 1e-3);
}

}  // namespace
}  // namespace etalon::stats
