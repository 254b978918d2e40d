// What holds of the coefficients for any ratings.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/stats/agreement/coefficients.h"
#include "sim/stats/agreement/metric.h"
#include "sim/stats/detail/by_category.h"

namespace etalon::stats {
namespace {

constexpr Coefficient kAll[] = {Coefficient::PercentAgreement, Coefficient::UnitAgreement,     Coefficient::CohenKappa,
                                Coefficient::CongerKappa,      Coefficient::FleissKappa,       Coefficient::LightKappa,
                                Coefficient::ScottPi,          Coefficient::KrippendorffAlpha, Coefficient::GwetAc,
                                Coefficient::BrennanPrediger};

// Of the whole range from the first try on: the smallest tables have no coefficient.
template <class Number>
Number any(Number low, Number end) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<Number>(low, end));
}

// Small, with gaps, and often with a favourite category, else nearly everything is undefined.
RatingTable any_table() {
  const auto units = any<std::size_t>(1, 12), raters = any<std::size_t>(2, 5);
  RatingTable out(units, raters, {"a", "b", "c"});
  for (std::size_t u = 0; u < units; ++u) {
    const auto favourite = any<Category>(0, 3);
    for (std::size_t r = 0; r < raters; ++r) out.set(u, r, any(0, 2) == 0 ? favourite : any<Category>(kMissing, 3));
  }
  return out;
}

std::vector<std::size_t> any_order(std::size_t count) {
  std::vector<std::size_t> out(count);
  std::iota(out.begin(), out.end(), std::size_t{0});
  for (std::size_t i = count; i > 1; --i) std::swap(out[i - 1], out[any<std::size_t>(0, i)]);
  return out;
}

bool close(const std::optional<double>& a, const std::optional<double>& b) {
  return a.has_value() == b.has_value() && (!a || std::abs(*a - *b) < 1e-9);
}
bool close(const Estimate& a, const Estimate& b) {
  return a.status == b.status && a.reason == b.reason && std::abs(a.value - b.value) < 1e-9 &&
         close(a.observed, b.observed) && close(a.expected, b.expected) && close(a.standard_error, b.standard_error) &&
         a.units == b.units && a.raters == b.raters && a.ratings == b.ratings;
}

std::vector<Estimate> all_of(const RatingTable& table, const Weights& weights) {
  std::vector<Question> questions;
  for (const Coefficient coefficient : kAll) questions.push_back({coefficient, weights});
  return measure(table, questions);
}

// Each category's place among the others moves with it.
Weights moved(const Weights& weights, const std::vector<std::size_t>& places) {
  std::vector<std::vector<double>> rows(places.size(), std::vector<double>(places.size()));
  for (std::size_t k = 0; k < places.size(); ++k)
    for (std::size_t l = 0; l < places.size(); ++l) rows[places[k]][places[l]] = weights.at(k, l);
  return *Weights::of_matrix(rows);
}

RatingTable merged(const RatingTable& table) {  // “b” and “c” become one
  RatingTable out(table.units(), table.raters(), {"a", "b or c"});
  for (std::size_t u = 0; u < table.units(); ++u)
    for (std::size_t r = 0; r < table.raters(); ++r) out.set(u, r, std::min<Category>(table.at(u, r), 1));
  return out;
}

RC_GTEST_PROP(Coefficients, do_not_depend_on_the_order_of_units_raters_and_categories, ()) {
  const RatingTable table = any_table();
  const auto units = any_order(table.units()), raters = any_order(table.raters()), categories = any_order(3);
  RatingTable other(table.units(), table.raters(), table.categories());
  for (std::size_t u = 0; u < table.units(); ++u)
    for (std::size_t r = 0; r < table.raters(); ++r)
      if (const Category k = table.at(u, r); k != kMissing)
        other.set(units[u], raters[r], static_cast<Category>(categories[static_cast<std::size_t>(k)]));
  for (const Weights& weights : {Weights::identity(3), *Weights::of_matrix({{1, 0.5, 0}, {0.5, 1, 0.75}, {0, 0.75, 1}})}) {
    const auto here = all_of(table, weights), there = all_of(other, moved(weights, categories));
    for (std::size_t i = 0; i < here.size(); ++i) RC_ASSERT(close(here[i], there[i]));
  }
}

RC_GTEST_PROP(Krippendorff2011, every_unit_twice_leaves_the_observed_disagreement, ()) {
  const RatingTable table = any_table();
  RatingTable twice(2 * table.units(), table.raters(), table.categories());
  for (std::size_t u = 0; u < twice.units(); ++u)
    for (std::size_t r = 0; r < table.raters(); ++r) twice.set(u, r, table.at(u % table.units(), r));
  const Estimate once = krippendorff_alpha(table), again = krippendorff_alpha(twice);
  RC_ASSERT(once.status == again.status);
  RC_PRE(once.ok());
  // `observed` is 1 - D_o (1 - 1 / ratings).
  const auto disagreement = [](const Estimate& e) { return (1 - *e.observed) / (1 - 1 / static_cast<double>(e.ratings)); };
  RC_ASSERT(std::abs(disagreement(once) - disagreement(again)) < 1e-9);
  RC_ASSERT(std::abs(*once.expected - *again.expected) < 1e-9);
}

RC_GTEST_PROP(Merging, two_categories_never_lowers_the_agreement_observed, ()) {
  const RatingTable table = any_table();
  for (const auto percentage : {percent_agreement, pairwise_agreement}) {
    const Estimate before = percentage(table, {}), after = percentage(merged(table), {});
    RC_ASSERT(before.status == after.status);
    RC_ASSERT(before.value <= after.value + 1e-12);
  }
}

// Fleiss' kappa is the mean of the kappas of each category against the rest, weighted by their chance disagreement (Fleiss
// 1971): merging all but one category moves it no further than to the least or the greatest of these.
RC_GTEST_PROP(Fleiss1971, kappa_lies_between_those_of_the_categories_against_the_merged_rest, ()) {
  const RatingTable table = any_table();
  const Estimate kappa = fleiss_kappa(table);
  RC_PRE(kappa.ok());
  double least = 1, greatest = -1e300;
  for (const CategoryDetail& one : by_category(table)) {
    if (!one.kappa.ok()) continue;
    least = std::min(least, one.kappa.value);
    greatest = std::max(greatest, one.kappa.value);
  }
  RC_ASSERT(least - 1e-9 <= kappa.value && kappa.value <= greatest + 1e-9);
}

}  // namespace
}  // namespace etalon::stats
