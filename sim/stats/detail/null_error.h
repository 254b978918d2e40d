// Is agreement more than chance? The error of kappa under the hypothesis that it is chance alone, and the test of it.
//
// It is not a sampling error and makes no interval: it is right where kappa is 0 only, and smaller or larger elsewhere
// (Fleiss 1971: 0.0244 under the hypothesis, 0.0542 as a sampling error, by which intervals are made). Hence a type of its
// own. That kappa is not 0 says little: to call agreement good takes an interval.
#pragma once

#include <vector>

#include "sim/stats/agreement/coefficients.h"

namespace etalon::stats {

struct NullTest {
  bool defined = false;
  double null_standard_error = 0;  // of kappa where it is 0; > 0
  double z = 0;                    // kappa / null_standard_error
  double p_value = 1;              // of so large a |z| by chance: two-sided, normal
  Message reason;                  // not defined: why
};

// Fleiss' kappa. Fleiss, Nee and Landis 1979, Psychol. Bull. 86, 974-977 (they correct the formula of Fleiss 1971): for n
// units with m ratings each and shares p of the categories,
//   sqrt(2 / (n m (m - 1))) sqrt((sum p (1 - p))^2 - sum p (1 - p) (1 - 2 p)) / sum p (1 - p).
// Units that nobody rated are left out. Undefined: where kappa is, and where rated units differ in the number of ratings,
// for which there is no such formula. Identity weights.
NullTest fleiss_null_test(const RatingTable& table);

// Of each category against the rest, in the table's order: sqrt(2 / (n m (m - 1))), the same for all.
std::vector<NullTest> category_null_tests(const RatingTable& table);

// Cohen's kappa of two raters, the weights of `options`. Fleiss, Cohen and Everitt 1969, Psychol. Bull. 72, 323-327: for n
// units and the two's shares a, b of the categories, with w_k. = sum over l of b_l w_kl, w_.l = sum over k of a_k w_kl,
//   sqrt((sum a_k b_l (w_kl - w_k. - w_.l)^2 - expected^2) / n) / (1 - expected).
// Units that both rated. Undefined: where kappa is, and where one of the two used a single category.
NullTest cohen_null_test(const RatingTable& table, const AgreementOptions& options = {});

}  // namespace etalon::stats
