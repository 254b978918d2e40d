// Agreement on each category by itself. A missing rating is left out; identity weights.
#pragma once

#include "sim/stats/agreement/coefficients.h"

namespace etalon::stats {

struct CategoryDetail {
  std::size_t ratings = 0;  // of the whole table in this category, those of units with a single rating too: the pooled count
  double prevalence = 0;    // mean over rated units of the share of the unit's ratings; 0 where there are none
  // Of two raters of a unit of which one chose the category, how often the other did: pairs pooled over the units with two
  // ratings or more, sum n (n - 1) / (m - 1) over sum n, n of a unit's m ratings being in the category. Spitzer and Fleiss
  // 1974, Br. J. Psychiatry 125, 341-347; two raters: 2 n_kk / (n_k. + n_.k), Cicchetti and Feinstein 1990, J. Clin.
  // Epidemiol. 43, 551-558 (the positive and the negative agreement of two categories). No interval. Undefined: nobody chose
  // it in a unit that two rated.
  Estimate specific_agreement;
  // The category against all others: exactly fleiss_kappa() of the table with these two categories, its standard error and
  // interval too (Fleiss 1971; Fleiss, Nee and Landis 1979). Undefined: nobody, or everybody, chose it.
  Estimate kappa;
};

// In the order of the table's categories, those that nobody used too. The weights of `options` are not looked at.
std::vector<CategoryDetail> by_category(const RatingTable& table, const AgreementOptions& options = {});

}  // namespace etalon::stats
