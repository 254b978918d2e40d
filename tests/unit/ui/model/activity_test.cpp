#include "ui/model/activity.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace etalon::ui {
namespace {

TEST(ActivityMeter, counts_a_short_gap_as_work) {
  ActivityMeter meter;
  meter.start(Instant{1'000});
  meter.touch(Instant{21'000});
  EXPECT_EQ(meter.take(Instant{31'000}), (Elapsed{30'000, 0}));
}

TEST(ActivityMeter, counts_what_a_gap_has_beyond_thirty_seconds_as_away) {
  ActivityMeter meter;
  meter.start(Instant{0});
  EXPECT_EQ(meter.take(Instant{100'000}), (Elapsed{30'000, 70'000}));
}

TEST(ActivityMeter, a_gap_of_exactly_thirty_seconds_is_all_work) {
  ActivityMeter meter;
  meter.start(Instant{0});
  EXPECT_EQ(meter.take(Instant{kReadingMs}), (Elapsed{kReadingMs, 0}));
}

TEST(ActivityMeter, begins_anew_after_a_take) {
  ActivityMeter meter;
  meter.start(Instant{0});
  meter.take(Instant{5'000});
  EXPECT_EQ(meter.take(Instant{7'000}), (Elapsed{2'000, 0}));
}

TEST(ActivityMeter, a_clock_that_steps_back_counts_nothing) {
  ActivityMeter meter;
  meter.start(Instant{10'000});
  meter.touch(Instant{4'000});
  EXPECT_EQ(meter.take(Instant{12'000}), (Elapsed{2'000, 0}));
}

RC_GTEST_PROP(ActivityMeter, work_and_away_add_up_to_the_time_that_passed, (std::vector<std::uint16_t> gaps)) {
  ActivityMeter meter;
  Instant now{0};
  meter.start(now);
  for (const std::uint16_t gap : gaps) meter.touch(now = now + gap * 3);
  const Elapsed sum = meter.take(now);
  RC_ASSERT(sum.active_ms + sum.idle_ms == now.ms);
  RC_ASSERT(sum.active_ms >= 0 && sum.idle_ms >= 0);
}

}  // namespace
}  // namespace etalon::ui
