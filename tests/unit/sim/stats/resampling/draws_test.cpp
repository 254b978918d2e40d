// Drawing by blocks is drawing each unit by itself: shown on every outcome there is.
#include "sim/stats/resampling/draws.h"

#include <gtest/gtest.h>

#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <map>

namespace etalon::stats {
namespace {

RatingTable full(std::size_t units) {
  RatingTable out(units, 2, {"a", "b"});
  for (std::size_t u = 0; u < units; ++u) out.set(u, 0, 0), out.set(u, 1, 1);
  return out;
}

double multinomial(const std::vector<std::uint32_t>& times) {
  double out = std::tgamma(static_cast<double>(times.size()) + 1) /
               std::pow(static_cast<double>(times.size()), static_cast<double>(times.size()));
  for (const std::uint32_t time : times) out /= std::tgamma(time + 1.0);
  return out;
}

// The chance of a worse fit than the one found, over all outcomes of drawing `units` of `units`.
double fit(std::size_t units, std::size_t block_size, std::size_t replicates) {
  const DrawPlan plan = plan_draws(full(units), 1, block_size);
  std::map<std::vector<std::uint32_t>, double> found;
  std::vector<std::uint32_t> times;
  for (std::size_t i = 0; i < replicates; ++i) {
    multiplicities(plan, 20, i, times);
    ++found[times];
  }
  double statistic = 0, seen = 0;
  for (const auto& [outcome, count] : found) {
    const double expected = multinomial(outcome) * static_cast<double>(replicates);
    statistic += (count - expected) * (count - expected) / expected;
    seen += multinomial(outcome);
  }
  EXPECT_NEAR(seen, 1, 1e-9) << "an outcome never came up";
  return cdf(complement(boost::math::chi_squared(static_cast<double>(found.size() - 1)), statistic));
}

TEST(BlockedDraws, have_the_exact_distribution_of_drawing_each_unit_by_itself) {
  EXPECT_GT(fit(4, 4, 100'000), 1e-3) << "one block";
  EXPECT_GT(fit(4, 2, 100'000), 1e-3) << "two blocks of two";
  EXPECT_GT(fit(5, 2, 200'000), 1e-3) << "blocks of two, two and one";
  EXPECT_GT(fit(5, 3, 200'000), 1e-3) << "three of four positions: the fourth is thrown away";
}

TEST(BlockedDraws, of_whole_blocks_reach_every_unit_equally) {
  const DrawPlan plan = plan_draws(full(700), 1);
  ASSERT_EQ(plan.blocks.size(), 3U);
  std::vector<double> sums(700);
  std::vector<std::uint32_t> times;
  for (std::size_t i = 0; i < 2'000; ++i) {
    multiplicities(plan, 3, i, times);
    std::size_t all = 0;
    for (std::size_t u = 0; u < 700; ++u) sums[u] += times[u], all += times[u];
    ASSERT_EQ(all, 700U);
  }
  double statistic = 0;
  for (const double sum : sums) statistic += (sum - 2'000) * (sum - 2'000) / 2'000;
  EXPECT_GT(cdf(complement(boost::math::chi_squared(699), statistic)), 1e-3);
}

TEST(DrawPlan, puts_units_with_as_many_ratings_together_and_leaves_out_those_with_fewer) {
  const auto no = std::nullopt;
  const RatingTable table =
      RatingTable::from_texts({{"a", "b", "a"}, {no, no, no}, {"a", no, no}, {"a", no, "b"}, {"b", "b", no}});
  const DrawPlan plan = plan_draws(table, 2);
  EXPECT_EQ(plan.units, (std::vector<std::uint32_t>{3, 4, 0}));
  ASSERT_EQ(plan.blocks.size(), 2U);
  EXPECT_EQ(plan.blocks[0].ratings, 2U);
  EXPECT_EQ(plan.blocks[1].ratings, 3U);
  EXPECT_EQ(plan_draws(table, 1).units.size(), 4U);
}

}  // namespace
}  // namespace etalon::stats
