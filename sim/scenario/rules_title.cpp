// L13: a title says where the case comes from. It names neither the theme nor the decision, and no offence or look-alike
// of the catalogue.
#include <algorithm>
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

// mineur and mineurs: the same word, or the same first five letters.
bool is_same_word(std::string_view a, std::string_view b) {
  constexpr std::size_t kStem = 5;
  return a == b || (a.size() >= kStem && b.size() >= kStem && a.substr(0, kStem) == b.substr(0, kStem));
}

bool holds_all(const std::set<std::string>& title, const std::set<std::string>& name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](const std::string& word) {
    return std::any_of(title.begin(), title.end(), [&](const std::string& other) { return is_same_word(word, other); });
  });
}

void check_title(const Subject& subject, const std::string& title, int line) {
  const lint::Folded folded = lint::fold(title);
  for (const lint::Token& token : lint::tokens(folded))
    if (themes().hold(token.text))
      return subject.add(line,
                         msg("the title says “{found}” and so gives the answer away", {{"found", std::string(token.text)}}),
                         msg("say where the case comes from: “Message on a forum”"));
  const std::set<std::string> words = name_words(title);
  const auto& names = subject.known.words().names();
  if (std::any_of(names.begin(), names.end(), [&](const auto& name) { return holds_all(words, name); }))
    subject.add(line, msg("the title names an offence or a look-alike of the catalogue"),
                msg("say where the case comes from: “Message on a forum”"));
}

}  // namespace

void rule_title(const Subject& subject) {
  for (const Language language : {Language::French, Language::English})
    check_title(subject, subject.scenario.title.in(language), line_at(subject.root, {"title", code(language)}));
}

}  // namespace etalon::scenario
