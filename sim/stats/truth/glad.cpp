#include <algorithm>

#include "sim/stats/truth/em.h"

namespace etalon::stats {
namespace {

constexpr double kPriorMean = 1;  // of abilities and of the units' ease, both with variance 1
constexpr int kMostHalvings = 8;
constexpr double kCoarsest = 1e-7;  // relative change at which it stands still

double logistic(double x) { return x >= 0 ? 1 / (1 + std::exp(-x)) : std::exp(x) / (1 + std::exp(x)); }
double log_logistic(double x) { return x >= 0 ? -std::log1p(std::exp(-x)) : x - std::log1p(std::exp(x)); }

class Em {
 public:
  explicit Em(const RatingTable& table)
      : table_(table),
        q_(table.categories().size()),
        ability_(table.raters(), kPriorMean),
        ease_(table.units(), kPriorMean),
        posterior_(table.units() * q_) {}

  double e_step() {
    double out = 0;
    const double others = q_ > 1 ? std::log(static_cast<double>(q_ - 1)) : 0;
    for (std::size_t unit = 0; unit < table_.units(); ++unit) {
      double* row = posterior_.data() + unit * q_;
      std::fill_n(row, q_, -std::log(static_cast<double>(q_)));
      bool rated = false;
      const double ease = std::exp(ease_[unit]);
      each_rating(table_, unit, [&](std::size_t rater, std::size_t given) {
        rated = true;
        const double x = ability_[rater] * ease, wrong = q_ > 1 ? log_logistic(-x) - others : -1e300,
                     right = log_logistic(x);
        for (std::size_t k = 0; k < q_; ++k) row[k] += k == given ? right : wrong;
      });
      if (rated)
        out += normalise(row, q_);
      else
        std::fill_n(row, q_, 0);
    }
    return out;
  }

  // One Newton step of each: enough that the log-posterior grows, and EM does the rest.
  void m_step() {
    improve_abilities();
    improve_ease();
  }

  LatentTruth take() {
    LatentTruth out;
    out.posterior = posterior_;
    describe(table_, out);
    std::vector<double> right(table_.raters());
    for (std::size_t unit = 0; unit < table_.units(); ++unit)
      each_rating(table_, unit, [&](std::size_t rater, std::size_t) {
        right[rater] += logistic(ability_[rater] * std::exp(ease_[unit]));
      });
    for (std::size_t rater = 0; rater < right.size(); ++rater) by_model(out.raters[rater], right[rater]);
    return out;
  }

 private:
  // Newton's step of each number alone, the others held; the curvature of the log-posterior is below -1, so it is safe.
  void improve_abilities() {
    std::vector<double> slope(ability_.size()), bend(ability_.size());
    for (std::size_t unit = 0; unit < table_.units(); ++unit) {
      const double ease = std::exp(ease_[unit]);
      each_rating(table_, unit, [&](std::size_t rater, std::size_t given) {
        const double p = logistic(ability_[rater] * ease);
        slope[rater] += ease * (posterior_[unit * q_ + given] - p);
        bend[rater] += ease * ease * p * (1 - p);
      });
    }
    for (std::size_t rater = 0; rater < ability_.size(); ++rater)
      ability_[rater] += bounded((slope[rater] - (ability_[rater] - kPriorMean)) / (bend[rater] + 1));
  }

  void improve_ease() {
    for (std::size_t unit = 0; unit < table_.units(); ++unit) {
      const double ease = std::exp(ease_[unit]);
      double slope = 0, bend = 0;
      each_rating(table_, unit, [&](std::size_t rater, std::size_t given) {
        const double x = ability_[rater] * ease, p = logistic(x);
        slope += x * (posterior_[unit * q_ + given] - p);
        bend += x * x * p * (1 - p);
      });
      // Its part of the log-posterior is not concave in the ease: a step that leads down is halved.
      double step = bounded((slope - (ease_[unit] - kPriorMean)) / (bend + 1));
      const double here = gain(unit, ease_[unit]);
      for (int i = 0; i < kMostHalvings && gain(unit, ease_[unit] + step) < here; ++i) step /= 2;
      ease_[unit] += gain(unit, ease_[unit] + step) < here ? 0 : step;
    }
  }

  double gain(std::size_t unit, double log_ease) const {
    const double ease = std::exp(log_ease), away = log_ease - kPriorMean;
    double out = -away * away / 2;
    each_rating(table_, unit, [&](std::size_t rater, std::size_t given) {
      const double x = ability_[rater] * ease, right = posterior_[unit * q_ + given];
      out += right * log_logistic(x) + (1 - right) * log_logistic(-x);
    });
    return out;
  }

  static double bounded(double step) { return std::clamp(step, -1.0, 1.0); }

  void by_model(RaterTruth& rater, double right) const {
    if (rater.ratings == 0) return;
    rater.accuracy = right / static_cast<double>(rater.ratings);
    for (std::size_t truth = 0; truth < q_; ++truth)
      for (std::size_t given = 0; given < q_; ++given)
        rater.confusion[truth * q_ + given] =
            truth == given ? rater.accuracy : (1 - rater.accuracy) / static_cast<double>(q_ - 1);
  }

  const RatingTable& table_;
  std::size_t q_;
  std::vector<double> ability_, ease_, posterior_;
};

}  // namespace

LatentTruth glad(const RatingTable& table, const TruthOptions& options) {
  Em em(table);
  double reached = em.e_step();
  std::size_t iterations = 1;
  bool converged = false;
  while (iterations < options.most_iterations && !converged) {
    em.m_step();
    const double now = em.e_step();
    ++iterations;
    // The ability and the ease are pulled to their priors, so the likelihood may fall a little: it has to stand still.
    converged = has_stopped(reached, now, options.tolerance > 0 ? std::max(options.tolerance, kCoarsest) : 0);
    reached = now;
    if (options.progress &&
        !options.progress(static_cast<double>(iterations) / static_cast<double>(options.most_iterations)))
      break;
  }
  LatentTruth out = em.take();
  out.iterations = iterations;
  out.converged = converged;
  out.log_likelihood = reached;
  return out;
}

}  // namespace etalon::stats
