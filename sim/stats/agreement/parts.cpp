#include "sim/stats/agreement/parts.h"

#include <algorithm>
#include <numeric>

#include "sim/base/assert.h"

namespace etalon::stats {
namespace {

std::vector<double> divided(std::vector<double> numbers, double by) {
  for (double& number : numbers) number /= by;
  return numbers;
}

double gwet_chance(const std::vector<double>& shares, const Weights& weights) {
  const auto q = static_cast<double>(weights.categories());
  double spread = 0;
  for (const double share : shares) spread += share * (1 - share);
  return weights.total() / (q * (q - 1)) * spread;
}

double brennan_prediger_chance(const Weights& weights) {
  const auto q = static_cast<double>(weights.categories());
  return weights.total() / (q * q);
}

// Two of the raters: (form of the sum - sum of the forms) / (r (r - 1)).
double conger_chance(const RaterUse& use, const Weights& weights) {
  const auto r = static_cast<double>(use.raters.size());
  std::vector<double> sum(weights.categories());
  double own = 0;
  for (const auto& shares : use.shares) {
    own += weights.form(shares, shares);
    for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += shares[k];
  }
  return (weights.form(sum, sum) - own) / (r * (r - 1));
}

// Alpha in its coincidence form, with the correction for a finite number of ratings.
Parts alpha_parts(const Moments& moments, const Weights& weights) {
  const std::vector<double> shares = divided(moments.counts, moments.ratings);
  const double raw = moments.pairs / moments.ratings;
  return {raw + (1 - raw) / moments.ratings, weights.form(shares, shares)};
}

double chance(Coefficient coefficient, const Moments& moments, const Weights& weights, const RaterUse* use) {
  const std::vector<double> shares = divided(moments.shares, moments.units);
  switch (coefficient) {
    case Coefficient::FleissKappa:
    case Coefficient::ScottPi: return weights.form(shares, shares);
    case Coefficient::GwetAc: return gwet_chance(shares, weights);
    case Coefficient::BrennanPrediger: return brennan_prediger_chance(weights);
    case Coefficient::CongerKappa: return conger_chance(*use, weights);
    default: return 0;
  }
}

}  // namespace

RaterUse rater_use(const std::vector<std::uint64_t>& rater_counts, std::size_t categories) {
  RaterUse out;
  for (std::size_t begin = 0; begin < rater_counts.size(); begin += categories) {
    std::vector<double> counts(rater_counts.begin() + static_cast<std::ptrdiff_t>(begin),
                               rater_counts.begin() + static_cast<std::ptrdiff_t>(begin + categories));
    const double ratings = std::accumulate(counts.begin(), counts.end(), 0.0);
    if (ratings == 0) continue;
    out.raters.push_back(begin / categories);
    out.ratings.push_back(ratings);
    out.shares.push_back(divided(std::move(counts), ratings));
  }
  return out;
}

bool is_made_of_moments(Coefficient coefficient) {
  return coefficient != Coefficient::CohenKappa && coefficient != Coefficient::LightKappa &&
         coefficient != Coefficient::PercentAgreement;
}

std::size_t fewest_ratings(Coefficient coefficient) {
  const bool alpha = coefficient == Coefficient::KrippendorffAlpha;
  return alpha || coefficient == Coefficient::ScottPi || !is_made_of_moments(coefficient) ? 2 : 1;
}

Parts parts(Coefficient coefficient, const Moments& moments, const Weights& weights, const RaterUse* use) {
  ETALON_ASSERT(moments.pairable > 0);
  if (coefficient == Coefficient::KrippendorffAlpha) return alpha_parts(moments, weights);
  return {moments.agreement / moments.pairable, chance(coefficient, moments, weights, use)};
}

std::optional<Parts> defined_parts(Coefficient coefficient, const Moments& moments, const Weights& weights,
                                   const RaterUse* use) {
  if (moments.pairable <= 0 || (use && use->raters.size() < 2)) return std::nullopt;
  const Parts found = parts(coefficient, moments, weights, use);
  if (coefficient == Coefficient::UnitAgreement) return found;
  if (!has_two_categories(coefficient, moments) || found.expected >= kCertain) return std::nullopt;
  return found;
}

bool has_two_categories(Coefficient coefficient, const Moments& moments) {
  if (coefficient == Coefficient::BrennanPrediger || coefficient == Coefficient::GwetAc) return moments.shares.size() > 1;
  const auto& sums = coefficient == Coefficient::KrippendorffAlpha ? moments.counts : moments.shares;
  return std::count_if(sums.begin(), sums.end(), [](double sum) { return sum > 0; }) > 1;
}

}  // namespace etalon::stats
