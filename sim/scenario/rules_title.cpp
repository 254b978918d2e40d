// L13: a title says where the case comes from. It names neither the theme nor the decision, and no offence or look-alike
// of the catalogue.
#include <algorithm>
#include <array>
#include <set>

#include "sim/base/text.h"
#include "sim/scenario/lint/bundled.h"
#include "sim/scenario/lint/fold.h"
#include "sim/scenario/texts.h"

namespace etalon::scenario {
namespace {

struct Themes {
  std::set<std::string, std::less<>> words;
  std::vector<std::string> beginnings;

  bool hold(std::string_view word) const {
    const auto begins = [&](const std::string& beginning) { return word.starts_with(beginning); };
    return words.find(word) != words.end() || std::any_of(beginnings.begin(), beginnings.end(), begins);
  }
};

const Themes& themes() {
  static const Themes all = [] {
    Themes out;
    for (const std::string_view line : split(lint::bundled_text("title-themes.txt"), '\n')) {
      const std::string_view word = trim(line);
      if (word.empty() || word.front() == '#') continue;
      if (word.back() == '*')
        out.beginnings.push_back(lint::fold(word.substr(0, word.size() - 1)).text);
      else
        out.words.insert(lint::fold(word).text);
    }
    return out;
  }();
  return all;
}

constexpr std::array<std::string_view, 16> kSmallWords{"aux",    "des", "les", "une", "par", "pour", "sur",  "contre",
                                                       "envers", "non", "the", "and", "for", "from", "with", "against"};

bool is_small(std::string_view word) {
  return word.size() < 3 || std::find(kSmallWords.begin(), kSmallWords.end(), word) != kSmallWords.end();
}

// The words that carry a name, without what stands in brackets.
std::set<std::string> telling_words(std::string_view name) {
  std::set<std::string> out;
  const lint::Folded folded = lint::fold(name.substr(0, name.find('(')));
  for (const lint::Token& token : lint::tokens(folded))
    if (!is_small(token.text)) out.emplace(token.text);
  return out;
}

// mineur and mineurs, harm and harming: the same first five letters.
bool is_same_word(std::string_view a, std::string_view b) {
  constexpr std::size_t kStem = 5;
  return a == b || (a.size() >= kStem && b.size() >= kStem && a.substr(0, kStem) == b.substr(0, kStem));
}

bool holds_all(const std::set<std::string>& title, const std::set<std::string>& name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](const std::string& word) {
    return std::any_of(title.begin(), title.end(), [&](const std::string& other) { return is_same_word(word, other); });
  });
}

using Names = std::vector<std::set<std::string>>;

Names names_of(const Catalogue& catalogue) {
  Names out;
  const auto add = [&](const LocalText& name) {
    for (const std::string& text : {name.fr, name.en}) out.push_back(telling_words(text));
  };
  for (const Offence& offence : catalogue.offences) add(offence.name);
  for (const LookAlike& look_alike : catalogue.look_alikes) add(look_alike.name);
  return out;
}

void check_title(const Subject& subject, const std::string& title, const Names& names, int line) {
  const lint::Folded folded = lint::fold(title);
  for (const lint::Token& token : lint::tokens(folded))
    if (themes().hold(token.text))
      return subject.add(line,
                         msg("the title says “{found}” and so gives the answer away", {{"found", std::string(token.text)}}),
                         msg("say where the case comes from: “Message on a forum”"));
  const std::set<std::string> words = telling_words(title);
  if (std::any_of(names.begin(), names.end(), [&](const auto& name) { return holds_all(words, name); }))
    subject.add(line, msg("the title names an offence or a look-alike of the catalogue"),
                msg("say where the case comes from: “Message on a forum”"));
}

}  // namespace

void rule_title(const Subject& subject) {
  const Names names = names_of(subject.catalogue);
  for (const Language language : {Language::French, Language::English})
    check_title(subject, subject.scenario.title.in(language), names, line_at(subject.root, {"title", code(language)}));
}

}  // namespace etalon::scenario
