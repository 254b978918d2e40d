#include "sim/stats/resampling/jackknife.h"

#include <cmath>

#include "sim/base/parallel.h"
#include "sim/stats/agreement/histogram.h"
#include "sim/stats/agreement/metric.h"
#include "sim/stats/agreement/pair_sum.h"
#include "sim/stats/agreement/parts.h"

namespace etalon::stats {
namespace {

constexpr std::size_t kMostRanked = 64;  // categories whose ranks are taken anew

bool is_known(Coefficient coefficient) {
  return is_made_of_moments(coefficient) && coefficient != Coefficient::ScottPi && coefficient != Coefficient::CongerKappa;
}

// What a unit brings to the sums.
struct Unit {
  double ratings = 0;
  double pairs = 0;  // weighted agreeing ordered pairs
  double same = 0;   // the same with identity weights
  double dot = 0;    // sum over its ratings of Whole::beside
  double plain = 0;  // sum over its ratings of Whole::shares

  double form() const { return pairs + ratings; }  // n' W n
};

// What all units bring.
struct Whole {
  Coefficient coefficient;
  Moments moments;
  std::vector<double> shares;  // moments.counts for alpha, else moments.shares
  std::vector<double> beside;  // weights applied to them
  double form = 0, squares = 0, total = 0;
  double categories = 0;

  // The same coefficient from the sums less those of a unit; none: undefined.
  std::optional<double> without(const Unit& unit) const {
    return coefficient == Coefficient::KrippendorffAlpha ? alpha_without(unit) : mean_without(unit);
  }

 private:
  static std::optional<double> corrected(double observed, double expected) {
    if (expected >= kCertain) return std::nullopt;
    return (observed - expected) / (1 - expected);
  }

  std::optional<double> alpha_without(const Unit& unit) const {
    const double ratings = moments.ratings - unit.ratings;
    if (moments.pairable < 2) return std::nullopt;
    // (observed - expected) / (1 - expected), multiplied out.
    const double pairs = moments.pairs - unit.pairs / (unit.ratings - 1), all = ratings * ratings;
    const double apart = all - (form - 2 * unit.dot + unit.form());
    if (apart <= all * (1 - kCertain)) return std::nullopt;
    return 1 - (ratings - 1) * (ratings - pairs) / apart;
  }

  std::optional<double> mean_without(const Unit& unit) const {
    const bool pairable = unit.ratings > 1;
    const double left = moments.pairable - (pairable ? 1 : 0), units = moments.units - 1, m = unit.ratings;
    if (left < 1) return std::nullopt;
    const double own = pairable ? unit.pairs / (m * (m - 1)) : 0;
    const double observed = (moments.agreement - own) / left;
    switch (coefficient) {
      case Coefficient::UnitAgreement: return observed;
      case Coefficient::FleissKappa:
        return corrected(observed, (form - 2 * unit.dot / m + unit.form() / (m * m)) / (units * units));
      case Coefficient::GwetAc: {
        const double same = (squares - 2 * unit.plain / m + (unit.same + m) / (m * m)) / (units * units);
        return corrected(observed, total / (categories * (categories - 1)) * (1 - same));
      }
      default: return corrected(observed, total / (categories * categories));
    }
  }
};

Whole whole_of(const RatingTable& table, Coefficient coefficient, const Weights& weights, std::size_t threads) {
  const std::size_t categories = table.categories().size();
  Whole out{coefficient, moments(strata(table, weights, threads), categories), {}, {}};
  out.shares = coefficient == Coefficient::KrippendorffAlpha ? out.moments.counts : out.moments.shares;
  out.beside = weights.smoothed(out.shares);
  for (std::size_t k = 0; k < categories; ++k) {
    out.form += out.shares[k] * out.beside[k];
    out.squares += out.shares[k] * out.shares[k];
  }
  out.total = weights.total();
  out.categories = static_cast<double>(categories);
  return out;
}

Without entry(std::size_t unit, std::optional<double> value) {
  return {static_cast<std::uint32_t>(unit), value.has_value(), value.value_or(0)};
}

constexpr std::uint32_t kNotCounted = ~std::uint32_t{0};

// One entry for each unit of the table; kNotCounted where it has too few ratings.
template <class PairSum>
void leave_out(const RatingTable& table, const Whole& whole, std::size_t begin, std::size_t end, PairSum pair_sum,
               std::vector<Without>& out) {
  const CategoryNumbers beside(whole.beside), shares(whole.shares);
  const std::size_t fewest = fewest_ratings(whole.coefficient);
  each_unit(table, begin, end, [&](std::size_t unit, const auto& counts) {
    if (counts.ratings() < fewest) {
      out[unit].unit = kNotCounted;
      return;
    }
    Unit own{static_cast<double>(counts.ratings()), pair_sum(counts), 0, counts.dot(beside), 0};
    if (whole.coefficient == Coefficient::GwetAc) own.same = IdentityPairs{}(counts), own.plain = counts.dot(shares);
    out[unit] = entry(unit, whole.without(own));
  });
}

// Alpha from coincidences, with ranks of its own: (sum over k < l of o_kl d_kl / n, and n_k n_l d_kl / (n (n - 1))).
std::optional<double> ranked_alpha(const std::vector<double>& coincidences, const std::vector<double>& counts) {
  double all = 0, observed = 0, expected = 0;
  std::vector<double> ranks;
  for (const double count : counts) {
    ranks.push_back(all + count / 2);
    all += count;
  }
  for (std::size_t k = 0, at = 0; k < counts.size(); ++k)
    for (std::size_t l = k; l < counts.size(); ++l, ++at) {
      const double distance = (ranks[k] - ranks[l]) * (ranks[k] - ranks[l]);
      observed += coincidences[at] * distance;
      expected += counts[k] * counts[l] * distance;
    }
  return expected > 0 ? std::optional(1 - (all - 1) * observed / expected) : std::nullopt;
}

// Adds `times` the unit's coincidences n_k n_l / (m - 1), k <= l; the diagonal does not matter here.
template <class Counts>
void add_coincidences(const Counts& counts, double times, std::vector<double>& own, std::vector<double>& coincidences,
                      std::vector<double>& sums) {
  std::fill(own.begin(), own.end(), 0);
  counts.each([&](std::size_t k, std::size_t n) { own[k] = static_cast<double>(n); });
  const double share = times / static_cast<double>(counts.ratings() - 1);
  for (std::size_t k = 0, at = 0; k < own.size(); ++k) {
    sums[k] += times * own[k];
    for (std::size_t l = k; l < own.size(); ++l, ++at) coincidences[at] += share * own[k] * own[l];
  }
}

Jackknife ranked(const RatingTable& table) {
  const std::size_t q = table.categories().size();
  std::vector<double> own(q), sums(q), coincidences(q * (q + 1) / 2);
  each_unit(table, 0, table.units(), [&](std::size_t, const auto& counts) {
    if (counts.ratings() > 1) add_coincidences(counts, 1, own, coincidences, sums);
  });
  Jackknife out;
  each_unit(table, 0, table.units(), [&](std::size_t unit, const auto& counts) {
    if (counts.ratings() < 2) return;
    std::vector<double> left = coincidences, left_sums = sums;
    add_coincidences(counts, -1, own, left, left_sums);
    out.units.push_back(entry(unit, ranked_alpha(left, left_sums)));
  });
  return out;
}

Jackknife by_closed_form(const RatingTable& table, const Question& question, std::size_t threads) {
  const Whole whole = whole_of(table, question.coefficient, question.weights, threads);
  Jackknife out;
  out.units.resize(table.units());
  with_pair_sum(question.weights, [&](const auto& pair_sum) {
    in_parallel(blocks_of(table), threads, [&](std::size_t i) {
      const std::size_t begin = i * kUnitsOfBlock;
      leave_out(table, whole, begin, std::min(begin + kUnitsOfBlock, table.units()), pair_sum, out.units);
    });
  });
  std::erase_if(out.units, [](const Without& one) { return one.unit == kNotCounted; });
  return out;
}

void add_error(Jackknife& out) {
  const auto n = static_cast<double>(out.units.size());
  if (out.units.size() < 2) {
    out.reason = msg("One unit alone gives no interval.");
    return;
  }
  double mean = 0, squares = 0;
  for (const Without& one : out.units) {
    if (!one.defined) {
      out.reason = msg("Without one of the units the coefficient is undefined.");
      return;
    }
    mean += one.value / n;
  }
  for (const Without& one : out.units) squares += (one.value - mean) * (one.value - mean);
  out.standard_error = std::sqrt((n - 1) / n * squares);
}

}  // namespace

Jackknife jackknife(const RatingTable& table, const Question& question, const Estimate& answer, std::size_t threads) {
  Jackknife out;
  if (!answer.ok()) {
    out.reason = answer.reason;
    return out;
  }
  if (!is_known(question.coefficient)) {
    out.reason = msg("This coefficient has no jackknife here; resample the units instead.");
    return out;
  }
  const bool ranks = question.by_ranks && table.categories().size() <= kMostRanked;
  out = ranks ? ranked(table) : by_closed_form(table, question, threads);
  add_error(out);
  return out;
}

}  // namespace etalon::stats
