#include "sim/scenario/texts.h"

#include <algorithm>
#include <array>

#include "sim/scenario/step_text.h"

namespace etalon::scenario {
namespace {

void collect(const Node& node, std::vector<Sentence>& out) {
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const Node& item = node.items[i];
    const bool is_text = i < node.keys.size() && (node.keys[i] == "fr" || node.keys[i] == "en");
    if (item.kind == Node::Kind::Scalar && is_text) out.push_back({item.text, item.line});
    collect(item, out);
  }
}

constexpr std::array<std::string_view, 24> kPunctuation{"(",  ")", "[", "]", "{", "}", ",", ";", ":", "!", "?", ".",
                                                        "\"", "'", "“", "”", "«", "»", "…", "’", "‘", "<", ">", "*"};

// The length of the separator at `at`; 0: none. No-break spaces are C2 A0 and E2 80 AF.
std::size_t space_at(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case ' ':
    case '\n':
    case '\t':
    case '\r':
    case '|':
    case '/': return 1;
    case '\xC2': return text.substr(at).starts_with("\xC2\xA0") ? 2 : 0;
    case '\xE2': return text.substr(at).starts_with("\xE2\x80\xAF") ? 3 : 0;
    default: return 0;
  }
}

std::string_view without_punctuation(std::string_view word) {
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view mark : kPunctuation) {
      if (word.starts_with(mark)) word.remove_prefix(mark.size()), changed = true;
      if (word.ends_with(mark)) word.remove_suffix(mark.size()), changed = true;
    }
  }
  return word;
}

}  // namespace

std::vector<Sentence> all_sentences(const Subject& subject) {
  std::vector<Sentence> out;
  collect(subject.root, out);
  for (const std::string_view list : {"authors", "reviewers"})
    if (const Node* names = subject.root.find(list))
      for (const Node& name : names->items) out.push_back({name.text, name.line});
  return out;
}

std::vector<Sentence> shown_sentences(const Subject& subject) {
  const Scenario& scenario = subject.scenario;
  std::vector<Sentence> out{{scenario.title.fr, line_at(subject.root, {"title", "fr"})},
                            {scenario.title.en, line_at(subject.root, {"title", "en"})}};
  const Node* steps = subject.root.find("steps");
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
    out.push_back({plain_text(scenario.steps[i].fr), line_at(steps->items[i], {"text", "fr"})});
    out.push_back({plain_text(scenario.steps[i].en), line_at(steps->items[i], {"text", "en"})});
  }
  return out;
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t start = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t space = at < text.size() ? space_at(text, at) : 1;
    if (space == 0) {
      ++at;
      continue;
    }
    const std::string_view word = without_punctuation(text.substr(start, at - start));
    if (!word.empty()) out.push_back(word);
    at += space;
    start = at;
  }
  return out;
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

}  // namespace etalon::scenario
