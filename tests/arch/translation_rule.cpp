#include "tests/arch/translation_rule.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <regex>
#include <utility>

namespace etalon::arch {

namespace {

struct Call {
  std::string name;
  std::size_t open = 0;                                        // of its parenthesis
  std::vector<std::pair<std::size_t, std::size_t>> arguments;  // from, to
};

// The arguments of the call whose parenthesis stands at `open`. `code` has its literals blanked.
std::vector<std::pair<std::size_t, std::size_t>> arguments_at(std::string_view code, std::size_t open) {
  std::vector<std::pair<std::size_t, std::size_t>> arguments;
  std::size_t from = open + 1;
  int depth = 0;
  for (std::size_t at = open; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '(' || c == '{' || c == '[') ++depth;
    if (c == ')' || c == '}' || c == ']') --depth;
    if (depth == 0 || (depth == 1 && c == ',')) {
      arguments.emplace_back(from, at);
      from = at + 1;
    }
    if (depth == 0) break;
  }
  return arguments;
}

std::vector<Call> translating_calls(const std::string& code) {
  static const std::regex kCall(R"(\b(tr|msg|plural)\s*\()");
  std::vector<Call> calls;
  for (std::sregex_iterator it(code.begin(), code.end(), kCall), end; it != end; ++it) {
    const auto open = static_cast<std::size_t>(it->position() + it->length()) - 1;
    calls.push_back({(*it)[1], open, arguments_at(code, open)});
  }
  return calls;
}

bool only_blanks(std::string_view code, std::size_t from, std::size_t to) {
  return std::all_of(code.begin() + static_cast<std::ptrdiff_t>(from), code.begin() + static_cast<std::ptrdiff_t>(to),
                     [](unsigned char c) { return std::isspace(c) != 0; });
}

// The texts of an argument; adjacent literals joined. Two of them for `condition ? "a" : "b"`.
std::vector<Literal> texts_in(const std::string& code, const std::vector<Literal>& literals, std::size_t from,
                              std::size_t to) {
  std::vector<Literal> texts;
  for (const auto& literal : literals) {
    if (literal.at < from || literal.end > to) continue;
    if (!texts.empty() && only_blanks(code, texts.back().end, literal.at)) {
      texts.back().text += literal.text;
      texts.back().end = literal.end;
    } else {
      texts.push_back(literal);
    }
  }
  return texts;
}

std::string po_text(std::string_view quoted) {
  const auto literals = string_literals(quoted);
  return literals.empty() ? std::string() : literals.front().text;
}

std::set<std::string> places_of(const std::string& text) {
  static const std::regex kPlace(R"(\{[a-z_]+\})");
  std::set<std::string> places;
  for (std::sregex_iterator it(text.begin(), text.end(), kPlace), end; it != end; ++it) places.insert(it->str());
  return places;
}

// Reads a .po line by line into entries.
class PoReader {
 public:
  void read(const std::string& line, int number) {
    if (line.starts_with("#~")) return;
    if (line.starts_with("#,")) fuzzy_ = fuzzy_ || line.find("fuzzy") != std::string::npos;
    if (line.starts_with("msgid_plural "))
      part_ = &entry_.plural;
    else if (line.starts_with("msgid "))
      begin(number);
    else if (line.starts_with("msgstr"))
      part_ = &entry_.translations.emplace_back();
    else if (!line.starts_with("\""))
      return finish();
    if (part_ != nullptr) *part_ += po_text(line.substr(line.find('"')));
  }
  std::vector<PoEntry> take() {
    finish();
    return std::move(entries_);
  }

 private:
  void begin(int number) {
    finish();
    entry_.line = number;
    entry_.fuzzy = std::exchange(fuzzy_, false);
    part_ = &entry_.id;
  }
  void finish() {
    if (part_ != nullptr && !entry_.id.empty()) entries_.push_back(entry_);
    entry_ = {};
    part_ = nullptr;
  }

  std::vector<PoEntry> entries_;
  PoEntry entry_;
  std::string* part_ = nullptr;
  bool fuzzy_ = false;
};

std::string complaint(const PoEntry& entry, const Key& key) {
  if (entry.fuzzy) return "fuzzy";
  if (entry.plural != key.plural) return "another plural";
  auto wanted = places_of(key.text);
  wanted.merge(places_of(key.plural));
  for (const auto& translation : entry.translations) {
    if (translation.empty()) return "empty";
    auto places = places_of(translation);
    if (key.plural.empty() ? places != wanted : !std::includes(wanted.begin(), wanted.end(), places.begin(), places.end())) {
      return "other places";
    }
  }
  return entry.translations.empty() ? "empty" : "";
}

bool reads_like_words(const std::string& text) {
  const bool has_space_inside = text.find(' ', 1) != std::string::npos && text.back() != ' ';
  const bool is_capital = std::isupper(static_cast<unsigned char>(text.front())) != 0;
  const bool has_letters =
      std::count_if(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c) != 0; }) >= 2;
  const bool has_accent = text.find('\xC3') != std::string::npos;
  return has_letters && (has_space_inside || is_capital || has_accent);
}

}  // namespace

std::vector<Key> keys_of(const SourceFile& file) {
  std::vector<Key> keys;
  const auto code = without_comments(file.text, Literals::Blank);
  const auto literals = string_literals(file.text);
  for (const auto& call : translating_calls(code)) {
    if (call.arguments.empty()) continue;
    const auto [from, to] = call.arguments.front();
    const auto texts = texts_in(code, literals, from, to);
    const bool is_plural = call.name == "plural" && call.arguments.size() > 1;
    const auto others =
        is_plural ? texts_in(code, literals, call.arguments[1].first, call.arguments[1].second) : std::vector<Literal>{};
    for (const auto& text : texts) {
      keys.push_back({text.text, others.empty() ? "" : others.front().text, file.path, line_at(file.text, text.at)});
    }
  }
  return keys;
}

std::vector<PoEntry> po_entries(std::string_view text) {
  PoReader reader;
  int number = 0;
  for (const auto& line : lines_of(text)) reader.read(line, ++number);
  return reader.take();
}

Findings check_catalogue(const SourceFile& po, const std::vector<Key>& keys) {
  std::map<std::string, PoEntry> entries;
  for (auto& entry : po_entries(po.text)) entries.emplace(entry.id, entry);
  Findings findings;
  for (const auto& key : keys) {
    const auto found = entries.find(key.text);
    const auto what = found == entries.end() ? "missing" : complaint(found->second, key);
    if (!what.empty()) findings.push_back({key.file, key.line, "in " + po.path + " " + what + ": " + key.text});
  }
  return findings;
}

Findings check_view_literals(const SourceFile& file) {
  Findings findings;
  if (!file.under("ui/views")) return findings;
  const auto code = without_comments(file.text, Literals::Blank);
  const auto calls = translating_calls(code);
  for (const auto& literal : string_literals(file.text)) {
    const auto line_start = file.text.rfind('\n', literal.at) + 1;
    if (file.text.find_first_not_of(" \t", line_start) == file.text.find('#', line_start)) continue;  // #include "…"
    const bool translated = std::any_of(calls.begin(), calls.end(), [&](const Call& call) {
      return !call.arguments.empty() && literal.at > call.open && literal.end <= call.arguments.back().second;
    });
    if (literal.text.empty() || translated || !reads_like_words(literal.text)) continue;
    findings.push_back({file.path, line_at(file.text, literal.at), "words for people outside tr: " + literal.text});
  }
  return findings;
}

}  // namespace etalon::arch
