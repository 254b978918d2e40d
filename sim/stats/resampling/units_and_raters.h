// How sure a coefficient is where both the units and the raters are a sample: Gwet's unconditional variance (Handbook of
// Inter-Rater Reliability, 4th ed., 2014, ch. 5 and 6). The errors of coefficients.h are about other units judged by the
// same raters; this one is about other units judged by other raters, and is never smaller.
//
//  * variance = about units (the coefficient's own standard error, squared: Gwet's linearisation) + about raters.
//  * About raters, the jackknife: (1 - f) (r - 1) / r * sum over the raters of (value without the rater - the mean of these
//    values)^2, r the raters who rated anything. f, the share of all possible raters who did, is taken for 0.
//  * Interval: value -+ t * error, Student's t with the degrees of freedom of a sum of two variances u and v (Satterthwaite
//    1946, Biometrics Bull. 2, 110-114): (u + v)^2 / (u^2 / (rated units - 1) + v^2 / (r - 1)); cut as in coefficients.h.
//    Where leaving out a rater changes nothing, it is the interval about units.
//  * Missing ratings: those of the rater left out are missing too; the coefficient's own rule does the rest. Krippendorff's
//    ordinal metric takes its ranks anew without the rater; as far as the categories are at most 64, else the ranks of the
//    whole table stay.
//  * None, with the reason: the coefficient or its error about units is undefined (means over pairs of raters have none,
//    except the percentage of complete ratings); two raters (so Cohen's kappa and Scott's pi always), for without one of
//    them nothing is left to compare; without one of the raters the coefficient is undefined. Counts of raters (a column is
//    a place, not a person) must not be asked for: the caller knows.
//
// A rater costs one look at each unit that this rater rated, however many raters there are.
#pragma once

#include "sim/stats/agreement/coefficients.h"

namespace etalon::stats {

struct UnitsAndRaters {
  std::optional<double> standard_error, about_raters;  // both or none; the second is the part of the raters
  std::optional<Interval> interval;
  Message reason;  // why there is no interval
};

// `answer` is what measure() gave; of `options` the level and the threads count.
UnitsAndRaters units_and_raters(const RatingTable& table, const Question& question, const Estimate& answer,
                                const AgreementOptions& options = {});

}  // namespace etalon::stats
