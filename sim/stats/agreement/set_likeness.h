// How alike two sets of labels are, in [0, 1]; a bit for each label.
//   Jaccard   shared labels / all labels (Jaccard 1912); two empty sets are the same
//   Masi      that times 1 for the same set, 2/3 for a subset, 1/3 where some are shared (Passonneau 2006, LREC)
// Three measures go by the name of MASI: a toolkit rounds the factors to 0.67 and 0.33, another multiplies the Jaccard
// distance and not the likeness. This one is the publication's.
#pragma once

#include <cstdint>
#include <vector>

namespace etalon::stats {

enum class SetLikeness { Jaccard, Masi };

double set_likeness(SetLikeness likeness, std::uint64_t a, std::uint64_t b);

// sum over k, l of x_k likeness(k, l) x_l.
double form_of_sets(SetLikeness likeness, const std::vector<std::uint64_t>& sets, const std::vector<double>& x);

}  // namespace etalon::stats
