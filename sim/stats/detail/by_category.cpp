#include "sim/stats/detail/by_category.h"

#include "sim/stats/agreement/check.h"
#include "sim/stats/agreement/histogram.h"
#include "sim/stats/agreement/moments.h"

namespace etalon::stats {
namespace {

// 1 where the rater chose the category, 0 where another.
RatingTable against_the_rest(const RatingTable& table, std::size_t category) {
  return table.with_codes([&](const auto& codes) {
    using Code = typename std::decay_t<decltype(codes)>::Code;
    std::vector<std::uint8_t> cells(codes.units * codes.raters);
    for (std::size_t i = 0; i < cells.size(); ++i)
      cells[i] = codes.cells[i] == Codes<Code>::kGap ? Codes<std::uint8_t>::kGap : codes.cells[i] == category ? 1 : 0;
    return RatingTable(codes.units, codes.raters, {"0", "1"}, std::move(cells));
  });
}

std::vector<double> same_pairs(const RatingTable& table) {
  std::vector<double> out(table.categories().size());
  each_unit(table, 0, table.units(), [&](std::size_t, const auto& counts) {
    if (counts.ratings() < 2) return;
    counts.each([&](std::size_t k, std::size_t n) {
      out[k] += static_cast<double>(n * (n - 1)) / static_cast<double>(counts.ratings() - 1);
    });
  });
  return out;
}

Estimate specific(const Estimate& counted, double same, double chosen) {
  Estimate out = counted;
  if (!out.reason.text.empty()) return out;
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
  const std::vector<double> same = same_pairs(table);
  const Estimate counted = count_and_check(table);
  std::vector<CategoryDetail> out(categories);
  for (std::size_t k = 0; k < categories; ++k) {
    for (const Stratum& stratum : all) out[k].ratings += stratum.units > 0 ? stratum.counts[k] : 0;
    out[k].prevalence = sums.units > 0 ? sums.shares[k] / sums.units : 0;
    out[k].specific_agreement = specific(counted, same[k], sums.counts[k]);
    AgreementOptions how = options;
    how.weights.reset();
    out[k].kappa = fleiss_kappa(against_the_rest(table, k), how);
  }
  return out;
}

}  // namespace etalon::stats
