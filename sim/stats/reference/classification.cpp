#include "sim/stats/reference/classification.h"

#include <algorithm>
#include <boost/random/binomial_distribution.hpp>
#include <cmath>

#include "sim/base/assert.h"
#include "sim/stats/agreement/coefficients.h"
#include "sim/stats/clopper_pearson.h"
#include "sim/stats/proportion.h"
#include "sim/stats/resampling/draws.h"
#include "sim/stats/resampling/interval.h"

namespace etalon::stats {
namespace {

Estimate share(std::size_t k, std::size_t n, const ValidityOptions& options, Message why_not) {
  Estimate out = options.interval == ProportionInterval::Wilson ? proportion(k, n, options.level)
                                                                : exact_proportion(k, n, options.level);
  if (!out.ok()) out.reason = std::move(why_not);
  return out;
}

Estimate value(std::optional<double> number, std::size_t units, Message reason) {
  Estimate out;
  out.units = units;
  if (!number) {
    out.reason = std::move(reason);
    return out;
  }
  out.status = Status::Ok;
  out.value = *number;
  out.interval_reason = msg("This quantity has no interval of its own; resample the units instead.");
  return out;
}

std::optional<double> ratio(double a, double b) { return b > 0 ? std::optional(a / b) : std::nullopt; }

double number(std::size_t count) { return static_cast<double>(count); }

std::optional<double> f1_of(const ConfusionMatrix& m, std::size_t k) {
  return ratio(2 * number(m.at(k, k)), number(m.of_truth(k) + m.of_choice(k)));
}

// The mean over the categories where `of` is defined, by their weight.
template <class Of, class Weight>
std::optional<double> mean(const ConfusionMatrix& m, const Of& of, const Weight& weight) {
  double sum = 0, all = 0;
  for (std::size_t k = 0; k < m.categories; ++k) {
    const std::optional<double> one = of(k);
    if (!one) continue;
    sum += weight(k) * *one;
    all += weight(k);
  }
  return ratio(sum, all);
}

std::optional<double> balanced(const ConfusionMatrix& m) {
  const auto recall = [&](std::size_t k) { return ratio(number(m.at(k, k)), number(m.of_truth(k))); };
  return mean(m, recall, [](std::size_t) { return 1.0; });
}

std::optional<double> macro_f1(const ConfusionMatrix& m) {
  return mean(
      m, [&](std::size_t k) { return f1_of(m, k); }, [](std::size_t) { return 1.0; });
}

std::optional<double> weighted_f1(const ConfusionMatrix& m) {
  return mean(
      m, [&](std::size_t k) { return f1_of(m, k); }, [&](std::size_t k) { return number(m.of_truth(k)); });
}

std::optional<double> mcc(const ConfusionMatrix& m) {
  const double n = number(m.units());
  double crossed = 0, truth = 0, chosen = 0;
  for (std::size_t k = 0; k < m.categories; ++k) {
    const double t = number(m.of_truth(k)), c = number(m.of_choice(k));
    crossed += t * c, truth += t * t, chosen += c * c;
  }
  const double spread = (n * n - truth) * (n * n - chosen);
  return spread > 0 ? std::optional((number(m.right()) * n - crossed) / std::sqrt(spread)) : std::nullopt;
}

// Drawing units with replacement is one multinomial draw of the cells: a chain of binomials.
ConfusionMatrix resampled(const ConfusionMatrix& m, std::uint64_t seed, std::size_t replicate) {
  DrawStream stream(seed, replicate, 0);
  ConfusionMatrix out = m;
  std::size_t left = m.units(), units = left;
  for (std::size_t& cell : out.cells) {
    const std::size_t own = cell;
    cell = 0;
    if (own == 0 || left == 0) continue;
    if (own == units) {
      cell = left;
    } else {
      boost::random::binomial_distribution<std::int64_t, double> draw(static_cast<std::int64_t>(left),
                                                                      number(own) / number(units));
      cell = static_cast<std::size_t>(draw(stream));
    }
    left -= cell;
    units -= own;
  }
  return out;
}

using Quantity = std::optional<double> (*)(const ConfusionMatrix&);

void add_bootstrap(Estimate& estimate, Quantity quantity, const ConfusionMatrix& m, const ValidityOptions& options) {
  if (!estimate.ok() || options.replicates == 0) return;
  std::vector<double> values;
  for (std::size_t i = 0; i < options.replicates; ++i)
    if (const auto one = quantity(resampled(m, options.seed, i))) values.push_back(*one);
  if (values.size() < 2) {
    estimate.interval_reason = msg("The quantity is undefined in nearly all resamples.");
    return;
  }
  estimate.interval = percentile_interval(std::move(values), options.level);
  estimate.interval_reason = {};
}

CategoryValidity of_category(const ConfusionMatrix& m, std::size_t k, const ValidityOptions& options) {
  const std::size_t right = m.at(k, k), truth = m.of_truth(k), chosen = m.of_choice(k), units = m.units();
  CategoryValidity out;
  out.support = truth;
  out.sensitivity = share(right, truth, options, msg("The reference never has this category."));
  out.specificity =
      share(units - truth - (chosen - right), units - truth, options, msg("The reference has no other category."));
  out.precision = share(right, chosen, options, msg("This category was never chosen."));
  out.f1 = value(f1_of(m, k), truth + chosen, msg("The category occurs neither in the reference nor among the choices."));
  return out;
}

Estimate kappa_of(const ConfusionMatrix& m, double level) {
  std::vector<std::string> names;
  for (std::size_t k = 0; k < m.categories; ++k) names.push_back(std::to_string(k));
  RatingTable table(m.units(), 2, names);
  std::size_t unit = 0;
  for (std::size_t i = 0; i < m.categories; ++i)
    for (std::size_t j = 0; j < m.categories; ++j)
      for (std::size_t n = 0; n < m.at(i, j); ++n, ++unit) {
        table.set(unit, 0, static_cast<Category>(i));
        table.set(unit, 1, static_cast<Category>(j));
      }
  return cohen_kappa(table, {.level = level});
}

}  // namespace

std::size_t ConfusionMatrix::units() const {
  std::size_t out = 0;
  for (const std::size_t cell : cells) out += cell;
  return out;
}

std::size_t ConfusionMatrix::of_truth(std::size_t category) const {
  std::size_t out = 0;
  for (std::size_t j = 0; j < categories; ++j) out += at(category, j);
  return out;
}

std::size_t ConfusionMatrix::of_choice(std::size_t category) const {
  std::size_t out = 0;
  for (std::size_t i = 0; i < categories; ++i) out += at(i, category);
  return out;
}

std::size_t ConfusionMatrix::right() const {
  std::size_t out = 0;
  for (std::size_t k = 0; k < categories; ++k) out += at(k, k);
  return out;
}

ConfusionMatrix confusion_matrix(const std::vector<Category>& truth, const std::vector<Category>& chosen,
                                 std::size_t categories) {
  ETALON_ASSERT(truth.size() == chosen.size());
  ConfusionMatrix out{categories, std::vector<std::size_t>(categories * categories), 0};
  for (std::size_t unit = 0; unit < truth.size(); ++unit) {
    if (truth[unit] == kMissing || chosen[unit] == kMissing)
      ++out.left_out;
    else
      ++out.cells[static_cast<std::size_t>(truth[unit]) * categories + static_cast<std::size_t>(chosen[unit])];
  }
  return out;
}

ConfusionMatrix confusion_matrix(const RatingTable& table, std::size_t rater, const std::vector<Category>& truth) {
  std::vector<Category> chosen(table.units());
  for (std::size_t unit = 0; unit < table.units(); ++unit) chosen[unit] = table.at(unit, rater);
  return confusion_matrix(truth, chosen, table.categories().size());
}

Validity validity(const ConfusionMatrix& m, const ValidityOptions& options) {
  const Message nothing = msg("No unit has both a reference and a choice.");
  const std::size_t units = m.units();
  Validity out;
  out.accuracy = share(m.right(), units, options, nothing);
  out.micro = out.accuracy;
  out.balanced_accuracy = value(balanced(m), units, nothing);
  out.mcc = value(mcc(m), units, msg("The reference or the choices are all of one category, so nothing can be correlated."));
  out.kappa = kappa_of(m, options.level);
  for (std::size_t k = 0; k < m.categories; ++k) out.categories.push_back(of_category(m, k, options));
  const auto precision = [&](std::size_t k) { return ratio(number(m.at(k, k)), number(m.of_choice(k))); };
  const auto recall = [&](std::size_t k) { return ratio(number(m.at(k, k)), number(m.of_truth(k))); };
  const auto alike = [](std::size_t) { return 1.0; };
  const auto support = [&](std::size_t k) { return number(m.of_truth(k)); };
  out.macro = {value(mean(m, precision, alike), units, nothing), value(mean(m, recall, alike), units, nothing),
               value(macro_f1(m), units, nothing)};
  out.weighted = {value(mean(m, precision, support), units, nothing), value(mean(m, recall, support), units, nothing),
                  value(weighted_f1(m), units, nothing)};
  add_bootstrap(out.balanced_accuracy, balanced, m, options);
  add_bootstrap(out.mcc, mcc, m, options);
  add_bootstrap(out.macro.f1, macro_f1, m, options);
  add_bootstrap(out.weighted.f1, weighted_f1, m, options);
  return out;
}

Flagging flagging(const ConfusionMatrix& m, double level) {
  std::size_t over = 0, under = 0;
  for (std::size_t i = 0; i < m.categories; ++i)
    for (std::size_t j = 0; j < m.categories; ++j) {
      over += j > i ? m.at(i, j) : 0;
      under += j < i ? m.at(i, j) : 0;
    }
  return {proportion(over, m.units(), level), proportion(under, m.units(), level)};
}

}  // namespace etalon::stats
