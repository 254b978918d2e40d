#include "sim/report/escape.h"

#include "sim/base/text.h"

namespace etalon::report {

namespace {

constexpr std::string_view kReplacement = "\ufffd";

// Length of the direction control (U+200E, U+200F, U+202A-202E, U+2066-2069) at `at`; 0: there is none.
std::size_t direction_control(std::string_view text, std::size_t at) {
  const std::string_view three = text.substr(at, 3);
  if (three.size() < 3 || three[0] != '\xe2') return 0;
  const auto last = static_cast<unsigned char>(three[2]);
  if (three[1] == '\x80') return (last == 0x8e || last == 0x8f || (last >= 0xaa && last <= 0xae)) ? 3 : 0;
  return three[1] == '\x81' && last >= 0xa6 && last <= 0xa9 ? 3 : 0;
}

void append(std::string& out, char byte, bool utf8) {
  const auto code = static_cast<unsigned char>(byte);
  switch (byte) {
    case '&': out += "&amp;"; return;
    case '<': out += "&lt;"; return;
    case '>': out += "&gt;"; return;
    case '"': out += "&quot;"; return;
    case '\'': out += "&#39;"; return;
    case '\n':
    case '\t': out += byte; return;
    default: break;
  }
  if (code < 0x20 || code == 0x7f || (code > 0x7f && !utf8))
    out += kReplacement;
  else
    out += byte;
}

}  // namespace

std::string escape(std::string_view text) {
  const bool utf8 = is_utf8(text);
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t length = direction_control(text, at); length > 0 && utf8) {
      out += kReplacement;
      at += length;
    } else {
      append(out, text[at++], utf8);
    }
  }
  return out;
}

}  // namespace etalon::report
