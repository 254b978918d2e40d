// L01 and L02: what leads to a person or a place on the network. Placeholders such as [URL-1] stand for them.
#include <algorithm>
#include <array>

#include "sim/base/text.h"
#include "sim/scenario/texts.h"

namespace etalon::scenario {
namespace {

constexpr std::array<std::string_view, 32> kTopDomains{
    "com", "org", "net", "info", "biz", "fr", "eu", "be",  "ch",  "de",  "lu",    "uk",   "us",  "it",  "es",     "nl",
    "pt",  "ru",  "cn",  "io",   "tv",  "co", "me", "app", "dev", "xyz", "onion", "gouv", "edu", "gov", "online", "site"};
constexpr std::array<std::string_view, 6> kSchemes{"://", "www.", "magnet:", "mailto:", "data:", "javascript:"};

bool is_host_character(char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '.'; }

bool is_domain(std::string_view word) {
  const std::size_t dot = word.rfind('.');
  if (dot == word.npos || dot == 0 || !std::all_of(word.begin(), word.end(), is_host_character)) return false;
  return std::find(kTopDomains.begin(), kTopDomains.end(), word.substr(dot + 1)) != kTopDomains.end();
}

bool is_address(std::string_view word) {
  const std::string lower = lower_ascii(word);
  if (std::any_of(kSchemes.begin(), kSchemes.end(), [&](std::string_view s) { return lower.find(s) != lower.npos; }))
    return true;
  return is_domain(word);
}

bool is_mail_or_handle(std::string_view word) {
  const std::size_t at = word.find('@');
  if (at == word.npos || at + 1 >= word.size()) return false;
  const char next = word[at + 1];
  return is_ascii_letter(next) || is_ascii_digit(next) || next == '_';
}

bool is_ip4(std::string_view word) {
  const auto parts = split(word, '.');
  return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
           return !part.empty() && part.size() <= 3 && std::all_of(part.begin(), part.end(), is_ascii_digit);
         });
}

bool is_ip6(std::string_view word) {
  const auto colons = std::count(word.begin(), word.end(), ':');
  const bool hex_only = word.find_first_not_of("0123456789abcdefABCDEF:") == word.npos;
  return hex_only && colons >= 2 && (colons >= 4 || word.find("::") != word.npos);
}

// The digits of a number written with separators, from `text`'s start; `used` is how much of it they take.
std::string digit_run(std::string_view text, std::size_t& used) {
  constexpr std::array<std::string_view, 8> kSeparators{" ", ".", "-", "(", ")", "/", "\xC2\xA0", "\xE2\x80\xAF"};
  std::string out;
  used = text.starts_with('+') ? 1 : 0;
  while (used < text.size()) {
    const std::string_view rest = text.substr(used);
    if (is_ascii_digit(rest.front())) {
      out += rest.front();
      ++used;
      continue;
    }
    const auto hit =
        std::find_if(kSeparators.begin(), kSeparators.end(), [&](std::string_view s) { return rest.starts_with(s); });
    if (hit == kSeparators.end()) break;
    used += hit->size();
  }
  return out;
}

bool has_phone_number(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_ascii_digit(text[at]) && text[at] != '+') {
      ++at;
      continue;
    }
    std::size_t used = 0;
    const std::string digits = digit_run(text.substr(at), used);
    const bool international = text[at] == '+' && digits.size() >= 8 && digits.size() <= 15;
    const bool national = text[at] == '0' && digits.size() == 10;
    const bool in_a_word =
        (at > 0 && is_ascii_letter(text[at - 1])) || (at + used < text.size() && is_ascii_letter(text[at + used]));
    // A separator before the letter, as in “00 00 00 00 00 there”, ends the number.
    const bool ends_apart = used > 0 && !is_ascii_digit(text[at + used - 1]);
    if ((international || national) && (!in_a_word || ends_apart)) return true;
    at += std::max<std::size_t>(used, 1);
  }
  return false;
}

// The longest run of characters that `belongs` accepts.
template <class Belongs>
std::string_view longest_run(std::string_view text, Belongs belongs) {
  std::string_view best;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && belongs(text[end])) ++end;
    if (end - at > best.size()) best = text.substr(at, end - at);
    at = end + 1;
  }
  return best;
}

bool is_hex(char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_base64(char c) { return is_ascii_digit(c) || is_ascii_letter(c) || c == '+' || c == '/' || c == '='; }

bool looks_encoded(std::string_view run) {
  const auto any = [&](char low, char high) {
    return std::any_of(run.begin(), run.end(), [&](char c) { return c >= low && c <= high; });
  };
  return run.size() >= 24 && any('0', '9') && any('a', 'z') && any('A', 'Z');
}

}  // namespace

void rule_contact_data(const Subject& subject) {
  for (const Sentence& sentence : all_sentences(subject)) {
    const std::string& text = sentence.text;
    bool hit = has_phone_number(text) || text.find("://") != text.npos;
    for (const std::string_view word : words(text))
      hit = hit || is_address(word) || is_mail_or_handle(word) || is_ip4(word) || is_ip6(word);
    if (hit)
      subject.add(sentence.line, msg("the text holds an address, a number or a name on a network"),
                  msg("write a placeholder such as [URL-1], [COMPTE-1], [PSEUDO-1] or [VILLE-1]"));
  }
}

void rule_hashes(const Subject& subject) {
  for (const Sentence& sentence : all_sentences(subject))
    if (longest_run(sentence.text, is_hex).size() >= 16 || looks_encoded(longest_run(sentence.text, is_base64)))
      subject.add(sentence.line, msg("the text holds a hash, a key or encoded data"), msg("describe it in words"));
}

}  // namespace etalon::scenario
