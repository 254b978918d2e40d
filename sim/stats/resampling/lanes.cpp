#include "sim/stats/resampling/lanes.h"

#include <cstring>

// One body, compiled for the baseline and, on x86-64, for AVX2.
#if defined(__x86_64__)
#define ETALON_AVX2 __attribute__((target("avx2")))
#endif
#define ETALON_INLINE inline __attribute__((always_inline))

namespace etalon::stats {
namespace {

using Vector = std::uint16_t __attribute__((vector_size(2 * kLane)));

ETALON_INLINE void load(const std::uint16_t* from, Vector& into) { std::memcpy(&into, from, sizeof into); }

// `kVectors` times kLane numbers of each row, held in registers.
template <std::size_t kVectors>
ETALON_INLINE void add_group(const std::uint16_t* rows, std::size_t stride, const std::uint8_t* picked, std::size_t count,
                             std::uint16_t* sums) {
  Vector totals[kVectors];
  for (std::size_t v = 0; v < kVectors; ++v) load(sums + v * kLane, totals[v]);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint16_t* row = rows + picked[i] * stride;
#pragma GCC unroll 4
    for (std::size_t v = 0; v < kVectors; ++v) {
      Vector part;
      load(row + v * kLane, part);
      totals[v] += part;
    }
  }
  for (std::size_t v = 0; v < kVectors; ++v) std::memcpy(sums + v * kLane, &totals[v], sizeof totals[v]);
}

ETALON_INLINE void add_all(const std::uint16_t* rows, std::size_t stride, const std::uint8_t* picked, std::size_t count,
                           std::uint16_t* sums) {
  std::size_t lane = 0;
  for (; lane + 4 * kLane <= stride; lane += 4 * kLane) add_group<4>(rows + lane, stride, picked, count, sums + lane);
  for (; lane + 2 * kLane <= stride; lane += 2 * kLane) add_group<2>(rows + lane, stride, picked, count, sums + lane);
  for (; lane < stride; lane += kLane) add_group<1>(rows + lane, stride, picked, count, sums + lane);
}

#if defined(__x86_64__)
ETALON_AVX2 void add_rows_avx2(const std::uint16_t* rows, std::size_t stride, const std::uint8_t* picked, std::size_t count,
                               std::uint16_t* sums) {
  add_all(rows, stride, picked, count, sums);
}
#endif

}  // namespace

void add_rows(const std::uint16_t* rows, std::size_t stride, const std::uint8_t* picked, std::size_t count,
              std::uint16_t* sums) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return add_rows_avx2(rows, stride, picked, count, sums);
#endif
  add_all(rows, stride, picked, count, sums);
}

}  // namespace etalon::stats
