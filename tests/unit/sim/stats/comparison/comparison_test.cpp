#include <gtest/gtest.h>

#include <cmath>

#include "sim/base/rng.h"
#include "sim/stats/comparison/cusum.h"
#include "sim/stats/comparison/paired.h"

namespace etalon::stats {
namespace {

// Two raters who agree with this probability; the truth of a unit is the same in all tables.
RatingTable agreeing(std::size_t units, std::uint64_t of_ten, std::uint64_t seed) {
  SeededRng truth(1), rng(seed);
  RatingTable out(units, 2, {"a", "b"});
  for (std::size_t u = 0; u < units; ++u) {
    const auto first = static_cast<Category>(truth.below(2));
    out.set(u, 0, first);
    out.set(u, 1, rng.below(10) < of_ten ? first : 1 - first);
  }
  return out;
}

Question fleiss() { return {Coefficient::FleissKappa, Weights::identity(2)}; }

TEST(PairedDifference, of_a_table_and_itself_is_exactly_nothing) {
  const RatingTable table = agreeing(300, 7, 2);
  const PairedDifference got = paired_difference(table, table, fleiss(), fleiss(), {.replicates = 100});
  EXPECT_EQ(got.difference.value, 0);
  EXPECT_EQ(got.difference.interval->low, 0);
  EXPECT_EQ(got.difference.interval->high, 0);
}

TEST(PairedDifference, sees_an_improvement) {
  const PairedDifference got = paired_difference(agreeing(400, 6, 2), agreeing(400, 9, 3), fleiss(), fleiss());
  EXPECT_NEAR(got.difference.value, got.second.value - got.first.value, 1e-12);
  EXPECT_GT(got.difference.interval->low, 0.3);
  EXPECT_LT(got.difference.interval->high, 0.9);
}

TEST(PairedDifference, says_how_far_it_is_and_has_no_interval_when_stopped) {
  const RatingTable table = agreeing(300, 7, 2);
  double last = 0;
  const auto watched = paired_difference(table, table, fleiss(), fleiss(),
                                         {.replicates = 50, .progress = [&](double share) { return (last = share) <= 1; }});
  EXPECT_NEAR(last, 1, 1e-9);
  EXPECT_TRUE(watched.difference.interval);
  const auto stopped =
      paired_difference(table, table, fleiss(), fleiss(), {.replicates = 50, .progress = [](double) { return false; }});
  EXPECT_FALSE(stopped.difference.interval);
  EXPECT_FALSE(stopped.difference.interval_reason.text.empty());
}

TEST(PairedDifference, is_undefined_where_one_of_the_two_is) {
  const RatingTable same = RatingTable(400, 2, {"a", "b"});
  const PairedDifference got = paired_difference(same, agreeing(400, 9, 3), fleiss(), fleiss(), {.replicates = 10});
  EXPECT_FALSE(got.difference.ok());
  EXPECT_EQ(got.difference.reason.text, "There are no ratings.");
}

TEST(Page1954, limit_keeps_the_false_alarm_rate_and_is_the_smallest_that_does) {
  const CusumDesign design{0.1, 0.3, 150, 0.05};
  const CusumLimit limit = *cusum_limit(design);
  EXPECT_LE(limit.chance, 0.05);
  EXPECT_GT(limit.chance, 0.03) << "not needlessly careful";
  SeededRng rng(5);
  double alarms = 0;
  constexpr int kRuns = 20'000;
  for (int run = 0; run < kRuns; ++run) {
    std::vector<bool> errors(design.within);
    for (std::size_t i = 0; i < errors.size(); ++i) errors[i] = rng.below(10) == 0;
    alarms += cusum(errors, design, limit.limit).alarm ? 1.0 / kRuns : 0;
  }
  // Three standard errors of the simulation; rounding up makes the true rate no greater.
  EXPECT_LE(alarms, limit.chance + 3 * std::sqrt(0.05 * 0.95 / kRuns));
  EXPECT_GT(alarms, 0.6 * limit.chance);
}

TEST(Page1954, a_change_raises_an_alarm_and_an_improvement_can_be_watched_too) {
  const CusumDesign worse{0.1, 0.3, 150, 0.05}, better{0.3, 0.1, 150, 0.05};
  std::vector<bool> errors(40, false);
  errors.insert(errors.end(), 20, true);
  const Cusum got = cusum(errors, worse, cusum_limit(worse)->limit);
  ASSERT_TRUE(got.alarm.has_value());
  EXPECT_GT(*got.alarm, 39U);
  EXPECT_EQ(got.sums[10], 0) << "right decisions keep it at nothing";
  EXPECT_TRUE(cusum(std::vector<bool>(150, false), better, cusum_limit(better)->limit).alarm.has_value());
}

TEST(Page1954, refuses_shares_outside_their_range) {
  EXPECT_FALSE(cusum_limit({0, 0.2, 100, 0.05}));
  EXPECT_FALSE(cusum_limit({0.2, 0.2, 100, 0.05}));
  EXPECT_FALSE(cusum_limit({0.1, 0.2, 0, 0.05}));
}

}  // namespace
}  // namespace etalon::stats
