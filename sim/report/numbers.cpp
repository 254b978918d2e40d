#include "sim/report/numbers.h"

#include <charconv>
#include <cmath>

#include "sim/base/assert.h"

namespace etalon::report {

namespace {

constexpr std::string_view kMinus = "\u2212", kNarrowSpace = "\u202f", kSpace = "\u00a0";

std::string fixed(double number, int digits) {
  ETALON_ASSERT(std::isfinite(number));
  char buffer[400];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::abs(number), std::chars_format::fixed, digits);
  return std::string(buffer, end.ptr);
}

}  // namespace

std::string decimal(double number, int digits, Language language) {
  std::string text = fixed(number, digits);
  const bool zero = text.find_first_not_of("0.") == std::string::npos;
  if (language == Language::French)
    if (const auto point = text.find('.'); point != std::string::npos) text[point] = ',';
  return number < 0 && !zero ? std::string(kMinus) + text : text;
}

std::string percent(double proportion, Language language) {
  const std::string number = decimal(proportion * 100, 0, language);
  return language == Language::French ? number + std::string(kNarrowSpace) + "%" : number + "%";
}

std::string percent_range(double low, double high, Language language) {
  return "[" + decimal(low * 100, 0, language) + "–" + percent(high, language) + "]";
}

std::string decimal_range(double low, double high, Language language) {
  const std::string separator = language == Language::French ? std::string(kSpace) + "; " : ", ";
  return "[" + decimal(low, 2, language) + separator + decimal(high, 2, language) + "]";
}

std::string minute(Instant at) {
  std::string text = iso8601(at).substr(0, 16);
  text[10] = ' ';
  return text + " UTC";
}

}  // namespace etalon::report
