#include "sim/stats/resampling/draws.h"

#include <algorithm>
#include <bit>
#include <boost/random/binomial_distribution.hpp>
#include <cstring>

#include "sim/base/assert.h"

namespace etalon::stats {
namespace {

constexpr std::uint64_t kStep = 0x9e3779b97f4a7c15;

std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

std::size_t ratings_of(const RatingTable& table, std::size_t unit) {
  return table.with_codes([&](const auto& codes) {
    using Code = typename std::decay_t<decltype(codes)>::Code;
    const Code* row = codes.row(unit);
    return codes.raters - static_cast<std::size_t>(std::count(row, row + codes.raters, Codes<Code>::kGap));
  });
}

}  // namespace

DrawStream::DrawStream(std::uint64_t seed, std::uint64_t replicate, std::uint64_t block)
    : state_(mixed(mixed(mixed(seed + kStep) ^ replicate) + kStep) ^ mixed(block + kStep)) {}

DrawStream::result_type DrawStream::operator()() { return mixed(state_ += kStep); }

DrawPlan plan_draws(const RatingTable& table, std::size_t fewest, std::size_t block_size) {
  ETALON_ASSERT(block_size > 0 && block_size <= 256 && table.units() <= ~std::uint32_t{0});
  std::vector<std::size_t> begin(table.raters() + 2);  // of the units with so many ratings, then where the next one goes
  std::vector<std::uint32_t> ratings(table.units());
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    ratings[unit] = static_cast<std::uint32_t>(ratings_of(table, unit));
    if (ratings[unit] >= fewest) ++begin[ratings[unit] + 1];
  }
  for (std::size_t m = 1; m < begin.size(); ++m) begin[m] += begin[m - 1];
  DrawPlan out;
  for (std::size_t m = std::max<std::size_t>(1, fewest); m + 1 < begin.size(); ++m)
    for (std::size_t at = begin[m]; at < begin[m + 1]; at += block_size)
      out.blocks.push_back({at, std::min(block_size, begin[m + 1] - at), m});
  out.units.resize(begin.back());
  for (std::size_t unit = 0; unit < table.units(); ++unit)
    if (ratings[unit] >= fewest) out.units[begin[ratings[unit]]++] = static_cast<std::uint32_t>(unit);
  return out;
}

void BlockDraws::draw(std::uint64_t seed, std::size_t replicate, std::size_t block, std::size_t size, std::size_t units_left,
                      std::size_t left) {
  DrawStream stream(seed, replicate, block);
  count_ = left;
  if (size < units_left && left > 0) {
    const double share = static_cast<double>(size) / static_cast<double>(units_left);
    boost::random::binomial_distribution<std::int64_t, double> binomial(static_cast<std::int64_t>(left), share);
    count_ = static_cast<std::size_t>(binomial(stream));
  }
  if (drawn_.size() < count_ + 8) drawn_.resize(count_ + 8);
  fill(stream, size);
}

void BlockDraws::fill(DrawStream& stream, std::size_t size) {
  if (size == 256) {  // every byte is a position
    for (std::size_t i = 0; i < count_; i += 8) {
      const std::uint64_t bytes = stream();
      for (std::size_t j = 0; j < 8; ++j) drawn_[i + j] = static_cast<std::uint8_t>(bytes >> (8 * j));
    }
    return;
  }
  const auto mask = static_cast<std::uint8_t>(std::bit_ceil(size) - 1);
  for (std::size_t i = 0; i < count_;) {
    std::uint64_t bytes = stream();
    for (std::size_t j = 0; j < 8 && i < count_; ++j, bytes >>= 8) {
      drawn_[i] = static_cast<std::uint8_t>(bytes) & mask;
      i += drawn_[i] < size ? 1U : 0U;  // else this byte is thrown away: all positions stay as likely
    }
  }
}

void multiplicities(const DrawPlan& plan, std::uint64_t seed, std::size_t replicate, std::vector<std::uint32_t>& out) {
  out.assign(plan.units.size(), 0);
  BlockDraws draws;
  std::size_t left = plan.units.size();
  for (std::size_t b = 0; b < plan.blocks.size(); ++b) {
    const DrawBlock& block = plan.blocks[b];
    draws.draw(seed, replicate, b, block.size, plan.units.size() - block.begin, left);
    for (std::size_t i = 0; i < draws.count(); ++i) ++out[block.begin + draws.begin()[i]];
    left -= draws.count();
  }
}

}  // namespace etalon::stats
