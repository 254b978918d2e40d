// How far a coefficient would be if other units of the same kind had been rated: units are drawn with replacement, as many
// as there are, and the coefficient is computed anew (Efron 1979, Ann. Stat. 7, 1-26). Units, never pairs of ratings: pairs
// of one unit hang together, and drawing them apart makes the error too small.
//
//  * What is drawn: units with a rating (for alpha: two ratings or more). Units without count for nothing.
//  * Percentile interval: the quantiles of the replicates, interpolated between neighbours.
//  * BCa interval (Efron 1987, J. Am. Stat. Assoc. 82, 171-185): corrected for bias (replicates below the value, ties by
//    half) and for acceleration, sum U^3 / (6 (sum U^2)^(3/2)) with U the units' influence of Gwet's linearisation; not for
//    the means over pairs of raters, which have no linearisation here. Cohen's kappa: none either.
//  * A replicate in which the coefficient is undefined (one category, no two ratings together) is left out and counted.
//  * Krippendorff's ordinal metric takes the ranks of each replicate anew.
// The same seed gives the same replicates, whatever the number of threads and of coefficients asked for together.
#pragma once

#include <cstdint>

#include "sim/base/parallel.h"
#include "sim/stats/agreement/coefficients.h"

namespace etalon::stats {

struct BootstrapOptions {
  std::size_t replicates = 1000;
  std::uint64_t seed = 1;
  double level = 0.95;
  std::size_t threads = 1;
  Progress progress = {};
};

struct Bootstrap {
  std::vector<double> replicates;        // in the order in which they were drawn; where the coefficient is defined
  std::size_t undefined = 0;             // replicates left out
  std::optional<double> standard_error;  // standard deviation of the replicates; none: fewer than two
  std::optional<Interval> percentile, bca;
  Message no_percentile, no_bca;  // why there is none
};

// One for each question, whose answers measure() gave; nothing: cancelled by the progress.
std::optional<std::vector<Bootstrap>> bootstrap(const RatingTable& table, const std::vector<Question>& questions,
                                                const std::vector<Estimate>& answers, const BootstrapOptions& options);

}  // namespace etalon::stats
