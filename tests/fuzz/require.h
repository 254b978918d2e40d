// What must hold for every input. A fuzzer that finds otherwise stops, and keeps the input.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace etalon::fuzz {

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace etalon::fuzz
