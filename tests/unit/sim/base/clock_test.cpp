#include "sim/base/clock.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace etalon {
namespace {

TEST(clock, writes_an_instant_as_iso_8601) {
  EXPECT_EQ(iso8601(Instant{0}), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(iso8601(Instant{1775121120123}), "2026-04-02T09:12:00.123Z");
}

TEST(clock, reads_dates_with_and_without_a_time) {
  EXPECT_EQ(iso8601(*parse_instant("2026-04-02")), "2026-04-02T00:00:00.000Z");
  EXPECT_EQ(iso8601(*parse_instant("2026-04-02T09:12")), "2026-04-02T09:12:00.000Z");
  EXPECT_EQ(iso8601(*parse_instant("2026-04-02T09:12:34Z")), "2026-04-02T09:12:34.000Z");
}

TEST(clock, refuses_what_is_no_date) {
  for (const char* text : {"", "2026", "2026-13-01", "2026-02-30", "2026-04-02T25:00", "2026-04-02 09:12", "02/04/2026",
                           "2026-04-02T09:12:34+02", "1969-12-31", "2026-04-02x"})
    EXPECT_FALSE(parse_instant(text)) << text;
}

RC_GTEST_PROP(clock_property, what_is_written_reads_back, ()) {
  const auto ms = *rc::gen::inRange<std::int64_t>(0, 4102444800000);
  RC_ASSERT(parse_instant(iso8601(Instant{ms}))->ms == ms);
}

}  // namespace
}  // namespace etalon
