#include "sim/base/clock.h"

#include <fmt/format.h>

#include <chrono>

namespace etalon {
namespace {

namespace chr = std::chrono;

// Reads exactly `count` digits at `at` and moves on; false where there are none.
bool digits(std::string_view text, std::size_t& at, std::size_t count, int& out) {
  if (at + count > text.size()) return false;
  out = 0;
  for (std::size_t i = 0; i < count; ++i, ++at) {
    const char c = text[at];
    if (c < '0' || c > '9') return false;
    out = out * 10 + (c - '0');
  }
  return true;
}

bool take(std::string_view text, std::size_t& at, char wanted) {
  if (at >= text.size() || text[at] != wanted) return false;
  ++at;
  return true;
}

struct Fields {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, milli = 0;
};

bool read_time(std::string_view text, std::size_t& at, Fields& f) {
  if (!digits(text, at, 2, f.hour) || !take(text, at, ':') || !digits(text, at, 2, f.minute)) return false;
  if (take(text, at, ':')) {
    if (!digits(text, at, 2, f.second)) return false;
    if (take(text, at, '.') && !digits(text, at, 3, f.milli)) return false;
  }
  return true;
}

bool read_fields(std::string_view text, Fields& f) {
  std::size_t at = 0;
  if (!digits(text, at, 4, f.year) || !take(text, at, '-') || !digits(text, at, 2, f.month) || !take(text, at, '-') ||
      !digits(text, at, 2, f.day))
    return false;
  if (take(text, at, 'T') && !read_time(text, at, f)) return false;
  take(text, at, 'Z');
  return at == text.size() && f.year >= 1970 && f.hour < 24 && f.minute < 60 && f.second < 60;
}

}  // namespace

std::string iso8601(Instant at) {
  const chr::sys_time<chr::milliseconds> moment{chr::milliseconds{at.ms}};
  const auto day = chr::floor<chr::days>(moment);
  const chr::year_month_day date{day};
  const chr::hh_mm_ss time{moment - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                     time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

Result<Instant> parse_instant(std::string_view text) {
  Fields f;
  const bool shaped = read_fields(text, f);
  const chr::year_month_day date{chr::year{f.year}, chr::month{static_cast<unsigned>(f.month)},
                                 chr::day{static_cast<unsigned>(f.day)}};
  if (!shaped || !date.ok())
    return fail(ErrorKind::Input, msg("“{text}” is not a date", {{"text", std::string(text.substr(0, 40))}}),
                msg("write it as 2026-04-02 or 2026-04-02T09:12:00Z"));
  const auto moment = chr::sys_days{date} + chr::hours{f.hour} + chr::minutes{f.minute} + chr::seconds{f.second} +
                      chr::milliseconds{f.milli};
  return Instant{chr::duration_cast<chr::milliseconds>(moment.time_since_epoch()).count()};
}

Instant SystemClock::now() const {
  return Instant{chr::duration_cast<chr::milliseconds>(chr::system_clock::now().time_since_epoch()).count()};
}

}  // namespace etalon
