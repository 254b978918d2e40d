#include "sim/base/rng.h"

#include <sodium.h>

namespace etalon {

std::uint64_t Rng::below(std::uint64_t bound) {
  const std::uint64_t rejected = -bound % bound;  // 2^64 mod bound: the tail that would favour small values
  for (;;) {
    const std::uint64_t draw = next();
    if (draw >= rejected) return draw % bound;
  }
}

std::uint64_t SeededRng::next() {
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

std::uint64_t SystemRng::next() {
  std::uint64_t out = 0;
  randombytes_buf(&out, sizeof out);
  return out;
}

std::string random_id(Rng& rng) {
  static constexpr char kAlphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string out;
  for (int half = 0; half < 2; ++half) {
    std::uint64_t bits = rng.next();
    for (int i = 0; i < 8; ++i, bits >>= 5) out += kAlphabet[bits & 31];
  }
  return out;
}

}  // namespace etalon
