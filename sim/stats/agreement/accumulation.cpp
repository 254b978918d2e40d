#include "sim/stats/agreement/accumulation.h"

#include "sim/base/assert.h"

namespace etalon::stats {

Weights weights_of(const RatingTable& table, const AgreementOptions& options) {
  if (!options.weights) return Weights::identity(table.categories().size());
  ETALON_ASSERT(options.weights->categories() == table.categories().size());
  return *options.weights;
}

double agreeing_pairs(const UnitCounts& unit, const Weights& weights) {
  double sum = 0;
  for (std::size_t k = 0; k < unit.by_category.size(); ++k) {
    if (unit.by_category[k] == 0) continue;
    double beside = -1;  // not with itself
    for (std::size_t l = 0; l < unit.by_category.size(); ++l)
      beside += weights.at(k, l) * static_cast<double>(unit.by_category[l]);
    sum += static_cast<double>(unit.by_category[k]) * beside;
  }
  return sum;
}

Accumulation accumulate(const RatingTable& table, const Weights& weights) {
  Accumulation out{table.categories().size(), 0, count_units(table, 1), {}, std::vector<double>(table.categories().size())};
  out.agreement.reserve(out.units.size());
  for (const UnitCounts& unit : out.units) {
    const auto ratings = static_cast<double>(unit.ratings);
    out.pairable += unit.ratings > 1 ? 1U : 0U;
    out.agreement.push_back(unit.ratings < 2 ? 0 : agreeing_pairs(unit, weights) / (ratings * (ratings - 1)));
    for (std::size_t k = 0; k < out.categories; ++k) out.shares[k] += static_cast<double>(unit.by_category[k]) / ratings;
  }
  for (double& share : out.shares) share /= static_cast<double>(out.units.size());
  return out;
}

double weigh(const std::vector<double>& a, const Weights& weights, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t k = 0; k < a.size(); ++k)
    for (std::size_t l = 0; l < b.size(); ++l) sum += a[k] * weights.at(k, l) * b[l];
  return sum;
}

std::vector<double> smoothed(const Weights& weights, const std::vector<double>& shares) {
  std::vector<double> out(shares.size());
  for (std::size_t k = 0; k < shares.size(); ++k)
    for (std::size_t l = 0; l < shares.size(); ++l) out[k] += weights.at(k, l) * shares[l];
  return out;
}

double mean_over_ratings(const UnitCounts& unit, const std::vector<double>& by_category) {
  double sum = 0;
  for (std::size_t k = 0; k < by_category.size(); ++k) sum += static_cast<double>(unit.by_category[k]) * by_category[k];
  return sum / static_cast<double>(unit.ratings);
}

Message chance_is_certain() { return msg("With these weights chance alone agrees wholly, so nothing can be told apart."); }

}  // namespace etalon::stats
