// The program itself, run on packs, and what must hold whatever is in them.
#pragma once

#include <gtest/gtest.h>

#include "tests/support/child.h"

namespace etalon {

inline constexpr unsigned kMostSeconds = 15;                  // a guard against hanging, on a busy machine
inline constexpr std::int64_t kMostKib = 200'000'000 / 1024;  // 200 MB

inline support::Ended run_etalon(std::vector<std::string> arguments, unsigned seconds = kMostSeconds) {
  arguments.insert(arguments.begin(), ETALON_PROGRAM);
  support::Ended ended = support::run_program(arguments, seconds);
  EXPECT_EQ(ended.signal, 0) << (ended.signal == SIGALRM ? "did not end\n" : "crashed\n") << ended.err;
  EXPECT_LE(ended.peak_kib, kMostKib);
  testing::Test::RecordProperty("peak_kib", static_cast<int>(ended.peak_kib));
  return ended;
}

}  // namespace etalon
