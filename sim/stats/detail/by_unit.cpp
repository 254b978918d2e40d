#include "sim/stats/detail/by_unit.h"

#include <cmath>

#include "sim/stats/agreement/histogram.h"
#include "sim/stats/agreement/pair_sum.h"
#include "sim/stats/resampling/jackknife.h"

namespace etalon::stats {
namespace {

template <class Counts, class PairSum>
UnitDetail detail(std::size_t unit, const Counts& counts, PairSum& pair_sum) {
  UnitDetail out{unit, counts.ratings(), 0, 0, 0, std::nullopt};
  const auto m = static_cast<double>(counts.ratings());
  counts.each([&](std::size_t, std::size_t n) {
    const double share = static_cast<double>(n) / m;
    ++out.categories;
    out.entropy -= share * std::log2(share);
  });
  if (out.categories < 2) out.entropy = 0;  // not -0
  if (counts.ratings() > 1) out.share_of_disagreement = std::max(0.0, m - pair_sum(counts) / (m - 1));
  return out;
}

void add_dfbetas(std::vector<UnitDetail>& units, const RatingTable& table, const Question& question, std::size_t threads) {
  const Estimate alpha = measure(table, {question}, {.threads = threads})[0];
  if (!alpha.ok()) return;
  auto unit = units.begin();
  for (const Without& without : jackknife(table, question, alpha, threads).units) {
    while (unit->unit != without.unit) ++unit;
    if (without.defined) unit->dfbeta = alpha.value - without.value;
  }
}

}  // namespace

std::vector<UnitDetail> by_unit(const RatingTable& table, const Question& question, std::size_t threads) {
  std::vector<UnitDetail> out;
  double all = 0;
  with_pair_sum(question.weights, [&](auto pair_sum) {
    each_unit(table, 0, table.units(), [&](std::size_t unit, const auto& counts) {
      if (counts.ratings() == 0) return;
      out.push_back(detail(unit, counts, pair_sum));
      all += out.back().share_of_disagreement;
    });
  });
  for (UnitDetail& one : out) one.share_of_disagreement = all > 0 ? one.share_of_disagreement / all : 0;
  add_dfbetas(out, table, question, threads);
  return out;
}

}  // namespace etalon::stats
