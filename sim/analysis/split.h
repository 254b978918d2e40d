// How divided a team is on one question.
#pragma once

#include <cstddef>
#include <vector>

namespace etalon::analysis {

// Shannon's entropy of the counts over the logarithm of min(votes, answers). `answers` 0: unknown, the votes alone.
// [0, 1]; 0 under two votes.
double split_of(const std::vector<std::size_t>& counts, std::size_t answers);

}  // namespace etalon::analysis
