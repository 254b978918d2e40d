#include "sim/stats/agreement/set_likeness.h"

#include <array>
#include <bit>

#if defined(__x86_64__)
#define ETALON_POPCNT __attribute__((target("popcnt")))
#endif
#define ETALON_INLINE inline __attribute__((always_inline))

namespace etalon::stats {
namespace {

constexpr std::size_t kLabels = 65;  // 0 … 64 of them in a set

// Shared / all, for each number of either.
constexpr std::array<double, kLabels* kLabels> kShares = [] {
  std::array<double, kLabels * kLabels> out{};
  for (std::size_t shared = 0; shared < kLabels; ++shared)
    for (std::size_t all = 1; all < kLabels; ++all)
      out[shared * kLabels + all] = static_cast<double>(shared) / static_cast<double>(all);
  return out;
}();

// One body, compiled for the baseline and for processors that count bits by themselves.
ETALON_INLINE double likeness_of(SetLikeness likeness, std::uint64_t a, std::uint64_t b) {
  if (a == b) return 1;
  const std::uint64_t shared = a & b;
  const double jaccard =
      kShares[static_cast<std::size_t>(std::popcount(shared)) * kLabels + static_cast<std::size_t>(std::popcount(a | b))];
  if (likeness == SetLikeness::Jaccard) return jaccard;
  return jaccard * (shared == a || shared == b ? 2.0 / 3 : 1.0 / 3);
}

ETALON_INLINE double form_with(SetLikeness likeness, const std::vector<std::uint64_t>& sets, const std::vector<double>& x) {
  double same = 0, other = 0;
  for (std::size_t k = 0; k < sets.size(); ++k) {
    if (x[k] == 0) continue;
    double beside = 0;
    for (std::size_t l = 0; l < k; ++l) beside += x[l] * likeness_of(likeness, sets[k], sets[l]);
    same += x[k] * x[k];
    other += x[k] * beside;
  }
  return same + 2 * other;
}

#if defined(__x86_64__)
ETALON_POPCNT double form_with_popcnt(SetLikeness likeness, const std::vector<std::uint64_t>& sets,
                                      const std::vector<double>& x) {
  return form_with(likeness, sets, x);
}
#endif

}  // namespace

double set_likeness(SetLikeness likeness, std::uint64_t a, std::uint64_t b) { return likeness_of(likeness, a, b); }

double form_of_sets(SetLikeness likeness, const std::vector<std::uint64_t>& sets, const std::vector<double>& x) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("popcnt")) return form_with_popcnt(likeness, sets, x);
#endif
  return form_with(likeness, sets, x);
}

}  // namespace etalon::stats
