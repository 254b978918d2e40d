#include "sim/stats/agreement/moments.h"

#include <algorithm>

#include "sim/base/parallel.h"
#include "sim/stats/agreement/histogram.h"
#include "sim/stats/agreement/pair_sum.h"

namespace etalon::stats {
namespace {

Stratum& stratum_of(Strata& strata, std::size_t ratings, std::size_t categories) {
  if (strata.size() <= ratings) strata.resize(ratings + 1);
  Stratum& out = strata[ratings];
  if (out.counts.empty()) out.counts.resize(std::max<std::size_t>(1, categories));
  return out;
}

void add_counts(Stratum& stratum, const DenseCounts& counts) {
  for (std::size_t k = 0; k < stratum.counts.size(); ++k) stratum.counts[k] += counts.bytes()[k];
}

void add_counts(Stratum& stratum, const SparseCounts& counts) {
  counts.each([&](std::size_t k, std::size_t n) { stratum.counts[k] += n; });
}

template <class PairSum>
Strata block(const RatingTable& table, std::size_t begin, std::size_t end, PairSum pair_sum) {
  Strata out;
  const std::size_t categories = table.categories().size();
  each_unit(table, begin, end, [&](std::size_t, const auto& counts) {
    if (counts.ratings() == 0) return;
    Stratum& stratum = stratum_of(out, counts.ratings(), categories);
    ++stratum.units;
    stratum.agreeing += pair_sum(counts);
    add_counts(stratum, counts);
  });
  return out;
}

void merge(Strata& all, const Strata& part, std::size_t categories) {
  for (std::size_t m = 0; m < part.size(); ++m) {
    if (part[m].units == 0) continue;
    Stratum& into = stratum_of(all, m, categories);
    into.units += part[m].units;
    into.agreeing += part[m].agreeing;
    for (std::size_t k = 0; k < categories; ++k) into.counts[k] += part[m].counts[k];
  }
}

}  // namespace

Strata strata(const RatingTable& table, const Weights& weights, std::size_t threads) {
  std::vector<Strata> parts(blocks_of(table));
  with_pair_sum(weights, [&](const auto& pair_sum) {
    in_parallel(parts.size(), threads, [&](std::size_t i) {
      const std::size_t begin = i * kUnitsOfBlock;
      parts[i] = block(table, begin, std::min(begin + kUnitsOfBlock, table.units()), pair_sum);
    });
  });
  Strata out;
  for (const Strata& part : parts) merge(out, part, table.categories().size());
  return out;
}

void add(Moments& moments, std::size_t ratings, const Stratum& stratum) {
  const auto m = static_cast<double>(ratings), units = static_cast<double>(stratum.units);
  moments.units += units;
  for (std::size_t k = 0; k < moments.shares.size(); ++k) moments.shares[k] += static_cast<double>(stratum.counts[k]) / m;
  if (ratings < 2) return;
  moments.pairable += units;
  moments.ratings += units * m;
  moments.agreement += stratum.agreeing / (m * (m - 1));
  moments.pairs += stratum.agreeing / (m - 1);
  for (std::size_t k = 0; k < moments.counts.size(); ++k) moments.counts[k] += static_cast<double>(stratum.counts[k]);
}

Moments moments(const Strata& strata, std::size_t categories) {
  Moments out;
  out.shares.resize(categories);
  out.counts.resize(categories);
  for (std::size_t m = 1; m < strata.size(); ++m)
    if (strata[m].units > 0) add(out, m, strata[m]);
  return out;
}

std::vector<std::uint64_t> rater_counts(const RatingTable& table, std::size_t threads) {
  const std::size_t categories = table.categories().size();
  std::vector<std::uint64_t> out(table.raters() * categories);
  table.with_codes([&](const auto& codes) {
    using Code = typename std::decay_t<decltype(codes)>::Code;
    // A thread has raters of its own; a block of units at a time, so that their rows stay close.
    const std::size_t parts = std::min<std::size_t>(std::max<std::size_t>(threads, 1), codes.raters);
    in_parallel(parts, threads, [&](std::size_t part) {
      const std::size_t begin = codes.raters * part / parts, end = codes.raters * (part + 1) / parts;
      for (std::size_t unit = 0; unit < codes.units; ++unit)
        for (std::size_t rater = begin; rater < end; ++rater)
          if (const Code code = codes.row(unit)[rater]; code != Codes<Code>::kGap) ++out[rater * categories + code];
    });
  });
  return out;
}

}  // namespace etalon::stats
