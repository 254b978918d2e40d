// Drawing units with replacement, as many as there are, block by block: what a replicate draws from a block hangs on the
// seed, the replicate and the block alone, so that blocks and replicates can be done in any order and by any thread.
//
// The blocks' shares are one multinomial draw, made as a chain of binomials (block b gets a binomial share of what is
// left, with probability its units / the units left); within a block every draw is uniform. Together this is exactly the
// distribution of drawing each unit by itself. For the sources of sim/stats.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/stats/rating_table.h"

namespace etalon::stats {

// Random bits of one replicate in one block: SplitMix64 (Steele, Lea and Flood 2014) from a mixed start.
class DrawStream {
 public:
  using result_type = std::uint64_t;

  DrawStream(std::uint64_t seed, std::uint64_t replicate, std::uint64_t block);
  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return ~result_type{0}; }
  result_type operator()();

 private:
  std::uint64_t state_;
};

// Units with the same number of ratings, next to each other in DrawPlan::units.
struct DrawBlock {
  std::size_t begin = 0, size = 0;  // at most 256
  std::size_t ratings = 0;          // of each of its units
};

struct DrawPlan {
  std::vector<std::uint32_t> units;  // by their number of ratings, then by position
  std::vector<DrawBlock> blocks;
};

// Units with at least `fewest` ratings; `block_size` in [1, 256].
DrawPlan plan_draws(const RatingTable& table, std::size_t fewest, std::size_t block_size = 256);

// Which units of a block a replicate draws: positions in the block. `left` draws are still to be made in this and the
// later blocks, which hold `units_left` units. The result has the draws of this block.
class BlockDraws {
 public:
  void draw(std::uint64_t seed, std::size_t replicate, std::size_t block, std::size_t size, std::size_t units_left,
            std::size_t left);
  const std::uint8_t* begin() const { return drawn_.data(); }
  std::size_t count() const { return count_; }

 private:
  void fill(DrawStream& stream, std::size_t size);

  std::vector<std::uint8_t> drawn_;
  std::size_t count_ = 0;
};

// How often the replicate draws each of the plan's units, in their order.
void multiplicities(const DrawPlan& plan, std::uint64_t seed, std::size_t replicate, std::vector<std::uint32_t>& out);

}  // namespace etalon::stats
