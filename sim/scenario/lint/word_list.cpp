#include "sim/scenario/lint/word_list.h"

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>

#include "sim/base/hash.h"
#include "sim/base/text.h"
#include "sim/scenario/lint/list_words.h"

namespace etalon::scenario::lint {
namespace {

constexpr std::string_view kTitle = "etalon-words 1", kNormalization = "fold-1";
constexpr std::size_t kMostEntries = 1'000'000;

bool is_salt(std::string_view text) { return text.size() == 32 && std::all_of(text.begin(), text.end(), is_hex); }

bool by_hash(const WordList::Line& a, const WordList::Line& b) {
  return a.hash != b.hash ? a.hash < b.hash : a.whole && !b.whole;
}

bool is_rule(std::string_view text) { return text.size() == 3 && text[0] == 'L' && is_digit(text[1]) && is_digit(text[2]); }

// One line of a header.
bool is_source(std::string_view text) {
  return !trim(text).empty() && text.find('\n') == text.npos && printable(text) == text;
}

// One list, line by line; the first fault ends it.
class WordListReader {
 public:
  WordListReader(std::string_view bytes, const std::string& file) : lines_(split(bytes, '\n')), file_(file) {
    if (!lines_.empty() && lines_.back().empty()) lines_.pop_back();
  }

  Result<WordList> read() {
    if (next() != kTitle) return wrong(msg("the list does not begin with “{title}”", {{"title", std::string(kTitle)}}));
    if (auto ok = read_header(); !ok) return fail(ok.error());
    while (at_ < lines_.size())
      if (auto ok = read_line(next()); !ok) return fail(ok.error());
    const auto whole = std::count_if(list_.lines.begin(), list_.lines.end(), [](const auto& line) { return line.whole; });
    if (static_cast<std::size_t>(whole) != list_.entries) return wrong(msg("the number of entries differs from the header"));
    return std::move(list_);
  }

 private:
  std::string_view next() { return at_ < lines_.size() ? lines_[at_++] : std::string_view("\n"); }
  tl::unexpected<Error> wrong(Message what) const {
    return fail(ErrorKind::Input, std::move(what), msg("make the list anew with “etalon words build”"),
                {file_, static_cast<int>(at_)});
  }
  Result<std::string> value(std::string_view key) {
    const std::string_view line = next();
    if (!line.starts_with(key) || line.substr(key.size(), 2) != ": ")
      return wrong(msg("“{key}” is missing from the header", {{"key", std::string(key)}}));
    return std::string(line.substr(key.size() + 2));
  }
  Result<void> number(std::string_view key, std::size_t most, std::size_t& out) {
    const auto text = value(key);
    if (!text) return fail(text.error());
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), out);
    if (error != std::errc() || end != text->data() + text->size() || out > most)
      return wrong(msg("“{key}” is no number that can be", {{"key", std::string(key)}}));
    return {};
  }
  Result<void> choice(std::string_view key, std::string_view no, std::string_view yes, bool& out) {
    const auto text = value(key);
    if (!text) return fail(text.error());
    if (*text != no && *text != yes)
      return wrong(msg("“{key}” is neither “{first}” nor “{second}”",
                       {{"key", std::string(key)}, {"first", std::string(no)}, {"second", std::string(yes)}}));
    out = *text == yes;
    return {};
  }
  Result<void> text(std::string_view key, bool (*fits)(std::string_view), std::string& out) {
    auto found = value(key);
    if (!found) return fail(found.error());
    if (!fits(*found)) return wrong(msg("“{key}” is not what it should be", {{"key", std::string(key)}}));
    out = std::move(*found);
    return {};
  }
  Result<void> read_header() {
    std::string normalization;
    Result<void> ok = text("rule", is_rule, list_.rule);
    if (ok) ok = choice("severity", "warning", "blocking", list_.blocking);
    if (ok) ok = choice("scope", "everywhere", "childhood", list_.childhood);
    if (ok)
      ok = text(
          "normalization", [](std::string_view v) { return v == kNormalization; }, normalization);
    if (ok) ok = text("salt", is_salt, list_.salt);
    if (ok) ok = number("words", kMostWords, list_.words);
    if (ok) ok = number("entries", kMostEntries, list_.entries);
    if (ok) ok = text("source", is_source, list_.source);
    if (ok && !next().empty()) return wrong(msg("an empty line ends the header"));
    return ok;
  }
  Result<void> read_line(std::string_view line) {
    WordList::Line out;
    if (line.ends_with('+')) line.remove_suffix(1), out.whole = false;
    const bool is_hash = line.size() == 16 && std::all_of(line.begin(), line.end(), is_hex);
    if (is_hash) std::from_chars(line.data(), line.data() + line.size(), out.hash, 16);
    if (!is_hash || (!list_.lines.empty() && !by_hash(list_.lines.back(), out)))
      return wrong(msg("a hash of 16 digits, in ascending order, was expected"));
    list_.lines.push_back(out);
    return {};
  }

  std::vector<std::string_view> lines_;
  std::string file_;
  std::size_t at_ = 0;
  WordList list_;
};

void add_entry(const std::vector<std::string>& words, WordList& list, std::set<std::pair<std::uint64_t, bool>>& seen) {
  std::string key;
  for (std::size_t i = 0; i < words.size(); ++i) {
    key += (i == 0 ? "" : " ") + words[i];
    seen.insert({word_hash(list.salt, key), i + 1 < words.size()});
  }
  list.words = std::max(list.words, words.size());
}

}  // namespace

std::uint64_t word_hash(std::string_view salt, std::string_view key) {
  const Hash hash = Hasher().add_text(salt).add_text(key).finish();
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < 8; ++i) out = out << 8U | hash[i];
  return out;
}

Result<WordList> build_words(WordList list, std::string_view plain, const std::string& file) {
  if (!is_rule(list.rule) || !is_salt(list.salt))
    return fail(ErrorKind::Usage, msg("a list needs a rule such as L11 and a salt of 32 hexadecimal digits"));
  if (!is_source(list.source))
    return fail(ErrorKind::Usage, msg("the source of a list is one line of text"),
                msg("say in a few words where its entries come from"));
  std::set<std::pair<std::uint64_t, bool>> seen;
  int line = 0;
  for (const std::string_view raw : split(plain, '\n')) {
    ++line;
    const std::string_view entry = trim(raw.substr(0, raw.find('#')));
    if (entry.empty()) continue;
    if (!is_utf8(entry))
      return fail(ErrorKind::Input, msg("is not UTF-8 text"), msg("save the file as UTF-8 and remove control characters"),
                  {file, line});
    std::vector<std::string> words;
    for (const ListWord& word : list_words(fold(entry))) words.push_back(word.key);
    if (words.empty() || words.size() > kMostWords)
      return fail(ErrorKind::Input, msg("an entry has 1 to {limit} words", {{"limit", std::to_string(kMostWords)}}),
                  msg("shorten it, or remove the line"), {file, line});
    add_entry(words, list, seen);
  }
  for (const auto& [hash, begins] : seen) list.lines.push_back({hash, !begins});
  list.entries =
      static_cast<std::size_t>(std::count_if(seen.begin(), seen.end(), [](const auto& one) { return !one.second; }));
  if (list.entries > kMostEntries)
    return fail(ErrorKind::Input, msg("a list has more than {limit} entries", {{"limit", std::to_string(kMostEntries)}}),
                msg("split it"), {file, 0});
  return list;
}

std::string write_words(const WordList& list) {
  std::string out = fmt::format(
      "{}\nrule: {}\nseverity: {}\nscope: {}\nnormalization: {}\nsalt: {}\nwords: {}\nentries: {}\nsource: {}\n\n", kTitle,
      list.rule, list.blocking ? "blocking" : "warning", list.childhood ? "childhood" : "everywhere", kNormalization,
      list.salt, list.words, list.entries, list.source);
  for (const WordList::Line& line : list.lines) out += fmt::format("{:016x}{}\n", line.hash, line.whole ? "" : "+");
  return out;
}

Result<WordList> read_words(std::string_view bytes, const std::string& file) { return WordListReader(bytes, file).read(); }

}  // namespace etalon::scenario::lint
