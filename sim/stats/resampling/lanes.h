// Sums of rows of small numbers, the inner loop of resampling: the processor's widest instructions where it has them,
// chosen at run time; the sums are integers, so they are the same everywhere. For the sources of sim/stats.
#pragma once

#include <cstddef>
#include <cstdint>

namespace etalon::stats {

inline constexpr std::size_t kLane = 16;  // a row is a multiple of so many numbers

// Adds to `sums` the rows that `picked` names, one for each of the `count` entries: rows[picked[i] * stride + lane].
// `stride` is a multiple of kLane. A sum must stay below 65,536: the caller sees to it.
void add_rows(const std::uint16_t* rows, std::size_t stride, const std::uint8_t* picked, std::size_t count,
              std::uint16_t* sums);

}  // namespace etalon::stats
