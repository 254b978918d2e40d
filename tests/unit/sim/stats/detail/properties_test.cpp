// What holds for any ratings: the detail against the definition, and against the same ratings in another order.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>
#include <cmath>

#include "sim/stats/agreement/metric.h"
#include "sim/stats/agreement/pair_bits.h"
#include "sim/stats/detail/by_category.h"
#include "sim/stats/detail/by_pair.h"
#include "sim/stats/detail/by_unit.h"
#include "sim/stats/detail/marginals.h"
#include "sim/stats/detail/null_error.h"
#include "sim/stats/detail/strict.h"
#include "tests/unit/sim/stats/vector_file.h"

namespace etalon::stats {
namespace {

constexpr double kClose = 1e-9;
const std::vector<std::string> kNames{"1", "2", "3", "4"};

bool close(double a, double b) { return std::abs(a - b) < kClose; }
bool close(const std::optional<double>& a, const std::optional<double>& b) {
  return a.has_value() == b.has_value() && (!a || close(*a, *b));
}
bool close(const Estimate& a, const Estimate& b) {
  return a.status == b.status && a.reason == b.reason && a.interval_reason == b.interval_reason && close(a.value, b.value) &&
         close(a.observed, b.observed) && close(a.expected, b.expected) && close(a.standard_error, b.standard_error) &&
         a.interval.has_value() == b.interval.has_value() &&
         (!a.interval || (close(a.interval->low, b.interval->low) && close(a.interval->high, b.interval->high))) &&
         a.units == b.units && a.raters == b.raters && a.ratings == b.ratings;
}
bool close(const NullTest& a, const NullTest& b) {
  return a.defined == b.defined && a.reason == b.reason && close(a.null_standard_error, b.null_standard_error) &&
         close(a.z, b.z) && close(a.p_value, b.p_value);
}
bool close(const ChiSquared& a, const ChiSquared& b) {
  // A statistic without bound magnifies the last digits.
  return a.defined == b.defined && a.degrees == b.degrees && a.reason == b.reason &&
         std::abs(a.statistic - b.statistic) <= 1e-6 * (1 + a.statistic) && std::abs(a.p_value - b.p_value) < 1e-6;
}

// A small table, most of it rated; often with a favourite category, else nearly everything is undefined.
RatingTable any_table(std::size_t raters) {
  const auto units = *rc::gen::inRange<std::size_t>(0, 14);
  const auto categories = *rc::gen::inRange<std::size_t>(1, kNames.size() + 1);
  RatingTable out(units, raters, {kNames.begin(), kNames.begin() + static_cast<std::ptrdiff_t>(categories)});
  for (std::size_t u = 0; u < units; ++u)
    for (std::size_t r = 0; r < raters; ++r)
      out.set(u, r,
              *rc::gen::inRange<Category>(*rc::gen::inRange(0, 4) == 0 ? kMissing : 0, static_cast<Category>(categories)));
  return out;
}
RatingTable any_table() { return any_table(*rc::gen::inRange<std::size_t>(1, 6)); }

std::vector<std::size_t> any_order(std::size_t count) {
  std::vector<std::size_t> out(count);
  for (std::size_t i = 0; i < count; ++i) out[i] = i;
  for (std::size_t i = count; i > 1; --i) std::swap(out[i - 1], out[*rc::gen::inRange<std::size_t>(0, i)]);
  return out;
}

// Where each unit, rater and category goes.
struct Orders {
  std::vector<std::size_t> units, raters, categories;

  explicit Orders(const RatingTable& table)
      : units(any_order(table.units())),
        raters(any_order(table.raters())),
        categories(any_order(table.categories().size())) {}
};

RatingTable reordered(const RatingTable& table, const Orders& orders) {
  RatingTable out(table.units(), table.raters(), table.categories());
  for (std::size_t u = 0; u < table.units(); ++u)
    for (std::size_t r = 0; r < table.raters(); ++r)
      if (const Category k = table.at(u, r); k != kMissing)
        out.set(orders.units[u], orders.raters[r], static_cast<Category>(orders.categories[static_cast<std::size_t>(k)]));
  return out;
}

Question alpha(const RatingTable& table) {
  return {Coefficient::KrippendorffAlpha, Weights::identity(table.categories().size())};
}

RatingTable dichotomy(const RatingTable& table, std::size_t category) {
  RatingTable out(table.units(), table.raters(), {"rest", "here"});
  for (std::size_t u = 0; u < table.units(); ++u)
    for (std::size_t r = 0; r < table.raters(); ++r)
      if (const Category k = table.at(u, r); k != kMissing) out.set(u, r, static_cast<std::size_t>(k) == category ? 1 : 0);
  return out;
}

RC_GTEST_PROP(ByCategory, kappa_is_exactly_fleiss_kappa_of_the_category_against_the_rest, ()) {
  const RatingTable table = any_table();
  const auto details = by_category(table, {.level = 0.9});
  for (std::size_t k = 0; k < details.size(); ++k)
    RC_ASSERT(close(details[k].kappa, fleiss_kappa(dichotomy(table, k), {.level = 0.9})));
}

RC_GTEST_PROP(ByCategory, prevalences_sum_to_1_and_specific_agreement_averages_to_what_alpha_observes, ()) {
  const RatingTable table = any_table();
  double prevalence = 0, same = 0, chosen = 0;
  std::size_t ratings = 0;
  for (std::size_t k = 0; const CategoryDetail& one : by_category(table)) {
    prevalence += one.prevalence;
    ratings += one.ratings;
    double here = 0;
    for (std::size_t u = 0; u < table.units(); ++u) {
      double m = 0, n = 0;
      for (std::size_t r = 0; r < table.raters(); ++r) {
        m += table.at(u, r) != kMissing ? 1 : 0;
        n += table.at(u, r) == static_cast<Category>(k) ? 1 : 0;
      }
      if (m > 1) here += n;
    }
    same += one.specific_agreement.value * here;
    chosen += here;
    ++k;
  }
  RC_ASSERT(ratings == 0 || close(prevalence, 1));
  const Estimate all = krippendorff_alpha(table);
  RC_ASSERT(!all.ok() || close(*all.observed, same / chosen + (1 - same / chosen) / chosen));
}

RC_GTEST_PROP(Details, of_ratings_in_another_order_are_the_same, ()) {
  const RatingTable table = any_table();
  const Orders orders(table);
  const RatingTable other = reordered(table, orders);
  const auto categories = by_category(table), others = by_category(other);
  for (std::size_t k = 0; k < categories.size(); ++k) {
    const CategoryDetail& same = others[orders.categories[k]];
    RC_ASSERT(categories[k].ratings == same.ratings && close(categories[k].prevalence, same.prevalence));
    RC_ASSERT(close(categories[k].specific_agreement, same.specific_agreement));
    RC_ASSERT(close(categories[k].kappa, same.kappa));
  }
  for (const StrictUnits units : {StrictUnits::Complete, StrictUnits::Pairable})
    RC_ASSERT(close(strict_agreement(table, units), strict_agreement(other, units)));
  RC_ASSERT(close(fleiss_null_test(table), fleiss_null_test(other)));
  const auto units = by_unit(table, alpha(table)), other_units = by_unit(other, alpha(other));
  RC_ASSERT(units.size() == other_units.size());
  for (const UnitDetail& unit : units)
    for (const UnitDetail& same : other_units) {
      if (same.unit != orders.units[unit.unit]) continue;
      RC_ASSERT(unit.ratings == same.ratings && unit.categories == same.categories && close(unit.entropy, same.entropy));
      RC_ASSERT(close(unit.share_of_disagreement, same.share_of_disagreement) && close(unit.dfbeta, same.dfbeta));
    }
  for (const RaterDetail& rater : by_rater(table, alpha(table)))
    for (const RaterDetail& same : by_rater(other, alpha(other))) {
      if (same.rater != orders.raters[rater.rater]) continue;
      RC_ASSERT(rater.ratings == same.ratings && close(rater.dfbeta, same.dfbeta));
      RC_ASSERT(close(rater.agreement_with_others, same.agreement_with_others));
    }
}

RC_GTEST_PROP(ByPair, is_symmetric_in_the_two_raters_and_does_not_hang_on_any_order, ()) {
  const RatingTable table = any_table();
  const Orders orders(table);
  const auto pairs = by_pair(table), others = by_pair(reordered(table, orders));
  RC_ASSERT(pairs.size() == others.size());
  for (const PairDetail& pair : pairs) {
    const std::size_t a = orders.raters[pair.a], b = orders.raters[pair.b];
    const auto same = std::find_if(others.begin(), others.end(), [&](const PairDetail& one) {
      return one.a == std::min(a, b) && one.b == std::max(a, b);
    });
    RC_ASSERT(same != others.end());
    RC_ASSERT(close(pair.kappa, same->kappa) && close(pair.agreement, same->agreement) && pair.units == same->units);
    RC_ASSERT(close(pair.greatest_kappa, same->greatest_kappa) && close(pair.pabak, same->pabak));
    RC_ASSERT(close(pair.share_of_greatest, same->share_of_greatest));
    RC_ASSERT(!pair.greatest_kappa || !pair.kappa.ok() || pair.kappa.value <= *pair.greatest_kappa + kClose);
    RC_ASSERT(pair.bias_index.has_value() == same->bias_index.has_value());
    if (pair.bias_index) {
      RC_ASSERT(close(std::abs(*pair.bias_index), std::abs(*same->bias_index)));
      RC_ASSERT(close(std::abs(*pair.prevalence_index), std::abs(*same->prevalence_index)));
    }
  }
}

RC_GTEST_PROP(PairTallies, by_bits_and_by_units_are_the_same_numbers, ()) {
  const RatingTable table = any_table(*rc::gen::inRange<std::size_t>(2, 6));
  const std::size_t q = table.categories().size();
  std::vector<std::vector<double>> rows(q, std::vector<double>(q));
  for (std::size_t k = 0; k < q; ++k) rows[k][k] = 1;
  const auto by_units = tally_pairs(table, *Weights::of_matrix(rows));
  auto by_bits = tally_by_bits(table, 2);
  std::erase_if(by_bits, [](const PairTally& pair) { return pair.units == 0; });
  RC_ASSERT(by_bits.size() == by_units.size());
  for (std::size_t i = 0; i < by_bits.size(); ++i) {
    RC_ASSERT(by_bits[i].a == by_units[i].a && by_bits[i].b == by_units[i].b && by_bits[i].units == by_units[i].units);
    RC_ASSERT(by_bits[i].agreeing == by_units[i].agreeing);
    RC_ASSERT(by_bits[i].by_a == by_units[i].by_a && by_bits[i].by_b == by_units[i].by_b);
    RC_ASSERT(by_bits[i].kappa(Weights::identity(q)) == by_units[i].kappa(Weights::identity(q)));
  }
}

RC_GTEST_PROP(MarginalTests, do_not_hang_on_the_order_of_raters_units_and_categories, ()) {
  const RatingTable table = any_table(2);
  const MarginalTests one = marginal_tests(table, 0, 1), other = marginal_tests(reordered(table, Orders(table)), 0, 1);
  RC_ASSERT(close(one.bowker, other.bowker));
  RC_ASSERT(close(one.stuart_maxwell, other.stuart_maxwell));
  RC_ASSERT(close(one.bhapkar, other.bhapkar));
  for (const ChiSquared& test : {one.bowker, one.stuart_maxwell, one.bhapkar}) {
    RC_ASSERT(test.defined == test.reason.text.empty());
    RC_ASSERT(std::isfinite(test.statistic) && test.p_value >= 0 && test.p_value <= 1);
  }
}

RC_GTEST_PROP(NullTests, have_an_error_above_0_or_say_why_not, ()) {
  const RatingTable table = any_table(2);
  const Orders orders(table);
  RC_ASSERT(close(cohen_null_test(table), cohen_null_test(reordered(table, orders))));
  for (const NullTest& test : {cohen_null_test(table), fleiss_null_test(table)}) {
    RC_ASSERT(test.defined == test.reason.text.empty());
    RC_ASSERT(test.defined == (test.null_standard_error > 0));
    RC_ASSERT(std::isfinite(test.z) && test.p_value >= 0 && test.p_value <= 1);
  }
}

RatingTable without_rater(const RatingTable& table, std::size_t rater) {
  RatingTable out = table;
  for (std::size_t unit = 0; unit < table.units(); ++unit) out.set(unit, rater, kMissing);
  return out;
}

RC_GTEST_PROP(ByRater, dfbeta_is_alpha_less_alpha_without_the_rater, ()) {
  const RatingTable table = any_table();
  for (const Metric metric : {Metric::Nominal, Metric::Ordinal, Metric::Interval}) {
    const auto of = [&](const RatingTable& ratings) {
      return krippendorff_alpha(ratings, {.weights = *metric_weights(metric, ratings)});
    };
    const Estimate all = of(table);
    const Question question{Coefficient::KrippendorffAlpha, *metric_weights(metric, table), metric == Metric::Ordinal};
    for (const RaterDetail& rater : by_rater(table, question)) {
      const Estimate rest = of(without_rater(table, rater.rater));
      RC_ASSERT(rater.dfbeta.has_value() == (all.ok() && rest.ok()));
      RC_ASSERT(!rater.dfbeta || close(*rater.dfbeta, all.value - rest.value));
    }
  }
}

TEST(ByUnit, dfbeta_is_alpha_less_alpha_without_the_unit_in_the_data_sets) {
  std::size_t checked = 0;
  for (const char* name : {"A06_klein2018", "A09_anxiety", "A10_fleiss1971_diagnoses", "A18_seeded_120x6x5",
                           "C01_wikipedia_3x15", "C02_krippendorff2011_4x12"}) {
    const nlohmann::json vector = read_vector(name);
    const RatingTable table = ratings_of(vector);
    for (const auto& entry : vector["expected"]) {
      if (entry["coefficient"] != "krippendorff_alpha.jackknife_se_units") continue;
      const Metric metric = *metric_from(entry["metric"].get<std::string>());
      const Question question{Coefficient::KrippendorffAlpha, *metric_weights(metric, table), metric == Metric::Ordinal};
      const double all = krippendorff_alpha(table, {.weights = question.weights}).value;
      double least = 1, most = -1, sum = 0, count = 0;
      for (const UnitDetail& unit : by_unit(table, question)) {
        if (!unit.dfbeta) continue;
        least = std::min(least, all - *unit.dfbeta);
        most = std::max(most, all - *unit.dfbeta);
        sum += all - *unit.dfbeta;
        ++count;
      }
      EXPECT_EQ(count, entry["pairable_units"].get<double>());
      EXPECT_NEAR(least, entry["jack_min"].get<double>(), 1e-9) << name << entry;
      EXPECT_NEAR(most, entry["jack_max"].get<double>(), 1e-9) << name << entry;
      EXPECT_NEAR(sum / count, entry["jack_mean"].get<double>(), 1e-9) << name << entry;
      ++checked;
    }
  }
  EXPECT_EQ(checked, 16U);
}

}  // namespace
}  // namespace etalon::stats
