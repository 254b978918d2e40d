// L03: text only. Characters that cannot be seen, that turn the reading direction, or that no French or English text
// needs; and HTML.
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "sim/scenario/texts.h"

namespace etalon::scenario {
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

// The first character that is not allowed; negative: none.
UChar32 first_foreign(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    if (!is_allowed(c)) return std::max<UChar32>(c, 0);
  }
  return -1;
}

bool has_html(std::string_view text) {
  for (std::size_t at = text.find('<'); at != text.npos && at + 1 < text.size(); at = text.find('<', at + 1)) {
    const char next = text[at + 1];
    if (is_ascii_letter(next) || next == '/' || next == '!') return true;
  }
  return false;
}

void check_characters(const Node& node, const Subject& subject) {
  const UChar32 foreign = first_foreign(node.text);
  if (foreign >= 0)
    subject.add(node.line,
                msg("the character U+{code} has no place in a pack",
                    {{"code", fmt::format("{:04X}", static_cast<unsigned>(foreign))}}),
                msg("remove it, or write the letter in its composed form"));
  for (const Node& item : node.items) check_characters(item, subject);
}

}  // namespace

void rule_characters(const Subject& subject) {
  check_characters(subject.root, subject);
  for (const Sentence& sentence : all_sentences(subject))
    if (has_html(sentence.text)) subject.add(sentence.line, msg("the text holds HTML"), msg("write plain text"));
}

}  // namespace etalon::scenario
