#include "sim/analysis/split.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace etalon::analysis {

double split_of(const std::vector<std::size_t>& counts, std::size_t answers) {
  const std::size_t votes = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
  const auto given = static_cast<std::size_t>(std::count_if(counts.begin(), counts.end(), [](auto n) { return n > 0; }));
  if (given < 2) return 0;
  double entropy = 0;
  for (const std::size_t count : counts) {
    if (count == 0) continue;
    const double share = static_cast<double>(count) / static_cast<double>(votes);
    entropy -= share * std::log(share);
  }
  // A decision may hold more answers than the scheme of today offers: never above 1.
  const std::size_t most = answers == 0 ? votes : std::min(votes, std::max(answers, given));
  return std::clamp(entropy / std::log(static_cast<double>(most)), 0.0, 1.0);
}

}  // namespace etalon::analysis
