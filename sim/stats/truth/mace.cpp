#include <algorithm>
#include <boost/math/special_functions/digamma.hpp>

#include "sim/base/rng.h"
#include "sim/stats/truth/em.h"

namespace etalon::stats {
namespace {

constexpr double kCoarsest = 1e-8;  // each of the starts stops there
constexpr double kStrategyPrior = 0.5, kHabitPrior = 10;

double digamma(double x) { return boost::math::digamma(x); }

class Start {
 public:
  Start(const RatingTable& table, SeededRng& rng)
      : table_(table),
        q_(table.categories().size()),
        knows_(table.raters()),
        spams_(table.raters()),
        habits_(table.raters() * q_),
        posterior_(table.units() * q_) {
    const auto uniform = [&] { return static_cast<double>(rng.next() >> 11) * 0x1p-53; };
    for (std::size_t rater = 0; rater < table.raters(); ++rater) {
      knows_[rater] = 0.5 + 0.4 * uniform();
      spams_[rater] = 1 - knows_[rater];
      double sum = 0;
      for (std::size_t k = 0; k < q_; ++k) sum += habits_[rater * q_ + k] = 1 + 0.1 * uniform();
      for (std::size_t k = 0; k < q_; ++k) habits_[rater * q_ + k] /= sum;
    }
  }

  // The log-likelihood of the numbers as they were; then new ones.
  double step() {
    const double out = e_step();
    m_step();
    return out;
  }

  LatentTruth take() {
    LatentTruth out;
    out.log_likelihood = e_step();
    out.posterior = posterior_;
    describe(table_, out);
    for (std::size_t rater = 0; rater < table_.raters(); ++rater)
      if (out.raters[rater].ratings > 0) by_model(rater, out);
    return out;
  }

 private:
  double e_step() {
    double out = 0;
    know_counts_.assign(table_.raters(), 0);
    spam_counts_.assign(table_.raters(), 0);
    habit_counts_.assign(habits_.size(), 0);
    take_logs();
    for (std::size_t unit = 0; unit < table_.units(); ++unit) out += unit_step(unit);
    return out;
  }

  // Of a rater's saying a category by habit, and of how much likelier it is when it is true.
  void take_logs() {
    log_spam_.resize(habits_.size());
    log_gain_.resize(habits_.size());
    for (std::size_t i = 0; i < habits_.size(); ++i) {
      const double spam = spams_[i / q_] * habits_[i];
      log_spam_[i] = std::log(spam);
      log_gain_[i] = std::log((knows_[i / q_] + spam) / spam);
    }
  }

  double unit_step(std::size_t unit) {
    double* row = posterior_.data() + unit * q_;
    std::fill_n(row, q_, 0);
    double log_spam = -std::log(static_cast<double>(q_));  // of all raters: the same for every truth
    bool rated = false;
    each_rating(table_, unit, [&](std::size_t rater, std::size_t given) {
      rated = true;
      log_spam += log_spam_[rater * q_ + given];
      row[given] += log_gain_[rater * q_ + given];
    });
    if (!rated) {
      std::fill_n(row, q_, 0);
      return 0;
    }
    const double out = log_spam + normalise(row, q_);
    each_rating(table_, unit, [&](std::size_t rater, std::size_t given) {
      const double spam = spams_[rater] * habits_[rater * q_ + given];
      const double knew = row[given] * knows_[rater] / (knows_[rater] + spam);
      know_counts_[rater] += knew;
      spam_counts_[rater] += 1 - knew;
      habit_counts_[rater * q_ + given] += 1 - knew;
    });
    return out;
  }

  void m_step() {
    for (std::size_t rater = 0; rater < table_.raters(); ++rater) {
      const double all = digamma(know_counts_[rater] + spam_counts_[rater] + 2 * kStrategyPrior);
      knows_[rater] = std::exp(digamma(know_counts_[rater] + kStrategyPrior) - all);
      spams_[rater] = std::exp(digamma(spam_counts_[rater] + kStrategyPrior) - all);
      double habits = 0;
      for (std::size_t k = 0; k < q_; ++k) habits += habit_counts_[rater * q_ + k] + kHabitPrior;
      for (std::size_t k = 0; k < q_; ++k)
        habits_[rater * q_ + k] = std::exp(digamma(habit_counts_[rater * q_ + k] + kHabitPrior) - digamma(habits));
    }
  }

  // What the model says of a rater, scaled to probabilities: the variational numbers sum to less than 1.
  void by_model(std::size_t rater, LatentTruth& out) const {
    const double knows = knows_[rater] / (knows_[rater] + spams_[rater]);
    double habits = 0;
    for (std::size_t k = 0; k < q_; ++k) habits += habits_[rater * q_ + k];
    RaterTruth& one = out.raters[rater];
    one.accuracy = 0;
    for (std::size_t truth = 0; truth < q_; ++truth)
      for (std::size_t given = 0; given < q_; ++given) {
        double& cell = one.confusion[truth * q_ + given];
        cell = (1 - knows) * habits_[rater * q_ + given] / habits + (truth == given ? knows : 0);
        if (truth == given) one.accuracy += out.priors[truth] * cell;
      }
  }

  const RatingTable& table_;
  std::size_t q_;
  std::vector<double> knows_, spams_, habits_, posterior_;
  std::vector<double> know_counts_, spam_counts_, habit_counts_, log_spam_, log_gain_;
};

}  // namespace

LatentTruth mace(const RatingTable& table, const TruthOptions& options) {
  SeededRng rng(options.seed);
  LatentTruth best;
  for (std::size_t i = 0; i < std::max<std::size_t>(1, options.starts); ++i) {
    Start start(table, rng);
    double reached = 0;
    std::size_t iterations = 0;
    bool converged = false;
    while (iterations < options.most_iterations && !converged) {
      const double now = start.step();
      converged =
          iterations > 0 && has_stopped(reached, now, options.tolerance > 0 ? std::max(options.tolerance, kCoarsest) : 0);
      reached = now;
      ++iterations;
    }
    LatentTruth found = start.take();
    found.iterations = iterations;
    found.converged = converged;
    if (!best.log_likelihood || *found.log_likelihood > *best.log_likelihood) best = std::move(found);
    if (options.progress && !options.progress(static_cast<double>(i + 1) / static_cast<double>(options.starts))) break;
  }
  return best;
}

}  // namespace etalon::stats
