// L03: text only. Characters that cannot be seen, that turn the reading direction, or that no French or English text
// needs; HTML, and the links and images of other markups.
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "sim/scenario/lint/detect.h"

namespace etalon::scenario::lint {
namespace {

struct Block {
  UChar32 first, last;
};

// Latin letters, typographic punctuation, currency, letter-like signs, arrows, mathematical operators.
constexpr std::array<Block, 12> kAllowed{{{'\t', '\n'},
                                          {'\r', '\r'},
                                          {0x20, 0x7E},
                                          {0xA0, 0xAC},
                                          {0xAE, 0x24F},
                                          {0x2009, 0x200A},
                                          {0x2010, 0x2027},
                                          {0x202F, 0x205E},
                                          {0x2070, 0x209C},
                                          {0x20A0, 0x20BF},
                                          {0x2100, 0x214F},
                                          {0x2190, 0x22FF}}};

bool is_allowed(UChar32 c) {
  return std::any_of(kAllowed.begin(), kAllowed.end(), [&](const Block& b) { return c >= b.first && c <= b.last; });
}

struct Foreign {
  UChar32 character = 0;
  Span span;  // empty: there is none
};

Foreign first_foreign(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t next = 0; next < length;) {
    const int32_t begin = next;
    UChar32 c = 0;
    U8_NEXT(bytes, next, length, c);
    if (!is_allowed(c)) return {std::max<UChar32>(c, 0), {static_cast<std::size_t>(begin), static_cast<std::size_t>(next)}};
  }
  return {};
}

std::size_t first_tag(std::string_view text) {
  for (std::size_t at = text.find('<'); at != text.npos && at + 1 < text.size(); at = text.find('<', at + 1)) {
    const char next = text[at + 1];
    if (is_letter(next) || (next >= 'A' && next <= 'Z') || next == '/' || next == '!') return at;
  }
  return text.npos;
}

// [URL-1]
bool is_placeholder(std::string_view inside) {
  const std::size_t dash = inside.find('-');
  const auto holds = [](std::string_view text, char low, char high) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) { return c >= low && c <= high; });
  };
  return dash != inside.npos && holds(inside.substr(0, dash), 'A', 'Z') && holds(inside.substr(dash + 1), '0', '9');
}

// [words](place), ![words](place): where the bracket closes.
std::size_t first_link(std::string_view text) {
  std::size_t open = text.npos;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '[') open = at;
    const bool closes = open != text.npos && text.substr(at, 2) == "](";
    if (closes && !is_placeholder(text.substr(open + 1, at - open - 1))) return at;
  }
  return text.npos;
}

std::string named(UChar32 c) { return fmt::format("{:04X}", static_cast<unsigned>(c)); }

}  // namespace

std::optional<char32_t> foreign_character(std::string_view utf8) {
  const Foreign foreign = first_foreign(utf8);
  return foreign.span.end == 0 ? std::nullopt : std::optional(static_cast<char32_t>(foreign.character));
}

void find_characters(Reading& reading) {
  if (const Foreign foreign = first_foreign(reading.original); foreign.span.end > 0)
    reading.add_original("L03", foreign.span,
                         msg("the character U+{code} has no place in a text", {{"code", named(foreign.character)}}),
                         msg("remove it, or write the letter in its composed form"));
  if (const std::size_t tag = first_tag(reading.original); tag != std::string_view::npos)
    reading.add_original("L03", {tag, tag + 1}, msg("the text holds HTML"), msg("write plain text"));
  if (const std::size_t link = first_link(reading.original); link != std::string_view::npos)
    reading.add_original("L03", {link, link + 2}, msg("the text holds a link or an image"), msg("write plain text"));
}

}  // namespace etalon::scenario::lint
