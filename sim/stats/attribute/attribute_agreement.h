// The four questions of an attribute agreement study, in which raters judge the same units several times (AIAG, Measurement
// Systems Analysis, 4th ed., 2010, ch. III C):
//   within                 does a rater give a unit the same category every time?
//   each against standard  … and is it the standard's?
//   between                do all raters, every time, give a unit the same category?
//   all against standard   … and is it the standard's?
// A unit counts in a question when all trials that the question looks at were made (and it has a standard); others are left
// out and counted. Shares have exact intervals (Clopper and Pearson 1934). Fleiss' kappa takes trials as raters, with all
// ratings there are; against the standard it is the mean over occasions of Fleiss' kappa of the trial and the standard.
#pragma once

#include "sim/stats/agreement/coefficients.h"

namespace etalon::stats {

// Undefined values have a reason: a single occasion (within), a single rater (between), no standard.
struct AttributeAnswer {
  std::size_t inspected = 0, matched = 0, left_out = 0;  // units
  Estimate share;                                        // matched / inspected
  Estimate kappa;
  std::vector<Estimate> by_category;  // Fleiss' kappa of the category against the rest; within and between only
};

struct AttributeAgreement {
  std::vector<AttributeAnswer> within, each_against_standard;  // by rater
  AttributeAnswer between, all_against_standard;
};

// Column rater * occasions + occasion of `trials` is a rater's trial. `standard` by unit, kMissing where there is none;
// empty: there is no standard at all.
AttributeAgreement attribute_agreement(const RatingTable& trials, std::size_t occasions,
                                       const std::vector<Category>& standard, double level = 0.95);

}  // namespace etalon::stats
