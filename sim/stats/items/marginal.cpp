#include "sim/stats/items/marginal.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/stats/items/maximise.h"

namespace etalon::stats {
namespace {

constexpr std::size_t kPoints = 21;
constexpr double kSteepest = 50;  // discriminations beyond are called not converged: the items are answered by a threshold

struct Point {
  double ability = 0, log_weight = 0;
};

// Gauss-Hermite for the standard normal distribution: roots by Newton's method on the orthonormal polynomials.
std::vector<Point> quadrature() {
  std::vector<Point> out(kPoints);
  const auto n = static_cast<double>(kPoints);
  double root = 0;
  for (std::size_t i = 0; i < (kPoints + 1) / 2; ++i) {
    if (i == 0) root = std::sqrt(2 * n + 1) - 1.85575 * std::pow(2 * n + 1, -1.0 / 6);
    if (i == 1) root -= 1.14 * std::pow(n, 0.426) / root;
    if (i == 2) root = 1.86 * root - 0.86 * out[0].ability / std::numbers::sqrt2;
    if (i == 3) root = 1.91 * root - 0.91 * out[1].ability / std::numbers::sqrt2;
    if (i > 3) root = 2 * root - out[i - 2].ability / std::numbers::sqrt2;
    double slope = 1;
    for (int step = 0; step < 100; ++step) {
      double p = std::pow(std::numbers::pi, -0.25), before = 0;
      for (std::size_t j = 0; j < kPoints; ++j) {
        const auto k = static_cast<double>(j);
        const double next = root * std::sqrt(2 / (k + 1)) * p - std::sqrt(k / (k + 1)) * before;
        before = p;
        p = next;
      }
      slope = std::sqrt(2 * n) * before;
      const double move = p / slope;
      root -= move;
      if (std::abs(move) < 1e-14) break;
    }
    const double log_weight = std::log(2 / (slope * slope)) - std::log(std::numbers::pi) / 2;
    out[i] = {root * std::numbers::sqrt2, log_weight};
    out[kPoints - 1 - i] = {-root * std::numbers::sqrt2, log_weight};
  }
  return out;
}

double log_logistic(double x) { return x >= 0 ? -std::log1p(std::exp(-x)) : x - std::log1p(std::exp(x)); }

// Parameters: an intercept for each item, then the discriminations that are free: logit = intercept + discrimination *
// ability.
class Likelihood {
 public:
  Likelihood(const Responses& responses, ItemModel model)
      : patterns_(stats::patterns(responses)), items_(responses.items), model_(model), points_(quadrature()) {}

  std::size_t variables() const {
    return items_ + (model_ == ItemModel::TwoParameters ? items_ : model_ == ItemModel::RaschMarginal ? 1 : 0);
  }
  double slope(const std::vector<double>& x, std::size_t item) const {
    if (model_ == ItemModel::RaschUnit) return 1;
    return x[items_ + (model_ == ItemModel::TwoParameters ? item : 0)];
  }
  const std::vector<Pattern>& patterns() const { return patterns_; }

  double operator()(const std::vector<double>& x, std::vector<double>& gradient) {
    take_logs(x);
    std::fill(gradient.begin(), gradient.end(), 0);
    double out = 0;
    for (const Pattern& pattern : patterns_) {
      out += pattern.persons * posterior(pattern);
      for (std::size_t item = 0; item < items_; ++item) {
        if (pattern.cells[item] < 0) continue;
        for (std::size_t q = 0; q < kPoints; ++q) {
          const double part = pattern.persons * posterior_[q] * (pattern.cells[item] - std::exp(right_[item * kPoints + q]));
          gradient[item] += part;
          if (model_ != ItemModel::RaschUnit)
            gradient[items_ + (model_ == ItemModel::TwoParameters ? item : 0)] += part * points_[q].ability;
        }
      }
    }
    return out;
  }

  // Posterior mean and deviation of the ability under the last parameters.
  PersonParameters person(const Pattern& pattern) {
    posterior(pattern);
    double mean = 0, squares = 0;
    for (std::size_t q = 0; q < kPoints; ++q) {
      mean += posterior_[q] * points_[q].ability;
      squares += posterior_[q] * points_[q].ability * points_[q].ability;
    }
    return {mean, std::sqrt(std::max(0.0, squares - mean * mean))};
  }

 private:
  void take_logs(const std::vector<double>& x) {
    right_.resize(items_ * kPoints);
    wrong_.resize(items_ * kPoints);
    for (std::size_t item = 0; item < items_; ++item)
      for (std::size_t q = 0; q < kPoints; ++q) {
        const double logit = x[item] + slope(x, item) * points_[q].ability;
        right_[item * kPoints + q] = log_logistic(logit);
        wrong_[item * kPoints + q] = log_logistic(-logit);
      }
  }

  // Fills posterior_; the log of the pattern's probability.
  double posterior(const Pattern& pattern) {
    posterior_.resize(kPoints);
    for (std::size_t q = 0; q < kPoints; ++q) posterior_[q] = points_[q].log_weight;
    for (std::size_t item = 0; item < items_; ++item) {
      if (pattern.cells[item] < 0) continue;
      const auto& logs = pattern.cells[item] == 1 ? right_ : wrong_;
      for (std::size_t q = 0; q < kPoints; ++q) posterior_[q] += logs[item * kPoints + q];
    }
    const double most = *std::max_element(posterior_.begin(), posterior_.end());
    double sum = 0;
    for (double& p : posterior_) sum += p = std::exp(p - most);
    for (double& p : posterior_) p /= sum;
    return most + std::log(sum);
  }

  std::vector<Pattern> patterns_;
  std::size_t items_;
  ItemModel model_;
  std::vector<Point> points_;
  std::vector<double> right_, wrong_, posterior_;
};

std::vector<double> start_of(const Responses& responses, const Likelihood& likelihood) {
  std::vector<double> out(likelihood.variables(), 1);
  for (std::size_t item = 0; item < responses.items; ++item) {
    double right = 0.5, all = 1;
    for (std::size_t person = 0; person < responses.persons; ++person)
      if (const int score = responses.at(person, item); score >= 0) right += score, all += 1;
    out[item] = std::log(right / (all - right));
  }
  return out;
}

// Difficulty = -intercept / discrimination; its error by the delta method.
ItemParameters parameters(const Likelihood& likelihood, const std::vector<double>& x, std::size_t item, ItemModel model,
                          const std::optional<std::vector<std::vector<double>>>& covariance, std::size_t items) {
  const double a = likelihood.slope(x, item), b = x[item];
  ItemParameters out{true, -b / a, a, std::nullopt, std::nullopt};
  if (!covariance) return out;
  const double bb = (*covariance)[item][item];
  if (model == ItemModel::RaschUnit) {
    out.difficulty_error = std::sqrt(bb);
    return out;
  }
  const std::size_t at = items + (model == ItemModel::TwoParameters ? item : 0);
  const double aa = (*covariance)[at][at], ab = (*covariance)[item][at];
  const double variance = bb / (a * a) + b * b * aa / (a * a * a * a) - 2 * b * ab / (a * a * a);
  out.difficulty_error = std::sqrt(std::max(0.0, variance));
  out.discrimination_error = std::sqrt(aa);
  return out;
}

bool answered_alike(const Responses& responses, std::size_t item) {
  bool right = false, wrong = false;
  for (std::size_t person = 0; person < responses.persons; ++person) {
    right = right || responses.at(person, item) == 1;
    wrong = wrong || responses.at(person, item) == 0;
  }
  return !(right && wrong);
}

// The items that can be estimated, alone.
Responses informative(const Responses& responses, std::vector<std::size_t>& kept) {
  for (std::size_t item = 0; item < responses.items; ++item)
    if (!answered_alike(responses, item)) kept.push_back(item);
  Responses out{responses.persons, kept.size(), {}};
  for (std::size_t person = 0; person < responses.persons; ++person)
    for (const std::size_t item : kept) out.cells.push_back(static_cast<std::int8_t>(responses.at(person, item)));
  return out;
}

}  // namespace

ItemResponse marginal_model(const Responses& responses, ItemModel model) {
  ItemResponse out;
  out.items.resize(responses.items);
  out.persons.resize(responses.persons);
  std::vector<std::size_t> kept;
  const Responses rest = informative(responses, kept);
  if (kept.empty()) {
    out.reason = msg("Every item was answered rightly by all or by none, so none separates anybody.");
    return out;
  }
  Likelihood likelihood(rest, model);
  const Smooth function = [&](const std::vector<double>& x, std::vector<double>& gradient) {
    return likelihood(x, gradient);
  };
  const Maximum best = maximise(function, start_of(rest, likelihood));
  const auto covariance = covariance_at(function, best.x);
  std::vector<double> unused(best.x.size());
  out.log_likelihood = likelihood(best.x, unused);
  out.converged = best.converged;
  out.iterations = best.iterations;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    out.items[kept[i]] = parameters(likelihood, best.x, i, model, covariance, rest.items);
    out.converged = out.converged && std::abs(out.items[kept[i]].discrimination) < kSteepest;
  }
  for (const Pattern& pattern : likelihood.patterns()) {
    if (std::all_of(pattern.cells.begin(), pattern.cells.end(), [](std::int8_t cell) { return cell < 0; })) continue;
    const PersonParameters person = likelihood.person(pattern);
    for (const std::size_t who : pattern.who) out.persons[who] = person;
  }
  return out;
}

}  // namespace etalon::stats
