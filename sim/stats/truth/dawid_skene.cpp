// One pass over the units does the E-step and gathers what the next M-step needs: the posterior of a unit is used while it
// is in the cache. Blocks of units go to threads and are put together in their order.
#include <algorithm>
#include <limits>

#include "sim/stats/truth/em.h"

namespace etalon::stats {
namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();
constexpr std::size_t kPad = 4;  // rows of confusions are multiples of it

// What one pass adds up to.
struct Sums {
  double log_likelihood = 0;
  std::vector<double> priors;      // by category, summed over units
  std::vector<double> confusions;  // (rater * categories + given) * stride + truth

  void add(const Sums& other) {
    log_likelihood += other.log_likelihood;
    for (std::size_t i = 0; i < priors.size(); ++i) priors[i] += other.priors[i];
    for (std::size_t i = 0; i < confusions.size(); ++i) confusions[i] += other.confusions[i];
  }
};

class Em {
 public:
  Em(const RatingTable& table, bool one_coin, std::size_t threads)
      : table_(table),
        one_coin_(one_coin),
        threads_(threads),
        q_(table.categories().size()),
        stride_((q_ + kPad - 1) / kPad * kPad),
        posterior_(table.units() * q_) {
    block_ = std::max<std::size_t>(2'048, (table.units() + 63) / 64);
    sums_ = pass([&](std::size_t unit, double* row) {
      majority(table, unit, row);
      return 0.0;
    });
  }

  void m_step() {
    double units = 0;
    for (const double prior : sums_.priors) units += prior;
    log_priors_.assign(stride_, kNever);
    for (std::size_t k = 0; k < q_; ++k) log_priors_[k] = std::log(sums_.priors[k] / units);
    logs_.assign(sums_.confusions.size(), kNever);
    for (std::size_t rater = 0; rater < table_.raters(); ++rater) one_coin_ ? coin(rater) : confusion(rater);
  }

  // The marginal log-likelihood under the last m_step().
  double e_step() {
    sums_ = pass([&](std::size_t unit, double* row) { return posterior_of(unit, row); });
    return sums_.log_likelihood;
  }

  LatentTruth take() {
    LatentTruth out;
    out.posterior = std::move(posterior_);
    out.priors.assign(sums_.priors.begin(), sums_.priors.begin() + static_cast<std::ptrdiff_t>(q_));
    out.raters.assign(table_.raters(), {0, 0, std::vector<double>(q_ * q_)});
    for (std::size_t rater = 0; rater < table_.raters(); ++rater)
      for (std::size_t given = 0; given < q_; ++given)
        for (std::size_t truth = 0; truth < q_; ++truth)
          out.raters[rater].confusion[truth * q_ + given] = sums_.confusions[(rater * q_ + given) * stride_ + truth];
    sums_to_shares(out);
    return out;
  }

 private:
  // `turn` gives a unit its posterior and says its log-likelihood; the sums are of what it left.
  template <class Turn>
  Sums pass(const Turn& turn) {
    const std::size_t blocks = (table_.units() + block_ - 1) / block_;
    std::vector<Sums> parts(blocks);
    in_parallel(blocks, threads_, [&](std::size_t b) {
      Sums& sums = parts[b];
      sums.priors.resize(stride_);
      sums.confusions.resize(table_.raters() * q_ * stride_);
      std::vector<double> row(stride_);
      for (std::size_t unit = b * block_; unit < std::min((b + 1) * block_, table_.units()); ++unit) {
        double* own = posterior_.data() + unit * q_;
        std::copy_n(own, q_, row.begin());
        sums.log_likelihood += turn(unit, row.data());
        std::copy_n(row.begin(), q_, own);
        gather(unit, row.data(), sums);
      }
    });
    Sums out = std::move(parts[0]);
    for (std::size_t b = 1; b < blocks; ++b) out.add(parts[b]);
    return out;
  }

  double posterior_of(std::size_t unit, double* row) const {
    double logs[kMostOnStack];
    std::vector<double> heap(stride_ > kMostOnStack ? stride_ : 0);
    double* sum = heap.empty() ? logs : heap.data();
    std::copy(log_priors_.begin(), log_priors_.end(), sum);
    bool rated = false;
    each_rating(table_, unit, [&](std::size_t rater, std::size_t given) {
      rated = true;
      const double* add = logs_.data() + (rater * q_ + given) * stride_;
      for (std::size_t k = 0; k < stride_; ++k) sum[k] += add[k];
    });
    if (!rated || std::isinf(*std::max_element(sum, sum + q_))) return 0;
    const double out = normalise(sum, q_);
    std::copy_n(sum, q_, row);
    return out;
  }

  void gather(std::size_t unit, const double* row, Sums& sums) const {
    bool rated = false;
    each_rating(table_, unit, [&](std::size_t rater, std::size_t given) {
      rated = true;
      double* into = sums.confusions.data() + (rater * q_ + given) * stride_;
      for (std::size_t k = 0; k < stride_; ++k) into[k] += row[k];
    });
    for (std::size_t k = 0; k < stride_ && rated; ++k) sums.priors[k] += row[k];
  }

  void confusion(std::size_t rater) {
    for (std::size_t truth = 0; truth < q_; ++truth) {
      double all = 0;
      for (std::size_t given = 0; given < q_; ++given) all += sums_.confusions[(rater * q_ + given) * stride_ + truth];
      for (std::size_t given = 0; given < q_ && all > 0; ++given) {
        const std::size_t at = (rater * q_ + given) * stride_ + truth;
        logs_[at] = std::log(sums_.confusions[at] / all);
      }
    }
  }

  void coin(std::size_t rater) {
    double right = 0, all = 0;
    for (std::size_t given = 0; given < q_; ++given)
      for (std::size_t truth = 0; truth < q_; ++truth) {
        const double sum = sums_.confusions[(rater * q_ + given) * stride_ + truth];
        all += sum;
        right += truth == given ? sum : 0;
      }
    if (all == 0) return;
    const double accuracy = right / all, other = q_ > 1 ? (1 - accuracy) / static_cast<double>(q_ - 1) : 0;
    for (std::size_t given = 0; given < q_; ++given)
      for (std::size_t truth = 0; truth < q_; ++truth)
        logs_[(rater * q_ + given) * stride_ + truth] = std::log(truth == given ? accuracy : std::max(0.0, other));
  }

  static constexpr std::size_t kMostOnStack = 64;

  const RatingTable& table_;
  bool one_coin_;
  std::size_t threads_, q_, stride_, block_ = 0;
  std::vector<double> posterior_, log_priors_, logs_;
  Sums sums_;
};

}  // namespace

LatentTruth dawid_skene(const RatingTable& table, bool one_coin, const TruthOptions& options) {
  Em em(table, one_coin, options.threads);
  double reached = kNever;
  std::size_t iterations = 0;
  bool converged = false;
  while (iterations < options.most_iterations && !converged) {
    em.m_step();
    const double now = em.e_step();
    ++iterations;
    converged = has_stopped(reached, now, options.tolerance);
    reached = now;
    if (options.progress &&
        !options.progress(static_cast<double>(iterations) / static_cast<double>(options.most_iterations)))
      break;
  }
  LatentTruth out = em.take();
  out.iterations = iterations;
  out.converged = converged;
  if (iterations > 0) out.log_likelihood = reached;
  return out;
}

}  // namespace etalon::stats
