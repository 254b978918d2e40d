// Krippendorff's distances between categories (Krippendorff 2011, Computing Krippendorff's alpha-reliability), as the
// agreement weights 1 - squared distance / the largest squared distance: with them krippendorff_alpha() is his alpha of
// that metric.
//   nominal   0 for the same category, else 1
//   ordinal   (how many ratings lie between the two, half of their own included)^2: hangs on how often the table uses
//             the categories, over the units with two ratings or more
//   interval  (x - y)^2
//   ratio     ((x - y) / (x + y))^2
// and, for categories that are sets (a|b, {} the empty one) or places in a hierarchy (a/b/c):
//   set-jaccard, set-masi   1 - how alike the two sets are (set_likeness.h); at most 64 labels in all
//   hierarchy               1 - 2 * steps in common / steps of both together, from the top (after Wu and Palmer 1994)
// The standard error takes the ordinal distances as given.
#pragma once

#include "sim/stats/agreement/weights.h"
#include "sim/stats/rating_table.h"

namespace etalon::stats {

enum class Metric { Nominal, Ordinal, Interval, Ratio, SetJaccard, SetMasi, Hierarchy };
std::string_view code(Metric metric);  // "nominal" …
std::optional<Metric> metric_from(std::string_view code);

// Refused (Input): interval and ratio where a category is no number (it is named), ratio where two sum to zero, sets of more
// than 64 labels. The ordinal metric takes the categories in the table's order.
Result<Weights> metric_weights(Metric metric, const RatingTable& table, std::size_t threads = 1);

// The ordinal metric where the categories have so many ratings, over units with two ratings or more.
Weights rank_weights(const std::vector<double>& counts);

}  // namespace etalon::stats
