#include "sim/stats/proportion.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace etalon::stats {
namespace {

TEST(Wilson1927, thirty_six_of_forty_is_77_to_96_percent) {
  const Estimate estimate = proportion(36, 40);
  ASSERT_TRUE(estimate.ok());
  EXPECT_DOUBLE_EQ(estimate.value, 0.9);
  EXPECT_NEAR(estimate.interval->low, 0.769, 5e-4);
  EXPECT_NEAR(estimate.interval->high, 0.960, 5e-4);
  EXPECT_EQ(estimate.interval->method, "wilson");
}

// Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3.
TEST(Newcombe1998, score_intervals_of_the_published_table) {
  EXPECT_NEAR(proportion(81, 263).interval->low, 0.2553, 5e-5);
  EXPECT_NEAR(proportion(81, 263).interval->high, 0.3662, 5e-5);
  EXPECT_NEAR(proportion(15, 148).interval->low, 0.0624, 5e-5);
  EXPECT_NEAR(proportion(15, 148).interval->high, 0.1605, 5e-5);
  EXPECT_EQ(proportion(0, 20).interval->low, 0);
  EXPECT_NEAR(proportion(0, 20).interval->high, 0.1611, 5e-5);
  EXPECT_NEAR(proportion(1, 29).interval->low, 0.0061, 5e-5);
  EXPECT_NEAR(proportion(1, 29).interval->high, 0.1718, 5e-5);
}

TEST(Proportion, of_nothing_is_undefined) {
  EXPECT_FALSE(proportion(0, 0).ok());
  EXPECT_NE(proportion(0, 0).reason.text, "");
}

RC_GTEST_PROP(Proportion, stays_inside_zero_and_one_and_mirrors, ()) {
  const auto n = *rc::gen::inRange<std::size_t>(1, 500);
  const auto k = *rc::gen::inRange<std::size_t>(0, n + 1);
  const Estimate some = proportion(k, n), rest = proportion(n - k, n);
  RC_ASSERT(some.interval->low >= 0 && some.interval->low <= some.value);
  RC_ASSERT(some.interval->high <= 1 && some.interval->high >= some.value);
  RC_ASSERT(std::abs(some.interval->low - (1 - rest.interval->high)) < 1e-9);
}

}  // namespace
}  // namespace etalon::stats
