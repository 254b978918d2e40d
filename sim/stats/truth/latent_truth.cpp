#include "sim/stats/truth/latent_truth.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "sim/stats/truth/em.h"

namespace etalon::stats {
namespace {

constexpr std::string_view kCodes[] = {"majority", "dawid-skene", "one-coin", "mace", "glad"};

bool has_ratings(const RatingTable& table) {
  bool out = false;
  for (std::size_t unit = 0; unit < table.units() && !out; ++unit)
    each_rating(table, unit, [&](std::size_t, std::size_t) { out = true; });
  return out;
}

LatentTruth of_majority(const RatingTable& table) {
  LatentTruth out;
  out.converged = true;
  out.posterior = majority(table);
  describe(table, out);
  return out;
}

}  // namespace

std::string_view code(TruthModel model) { return kCodes[static_cast<std::size_t>(model)]; }

std::optional<TruthModel> truth_model_from(std::string_view text) {
  const auto hit = std::find(std::begin(kCodes), std::end(kCodes), text);
  if (hit == std::end(kCodes)) return std::nullopt;
  return static_cast<TruthModel>(hit - std::begin(kCodes));
}

double normalise(double* logs, std::size_t count) {
  const double largest = *std::max_element(logs, logs + count);
  if (std::isinf(largest)) return 0;
  double sum = 0;
  for (std::size_t k = 0; k < count; ++k) sum += logs[k] = std::exp(logs[k] - largest);
  for (std::size_t k = 0; k < count; ++k) logs[k] /= sum;
  return largest + std::log(sum);
}

void majority(const RatingTable& table, std::size_t unit, double* row) {
  const std::size_t q = table.categories().size();
  std::fill_n(row, q, 0.0);
  double ratings = 0;
  each_rating(table, unit, [&](std::size_t, std::size_t category) {
    ++row[category];
    ++ratings;
  });
  for (std::size_t k = 0; k < q && ratings > 0; ++k) row[k] /= ratings;
}

std::vector<double> majority(const RatingTable& table) {
  const std::size_t q = table.categories().size();
  std::vector<double> out(table.units() * q);
  for (std::size_t unit = 0; unit < table.units(); ++unit) majority(table, unit, out.data() + unit * q);
  return out;
}

void describe(const RatingTable& table, LatentTruth& out) {
  const std::size_t q = table.categories().size();
  out.raters.assign(table.raters(), {0, 0, std::vector<double>(q * q)});
  out.priors.assign(q, 0);
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    const double* posterior = out.posterior.data() + unit * q;
    bool any = false;
    each_rating(table, unit, [&](std::size_t rater, std::size_t given) {
      any = true;
      for (std::size_t k = 0; k < q; ++k) out.raters[rater].confusion[k * q + given] += posterior[k];
    });
    for (std::size_t k = 0; k < q && any; ++k) out.priors[k] += posterior[k];
  }
  sums_to_shares(out);
}

void sums_to_shares(LatentTruth& out) {
  const std::size_t q = out.priors.size();
  const double rated = std::accumulate(out.priors.begin(), out.priors.end(), 0.0);
  for (double& prior : out.priors) prior = rated > 0 ? prior / rated : 0;
  for (RaterTruth& rater : out.raters) {
    double all = 0, right = 0;
    for (std::size_t k = 0; k < q; ++k) {
      double* row = rater.confusion.data() + k * q;
      const double sum = std::accumulate(row, row + q, 0.0);
      all += sum;
      right += row[k];
      for (std::size_t given = 0; given < q && sum > 0; ++given) row[given] /= sum;
    }
    rater.ratings = static_cast<std::size_t>(std::llround(all));  // each rating's posterior sums to 1
    rater.accuracy = all > 0 ? right / all : 0;
  }
}

Category LatentTruth::value(std::size_t unit) const {
  const auto begin = posterior.begin() + static_cast<std::ptrdiff_t>(unit * priors.size());
  const auto best = std::max_element(begin, begin + static_cast<std::ptrdiff_t>(priors.size()));
  return priors.empty() || *best <= 0 ? kMissing : static_cast<Category>(best - begin);
}

bool LatentTruth::is_tie(std::size_t unit) const {
  const Category best = value(unit);
  if (best == kMissing) return false;
  const double* row = posterior.data() + unit * priors.size();
  return std::count_if(row, row + priors.size(), [&](double p) { return p > row[best] - 1e-12; }) > 1;
}

Category LatentTruth::median(std::size_t unit) const {
  double below = 0;
  for (std::size_t k = 0; k < priors.size(); ++k) {
    below += posterior[unit * priors.size() + k];
    if (below >= 0.5 - 1e-12) return static_cast<Category>(k);
  }
  return kMissing;
}

LatentTruth latent_truth(const RatingTable& table, TruthModel model, const TruthOptions& options) {
  if (!has_ratings(table)) {
    LatentTruth out = of_majority(table);
    out.converged = false;
    out.reason = msg("There are no ratings.");
    return out;
  }
  switch (model) {
    case TruthModel::DawidSkene: return dawid_skene(table, false, options);
    case TruthModel::OneCoin: return dawid_skene(table, true, options);
    case TruthModel::Mace: return mace(table, options);
    case TruthModel::Glad: return glad(table, options);
    case TruthModel::Majority: break;
  }
  return of_majority(table);
}

}  // namespace etalon::stats
