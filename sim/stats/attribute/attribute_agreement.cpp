#include "sim/stats/attribute/attribute_agreement.h"

#include <algorithm>

#include "sim/base/assert.h"
#include "sim/stats/clopper_pearson.h"
#include "sim/stats/detail/by_category.h"

namespace etalon::stats {
namespace {

// Columns from `begin` to before `end`.
RatingTable columns(const RatingTable& table, std::size_t begin, std::size_t end) {
  RatingTable out(table.units(), end - begin, table.categories());
  for (std::size_t unit = 0; unit < table.units(); ++unit)
    for (std::size_t i = begin; i < end; ++i) out.set(unit, i - begin, table.at(unit, i));
  return out;
}

// What the trials of a unit all are; none: not all were made, or they differ (then `complete` is true).
struct Unit {
  bool complete = true, same = true;
  Category category = kMissing;
};

Unit unit_of(const RatingTable& trials, std::size_t unit) {
  Unit out{true, true, trials.at(unit, 0)};
  for (std::size_t i = 0; i < trials.raters(); ++i) {
    const Category category = trials.at(unit, i);
    out.complete = out.complete && category != kMissing;
    out.same = out.same && category == out.category;
  }
  return out;
}

AttributeAnswer undefined(const Message& reason) {
  AttributeAnswer out;
  out.share.reason = out.kappa.reason = reason;
  return out;
}

// `standard` null: the trials among themselves.
AttributeAnswer count(const RatingTable& trials, const std::vector<Category>* standard, double level) {
  AttributeAnswer out;
  for (std::size_t unit = 0; unit < trials.units(); ++unit) {
    const Unit one = unit_of(trials, unit);
    if (!one.complete || (standard && (*standard)[unit] == kMissing)) {
      ++out.left_out;
      continue;
    }
    ++out.inspected;
    out.matched += one.same && (!standard || one.category == (*standard)[unit]) ? 1U : 0U;
  }
  out.share = exact_proportion(out.matched, out.inspected, level);
  if (!out.share.ok()) out.share.reason = msg("No unit has all the trials that this question needs.");
  return out;
}

AttributeAnswer among_themselves(const RatingTable& trials, double level) {
  AttributeAnswer out = count(trials, nullptr, level);
  out.kappa = fleiss_kappa(trials, {.level = level});
  for (const CategoryDetail& category : by_category(trials, {.level = level})) out.by_category.push_back(category.kappa);
  return out;
}

// One trial beside the standard, as two raters.
Estimate against(const RatingTable& trials, std::size_t column, const std::vector<Category>& standard) {
  RatingTable both(trials.units(), 2, trials.categories());
  for (std::size_t unit = 0; unit < trials.units(); ++unit) {
    both.set(unit, 0, trials.at(unit, column));
    both.set(unit, 1, standard[unit]);
  }
  return scott_pi(both);
}

Estimate mean_against(const RatingTable& trials, const std::vector<Category>& standard) {
  Estimate out;
  for (std::size_t i = 0; i < trials.raters(); ++i) {
    const Estimate one = against(trials, i, standard);
    if (!one.ok()) {
      out.value = 0;
      out.reason = one.reason;
      return out;
    }
    out.value += one.value / static_cast<double>(trials.raters());
    out.units = std::max(out.units, one.units);
  }
  out.status = Status::Ok;
  out.interval_reason = msg("A mean over trials has no sampling error of its own; resample the units instead.");
  return out;
}

AttributeAnswer against_standard(const RatingTable& trials, const std::vector<Category>& standard, double level) {
  if (standard.empty()) return undefined(msg("There is no standard to compare with."));
  AttributeAnswer out = count(trials, &standard, level);
  out.kappa = mean_against(trials, standard);
  return out;
}

}  // namespace

AttributeAgreement attribute_agreement(const RatingTable& trials, std::size_t occasions,
                                       const std::vector<Category>& standard, double level) {
  ETALON_ASSERT(occasions > 0 && trials.raters() % occasions == 0);
  ETALON_ASSERT(standard.empty() || standard.size() == trials.units());
  const std::size_t raters = trials.raters() / occasions;
  AttributeAgreement out;
  for (std::size_t rater = 0; rater < raters; ++rater) {
    const RatingTable own = columns(trials, rater * occasions, (rater + 1) * occasions);
    out.within.push_back(occasions > 1
                             ? among_themselves(own, level)
                             : undefined(msg("Every unit was rated once, so nobody can be compared with themselves.")));
    out.each_against_standard.push_back(against_standard(own, standard, level));
  }
  out.between = raters > 1 ? among_themselves(trials, level) : undefined(msg("Only one person rated; agreement needs two."));
  out.all_against_standard =
      raters > 0 ? against_standard(trials, standard, level) : undefined(msg("There are no ratings."));
  return out;
}

}  // namespace etalon::stats
