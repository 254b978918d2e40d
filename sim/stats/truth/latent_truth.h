// What the units truly are, guessed from ratings alone, and how far each rater is to be trusted. Missing ratings are left
// out.
//
//   Majority     the shares of the unit's ratings
//   DawidSkene   Dawid and Skene 1979 (J. R. Stat. Soc. C 28, 20-28): a confusion matrix for each rater, shares of the
//                categories, EM from the majority
//   OneCoin      the same with one number for each rater: right with a probability, else any other category alike
//   Mace         Hovy et al. 2013 (NAACL): a rater knows, or spams by habits of their own; variational EM with priors
//                Beta(0.5, 0.5) and, as the authors' program has it, Dirichlet(10), categories alike beforehand; the best of
//                several seeded starts
//   Glad         Whitehill et al. 2009 (NIPS), for any number of categories: right with 1 / (1 + exp(-ability e^ease)), else
//                any other category alike; normal priors around 1; categories alike beforehand
//
// EM stops when the marginal log-likelihood (Mace: its bound by the point estimates) grows by less than `tolerance` of
// itself; whether it did is part of the result. A package stops on a bound of clipped probabilities instead, long before
// that.
#pragma once

#include <optional>
#include <string_view>

#include "sim/base/message.h"
#include "sim/base/parallel.h"
#include "sim/stats/rating_table.h"

namespace etalon::stats {

enum class TruthModel { Majority, DawidSkene, OneCoin, Mace, Glad };
std::string_view code(TruthModel model);  // "majority", "dawid-skene", "one-coin", "mace", "glad"
std::optional<TruthModel> truth_model_from(std::string_view code);

struct TruthOptions {
  std::size_t most_iterations = 2'000;
  double tolerance = 1e-10;  // relative; 0: all iterations
  std::uint64_t seed = 1;    // Mace
  std::size_t starts = 10;   // Mace
  std::size_t threads = 1;   // the result is the same for any number
  Progress progress = {};    // false cancels: what was reached so far, not converged
};

struct RaterTruth {
  std::size_t ratings = 0;
  double accuracy = 0;            // by the posterior (GLAD, MACE, one coin: by the model); 0 without ratings
  std::vector<double> confusion;  // truth * categories + given; a truth that never was: zeroes
};

struct LatentTruth {
  bool converged = false;
  std::size_t iterations = 0;
  std::optional<double> log_likelihood;  // majority: none
  std::vector<double> priors;            // of the categories
  std::vector<double> posterior;         // unit * categories + category; zeroes for a unit without ratings
  std::vector<RaterTruth> raters;        // as in the table
  Message reason;                        // not empty: there is nothing to guess from

  // The most probable category, the first of several; kMissing for a unit without ratings.
  Category value(std::size_t unit) const;
  bool is_tie(std::size_t unit) const;
  // Where categories have an order: the first up to which half of the probability lies.
  Category median(std::size_t unit) const;
};

LatentTruth latent_truth(const RatingTable& table, TruthModel model, const TruthOptions& options = {});

}  // namespace etalon::stats
