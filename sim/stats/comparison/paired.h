// Two coefficients on the same units, as before and after a calibration session: their difference, with an interval from
// units that are drawn for both at once (paired bootstrap; McKenzie et al. 1996, Epidemiol. 7, 541-545).
#pragma once

#include "sim/stats/resampling/bootstrap.h"

namespace etalon::stats {

struct PairedDifference {
  Estimate first, second;
  Estimate difference;        // second - first; its interval is the percentiles of the resampled differences
  std::size_t undefined = 0;  // resamples in which one of the two is, left out
};

// The tables have the same units, in the same order; raters and categories may differ. A unit is drawn from both tables at
// once, one that only one of them rated too. Undefined where one of the two coefficients is; without an interval where
// options.progress stops it.
PairedDifference paired_difference(const RatingTable& before, const RatingTable& after, const Question& of_before,
                                   const Question& of_after, const BootstrapOptions& options = {});

}  // namespace etalon::stats
