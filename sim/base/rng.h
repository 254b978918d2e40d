// Randomness comes in from outside, like time.
#pragma once

#include <cstdint>
#include <string>

namespace etalon {

class Rng {
 public:
  virtual ~Rng() = default;
  virtual std::uint64_t next() = 0;
  // Uniform in [0, bound); bound > 0. Free of modulo bias.
  std::uint64_t below(std::uint64_t bound);
};

// Reproducible: SplitMix64 (Steele, Lea and Flood 2014).
class SeededRng final : public Rng {
 public:
  explicit SeededRng(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() override;

 private:
  std::uint64_t state_;
};

// The operating system's randomness. The only place of the project that reads it.
class SystemRng final : public Rng {
 public:
  std::uint64_t next() override;
};

// 16 characters of Crockford's base 32 (80 bits): enough never to meet twice, short enough to read aloud.
std::string random_id(Rng& rng);

}  // namespace etalon
