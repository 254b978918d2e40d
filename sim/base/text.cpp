#include "sim/base/text.h"

#include <fmt/format.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace etalon {
namespace {

// The code point at `at`, negative where the bytes are broken; moves `at` behind it.
UChar32 next_code_point(std::string_view text, std::size_t& at) {
  constexpr std::size_t kLongest = 4;  // ICU counts in 32 bits: it is shown no more than it needs
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  int32_t index = 0;
  UChar32 c = 0;
  U8_NEXT(bytes, index, static_cast<int32_t>(std::min(kLongest, text.size() - at)), c);
  at += static_cast<std::size_t>(index);
  return c;
}

bool is_control(UChar32 c) {
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();)
    if (next_code_point(bytes, at) < 0) return false;
  return true;
}

std::size_t count_code_points(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < utf8.size(); ++count) next_code_point(utf8, at);
  return count;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find(separator, at);
    out.push_back(text.substr(at, end - at));
    if (end == text.npos) return out;
    at = end + 1;
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) out += separator;
    out += part;
  }
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const UChar32 c = next_code_point(text, at);
    if (c >= 0 && !is_control(c)) {
      out.append(text, start, at - start);
      continue;
    }
    for (std::size_t i = start; i < at; ++i) out += fmt::format("\\x{:02X}", static_cast<unsigned char>(text[i]));
  }
  return out;
}

}  // namespace etalon
