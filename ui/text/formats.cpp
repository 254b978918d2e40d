#include "ui/text/formats.h"

#include <fmt/format.h>
#include <array>
#include <cmath>

namespace etalon::ui {
namespace {

constexpr std::string_view kNarrow = "\u202F";
constexpr std::string_view kNoBreak = "\u00A0";
constexpr double kLargest = 1e15;  // beyond it the digits of a double are no longer all true

constexpr std::array<std::string_view, 12> kFrench = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                                      "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
constexpr std::array<std::string_view, 12> kEnglish = {"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

bool french(Language language) { return language == Language::French; }

std::string grouped(std::string_view digits, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += separator;
    out += digits[i];
  }
  return out;
}

struct Date {
  int year = 1970;
  unsigned month = 1, day = 1;
  int minute_of_day = 0;
};

// Civil date from days since 1970-01-01, proleptic Gregorian.
Date civil(Instant at, int offset_minutes) {
  constexpr std::int64_t kMinute = 60'000, kDay = 86'400'000;
  const std::int64_t ms = at.ms + offset_minutes * kMinute;
  std::int64_t days = ms / kDay;
  std::int64_t rest = ms % kDay;
  if (rest < 0) {
    rest += kDay;
    --days;
  }
  // Years are counted from 1 March, so that the leap day comes last; 400 years have 146,097 days.
  const std::int64_t shifted = days + 719'468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
  const std::int64_t of_era = shifted - era * 146'097;
  const std::int64_t year = (of_era - of_era / 1460 + of_era / 36'524 - of_era / 146'096) / 365;
  const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const std::int64_t month = (5 * of_year + 2) / 153;
  Date date;
  date.day = static_cast<unsigned>(of_year - (153 * month + 2) / 5 + 1);
  date.month = static_cast<unsigned>(month < 10 ? month + 3 : month - 9);
  date.year = static_cast<int>(year + era * 400 + (date.month <= 2 ? 1 : 0));
  date.minute_of_day = static_cast<int>(rest / kMinute);
  return date;
}

std::string_view month_name(Language language, unsigned month) {
  return french(language) ? kFrench[month - 1] : kEnglish[month - 1];
}

std::string day_number(Language language, unsigned day) {
  return french(language) && day == 1 ? "1er" : fmt::format("{}", day);
}

}  // namespace

std::string number(Language language, double value, int decimals) {
  if (!std::isfinite(value)) return "—";
  const double power = std::pow(10.0, decimals);
  double rounded = value;
  // Half away from zero, as people round; the nudge undoes that 0.285 is stored as 0.28499….
  if (std::abs(value) < kLargest / power)
    rounded = std::copysign(std::floor(std::abs(value) * power * (1 + 1e-15) + 0.5) / power, value);
  if (rounded == 0) rounded = 0.0;
  const std::string plain = fmt::format("{:.{}f}", std::abs(rounded), decimals);
  const std::size_t point = plain.find('.');
  std::string out = std::signbit(rounded) && rounded != 0 ? "\u2212" : "";
  out += grouped(plain.substr(0, point), french(language) ? kNarrow : ",");
  if (point != std::string::npos) out += (french(language) ? "," : ".") + plain.substr(point + 1);
  return out;
}

std::string integer(Language language, std::int64_t value) {
  const std::string plain = fmt::format("{}", value);
  const bool negative = plain.front() == '-';
  return (negative ? "\u2212" : "") +
         grouped(std::string_view(plain).substr(negative ? 1 : 0), french(language) ? kNarrow : ",");
}

std::string percent(Language language, double share, int decimals) {
  if (!std::isfinite(share)) return "—";
  return number(language, share * 100, decimals) + (french(language) ? std::string(kNarrow) + "%" : "%");
}

std::string interval(Language language, double low, double high, int decimals) {
  const std::string separator = french(language) ? std::string(kNarrow) + "; " : ", ";
  return "[" + number(language, low, decimals) + separator + number(language, high, decimals) + "]";
}

std::string ratio(Language language, std::int64_t part, std::int64_t whole) {
  return integer(language, part) + std::string(kNoBreak) + "/" + std::string(kNoBreak) + integer(language, whole);
}

std::string long_date(Language language, Instant at, int utc_offset_minutes) {
  const Date date = civil(at, utc_offset_minutes);
  return fmt::format("{} {} {}", day_number(language, date.day), month_name(language, date.month), date.year);
}

std::string short_date(Language language, Instant at, int utc_offset_minutes) {
  const Date date = civil(at, utc_offset_minutes);
  if (french(language)) return fmt::format("{:02}/{:02}/{:04}", date.day, date.month, date.year);
  return fmt::format("{} {} {}", date.day, month_name(language, date.month).substr(0, 3), date.year);
}

std::string day_month(Language language, Instant at, int utc_offset_minutes) {
  const Date date = civil(at, utc_offset_minutes);
  return fmt::format("{} {}", day_number(language, date.day), month_name(language, date.month));
}

std::string time_of_day(Language, Instant at, int utc_offset_minutes) {
  const Date date = civil(at, utc_offset_minutes);
  return fmt::format("{:02}:{:02}", date.minute_of_day / 60, date.minute_of_day % 60);
}

std::string long_date(Language language, std::string_view iso_date) {
  const Result<Instant> at = parse_instant(iso_date);
  return at ? long_date(language, *at) : std::string(iso_date);
}

std::string duration(Language, std::int64_t ms) {
  const std::int64_t seconds = ms <= 0 ? 0 : (ms + 500) / 1000;
  if (seconds < 60) return fmt::format("{}{}s", seconds, kNoBreak);
  if (seconds < 3600) {
    const std::int64_t rest = seconds % 60;
    const std::string minutes = fmt::format("{}{}min", seconds / 60, kNoBreak);
    return rest == 0 ? minutes : fmt::format("{}{}{}{}s", minutes, kNoBreak, rest, kNoBreak);
  }
  return fmt::format("{}{}h{}{:02}{}min", seconds / 3600, kNoBreak, kNoBreak, seconds / 60 % 60, kNoBreak);
}

std::string day_offset(Language language, int day) {
  return fmt::format("{}{}{}", french(language) ? "J" : "D", day < 0 ? "\u2212" : "+", std::abs(day));
}

std::string quoted(Language language, std::string_view text) {
  if (french(language)) return fmt::format("«{}{}{}»", kNoBreak, text, kNoBreak);
  return fmt::format("“{}”", text);
}

std::string with_colon(Language language, std::string_view text) {
  return std::string(text) + (french(language) ? std::string(kNoBreak) + ":" : ":");
}

std::string list(Language language, const std::vector<std::string>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0 && i + 1 == items.size())
      out += french(language) ? " et " : " and ";
    else if (i > 0)
      out += ", ";
    out += items[i];
  }
  return out;
}

}  // namespace etalon::ui
