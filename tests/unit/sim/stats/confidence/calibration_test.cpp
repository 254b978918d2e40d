#include "sim/stats/confidence/calibration.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace etalon::stats {
namespace {

TEST(Brier1950, of_three_decisions_by_hand) {
  const Calibration got = calibration({{0.9, true}, {0.6, false}, {0.6, true}});
  EXPECT_NEAR(got.brier.value, (0.01 + 0.36 + 0.16) / 3, 1e-12);
  EXPECT_NEAR(got.overconfidence.value, 0.7 - 2.0 / 3, 1e-12);
  ASSERT_EQ(got.bins.size(), 10U);
  EXPECT_EQ(got.bins[6].decisions, 2U);
  EXPECT_NEAR(got.bins[6].accuracy.value, 0.5, 1e-12);
  EXPECT_FALSE(got.bins[0].accuracy.ok());
  EXPECT_NEAR(got.expected_calibration_error.value, 2.0 / 3 * 0.1 + 1.0 / 3 * 0.1, 1e-12);
}

RC_GTEST_PROP(Murphy1973, the_three_parts_make_the_brier_score, ()) {
  std::vector<Judged> decisions;
  const auto count = *rc::gen::inRange<std::size_t>(1, 40);
  for (std::size_t i = 0; i < count; ++i)
    decisions.push_back({*rc::gen::inRange(0, 11) / 10.0, *rc::gen::arbitrary<bool>()});
  const Calibration got = calibration(decisions, {.replicates = 2});
  RC_ASSERT(std::abs(got.brier.value - (got.reliability - got.resolution + got.uncertainty)) < 1e-12);
}

TEST(Calibration, of_nobody_is_undefined_and_of_one_has_no_interval) {
  EXPECT_FALSE(calibration({}).brier.ok());
  EXPECT_NE(calibration({}).expected_calibration_error.reason.text, "");
  const Calibration one = calibration({{1, true}});
  EXPECT_EQ(one.brier.value, 0);
  EXPECT_FALSE(one.brier.interval.has_value());
  EXPECT_NE(one.brier.interval_reason.text, "");
}

TEST(Calibration, of_the_well_calibrated_holds_a_small_error_in_its_interval_and_is_reproducible) {
  std::vector<Judged> decisions;
  for (int i = 0; i < 400; ++i) decisions.push_back({0.75, i % 4 != 0});
  const Calibration got = calibration(decisions);
  EXPECT_NEAR(got.expected_calibration_error.value, 0, 1e-12);
  EXPECT_LT(got.expected_calibration_error.interval->high, 0.08);
  EXPECT_EQ(got.expected_calibration_error, calibration(decisions).expected_calibration_error);
}

}  // namespace
}  // namespace etalon::stats
