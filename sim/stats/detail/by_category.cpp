#include "sim/stats/detail/by_category.h"

#include <algorithm>
#include <unordered_map>

#include "sim/stats/agreement/check.h"
#include "sim/stats/agreement/histogram.h"
#include "sim/stats/agreement/linear.h"

namespace etalon::stats {
namespace {

// Units that are the same for a category: so many ratings, so many of them in it. All that agreement on a category hangs on,
// so no category needs a pass of its own.
struct Alike {
  std::size_t ratings = 0, here = 0;
  std::uint64_t units = 0;

  double agreeing() const {  // ordered pairs, the other categories taken for one
    const auto n = static_cast<double>(here), rest = static_cast<double>(ratings - here);
    return n * (n - 1) + rest * (rest - 1);
  }
};

// Of each category the units that have it, by ratings, then by how many of them are in it.
std::vector<std::vector<Alike>> units_with(const RatingTable& table) {
  const std::size_t most = table.raters() + 1;
  std::unordered_map<std::size_t, std::uint64_t> found;
  each_unit(table, 0, table.units(), [&](std::size_t, const auto& counts) {
    const std::size_t m = counts.ratings();
    counts.each([&](std::size_t k, std::size_t n) { ++found[(k * most + m) * most + n]; });
  });
  std::vector<std::vector<Alike>> out(table.categories().size());
  for (const auto& [place, units] : found) out[place / most / most].push_back({place / most % most, place % most, units});
  for (auto& alike : out)
    std::sort(alike.begin(), alike.end(),
              [](const Alike& a, const Alike& b) { return std::pair(a.ratings, a.here) < std::pair(b.ratings, b.here); });
  return out;
}

// Adds those that do not have it.
void complete(std::vector<Alike>& alike, const Strata& all) {
  std::vector<std::uint64_t> left;
  for (const Stratum& stratum : all) left.push_back(stratum.units);
  for (const Alike& one : alike) left[one.ratings] -= one.units;
  for (std::size_t m = 1; m < left.size(); ++m)
    if (left[m] > 0) alike.push_back({m, 0, left[m]});
}

Moments moments_of(const std::vector<Alike>& alike, std::size_t raters) {
  Strata out(raters + 1, {0, 0, {0, 0}});
  for (const Alike& one : alike) {
    Stratum& stratum = out[one.ratings];
    stratum.units += one.units;
    stratum.agreeing += static_cast<double>(one.units) * one.agreeing();
    stratum.counts[0] += one.units * (one.ratings - one.here);
    stratum.counts[1] += one.units * one.here;
  }
  return moments(out, 2);
}

double squares(const std::vector<Alike>& alike, const Linear& linear) {
  double out = 0;
  for (const Alike& one : alike) {
    const double sum =
        linear.values[0] * static_cast<double>(one.ratings - one.here) + linear.values[1] * static_cast<double>(one.here);
    const double away = linear.pairs[one.ratings] * one.agreeing() + linear.dot[one.ratings] * sum +
                        linear.constant[one.ratings] - linear.centre;
    out += static_cast<double>(one.units) * away * away;
  }
  return out;
}

// Fleiss' kappa of the table with this category and one for all others.
Estimate against_the_rest(const std::vector<Alike>& alike, Estimate out, std::size_t raters,
                          const AgreementOptions& options) {
  if (!out.reason.text.empty()) return out;
  const Moments sums = moments_of(alike, raters);
  const Weights identity = Weights::identity(2);
  const Parts found = parts(Coefficient::FleissKappa, sums, identity, nullptr);
  const bool varies = has_two_categories(Coefficient::FleissKappa, sums);
  out.observed = found.observed;
  out.expected = varies ? found.expected : 1;
  if (!varies) {
    out.reason = one_category_reason();
    return out;
  }
  out.status = Status::Ok;
  out.value = found.value();
  const Linear values = linear(Coefficient::FleissKappa, sums, identity, nullptr, raters);
  const auto units = static_cast<std::size_t>(sums.units);
  add_linearised_interval(out, squares(alike, values), units, units, -1, options);
  return out;
}

Estimate specific(const std::vector<Alike>& alike, Estimate out) {
  if (!out.reason.text.empty()) return out;
  double same = 0, chosen = 0;
  for (const Alike& one : alike) {
    if (one.ratings < 2) continue;
    const auto n = static_cast<double>(one.here), units = static_cast<double>(one.units);
    same += units * n * (n - 1) / static_cast<double>(one.ratings - 1);
    chosen += units * n;
  }
  if (chosen == 0) {
    out.reason = msg("Nobody chose this category in a unit that two rated.");
    return out;
  }
  out.status = Status::Ok;
  out.value = same / chosen;
  out.interval_reason = msg("Specific agreement has no interval here; resample the units instead.");
  return out;
}

}  // namespace

std::vector<CategoryDetail> by_category(const RatingTable& table, const AgreementOptions& options) {
  const std::size_t categories = table.categories().size();
  const Strata all = strata(table, Weights::identity(categories), options.threads);
  const Moments sums = moments(all, categories);
  const Estimate counted = count_and_check(table);
  std::vector<std::vector<Alike>> units = units_with(table);
  std::vector<CategoryDetail> out(categories);
  for (std::size_t k = 0; k < categories; ++k) {
    for (const Alike& one : units[k]) out[k].ratings += one.units * one.here;
    out[k].prevalence = sums.units > 0 ? sums.shares[k] / sums.units : 0;
    out[k].specific_agreement = specific(units[k], counted);
    complete(units[k], all);
    out[k].kappa = against_the_rest(units[k], counted, table.raters(), options);
  }
  return out;
}

}  // namespace etalon::stats
