// L09: of a minor only the administrative bracket, never an exact age. Thresholds of the law (“under 15”) are none. And
// L11: quantities.
#include <algorithm>
#include <charconv>

#include "sim/scenario/lint/detect.h"
#include "sim/scenario/lint/minor_words.h"

namespace etalon::scenario::lint {

bool is_minor_word(std::string_view word) {
  return is_one_of(word, {"mineur",   "mineure",   "mineurs",     "mineures", "enfant",   "enfants",    "fille",
                          "fillette", "garcon",    "garconnet",   "ado",      "ados",     "adolescent", "adolescente",
                          "eleve",    "collegien", "collegienne", "lyceen",   "lyceenne", "bebe",       "nourrisson",
                          "gamin",    "gamine",    "minor",       "minors",   "child",    "children",   "girl",
                          "boy",      "teen",      "teenager",    "pupil",    "baby",     "infant",     "toddler",
                          "kid",      "schoolboy", "schoolgirl",  "filles",   "garcons",  "girls",      "boys"});
}

MinorSentences::MinorSentences(const Reading& reading) {
  const std::string_view text = reading.text();
  for (std::size_t i = 0; i < text.size(); ++i)
    if (std::string_view(".!?;").find(text[i]) != std::string_view::npos && at(text, i + 1) == ' ') ends_.push_back(i);
  with_minor_.assign(ends_.size() + 1, false);
  for (const Token& token : reading.tokens)
    if (is_minor_word(token.text)) with_minor_[sentence_of(token.span.begin)] = true;
}

std::size_t MinorSentences::sentence_of(std::size_t at) const {
  return static_cast<std::size_t>(std::lower_bound(ends_.begin(), ends_.end(), at) - ends_.begin());
}

namespace {

int number(std::string_view text) {
  int out = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() ? out : -1;
}

int age(std::string_view word) {
  const std::string_view spelled = spelled_number(word);
  return number(spelled.empty() ? word : spelled);
}

class Ages {
 public:
  explicit Ages(Reading& reading) : reading_(reading), tokens_(reading.tokens), minors_(reading) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (const int years = age(word(i)); years >= 0 && years < 18 && is_age(i) && !is_threshold(i) && concerns_minor(i))
        add(i);
  }

 private:
  std::string_view word(std::size_t i) const { return i < tokens_.size() ? tokens_[i].text : std::string_view(); }
  std::string_view before(std::size_t i, std::size_t back) const {
    return i >= back ? tokens_[i - back].text : std::string_view();
  }

  bool is_age(std::size_t i) const {
    const std::string_view unit = word(i + 1), next = word(i + 2);
    if (is_one_of(unit, {"ans"})) return !is_duration(i + 2);
    if (is_one_of(unit, {"year", "years"})) return next == "old" || before(i, 1) == "of" || before(i, 1) == "aged";
    if (is_one_of(unit, {"mois", "months"}))
      return is_one_of(before(i, 2), {"bebe", "baby", "enfant", "child", "nourrisson"});
    if (is_one_of(unit, {"yo"})) return true;
    if (before(i, 1) == "aged") return true;
    return in_brackets(i) && i > 0 && is_minor_word(before(i, 1));
  }
  bool in_brackets(std::size_t i) const {
    const Span span = tokens_[i].span;
    return span.begin > 0 && reading_.text()[span.begin - 1] == '(' && at(reading_.text(), span.end) == ')';
  }
  // 5 ans d’emprisonnement, depuis 12 ans
  bool is_duration(std::size_t i) const {
    const std::string_view what = word(i) == "d" || word(i) == "de" ? word(i + 1) : word(i);
    return is_one_of(what,
                     {"emprisonnement", "prison", "reclusion", "detention", "reforme", "suivi", "peine", "imprisonment"});
  }
  // Under, over, a bracket: the law’s own words.
  bool is_threshold(std::size_t i) const {
    for (std::size_t back = 1; back <= 3; ++back)
      if (is_one_of(before(i, back),
                    {"moins", "plus", "under", "over", "below", "above", "tranche", "bracket", "seuil", "threshold", "entre",
                     "between", "depuis", "pendant", "since", "for", "avant", "before"}))
        return before(i, back) != "plus" || before(i, back - 1) == "de";
    // “mineur de quinze ans” is how the code calls a minor under fifteen.
    const bool of_the_code = is_one_of(before(i, 1), {"de"}) && is_one_of(before(i, 2), {"mineur", "mineure", "mineurs"});
    if (of_the_code && is_one_of(word(i), {"quinze", "15"})) return true;
    const bool range = i > 0 && is_digit(before(i, 1).front()) && tokens_[i].span.begin == tokens_[i - 1].span.end + 1;
    // 15 to 17
    const bool told = is_one_of(before(i, 1), {"a", "to", "et", "and"}) && i > 1 && is_digit(before(i, 2).front());
    return range || told;
  }
  bool concerns_minor(std::size_t i) const { return reading_.childhood || minors_.hold(tokens_[i].span.begin); }
  void add(std::size_t i) {
    const Span span{tokens_[i].span.begin, tokens_[std::min(i + 1, tokens_.size() - 1)].span.end};
    reading_.add("L09", span, msg("“{found}” is the exact age of a minor", {found(reading_, span)}),
                 msg("name the administrative bracket only"));
  }

  Reading& reading_;
  const std::vector<Token>& tokens_;
  const MinorSentences minors_;
};

}  // namespace

void find_minors(Reading& reading) { Ages(reading).run(); }

void find_quantities(Reading& reading) {
  for (std::size_t i = 0; i + 1 < reading.tokens.size(); ++i) {
    const Token &amount = reading.tokens[i], &unit = reading.tokens[i + 1];
    if (number(amount.text) < 0 || unit.span.begin - amount.span.end > 1) continue;
    if (!is_one_of(unit.text, {"mg", "ml", "cl", "milligramme", "milligrammes", "milligrams", "millilitres", "comprime",
                               "comprimes", "cachets", "gelules", "tablets", "pills", "capsules", "doses"}))
      continue;
    const Span span{amount.span.begin, unit.span.end};
    reading.add("L11", span, msg("“{found}” is the quantity of a substance", {found(reading, span)}), msg("leave it out"));
  }
}

}  // namespace etalon::scenario::lint
