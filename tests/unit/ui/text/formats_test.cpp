#include "ui/text/formats.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <cmath>
#include <limits>

namespace etalon::ui {
namespace {

constexpr Language kFr = Language::French;
constexpr Language kEn = Language::English;

Instant at(std::string_view text) { return parse_instant(text).value(); }

TEST(Formats, writes_numbers_as_the_language_does) {
  EXPECT_EQ(number(kFr, 0.97), "0,97");
  EXPECT_EQ(number(kEn, 0.97), "0.97");
  EXPECT_EQ(number(kFr, 12345.5, 1), "12\u202F345,5");
  EXPECT_EQ(number(kEn, 12345.5, 1), "12,345.5");
  EXPECT_EQ(number(kEn, 3, 0), "3");
  EXPECT_EQ(number(kFr, -0.5), "\u22120,50");
}

TEST(Formats, rounds_half_away_from_zero) {
  EXPECT_EQ(number(kEn, 0.125), "0.13");
  EXPECT_EQ(number(kEn, 0.285), "0.29");
  EXPECT_EQ(number(kEn, -0.125), "\u22120.13");
  EXPECT_EQ(percent(kEn, 0.005), "1%");
}

TEST(Formats, never_writes_a_negative_zero) { EXPECT_EQ(number(kEn, -0.001), "0.00"); }

TEST(Formats, never_writes_nan_or_infinity) {
  for (const double value : {std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_EQ(number(kFr, value), "—");
    EXPECT_EQ(percent(kEn, value), "—");
  }
}

TEST(Formats, sets_the_percent_sign_off_in_french) {
  EXPECT_EQ(percent(kFr, 0.95), "95\u202F%");
  EXPECT_EQ(percent(kEn, 0.95), "95%");
  EXPECT_EQ(percent(kFr, 0.1234, 1), "12,3\u202F%");
}

TEST(Formats, writes_intervals_with_the_separator_of_the_language) {
  EXPECT_EQ(interval(kFr, 0.41, 0.72), "[0,41\u202F; 0,72]");
  EXPECT_EQ(interval(kEn, 0.41, 0.72), "[0.41, 0.72]");
}

TEST(Formats, groups_the_digits_of_whole_numbers) {
  EXPECT_EQ(integer(kFr, 1234567), "1\u202F234\u202F567");
  EXPECT_EQ(integer(kEn, -1000), "\u22121,000");
  EXPECT_EQ(integer(kEn, 999), "999");
  EXPECT_EQ(integer(kEn, std::numeric_limits<std::int64_t>::min()), "\u22129,223,372,036,854,775,808");
}

TEST(Formats, writes_dates_in_words) {
  EXPECT_EQ(long_date(kFr, at("2026-04-02")), "2 avril 2026");
  EXPECT_EQ(long_date(kEn, at("2026-04-02")), "2 April 2026");
  EXPECT_EQ(long_date(kFr, at("2026-04-01")), "1er avril 2026");
  EXPECT_EQ(long_date(kEn, at("2024-02-29")), "29 February 2024");
  EXPECT_EQ(long_date(kFr, at("2000-12-31")), "31 décembre 2000");
  EXPECT_EQ(short_date(kFr, at("2026-04-02")), "02/04/2026");
  EXPECT_EQ(short_date(kEn, at("2026-04-02")), "2 Apr 2026");
  EXPECT_EQ(day_month(kEn, at("2026-11-12")), "12 November");
}

TEST(Formats, shifts_moments_into_the_offset_given) {
  EXPECT_EQ(time_of_day(kFr, at("2026-04-02T23:30"), 120), "01:30");
  EXPECT_EQ(long_date(kFr, at("2026-04-02T23:30"), 120), "3 avril 2026");
  EXPECT_EQ(long_date(kEn, Instant{0}, -60), "31 December 1969");
}

TEST(Formats, leaves_what_is_no_date_alone) {
  EXPECT_EQ(long_date(kEn, "2026-04-02"), "2 April 2026");
  EXPECT_EQ(long_date(kEn, "soon"), "soon");
}

TEST(Formats, writes_durations_in_the_two_largest_units) {
  EXPECT_EQ(duration(kFr, 45'000), "45\u00A0s");
  EXPECT_EQ(duration(kFr, 200'000), "3\u00A0min\u00A020\u00A0s");
  EXPECT_EQ(duration(kEn, 180'000), "3\u00A0min");
  EXPECT_EQ(duration(kEn, 3'900'000), "1\u00A0h\u00A005\u00A0min");
  EXPECT_EQ(duration(kEn, -5), "0\u00A0s");
}

TEST(Formats, punctuates_as_the_language_does) {
  EXPECT_EQ(quoted(kFr, "oui"), "«\u00A0oui\u00A0»");
  EXPECT_EQ(quoted(kEn, "yes"), "“yes”");
  EXPECT_EQ(with_colon(kFr, "Légalité"), "Légalité\u00A0:");
  EXPECT_EQ(list(kFr, {"a", "b", "c"}), "a, b et c");
  EXPECT_EQ(list(kEn, {"a", "b"}), "a and b");
  EXPECT_EQ(list(kEn, {}), "");
  EXPECT_EQ(day_offset(kFr, 0), "J+0");
}

RC_GTEST_PROP(Formats, a_date_agrees_with_its_iso_form, ()) {
  const Instant when{*rc::gen::inRange<std::int64_t>(0, 250'000'000'000'000)};
  const std::string iso = iso8601(when);
  const std::string words = short_date(kFr, when);
  RC_ASSERT(words == iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4));
}

}  // namespace
}  // namespace etalon::ui
