// Coefficients of agreement on nominal categories. Pure; every one says why where it is not defined.
//
// Missing ratings:
//  * percent agreement and Fleiss' kappa after Gwet (Handbook of Inter-Rater Reliability, 4th ed., 2014): observed
//    agreement averages over the units with two ratings or more; how common a category is averages over all rated
//    units, each with the same weight, those with a single rating included;
//  * Krippendorff's alpha: units with two ratings or more only, every rating with the same weight (coincidences);
//  * Cohen's kappa: units that both rated.
//
// With gaps, Fleiss' kappa may fall below -1: units with a single rating make a category common, and nothing else.
// Standard errors are sampling errors. An interval is cut to [-1, 1] (percentages: [0, 1]). Where the standard error is
// 0 (all the same) or cannot be had (one unit), there is no interval but a reason.
#pragma once

#include "sim/stats/estimate.h"
#include "sim/stats/rating_table.h"

namespace etalon::stats {

// Mean over units of the share of agreeing pairs of raters; for two raters: the share of units on which they agree.
// Interval: Student's t, units - 1 degrees of freedom.
Estimate percent_agreement(const RatingTable& table, double level = 0.95);

// Cohen 1960, Educ. Psychol. Meas. 20, 37-46. Exactly two raters. Standard error: Fleiss, Cohen and Everitt 1969,
// Psychol. Bull. 72, 323-327; interval: normal.
Estimate cohen_kappa(const RatingTable& table, double level = 0.95);

// Fleiss 1971, Psychol. Bull. 76, 378-382, in Gwet's form for missing ratings. Standard error: Gwet's linearisation over
// units; interval: Student's t, rated units - 1 degrees of freedom.
Estimate fleiss_kappa(const RatingTable& table, double level = 0.95);

// Krippendorff 2011, Computing Krippendorff's alpha-reliability; nominal metric. `observed` and `expected` are
// agreements in Gwet's form: alpha = (observed - expected) / (1 - expected) = 1 - D_o / D_e.
// Standard error: Gwet's linearisation over units; interval: Student's t, rated units - 1 degrees of freedom.
Estimate krippendorff_alpha(const RatingTable& table, double level = 0.95);

}  // namespace etalon::stats
