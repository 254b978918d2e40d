// Do two raters use the categories alike? Tests on the units that both rated; categories that neither used there are left
// out first, so that they cost no degrees of freedom. All three undefined: more than kMostCompared categories are left.
#pragma once

#include "sim/base/message.h"
#include "sim/stats/rating_table.h"

namespace etalon::stats {

// Statistic, degrees of freedom and the chance of one as large if there were no difference (chi-squared); or why there is
// none.
struct ChiSquared {
  bool defined = false;
  double statistic = 0;
  std::size_t degrees = 0;
  double p_value = 1;
  Message reason;
};

inline constexpr std::size_t kMostCompared = 100;  // categories: the time grows with their cube

struct MarginalTests {
  // Are all cells symmetric? Bowker 1948, J. Am. Stat. Assoc. 43, 572-574: sum over k < l with n_kl + n_lk > 0 of
  // (n_kl - n_lk)^2 / (n_kl + n_lk), one degree for each such pair. Two categories: McNemar 1947, without correction.
  // Undefined: they never disagree.
  ChiSquared bowker;
  // Are the shares of the categories the same? Stuart 1955 (Biometrika 42, 412-416), Maxwell 1970: d' S^-1 d of the
  // differences of the marginal counts, all categories but the last. Undefined: S is singular, which it is where some
  // categories are never taken for any of the others.
  ChiSquared stuart_maxwell;
  // The same with the variance not taken under the hypothesis: W / (1 - W / n) (Bhapkar 1966, J. Am. Stat. Assoc. 61,
  // 228-235).
  ChiSquared bhapkar;
};

MarginalTests marginal_tests(const RatingTable& table, std::size_t a, std::size_t b);

}  // namespace etalon::stats
