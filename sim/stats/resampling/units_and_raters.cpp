#include "sim/stats/resampling/units_and_raters.h"

#include <cmath>

#include "sim/base/parallel.h"
#include "sim/stats/agreement/check.h"
#include "sim/stats/agreement/histogram.h"
#include "sim/stats/agreement/pair_sum.h"
#include "sim/stats/agreement/parts.h"
#include "sim/stats/quantile.h"
#include "sim/stats/resampling/ranked.h"

namespace etalon::stats {
namespace {

constexpr double kNoError = 1e-9;  // below this a standard error is a rounding error

std::vector<std::size_t> rated_by(const RatingTable& table, std::size_t rater) {
  std::vector<std::size_t> out;
  for (std::size_t unit = 0; unit < table.units(); ++unit)
    if (table.at(unit, rater) != kMissing) out.push_back(unit);
  return out;
}

// Calls `use(counts, the rater's own category)` for each unit that the rater rated.
template <class Use>
void each_rating(const RatingTable& table, std::size_t rater, const Use& use) {
  const std::vector<std::size_t> units = rated_by(table, rater);
  each_unit_of(
      table, units.size(), [&](std::size_t i) { return units[i]; },
      [&](std::size_t unit, const auto& counts) { use(counts, static_cast<std::size_t>(table.at(unit, rater))); });
}

// Moves a unit to where it belongs without one rating of the category `own`. Counts stay whole numbers, so that a category
// which nobody else used is gone without a trace.
template <class Counts>
void take_away(Strata& strata, const Counts& counts, std::size_t own, double agreeing, const Weights& weights) {
  const std::size_t m = counts.ratings();
  Stratum &from = strata[m], &to = strata[m - 1];
  if (to.counts.empty()) to.counts.resize(weights.categories());
  double alike = -1;  // not with itself
  counts.each([&](std::size_t k, std::size_t n) {
    alike += static_cast<double>(n) * weights.at(own, k);
    from.counts[k] -= n;
    to.counts[k] += n;
  });
  --to.counts[own];
  --from.units;
  ++to.units;
  from.agreeing -= agreeing;
  to.agreeing += agreeing - 2 * alike;
}

RaterUse without_row(RaterUse use, std::size_t rater) {
  const auto at = std::find(use.raters.begin(), use.raters.end(), rater) - use.raters.begin();
  use.raters.erase(use.raters.begin() + at);
  use.ratings.erase(use.ratings.begin() + at);
  use.shares.erase(use.shares.begin() + at);
  return use;
}

// The table once, and then without each of the raters.
class LeaveOneOut {
 public:
  LeaveOneOut(const RatingTable& table, const Question& question, std::size_t threads)
      : table_(table), question_(question), strata_(stats::strata(table, question.weights, threads)) {
    const std::size_t categories = table.categories().size();
    if (question.coefficient == Coefficient::CongerKappa) use_ = rater_use(rater_counts(table, threads), categories);
    if (question.by_ranks && categories <= kMostRanked) ranked_ = Ranked::of(table);
  }

  std::optional<double> without(std::size_t rater) const { return ranked_ ? by_ranks(rater) : by_moments(rater); }

  std::size_t rated_units() const {
    std::size_t out = 0;
    for (const Stratum& stratum : strata_) out += stratum.units;
    return out;
  }

 private:
  std::optional<double> by_moments(std::size_t rater) const {
    Strata left = strata_;
    with_pair_sum(question_.weights, [&](auto pair_sum) {
      each_rating(table_, rater, [&](const auto& counts, std::size_t own) {
        take_away(left, counts, own, pair_sum(counts), question_.weights);
      });
    });
    std::optional<RaterUse> use;
    if (use_) use = without_row(*use_, rater);
    const Moments sums = moments(left, table_.categories().size());
    const auto found = defined_parts(question_.coefficient, sums, question_.weights, use ? &*use : nullptr);
    return found ? std::optional(found->value()) : std::nullopt;
  }

  std::optional<double> by_ranks(std::size_t rater) const {
    Ranked left = *ranked_;
    std::vector<double> unit(table_.categories().size());
    each_rating(table_, rater, [&](const auto& counts, std::size_t own) {
      const auto m = static_cast<double>(counts.ratings());
      copy_counts(counts, unit);
      left.add(unit, m, -1);
      unit[own] -= 1;
      left.add(unit, m - 1, 1);
    });
    return left.alpha();
  }

  const RatingTable& table_;
  const Question& question_;
  Strata strata_;
  std::optional<RaterUse> use_;
  std::optional<Ranked> ranked_;
};

// Raters who rated anything.
std::vector<std::size_t> active_raters(const RatingTable& table) {
  std::vector<std::size_t> out;
  for (std::size_t rater = 0; rater < table.raters(); ++rater)
    for (std::size_t unit = 0; unit < table.units(); ++unit)
      if (table.at(unit, rater) != kMissing) {
        out.push_back(rater);
        break;
      }
  return out;
}

// None: without one of the raters it is undefined.
std::optional<double> variance_about_raters(const LeaveOneOut& table, const std::vector<std::size_t>& raters,
                                            std::size_t threads) {
  std::vector<std::optional<double>> values(raters.size());
  in_parallel(raters.size(), threads, [&](std::size_t i) { values[i] = table.without(raters[i]); });
  const auto r = static_cast<double>(raters.size());
  double mean = 0, squares = 0;
  for (const auto& value : values) {
    if (!value) return std::nullopt;
    mean += *value / r;
  }
  for (const auto& value : values) squares += (*value - mean) * (*value - mean);
  return (r - 1) / r * squares;
}

double satterthwaite(double u, double units, double v, double raters) {
  return (u + v) * (u + v) / (u * u / (units - 1) + v * v / (raters - 1));
}

Interval interval_around(const Estimate& answer, Coefficient coefficient, double half, double level) {
  const bool share = coefficient == Coefficient::UnitAgreement || coefficient == Coefficient::PercentAgreement;
  const double low = answer.value - half, lowest = share ? 0 : -1;
  const double floor = answer.value < lowest ? low : lowest;
  return {std::max(floor, low), std::min(1.0, answer.value + half), level, "gwet_unconditional_t"};
}

// Why there can be none; empty: there may be one.
Message hindrance(const Estimate& answer, std::size_t raters) {
  if (!answer.ok()) return answer.reason;
  if (!answer.standard_error) return answer.interval_reason;
  if (raters < 3) return msg("Only two people rated: without one of them nothing is left to compare.");
  return {};
}

}  // namespace

UnitsAndRaters units_and_raters(const RatingTable& table, const Question& question, const Estimate& answer,
                                const AgreementOptions& options) {
  const std::vector<std::size_t> raters = active_raters(table);
  UnitsAndRaters out{{}, {}, {}, hindrance(answer, raters.size())};
  if (!out.reason.text.empty()) return out;
  const LeaveOneOut each(table, question, options.threads);
  const auto about_raters = variance_about_raters(each, raters, options.threads);
  if (!about_raters) {
    out.reason = msg("Without one of the raters the coefficient is undefined.");
    return out;
  }
  const double about_units = *answer.standard_error * *answer.standard_error, error = std::sqrt(about_units + *about_raters);
  out.standard_error = error;
  out.about_raters = std::sqrt(*about_raters);
  if (error < kNoError) {
    out.reason = msg("All units and all raters say the same, so this method has nothing to build an interval from.");
    return out;
  }
  const auto units = static_cast<double>(each.rated_units()), r = static_cast<double>(raters.size());
  const double half = t_critical(options.level, satterthwaite(about_units, units, *about_raters, r)) * error;
  out.interval = interval_around(answer, question.coefficient, half, options.level);
  return out;
}

}  // namespace etalon::stats
