#include "sim/stats/resampling/jackknife.h"

#include <cmath>

#include "sim/base/parallel.h"
#include "sim/stats/agreement/histogram.h"
#include "sim/stats/agreement/pair_sum.h"
#include "sim/stats/agreement/parts.h"
#include "sim/stats/resampling/ranked.h"

namespace etalon::stats {
namespace {

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

Jackknife ranked(const RatingTable& table) {
  const Ranked all = Ranked::of(table);
  std::vector<double> own(table.categories().size());
  Jackknife out;
  each_unit(table, 0, table.units(), [&](std::size_t unit, const auto& counts) {
    if (counts.ratings() < 2) return;
    Ranked left = all;
    copy_counts(counts, own);
    left.add(own, static_cast<double>(counts.ratings()), -1);
    out.units.push_back(entry(unit, left.alpha()));
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
