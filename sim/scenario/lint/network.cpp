// L01: what leads to a place on the network, as written or taken apart: “example [dot] org”, “example point org”.
#include <algorithm>
#include <array>

#include "sim/scenario/lint/detect.h"

namespace etalon::scenario::lint {
namespace {

// Reserved and country domains that texts at a hotline may name, and frequent generic ones.
constexpr std::array<std::string_view, 84> kTopDomains{
    "com",  "org",   "net",   "info",  "biz",  "name",  "pro", "edu",    "gov",     "gouv",    "mil",   "int",
    "eu",   "fr",    "be",    "ch",    "de",   "lu",    "uk",  "us",     "it",      "es",      "nl",    "pt",
    "ru",   "cn",    "io",    "tv",    "co",   "me",    "at",  "ca",     "se",      "no",      "fi",    "dk",
    "pl",   "cz",    "ro",    "bg",    "gr",   "ie",    "jp",  "kr",     "in",      "br",      "au",    "nz",
    "ua",   "tr",    "ma",    "dz",    "tn",   "re",    "gp",  "su",     "to",      "ws",      "cc",    "gg",
    "ly",   "ai",    "app",   "dev",   "xyz",  "onion", "i2p", "online", "site",    "top",     "club",  "shop",
    "blog", "cloud", "space", "store", "live", "paris", "bzh", "test",   "example", "invalid", "media", "link"};
// Those that are no word of either language: enough even where blanks or words stand for the dot.
constexpr std::array<std::string_view, 18> kPlainDomains{"com", "org", "fr",   "eu",  "io",  "be",   "ch", "uk", "onion",
                                                         "xyz", "biz", "gouv", "i2p", "net", "info", "lu", "ru", "bzh"};

// The longest name of a host (RFC 1035), and the longest type of “data:” (RFC 6838). What is longer is none: so a text of
// dots or of signs alone takes no longer than another.
constexpr std::size_t kLongestHost = 253, kLongestType = 255;

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_host(char c) { return is_word(c) || c == '-' || c == '.'; }
bool is_open(char c) { return c == '(' || c == '[' || c == '{' || c == '<'; }
bool is_close(char c) { return c == ')' || c == ']' || c == '}' || c == '>'; }
bool is_join(char c) { return c == '-' || c == '_' || c == '*'; }

std::size_t past_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

// What a word or mark stands for inside an address; 0: nothing.
char sign_of(std::string_view word) {
  if (is_one_of(word, {".", "dot", "point", "punkt"})) return '.';
  if (is_one_of(word, {"@", "at", "arobase", "arobas", "chez"})) return '@';
  if (is_one_of(word, {":", "://"})) return ':';
  return 0;
}

// Undoes what takes an address apart, and keeps where everything came from.
class Unmasking {
 public:
  explicit Unmasking(const Folded& from) : from_(from), text_(from.text) {}

  Folded run() {
    for (std::size_t at = 0; at < text_.size();)
      if (!bracketed(at) && !between_joins(at) && !spaced_sign(at) && !spaced_letters(at)) copy(at++);
    return std::move(out_);
  }

 private:
  void copy(std::size_t at) { out_.add(text_.substr(at, 1), from_.from[at], from_.capital[at]); }
  void put(char sign, Span span) {
    while (!out_.text.empty() && out_.text.back() == ' ') drop_last();
    out_.add({&sign, 1}, {from_.from[span.begin].begin, from_.from[span.end - 1].end}, false);
  }
  void drop_last() {
    out_.text.pop_back();
    out_.from.pop_back();
    out_.capital.pop_back();
  }

  // [dot], ( at ), <@>
  bool bracketed(std::size_t& at) {
    if (!is_open(text_[at])) return false;
    const std::size_t begin = past_blanks(text_, at + 1);
    std::size_t end = begin;
    while (end < text_.size() && end - begin < 8 && text_[end] != ' ' && !is_close(text_[end])) ++end;
    const std::size_t close = past_blanks(text_, end);
    const char sign = sign_of(text_.substr(begin, end - begin));
    if (sign == 0 || close >= text_.size() || !is_close(text_[close])) return false;
    put(sign, {at, close + 1});
    at = past_blanks(text_, close + 1);
    return true;
  }
  // -dot-, _at_
  bool between_joins(std::size_t& at) {
    if (!is_join(text_[at]) || at == 0 || !is_word(text_[at - 1])) return false;
    std::size_t end = at + 1;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    const char sign = sign_of(text_.substr(at + 1, end - at - 1));
    if (sign == 0 || end >= text_.size() || text_[end] != text_[at]) return false;
    put(sign, {at, end + 1});
    at = end + 1;
    return true;
  }
  // “ . ”, “ dot ”, “ point ” and the like, where what follows makes an address of it.
  bool spaced_sign(std::size_t& at) {
    if (text_[at] != ' ' || at == 0 || !is_word(text_[at - 1])) return false;
    const std::size_t begin = past_blanks(text_, at);
    std::size_t end = begin;
    while (end < text_.size() && text_[end] != ' ') ++end;
    const std::string_view word = text_.substr(begin, end - begin);
    const std::size_t next = past_blanks(text_, end);
    if (sign_of(word) == 0 || next == end || !makes_address(word, next)) return false;
    put(sign_of(word), {begin, end});
    at = next;
    return true;
  }
  bool makes_address(std::string_view word, std::size_t next) const {
    if (word == "." || word == "@" || word == "arobase" || word == "arobas") return true;
    if (sign_of(word) != '.') return false;
    const bool digits = is_digit(at_back()) && is_digit(at(text_, next));
    return digits || last_word() == "www" || starts_domain(next);
  }
  char at_back() const { return out_.text.empty() ? ' ' : out_.text.back(); }
  std::string_view last_word() const {
    std::size_t begin = out_.text.size();
    while (begin > 0 && is_word(out_.text[begin - 1])) --begin;
    return std::string_view(out_.text).substr(begin);
  }
  bool starts_domain(std::size_t next) const {
    std::size_t end = next;
    while (end < text_.size() && is_word(text_[end])) ++end;
    const std::string_view top = text_.substr(next, end - next);
    if (!holds(kPlainDomains, top)) return false;
    return !is_one_of(last_word(), {"ce", "un", "le", "du", "au", "point", "the", "a", "this", "dernier", "premier", "en"});
  }
  // e x a m p l e . o r g
  bool spaced_letters(std::size_t& at) {
    if (at < plain_until_ || (at > 0 && text_[at - 1] != ' ')) return false;
    std::size_t end = at;
    bool has_sign = false;
    while (end + 1 < text_.size() && text_[end] != ' ' && (text_[end + 1] == ' ' || is_close(text_[end + 1]))) {
      has_sign = has_sign || text_[end] == '.' || text_[end] == '@' || text_[end] == '/';
      end += 2;
    }
    if (end < text_.size() && end + 1 == text_.size()) end += 2;
    if (!has_sign) plain_until_ = end;
    if (!has_sign || end - at < 12) return false;
    for (; at < std::min(end, text_.size()); at += 2) copy(at);
    at = std::min(at - 1, text_.size());
    return true;
  }

  const Folded& from_;
  std::string_view text_;
  std::size_t plain_until_ = 0;  // single letters up to here hold no sign
  Folded out_;
};

class Network {
 public:
  Network(Reading& reading, const Folded& plain) : reading_(reading), plain_(plain), text_(plain.text) {}

  void run() {
    schemes();
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '@') at_sign(i);
      if (text_[i] == '.' || text_[i] == ',') domain(i);
      if (is_digit(text_[i]) && (i == 0 || !is_host(text_[i - 1]))) ip4(i);
      if (text_[i] == ':' && i > 0) ip6(i);
    }
  }

 private:
  void add(Span span, Message (*what)(std::string), std::string_view mend) {
    const Span original = plain_.original(span);
    std::string seen = found_at(original);
    reading_.add_original("L01", original, what(std::move(seen)), mend == "[URL-1]" ? url_mend() : account_mend());
  }
  std::string found_at(Span original) const {
    return std::string(reading_.original.substr(original.begin, std::min<std::size_t>(original.end - original.begin, 60)));
  }
  static Message url_mend() { return msg("write a placeholder: [URL-1]"); }
  static Message account_mend() { return msg("write a placeholder: [COMPTE-1] or [PSEUDO-1]"); }
  static Message address(std::string found) {
    return msg("“{found}” is an address on the network", {{"found", std::move(found)}});
  }
  static Message account(std::string found) {
    return msg("“{found}” is an e-mail address or the name of an account", {{"found", std::move(found)}});
  }

  std::size_t past_word(std::size_t at) const {
    while (at < text_.size() && text_[at] != ' ' && text_[at] != '\n') ++at;
    return at;
  }
  void schemes() {
    for (const std::string_view scheme :
         {"://", "www.", "magnet:?", "mailto:", "javascript:", "hxxp", "geo:", "tel:", "data:", ":\\\\", "///"})
      for (std::size_t hit = text_.find(scheme); hit != text_.npos; hit = text_.find(scheme, hit + scheme.size()))
        if (leads_on(scheme, hit)) hit = add_word(hit, hit) - scheme.size();
    for (const std::string_view scheme : {"http", "https", "ftp"}) apart(scheme);
    for (std::size_t hit = text_.find("//"); hit != text_.npos; hit = text_.find("//", hit + 2))
      if (is_word(at(text_, hit + 2))) hit = add_word(hit, hit) - 2;
  }
  // The rest of the word is part of the address; says where it ends.
  std::size_t add_word(std::size_t begin, std::size_t last) {
    const std::size_t end = past_word(last);
    add({begin, end}, address, "[URL-1]");
    return end;
  }
  bool leads_on(std::string_view scheme, std::size_t hit) const {
    const char next = at(text_, hit + scheme.size());
    if (scheme == "geo:" || scheme == "tel:") return is_digit(next) || next == '+' || next == '-';
    if (scheme == "data:") {
      const std::string_view type = text_.substr(hit, kLongestType);
      return type.find('/') < type.find_first_of(" \n");
    }
    return next != ' ';
  }
  // http : // example
  void apart(std::string_view scheme) {
    for (std::size_t hit = text_.find(scheme); hit != text_.npos; hit = text_.find(scheme, hit + 1)) {
      std::size_t end = hit + scheme.size();
      while (end < text_.size() && !is_word(text_[end])) ++end;
      const std::string_view gap = text_.substr(hit + scheme.size(), end - hit - scheme.size());
      if (gap.size() <= 8 && gap.find('/') != gap.npos) hit = add_word(hit, end) - 1;
    }
  }
  void at_sign(std::size_t i) {
    std::size_t name = past_blanks(text_, i + 1);
    const bool apart = name != i + 1;
    if (name >= text_.size() || !(is_word(text_[name]) || text_[name] == '_') || (apart && is_digit(text_[name]))) return;
    std::size_t begin = i, end = name;
    while (begin > 0 && i - begin < kLongestHost &&
           (is_host(text_[begin - 1]) || text_[begin - 1] == '_' || text_[begin - 1] == '+'))
      --begin;
    while (end < text_.size() && end - i < kLongestHost && (is_host(text_[end]) || text_[end] == '_')) ++end;
    add({begin, end}, account, "[COMPTE-1]");
  }
  // The dot (or the comma written for it) is the last before the top domain.
  void domain(std::size_t dot) {
    std::size_t top = dot + 1;
    const bool after_blank = at(text_, top) == ' ';
    if (after_blank) top = past_blanks(text_, top);
    std::size_t end = top;
    while (end < text_.size() && end - top < kLongestHost && (is_word(text_[end]) || text_[end] == '-')) ++end;
    std::size_t begin = dot;
    const bool before_blank = dot > 0 && text_[dot - 1] == ' ';
    if (before_blank) --begin;
    const std::size_t past_label = begin;
    while (begin > 0 && dot - begin < kLongestHost && is_host(text_[begin - 1])) --begin;
    const bool is_cut = dot - begin >= kLongestHost;
    while (is_cut && begin < past_label && text_[begin] == '.') ++begin;
    const std::string_view label = text_.substr(begin, past_label - begin);
    if (is_domain(label, text_.substr(top, end - top), dot, after_blank, before_blank))
      add({begin, end}, address, "[URL-1]");
  }
  bool is_domain(std::string_view label, std::string_view top, std::size_t dot, bool after_blank, bool before_blank) const {
    const bool plain = holds(kPlainDomains, top);
    const bool all_digits = std::none_of(label.begin(), label.end(), is_letter);
    if (label.empty() || label.front() == '.' || all_digits) return false;
    if (text_[dot] == ',') return plain && !after_blank && !before_blank && label.size() > 2;
    // “a domain name under .fr”
    if (before_blank && is_one_of(label, {"under", "domain", "domaine", "extension", "domaines", "suffix", "suffixe"}))
      return false;
    if (after_blank || before_blank) return plain && label.size() > 3 && !(after_blank && capital_at(dot, top));
    const std::string_view own = label.substr(label.find_last_of('.') + 1);
    if (own.empty() || !(holds(kTopDomains, top) || top.starts_with("xn--"))) return false;
    // “the end.The next”: a blank is missing.
    const std::size_t first = dot + 1;
    const bool sentence = plain_.capital[first] && !plain_.capital[first + top.size() - 1] && !plain;
    return !sentence;
  }
  bool capital_at(std::size_t dot, std::string_view top) const {
    const std::size_t first = text_.find(top, dot);
    return first < plain_.capital.size() && plain_.capital[first];
  }
  void ip4(std::size_t begin) {
    std::size_t i = begin, parts = 0;
    for (;;) {
      std::size_t digits = 0;
      int number = 0;
      for (; is_digit(at(text_, i)) && digits < 4; ++i, ++digits) number = number * 10 + (text_[i] - '0');
      if (digits == 0 || digits > 3 || number > 255) return;
      ++parts;
      if (at(text_, i) != '.' || !is_digit(at(text_, i + 1))) break;
      ++i;
    }
    if (parts != 4 || is_letter(at(text_, i)) || is_numbered(begin)) return;
    add({begin, i}, address, "[URL-1]");
  }
  // The word before says that it is the number of a version or of a section.
  bool is_numbered(std::size_t begin) const {
    std::size_t end = begin;
    while (end > 0 && !is_word(text_[end - 1])) --end;
    std::size_t first = end;
    while (first > 0 && is_word(text_[first - 1])) --first;
    return is_one_of(text_.substr(first, end - first), {"version", "v", "art", "article", "section", "sec", "paragraphe",
                                                        "paragraph", "point", "chapitre", "chapter"});
  }
  void ip6(std::size_t colon) {
    const auto belongs = [](char c) { return is_hex(c) || c == ':'; };
    std::size_t begin = colon, end = colon;
    while (begin > 0 && is_hex(text_[begin - 1])) --begin;
    if (begin > 0 && text_[begin - 1] == ':') return;  // once, at its first colon
    while (end < text_.size() && belongs(text_[end])) ++end;
    const std::string_view run = text_.substr(begin, end - begin);
    const auto colons = std::count(run.begin(), run.end(), ':');
    const bool short_form = run.find("::") != run.npos && run.size() >= 5 && colons >= 2;
    const bool has_digit = std::any_of(run.begin(), run.end(), is_digit);
    if ((begin > 0 && is_word(text_[begin - 1])) || is_word(at(text_, end)) || !has_digit) return;
    if (short_form || (colons == 7 && run.size() >= 15)) add({begin, end}, address, "[URL-1]");
  }

  Reading& reading_;
  const Folded& plain_;
  std::string_view text_;
};

}  // namespace

void find_network(Reading& reading) {
  const Folded plain = Unmasking(reading.folded).run();
  Network(reading, plain).run();
}

}  // namespace etalon::scenario::lint
