// L15: what is shown before the decision names no article and no offence code.
#include <algorithm>
#include <set>

#include "sim/scenario/texts.h"

namespace etalon::scenario {
namespace {

// "227-23", "R625-7": at least two groups of digits.
bool is_article_number(std::string_view word) {
  const std::size_t dash = word.find('-');
  return dash != word.npos && dash > 0 && dash + 1 < word.size() && is_ascii_digit(word[dash - 1]) &&
         is_ascii_digit(word[dash + 1]);
}

std::set<std::string> telling_words(const Catalogue& catalogue) {
  std::set<std::string> out;
  for (const Offence& offence : catalogue.offences) {
    if (offence.code.value.find('_') != std::string::npos) out.insert(offence.code.value);
    for (const std::string_view word : words(offence.article.fr))
      if (is_article_number(word)) out.emplace(word);
  }
  return out;
}

bool names_article(std::string_view text) {
  std::string before;
  for (const std::string_view word : words(text)) {
    const bool cites =
        before == "article" || before == "articles" || before == "art" || before == "alinéa" || before == "al";
    if (cites && std::any_of(word.begin(), word.end(), is_ascii_digit)) return true;
    before = lower_ascii(word);
  }
  return false;
}

}  // namespace

void rule_answer_leak(const Subject& subject) {
  const std::set<std::string> telling = telling_words(subject.catalogue);
  for (const Sentence& sentence : shown_sentences(subject)) {
    const auto all = words(sentence.text);
    const bool told =
        std::any_of(all.begin(), all.end(), [&](std::string_view word) { return telling.count(std::string(word)) > 0; });
    if (told || names_article(sentence.text))
      subject.add(sentence.line, msg("the text names an article or an offence and so gives the answer away"),
                  msg("describe what happened, leave the law to the reference"));
  }
}

}  // namespace etalon::scenario
