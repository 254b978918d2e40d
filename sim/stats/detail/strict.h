// The strictest of three things called “percent agreement”. They differ as soon as there are more than two raters, or gaps:
//   pairwise_agreement()  mean over the pairs of raters of the share of their common units on which they agree
//   percent_agreement()   mean over the units of the share of a unit's pairs of raters that agree
//   strict_agreement()    share of the units on which all raters agree: what `agree` of R's package irr and ReCal print for
//                         nominal categories, and “between appraisers” of an attribute agreement study
// With more raters it can only fall, so it compares no two studies with different numbers of raters.
#pragma once

#include "sim/stats/estimate.h"
#include "sim/stats/rating_table.h"

namespace etalon::stats {

enum class StrictUnits {
  Complete,  // rated by everybody who rated anything at all
  Pairable,  // rated by two or more; all of these agree
};

// Identical categories only. Interval: Wilson (proportion.h), level in ]0, 1[. `units` are those of the denominator,
// `ratings` theirs, `raters` who rated anything. Undefined: no ratings, one rater, nothing that two rated, and, for
// Complete, no unit that everybody rated.
Estimate strict_agreement(const RatingTable& table, StrictUnits units, double level = 0.95);

}  // namespace etalon::stats
