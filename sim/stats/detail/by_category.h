// Agreement on each category by itself. Units with two ratings or more where nothing else is said; a missing rating is
// left out.
#pragma once

#include "sim/stats/agreement/coefficients.h"

namespace etalon::stats {

struct CategoryDetail {
  std::size_t ratings = 0;  // of the whole table
  double prevalence = 0;    // mean over rated units of the share of the unit's ratings; 0 where there are none
  // Spitzer and Fleiss 1974 (Br. J. Psychiatry 125, 341-347), Cicchetti and Feinstein 1990 for more categories: of two
  // raters of which one chose the category, how often the other did; sum n (n - 1) / (m - 1) over sum n. Undefined: nobody
  // chose it.
  Estimate specific_agreement;
  // Fleiss 1971: the category against all others, as Fleiss' kappa of the table with two categories. Undefined: nobody, or
  // everybody, chose it.
  Estimate kappa;
};

// In the order of the table's categories.
std::vector<CategoryDetail> by_category(const RatingTable& table, const AgreementOptions& options = {});

}  // namespace etalon::stats
