#include "sim/stats/resampling/bootstrap.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/base/rng.h"
#include "sim/stats/agreement/metric.h"
#include "sim/stats/resampling/interval.h"
#include "sim/stats/resampling/jackknife.h"
#include "sim/stats/resampling/resample.h"
#include "tests/unit/sim/stats/vector_file.h"

namespace etalon::stats {
namespace {

using enum Coefficient;

Question question(const RatingTable& table, Coefficient coefficient, Metric metric = Metric::Nominal) {
  return {coefficient, *metric_weights(metric, table), metric == Metric::Ordinal};
}

Bootstrap resample(const RatingTable& table, const Question& one, std::size_t replicates, std::size_t threads = 1) {
  BootstrapOptions options;
  options.replicates = replicates;
  options.threads = threads;
  return (*bootstrap(table, {one}, measure(table, {one}), options))[0];
}

RatingTable random_table(std::size_t units, std::size_t raters, std::size_t categories, std::uint64_t seed) {
  SeededRng rng(seed);
  std::vector<std::string> names;
  for (std::size_t k = 0; k < categories; ++k) names.push_back(std::to_string(k + 1));
  RatingTable out(units, raters, names);
  for (std::size_t u = 0; u < units; ++u) {
    const auto truth = static_cast<Category>(rng.below(categories));
    for (std::size_t r = 0; r < raters; ++r)
      if (rng.below(5) > 0) out.set(u, r, rng.below(10) < 6 ? truth : static_cast<Category>(rng.below(categories)));
  }
  return out;
}

// Every data set with a bootstrap of its own: the limits within four Monte Carlo deviations of a thousand replicates.
TEST(Bootstrap, of_units_reproduces_the_percentile_limits_of_the_data_sets) {
  std::size_t checked = 0;
  for (const char* name :
       {"A10_fleiss1971_diagnoses", "A18_seeded_120x6x5", "C01_wikipedia_3x15", "C02_krippendorff2011_4x12"}) {
    const nlohmann::json vector = read_vector(name);
    const RatingTable table = ratings_of(vector);
    for (const auto& entry : vector["expected"]) {
      if (entry["coefficient"] != "krippendorff_alpha.bootstrap_units_percentile") continue;
      const Metric metric = *metric_from(entry["metric"].get<std::string>());
      const Bootstrap got = resample(table, question(table, KrippendorffAlpha, metric), 2'000);
      EXPECT_NEAR(got.percentile->low, entry["value"][0].get<double>(), entry["tol"].get<double>()) << name << entry;
      EXPECT_NEAR(got.percentile->high, entry["value"][1].get<double>(), entry["tol"].get<double>()) << name << entry;
      if (entry.contains("boot_sd")) { EXPECT_NEAR(*got.standard_error, entry["boot_sd"].get<double>(), 0.012) << entry; }
      ++checked;
    }
  }
  EXPECT_EQ(checked, 8U);
}

TEST(Jackknife, leaves_out_each_unit_as_computed_anew_in_the_data_sets) {
  std::size_t checked = 0;
  for (const char* name : {"A06_klein2018", "A09_anxiety", "A10_fleiss1971_diagnoses", "A18_seeded_120x6x5",
                           "C01_wikipedia_3x15", "C02_krippendorff2011_4x12"}) {
    const nlohmann::json vector = read_vector(name);
    const RatingTable table = ratings_of(vector);
    for (const auto& entry : vector["expected"]) {
      if (entry["coefficient"] != "krippendorff_alpha.jackknife_se_units") continue;
      const Question one = question(table, KrippendorffAlpha, *metric_from(entry["metric"].get<std::string>()));
      const Jackknife got = jackknife(table, one, measure(table, {one})[0]);
      EXPECT_EQ(got.units.size(), entry["pairable_units"].get<std::size_t>());
      EXPECT_NEAR(*got.standard_error, entry["value"].get<double>(), 1e-9) << name << entry;
      const auto [low, high] = std::minmax_element(got.units.begin(), got.units.end(),
                                                   [](const Without& a, const Without& b) { return a.value < b.value; });
      EXPECT_NEAR(low->value, entry["jack_min"].get<double>(), 1e-9);
      EXPECT_NEAR(high->value, entry["jack_max"].get<double>(), 1e-9);
      ++checked;
    }
  }
  EXPECT_EQ(checked, 16U);
}

RatingTable without(const RatingTable& table, std::size_t left_out) {
  RatingTable out(table.units() - 1, table.raters(), table.categories());
  for (std::size_t u = 0; u < out.units(); ++u)
    for (std::size_t r = 0; r < table.raters(); ++r) out.set(u, r, table.at(u < left_out ? u : u + 1, r));
  return out;
}

TEST(Jackknife, in_closed_form_is_the_coefficient_without_the_unit) {
  const RatingTable table = random_table(40, 5, 4, 11);
  for (const Coefficient coefficient : {UnitAgreement, FleissKappa, GwetAc, BrennanPrediger, KrippendorffAlpha})
    for (const Metric metric : {Metric::Nominal, Metric::Interval, Metric::Ratio}) {
      const Question one = question(table, coefficient, metric);
      const Jackknife got = jackknife(table, one, measure(table, {one})[0]);
      for (const Without& left : got.units)
        EXPECT_NEAR(left.value, measure(without(table, left.unit), {one})[0].value, 1e-12);
    }
}

// One table put together from the units of a replicate, measured as any table is.
RatingTable drawn(const RatingTable& table, std::size_t fewest, std::uint64_t seed, std::size_t replicate) {
  const DrawPlan plan = plan_draws(table, fewest);
  std::vector<std::uint32_t> times;
  multiplicities(plan, seed, replicate, times);
  RatingTable out(plan.units.size(), table.raters(), table.categories());
  std::size_t unit = 0;
  for (std::size_t i = 0; i < times.size(); ++i)
    for (std::uint32_t k = 0; k < times[i]; ++k, ++unit)
      for (std::size_t r = 0; r < table.raters(); ++r) out.set(unit, r, table.at(plan.units[i], r));
  return out;
}

void expect_the_value_of_the_drawn_table(const RatingTable& table, const Question& one, std::size_t fewest) {
  const Bootstrap got = resample(table, one, 20);
  ASSERT_EQ(got.replicates.size(), 20U);
  for (std::size_t i = 0; i < 20; ++i) {
    const RatingTable again = drawn(table, fewest, 1, i);
    Question anew = one;
    if (one.by_ranks) anew.weights = *metric_weights(Metric::Ordinal, again);
    EXPECT_NEAR(got.replicates[i], measure(again, {anew})[0].value, 1e-11);
  }
}

TEST(Bootstrap, by_blocks_is_each_coefficient_of_the_drawn_units) {
  const RatingTable table = random_table(600, 6, 5, 5);
  for (const Coefficient coefficient : {UnitAgreement, FleissKappa, GwetAc, BrennanPrediger, CongerKappa})
    for (const Metric metric : {Metric::Nominal, Metric::Interval, Metric::Ratio})
      expect_the_value_of_the_drawn_table(table, question(table, coefficient, metric), 1);
  for (const Metric metric : {Metric::Nominal, Metric::Ordinal, Metric::Interval, Metric::Ratio})
    expect_the_value_of_the_drawn_table(table, question(table, KrippendorffAlpha, metric), 2);
}

TEST(Bootstrap, over_pairs_of_raters_is_each_coefficient_of_the_drawn_units) {
  const RatingTable table = random_table(200, 4, 3, 6), two = random_table(200, 2, 3, 7);
  for (const Metric metric : {Metric::Nominal, Metric::Interval}) {
    expect_the_value_of_the_drawn_table(table, question(table, PercentAgreement, metric), 2);
    expect_the_value_of_the_drawn_table(table, question(table, LightKappa, metric), 2);
    expect_the_value_of_the_drawn_table(two, question(two, CohenKappa, metric), 2);
    expect_the_value_of_the_drawn_table(two, question(two, ScottPi, metric), 2);
  }
}

TEST(Bootstrap, of_many_categories_goes_unit_by_unit_with_the_same_draws) {
  const RatingTable table = random_table(150, 3, 5'000, 8);
  for (const Metric metric : {Metric::Nominal, Metric::Ordinal}) {
    const Question one = question(table, KrippendorffAlpha, metric);
    EXPECT_FALSE(fits_blocks(table, one, plan_draws(table, 2)));
    expect_the_value_of_the_drawn_table(table, one, 2);
  }
}

TEST(Bootstrap, with_the_same_seed_is_the_same_for_any_number_of_threads) {
  const RatingTable table = random_table(3'000, 6, 5, 9);
  for (const Coefficient coefficient : {KrippendorffAlpha, CongerKappa, PercentAgreement}) {
    const Question one = question(table, coefficient, Metric::Interval);
    EXPECT_EQ(resample(table, one, 50, 1).replicates, resample(table, one, 50, 3).replicates);
  }
}

TEST(Bootstrap, does_not_depend_on_what_else_is_asked) {
  const RatingTable table = random_table(500, 4, 4, 10);
  const Question alpha = question(table, KrippendorffAlpha, Metric::Ordinal), fleiss = question(table, FleissKappa);
  const auto together = *bootstrap(table, {fleiss, alpha}, measure(table, {fleiss, alpha}), {.replicates = 30});
  EXPECT_EQ(together[0].replicates, resample(table, fleiss, 30).replicates);
  EXPECT_EQ(together[1].replicates, resample(table, alpha, 30).replicates);
}

TEST(Bootstrap, has_the_error_of_the_linearisation_on_many_units) {
  const RatingTable table = random_table(3'000, 5, 4, 12);
  for (const Coefficient coefficient : {FleissKappa, GwetAc, KrippendorffAlpha, CongerKappa, BrennanPrediger}) {
    const Question one = question(table, coefficient);
    const double analytic = *measure(table, {one})[0].standard_error;
    EXPECT_NEAR(*resample(table, one, 2'000).standard_error / analytic, 1, 0.06);
  }
}

TEST(Efron1979, of_units_has_the_error_that_resampling_pairs_of_ratings_would_understate) {
  // Sixty units of ten raters: pairs of one unit hang together.
  const RatingTable table = random_table(60, 10, 3, 13);
  const Question alpha = question(table, KrippendorffAlpha);
  const Estimate answer = measure(table, {alpha})[0];
  const double agreement = *answer.observed, pairs = 60.0 * 8 * 7 / 2;
  const double of_pairs = std::sqrt(agreement * (1 - agreement) / pairs) / (1 - *answer.expected);
  EXPECT_GT(*resample(table, alpha, 1'000).standard_error, 1.5 * of_pairs);
}

TEST(Bootstrap, intervals_cover_the_true_value_as_often_as_they_say) {
  // Two raters who agree with probability 0.7 whatever the unit: 200 experiments of 80 units.
  std::size_t percentile = 0, bca = 0;
  for (std::uint64_t i = 0; i < 200; ++i) {
    SeededRng rng(1000 + i);
    RatingTable table(80, 2, {"a", "b"});
    for (std::size_t u = 0; u < 80; ++u) {
      const auto first = static_cast<Category>(rng.below(2));
      table.set(u, 0, first);
      table.set(u, 1, rng.below(10) < 7 ? first : 1 - first);
    }
    const Bootstrap got = resample(table, question(table, FleissKappa), 400);
    percentile += got.percentile->low <= 0.4 && 0.4 <= got.percentile->high ? 1U : 0U;
    bca += got.bca->low <= 0.4 && 0.4 <= got.bca->high ? 1U : 0U;
  }
  // 95 % of 200 with a binomial deviation of 3.1, three of them to each side.
  EXPECT_NEAR(static_cast<double>(percentile), 190, 10);
  EXPECT_NEAR(static_cast<double>(bca), 190, 10);
}

TEST(Bootstrap, counts_the_resamples_in_which_nothing_is_defined) {
  const RatingTable table = RatingTable::from_texts({{"a", "a"}, {"a", "a"}, {"b", "b"}});
  const Bootstrap got = resample(table, question(table, KrippendorffAlpha), 1'000);
  EXPECT_GT(got.undefined, 200U) << "all of one category in 9 of 27 resamples";
  EXPECT_EQ(got.replicates.size() + got.undefined, 1'000U);
}

TEST(Bootstrap, stops_where_the_progress_says_so) {
  const RatingTable table = random_table(2'000, 4, 4, 14);
  const Question one = question(table, KrippendorffAlpha);
  BootstrapOptions options;
  int told = 0;
  options.progress = [&](double) { return ++told < 3; };
  EXPECT_FALSE(bootstrap(table, {one}, measure(table, {one}), options).has_value());
  EXPECT_EQ(told, 3);
}

TEST(SortedQuantile, lies_between_neighbours) {
  EXPECT_EQ(sorted_quantile({1, 2, 4}, 0.5), 2);
  EXPECT_EQ(sorted_quantile({1, 2, 4}, 0.75), 3);
  EXPECT_EQ(sorted_quantile({7}, 0.3), 7);
}

}  // namespace
}  // namespace etalon::stats
