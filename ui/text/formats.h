// Numbers, dates, durations and punctuation as each language writes them. Pure and free of any process locale.
// French: decimal comma, U+202F (narrow no-break space) before % ; ! ? and between thousands, U+00A0 before a colon.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/clock.h"
#include "sim/base/language.h"

namespace etalon::ui {

// "0,97" / "0.97". Half away from zero; never "-0.00". A value that is not finite gives "—".
std::string number(Language, double value, int decimals = 2);
// "12 345" (U+202F) / "12,345"
std::string integer(Language, std::int64_t value);
// `share` in 0..1: "95 %" (U+202F) / "95%"
std::string percent(Language, double share, int decimals = 0);
// "[0,41 ; 0,72]" / "[0.41, 0.72]"
std::string interval(Language, double low, double high, int decimals = 2);
// "12 / 40", with no-break spaces
std::string ratio(Language, std::int64_t part, std::int64_t whole);

// The moments below are shown in UTC shifted by `utc_offset_minutes`.
std::string long_date(Language, Instant,
                      int utc_offset_minutes = 0);                       // "2 avril 2026" / "2 April 2026"; "1er avril 2026"
std::string short_date(Language, Instant, int utc_offset_minutes = 0);   // "02/04/2026" / "2 Apr 2026"
std::string day_month(Language, Instant, int utc_offset_minutes = 0);    // "12 novembre" / "12 November"
std::string time_of_day(Language, Instant, int utc_offset_minutes = 0);  // "09:12"
// "2026-04-02" as a long date; what is no date comes back as it is.
std::string long_date(Language, std::string_view iso_date);
// "45 s", "3 min 20 s", "1 h 05 min"; negative counts as zero.
std::string duration(Language, std::int64_t ms);
// "J+0" / "D+0"
std::string day_offset(Language, int day);

// « text » with no-break spaces inside / “text”
std::string quoted(Language, std::string_view text);
// "Legality:" / "Légalité :" (no-break space)
std::string with_colon(Language, std::string_view text);
// "a, b et c" / "a, b and c"
std::string list(Language, const std::vector<std::string>& items);

}  // namespace etalon::ui
