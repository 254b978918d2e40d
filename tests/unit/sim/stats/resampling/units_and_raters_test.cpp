#include "sim/stats/resampling/units_and_raters.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>
#include <cmath>

#include "sim/base/rng.h"
#include "sim/stats/agreement/metric.h"
#include "sim/stats/quantile.h"

namespace etalon::stats {
namespace {

using enum Coefficient;

Question question(const RatingTable& table, Coefficient coefficient, Metric metric = Metric::Nominal) {
  return {coefficient, *metric_weights(metric, table), metric == Metric::Ordinal};
}

UnitsAndRaters of(const RatingTable& table, const Question& one, const AgreementOptions& options = {}) {
  return units_and_raters(table, one, measure(table, {one}, options)[0], options);
}
UnitsAndRaters of(const RatingTable& table, Coefficient coefficient) { return of(table, question(table, coefficient)); }

// A unit each row. The units agree to 1, 1/3 and 1/3: mean 5/9, variance (16 + 4 + 4) / 81 / (3 * 2) = 4/81. Without the
// first rater 2/3 is left, without the second 1/3, without the third 2/3: (2 / 3) * (1 + 4 + 1) / 81 = 4/81.
const std::vector<std::vector<std::optional<std::string>>> kByHand{{"a", "a", "a"}, {"b", "b", "a"}, {"a", "b", "b"}};

TEST(Gwet2014Unconditional, percent_agreement_by_hand) {
  const RatingTable table = RatingTable::from_texts(kByHand);
  const UnitsAndRaters got = of(table, question(table, UnitAgreement), {.level = 0.5});
  EXPECT_NEAR(*got.about_raters, 2.0 / 9, 1e-12);
  EXPECT_NEAR(*got.standard_error, std::sqrt(8.0) / 9, 1e-12);
  // Satterthwaite: (8 / 81)^2 / (2 * (4 / 81)^2 / 2) = 4 degrees; half of Student's t lies within 0.740697.
  EXPECT_NEAR(got.interval->low, 5.0 / 9 - 0.740697 * std::sqrt(8.0) / 9, 1e-6);
  EXPECT_NEAR(got.interval->high, 5.0 / 9 + 0.740697 * std::sqrt(8.0) / 9, 1e-6);
  EXPECT_EQ(got.interval->method, "gwet_unconditional_t");
  EXPECT_EQ(got.interval->level, 0.5);
}

// Chance is 1/2: twice the agreement less 1, so all errors are twice those above.
// Without gaps the mean over pairs is the mean over units, and neither falls below 0.
TEST(Gwet2014Unconditional, pairwise_agreement_of_complete_ratings_is_that_of_units) {
  const RatingTable table = RatingTable::from_texts(kByHand);
  const UnitsAndRaters pairs = of(table, question(table, PercentAgreement)),
                       units = of(table, question(table, UnitAgreement));
  ASSERT_TRUE(pairs.interval && units.interval);
  EXPECT_NEAR(*pairs.standard_error, *units.standard_error, 1e-12);
  EXPECT_EQ(pairs.interval->low, 0);
  EXPECT_EQ(units.interval->low, 0);
  EXPECT_NEAR(pairs.interval->high, units.interval->high, 1e-12);
}

TEST(Gwet2014Unconditional, brennan_prediger_by_hand) {
  const UnitsAndRaters got = of(RatingTable::from_texts(kByHand), BrennanPrediger);
  EXPECT_NEAR(*got.about_raters, 4.0 / 9, 1e-12);
  EXPECT_NEAR(*got.standard_error, std::sqrt(32.0) / 9, 1e-12);
}

// Two agree always, the third never: no unit differs from another, but the raters do. Without the third 1, without one of
// the others -1.
TEST(Gwet2014Unconditional, error_about_raters_where_all_units_are_alike) {
  const RatingTable table = RatingTable::from_texts({{"a", "a", "b"}, {"b", "b", "a"}});
  const UnitsAndRaters got = of(table, BrennanPrediger);
  EXPECT_FALSE(measure(table, {question(table, BrennanPrediger)})[0].interval);
  EXPECT_NEAR(*got.standard_error, 4.0 / 3, 1e-12);
  EXPECT_EQ(got.interval->low, -1);
  EXPECT_EQ(got.interval->high, 1);
}

TEST(UnitsAndRaters, of_one_or_two_raters_say_why_there_is_no_error) {
  EXPECT_EQ(of(RatingTable::from_texts({{"a"}, {"b"}}), FleissKappa).reason.text,
            "Only one person rated; agreement needs two.");
  const RatingTable two = RatingTable::from_texts({{"a", "a"}, {"b", "b"}, {"a", "b"}});
  for (const Coefficient coefficient :
       {UnitAgreement, CohenKappa, ScottPi, FleissKappa, CongerKappa, GwetAc, BrennanPrediger, KrippendorffAlpha}) {
    const UnitsAndRaters got = of(two, coefficient);
    EXPECT_FALSE(got.standard_error || got.about_raters || got.interval);
    EXPECT_EQ(got.reason.text, "Only two people rated: without one of them nothing is left to compare.");
  }
  const RatingTable idle = RatingTable::from_texts({{"a", {}, "a"}, {"b", {}, "b"}, {"a", {}, "b"}});
  EXPECT_EQ(of(idle, FleissKappa).reason, of(two, FleissKappa).reason) << "who rated nothing is no rater";
}

TEST(UnitsAndRaters, say_why_where_there_is_no_error_about_units_or_no_coefficient) {
  const RatingTable table = RatingTable::from_texts(kByHand);
  for (const Coefficient coefficient : {PercentAgreement, LightKappa}) {
    const Estimate answer = measure(table, {question(table, coefficient)})[0];
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(of(table, coefficient).reason, answer.interval_reason);
  }
  EXPECT_EQ(of(table, CohenKappa).reason.text, "Cohen’s kappa compares exactly two, not {count}.");
  EXPECT_EQ(of(RatingTable::from_texts({{"a", "a", "b"}}), FleissKappa).reason.text, "One unit alone gives no interval.");
  EXPECT_FALSE(of(RatingTable(0, 3, {"a"}), FleissKappa).reason.text.empty());
}

// Without the third nobody met; without the second of the other table all is one category.
TEST(UnitsAndRaters, say_so_where_the_coefficient_is_undefined_without_one_of_the_raters) {
  const std::string why = "Without one of the raters the coefficient is undefined.";
  const RatingTable bridge = RatingTable::from_texts({{"a", {}, "a"}, {{}, "b", "a"}, {"b", {}, "b"}, {{}, "b", "b"}});
  const RatingTable alone = RatingTable::from_texts({{"a", "b", "a"}, {"a", "a", "a"}, {"a", "a", "a"}});
  for (const Coefficient coefficient : {FleissKappa, CongerKappa, KrippendorffAlpha}) {
    EXPECT_EQ(of(bridge, coefficient).reason.text, why);
    EXPECT_EQ(of(alone, coefficient).reason.text, why);
  }
  EXPECT_EQ(of(alone, question(alone, KrippendorffAlpha, Metric::Ordinal)).reason.text, why);
  EXPECT_TRUE(of(alone, GwetAc).interval) << "two categories are declared";
}

TEST(UnitsAndRaters, who_all_say_the_same_have_an_error_of_0_and_no_interval) {
  const UnitsAndRaters got = of(RatingTable::from_texts({{"a", "a", "a"}, {"b", "b", "b"}}), FleissKappa);
  EXPECT_NEAR(*got.standard_error, 0, 1e-9);
  EXPECT_FALSE(got.interval);
  EXPECT_NE(got.reason.text, "");
}

RatingTable any_table(std::size_t raters) {
  const auto units = *rc::gen::inRange<std::size_t>(2, 14);
  const auto categories = *rc::gen::inRange<Category>(2, 5);
  const std::vector<std::string> names{"1", "2", "3", "5"};
  RatingTable out(units, raters, {names.begin(), names.begin() + categories});
  for (std::size_t u = 0; u < units; ++u)
    for (std::size_t r = 0; r < raters; ++r)
      out.set(u, r, *rc::gen::inRange<Category>(*rc::gen::inRange(0, 4) == 0 ? kMissing : 0, categories));
  return out;
}

RatingTable without_rater(RatingTable table, std::size_t rater) {
  for (std::size_t unit = 0; unit < table.units(); ++unit) table.set(unit, rater, kMissing);
  return table;
}

std::size_t ratings_of(const RatingTable& table, std::size_t rater) {
  std::size_t out = 0;
  for (std::size_t unit = 0; unit < table.units(); ++unit) out += table.at(unit, rater) == kMissing ? 0U : 1U;
  return out;
}

// The variance about raters by the letter: the coefficient measured anew on the table without each rater.
std::optional<double> by_definition(const RatingTable& table, Coefficient coefficient, Metric metric) {
  const Weights whole = *metric_weights(metric, table);
  std::vector<double> values;
  for (std::size_t rater = 0; rater < table.raters(); ++rater) {
    if (ratings_of(table, rater) == 0) continue;
    const RatingTable rest = without_rater(table, rater);
    const Question one{coefficient, metric == Metric::Ordinal ? *metric_weights(metric, rest) : whole};
    const Estimate value = measure(rest, {one})[0];
    if (!value.ok()) return std::nullopt;
    values.push_back(value.value);
  }
  const auto r = static_cast<double>(values.size());
  double mean = 0, squares = 0;
  for (const double value : values) mean += value / r;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return (r - 1) / r * squares;
}

bool close(double a, double b) { return std::abs(a - b) < 1e-9 * std::max(1.0, std::abs(a)); }

RC_GTEST_PROP(UnitsAndRaters, are_the_error_about_units_and_the_jackknife_by_the_letter, ()) {
  const RatingTable table = any_table(*rc::gen::inRange<std::size_t>(3, 7));
  const auto metric = *rc::gen::element(Metric::Nominal, Metric::Interval, Metric::Ratio, Metric::Ordinal);
  const auto coefficient = metric == Metric::Ordinal ? KrippendorffAlpha
                                                     : *rc::gen::element(UnitAgreement, FleissKappa, CongerKappa, GwetAc,
                                                                         BrennanPrediger, KrippendorffAlpha);
  const Question one = question(table, coefficient, metric);
  const Estimate answer = measure(table, {one})[0];
  const UnitsAndRaters got = units_and_raters(table, one, answer, {.threads = 2});
  RC_ASSERT(got.interval.has_value() == got.reason.text.empty());
  if (answer.raters < 3 || !answer.ok() || !answer.standard_error) {
    RC_ASSERT(!got.standard_error);
    return;
  }
  const std::optional<double> about_raters = by_definition(table, coefficient, metric);
  RC_ASSERT(got.standard_error.has_value() == about_raters.has_value());
  if (!about_raters) return;
  const double about_units = *answer.standard_error * *answer.standard_error;
  RC_ASSERT(close(*got.about_raters * *got.about_raters, *about_raters));
  RC_ASSERT(close(*got.standard_error * *got.standard_error, about_units + *about_raters));
  RC_ASSERT(*got.standard_error >= *answer.standard_error);
}

RC_GTEST_PROP(UnitsAndRaters, do_not_hang_on_the_order_of_raters_or_on_one_who_rated_nothing, ()) {
  const RatingTable table = any_table(4);
  RatingTable turned(table.units(), 5, table.categories());
  for (std::size_t u = 0; u < table.units(); ++u)
    for (std::size_t r = 0; r < 4; ++r) turned.set(table.units() - 1 - u, 4 - r, table.at(u, r));
  for (const Coefficient coefficient : {FleissKappa, CongerKappa, KrippendorffAlpha}) {
    const UnitsAndRaters a = of(table, coefficient), b = of(turned, coefficient);
    RC_ASSERT(a.reason == b.reason);
    RC_ASSERT(a.standard_error.has_value() == b.standard_error.has_value());
    if (a.standard_error) RC_ASSERT(close(*a.standard_error, *b.standard_error));
  }
}

// Hundreds of raters who met a few units each, and more categories than a byte holds.
TEST(UnitsAndRaters, of_many_raters_who_share_few_units_are_the_jackknife_by_the_letter) {
  SeededRng rng(5);
  std::vector<std::string> names;
  for (int k = 0; k < 300; ++k) names.push_back(std::to_string(k + 1));
  RatingTable table(120, 290, names);
  for (std::size_t unit = 0; unit < table.units(); ++unit)
    for (int i = 0; i < 7; ++i) table.set(unit, rng.below(290), static_cast<Category>(rng.below(3) * 149));
  for (const Coefficient coefficient : {FleissKappa, GwetAc, KrippendorffAlpha}) {
    const auto expected = by_definition(table, coefficient, Metric::Interval);
    const UnitsAndRaters got = of(table, question(table, coefficient, Metric::Interval));
    ASSERT_TRUE(expected && got.standard_error);
    EXPECT_NEAR(*got.about_raters, std::sqrt(*expected), 1e-9);
  }
}

// Raters of all sorts judge fresh units, again and again: how far agreement strays is what the error says, and much more
// than the error about units alone.
TEST(UnitsAndRaters, error_is_how_far_the_coefficient_strays_when_units_and_raters_are_drawn_anew) {
  constexpr std::size_t kTimes = 400, kUnits = 60, kRaters = 10;
  SeededRng rng(11);
  double sum = 0, squares = 0, about_units = 0, about_both = 0;
  for (std::size_t time = 0; time < kTimes; ++time) {
    RatingTable table(kUnits, kRaters, {"1", "2"});
    for (std::size_t rater = 0; rater < kRaters; ++rater) {
      const std::uint64_t errs = rng.below(2) == 0 ? 5 : 40;  // of a hundred
      for (std::size_t unit = 0; unit < kUnits; ++unit)
        table.set(unit, rater, static_cast<Category>((unit + (rng.below(100) < errs ? 1 : 0)) % 2));
    }
    const Question one = question(table, BrennanPrediger);
    const Estimate answer = measure(table, {one})[0];
    const UnitsAndRaters both = units_and_raters(table, one, answer);
    sum += answer.value, squares += answer.value * answer.value;
    about_units += *answer.standard_error * *answer.standard_error;
    about_both += *both.standard_error * *both.standard_error;
  }
  const double variance = squares / kTimes - sum / kTimes * (sum / kTimes);
  EXPECT_LT(about_units / kTimes, variance / 3);
  EXPECT_NEAR(about_both / kTimes / variance, 1, 0.2);
}

}  // namespace
}  // namespace etalon::stats
