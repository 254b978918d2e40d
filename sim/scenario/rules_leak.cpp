// L15: what is shown before the decision names no article and no offence code.
#include <algorithm>
#include <set>

#include "sim/scenario/texts.h"

namespace etalon::scenario {
namespace {

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
  const std::set<std::string>& telling = subject.known.words().telling();
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
