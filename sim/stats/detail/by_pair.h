// Every pair of raters by itself, over the units that both rated: Cohen's kappa with its error, and what of it the two's use
// of the categories explains. tally_pairs() (pair_tally.h) has the values of kappa alone, much faster.
#pragma once

#include "sim/stats/agreement/coefficients.h"

namespace etalon::stats {

struct PairDetail {
  std::uint32_t a = 0, b = 0;  // raters, a < b
  std::size_t units = 0;       // that both rated; at least one
  double agreement = 0;        // (weighted) share of these on which they agree
  // cohen_kappa() of the two alone. More than kMostWithError categories between them: without standard error and interval.
  Estimate kappa;
  // The greatest kappa that the two's shares of the categories allow: the sum of the smaller of the two shares in place of
  // the observed agreement (Cohen 1960; Umesh, Peterson and Sauber 1989, Educ. Psychol. Meas. 49, 835-850). Identity
  // weights, whatever the question's. None: one category between them.
  std::optional<double> greatest_kappa;
  // kappa / greatest kappa. Identity weights only; none: one of the two is undefined, or the greatest is 0.
  std::optional<double> share_of_greatest;
  // Prevalence- and bias-adjusted kappa (Byrt, Bishop and Carlin 1993, J. Clin. Epidemiol. 46, 423-429): (q agreement - 1) /
  // (q - 1), q the number of categories of the table, used or not; two of them: 2 agreement - 1. The same as Bennett's S and
  // Brennan and Prediger's coefficient of the two. Identity weights only; none: fewer than two categories.
  std::optional<double> pabak;
  // Of a table with exactly two categories, after the same: by how much a chose the first one more often than b, as a share
  // of the units (n_12 - n_21) / n; and how much more often they agreed on the first than on the second, (n_11 - n_22) / n.
  // kappa = (pabak - prevalence^2 + bias^2) / (1 - prevalence^2 + bias^2).
  std::optional<double> bias_index, prevalence_index;
};

inline constexpr std::size_t kMostWithError = 500;

// Pairs that share a unit, by a, then by b: 825 raters who share few units have far fewer than 339,900.
std::vector<PairDetail> by_pair(const RatingTable& table, const AgreementOptions& options = {});

}  // namespace etalon::stats
