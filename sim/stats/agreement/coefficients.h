// Coefficients of agreement between raters. Pure; every one says why where it is not defined.
//
// All are (observed - expected) / (1 - expected) over one accumulation of the ratings, weighted by how much two
// categories agree; without weights only the same category agrees. They differ in what chance alone would give.
//
// Missing ratings:
//  * the mean over units (percent agreement, Fleiss, Gwet, Brennan and Prediger, Conger), after Gwet (Handbook of
//    Inter-Rater Reliability, 4th ed., 2014): observed agreement averages over the units with two ratings or more; how
//    common a category is averages over all rated units, each with the same weight, those with a single rating included
//    (Conger: over the units that the rater rated);
//  * Krippendorff's alpha: units with two ratings or more only, every rating with the same weight (coincidences);
//  * Cohen's kappa and Scott's pi: units that both rated.
//
// With gaps, Fleiss' kappa may fall below -1: units with a single rating make a category common, and nothing else.
// Undefined, with the reason: no ratings, one rater, nothing that two rated, one category only, or weights under which
// chance alone agrees wholly. All ratings in one of several declared categories is one category only too, but not for Gwet
// and Brennan-Prediger, whose chance lives on the number of categories: they are 1. Standard errors are sampling errors, by
// Gwet's linearisation over units where nothing else is said, with Student's t on rated units - 1 degrees of freedom. An
// interval is cut to [-1, 1] (percentages: [0, 1]). Where the standard error is 0 (all the same) or cannot be had (one
// unit), there is no interval but a reason.
#pragma once

#include "sim/stats/agreement/weights.h"
#include "sim/stats/estimate.h"
#include "sim/stats/rating_table.h"

namespace etalon::stats {

enum class Coefficient {
  PercentAgreement,  // the mean over pairs of raters
  UnitAgreement,     // the mean over units
  CohenKappa,
  CongerKappa,
  FleissKappa,
  LightKappa,
  ScottPi,
  KrippendorffAlpha,
  GwetAc,
  BrennanPrediger,
};

// A coefficient and how alike it takes two categories to be.
struct Question {
  Coefficient coefficient = Coefficient::KrippendorffAlpha;
  Weights weights;        // for the table's categories, in their order
  bool by_ranks = false;  // Krippendorff's ordinal metric: the weights hang on the table (metric.h)
};

struct AgreementOptions {
  std::optional<Weights> weights = {};  // for the table's categories, in their order; none: identity
  double level = 0.95;                  // of the interval, ]0, 1[
  // The handbook divides the variance by the units less one for ratings, by the units for a contingency table.
  bool contingency_table = false;
  std::size_t threads = 1;  // the result is the same for any number
};

// Every question's answer, in their order; those with the same weights share one accumulation. The weights of `options`
// are not looked at.
std::vector<Estimate> measure(const RatingTable& table, const std::vector<Question>& questions,
                              const AgreementOptions& options = {});

// Observed and expected agreement.
struct Parts {
  double observed = 0, expected = 0;

  double value() const { return (observed - expected) / (1 - expected); }
};
// The value of a coefficient that is made of sums over units (not over pairs of raters), without its error: half the work.
// None: undefined.
std::optional<Parts> value_alone(const RatingTable& table, const Question& question, std::size_t threads = 1);

// Mean over the pairs of raters of the (weighted) share of their common units on which they agree. With gaps this is not
// the mean over units; without, they are the same. Standard error: that of the mean over units for two raters (on the units
// that both rated) and where nothing is missing, else none.
Estimate pairwise_agreement(const RatingTable& table, const AgreementOptions& options = {});

// Mean over units of the (weighted) share of agreeing pairs of raters; for two raters: the share of units on which
// they agree. Expected: nothing.
Estimate percent_agreement(const RatingTable& table, const AgreementOptions& options = {});

// Fleiss 1971, Psychol. Bull. 76, 378-382, in Gwet's form for missing ratings. Chance: two ratings drawn by how common
// the categories are.
Estimate fleiss_kappa(const RatingTable& table, const AgreementOptions& options = {});

// Gwet 2008, Br. J. Math. Stat. Psychol. 61, 29-48: AC1, with weights AC2. Chance: the share of ratings taken at random,
// sum of p (1 - p) / (q - 1), q the number of categories, used or not.
Estimate gwet_ac(const RatingTable& table, const AgreementOptions& options = {});

// Brennan and Prediger 1981, Educ. Psychol. Meas. 41, 687-699. Chance: every category, used or not, as likely.
Estimate brennan_prediger(const RatingTable& table, const AgreementOptions& options = {});

// Conger 1980, Psychol. Bull. 88, 322-328. Chance: two raters, each by their own use of the categories.
Estimate conger_kappa(const RatingTable& table, const AgreementOptions& options = {});

// Cohen 1960, Educ. Psychol. Meas. 20, 37-46; weighted: 1968, Psychol. Bull. 70, 213-220. Exactly two who rated.
// Standard error: Fleiss, Cohen and Everitt 1969, Psychol. Bull. 72, 323-327; interval: Student's t on units - 1 degrees of
// freedom, as Gwet's handbook has it.
Estimate cohen_kappa(const RatingTable& table, const AgreementOptions& options = {});
// The interval of such a kappa by the normal distribution, as the publication of 1969 has it: narrower with few units. None
// where kappa has none.
std::optional<Interval> cohen_normal_interval(const Estimate& kappa);

// Scott 1955, Public Opin. Q. 19, 321-325. Exactly two who rated: Fleiss' kappa on the units that both rated.
Estimate scott_pi(const RatingTable& table, const AgreementOptions& options = {});

// Light 1971, Psychol. Bull. 76, 365-377: the mean of Cohen's kappa over the pairs of raters; undefined
// where it is for one of them. No standard error.
Estimate light_kappa(const RatingTable& table, const AgreementOptions& options = {});

// Krippendorff 2011, Computing Krippendorff's alpha-reliability; with weights Gwet's weighted form, of which identity
// is the nominal metric. `observed` and `expected` are agreements: alpha = 1 - D_o / D_e.
Estimate krippendorff_alpha(const RatingTable& table, const AgreementOptions& options = {});

}  // namespace etalon::stats
