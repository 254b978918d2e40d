// L02: hashes, keys and encoded data; and, as L01, wallets, which look alike.
#include <algorithm>

#include "sim/scenario/lint/detect.h"

namespace etalon::scenario::lint {
namespace {

bool is_base64(char c) { return is_word(c) || c == '+' || c == '/' || c == '=' || c == '_'; }

struct Classes {
  std::size_t small = 0, capital = 0, digit = 0;
};

Classes classes(const Reading& reading, Span span) {
  Classes out;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    if (is_digit(reading.text()[i])) ++out.digit;
    if (is_letter(reading.text()[i])) ++(reading.folded.capital[i] ? out.capital : out.small);
  }
  return out;
}

bool is_mixed(const Classes& of) { return of.small > 0 && of.capital > 0 && of.digit > 0; }

// The shapes of base58check, bech32 and of hexadecimal accounts.
bool is_wallet(const Reading& reading, Span span) {
  const std::string_view word = reading.text().substr(span.begin, span.end - span.begin);
  if (!std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || is_letter(c); })) return false;
  const bool base58 = word.size() >= 26 && word.size() <= 35 && (word[0] == '1' || word[0] == '3') &&
                      word.find('0') == word.npos && is_mixed(classes(reading, span));
  const bool bech32 = (word.starts_with("bc1") || word.starts_with("tb1") || word.starts_with("ltc1")) && word.size() >= 14;
  const bool account = word.size() == 42 && word.starts_with("0x") && std::all_of(word.begin() + 2, word.end(), is_hex);
  return base58 || bech32 || account;
}

void add_data(Reading& reading, Span span) {
  reading.add("L02", span, msg("“{found}” is a hash, a key or encoded data", {found(reading, span)}),
              msg("describe it in words"));
}

// Data is dense: words joined by marks have few figures and no capital inside.
bool looks_encoded(const Reading& reading, Span span) {
  return span.end - span.begin >= 24 && is_mixed(classes(reading, span));
}

void words(Reading& reading) {
  const std::string_view text = reading.text();
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && is_base64(text[end])) ++end;
    const Span span{begin, end};
    if (is_wallet(reading, span))
      reading.add("L01", span, msg("“{found}” is a wallet", {found(reading, span)}),
                  msg("write a placeholder, or say in words what it was"));
    else if (looks_encoded(reading, span))
      add_data(reading, span);
    begin = std::max(end, begin + 1);
  }
}

// Hexadecimal, in one piece or in groups of the same size: colons, hyphens or blanks between.
class HexRun {
 public:
  explicit HexRun(Reading& reading) : reading_(reading), text_(reading.text()) {}

  void run() {
    for (std::size_t i = 0; i < text_.size(); ++i)
      if (is_hex(text_[i]) && (i == 0 || !is_word(text_[i - 1]) || text_[i - 1] == 'x')) i = from(i);
  }

 private:
  std::size_t from(std::size_t begin) {
    std::size_t end = begin, digits = 0, groups = 0, mixed = 0;
    char mark = 0;
    for (;;) {
      const std::size_t group = end;
      while (is_hex(at(text_, end))) ++end;
      if (is_word(at(text_, end)) || end == group) return std::max(end, begin);
      digits += end - group;
      ++groups;
      mixed += has_both({group, end}) ? 1U : 0U;
      const char next = at(text_, end);
      const bool goes_on = (next == ':' || next == '-' || next == ' ') && (mark == 0 || mark == next) &&
                           is_hex(at(text_, end + 1)) && is_group(end + 1);
      if (!goes_on) break;
      mark = next;
      ++end;
    }
    const bool many =
        groups > 1 && (mark == ' ' || mark == '-') ? mixed * 2 >= groups && mixed > 1 : groups > 5 || groups == 1;
    if (many && (digits >= 16 || (mark == ':' && groups >= 6 && digits == groups * 2))) add_data(reading_, {begin, end});
    return end;
  }
  bool is_group(std::size_t begin) const {
    std::size_t end = begin;
    while (is_hex(at(text_, end))) ++end;
    return !is_word(at(text_, end)) && (end - begin) % 2 == 0;
  }
  bool has_both(Span span) const {
    const std::string_view group = text_.substr(span.begin, span.end - span.begin);
    return std::any_of(group.begin(), group.end(), is_digit) && std::any_of(group.begin(), group.end(), is_letter);
  }

  Reading& reading_;
  std::string_view text_;
};

// The names that cameras give to files: IMG_1234, DSC01234.
bool is_camera_file(const Reading& reading, std::size_t i) {
  const Token& token = reading.tokens[i];
  const auto number = [](std::string_view text) {
    return text.size() >= 4 && std::all_of(text.begin(), text.end(), is_digit);
  };
  for (const std::string_view beginning : {"img", "dsc", "dscn", "dscf", "pxl", "mvi"})
    if (token.text.starts_with(beginning) && number(token.text.substr(beginning.size()))) return true;
  const bool marked = is_one_of(token.text, {"img", "dsc", "pxl", "mvi"}) && i + 1 < reading.tokens.size() &&
                      at(reading.text(), token.span.end) == '_';
  return marked && number(reading.tokens[i + 1].text);
}

// What cameras write into their files, and what they call them.
void camera_data(Reading& reading) {
  for (std::size_t i = 0; i < reading.tokens.size(); ++i)
    if (is_camera_file(reading, i) ||
        is_one_of(reading.tokens[i].text, {"exif", "dcim", "gpslatitude", "gpslongitude", "gpsposition", "datetimeoriginal",
                                           "makernote", "exposuretime", "fnumber", "focallength"}))
      add_data(reading, reading.tokens[i].span);
}

}  // namespace

void find_encoded(Reading& reading) {
  words(reading);
  HexRun(reading).run();
  camera_data(reading);
}

}  // namespace etalon::scenario::lint
