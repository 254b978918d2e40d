// L06: nobody speaks in a scenario. The first person is somebody quoted, with marks or without.
#include "sim/scenario/lint/detect.h"

namespace etalon::scenario::lint {
namespace {

bool is_first_person(std::string_view word) {
  return is_one_of(word, {"je", "moi", "mon", "ma", "mes", "nous", "notre", "nos", "me", "my", "myself", "we", "us", "our",
                          "ours", "ourselves"});
}

// After these, “I” is a number.
bool is_numbered(std::string_view word) {
  return is_one_of(word, {"annexe", "annex",     "partie",   "part",    "titre",   "title", "chapitre", "chapter", "livre",
                          "book",   "tome",      "volume",   "section", "article", "art",   "phase",    "type",    "niveau",
                          "level",  "categorie", "category", "groupe",  "group",   "war",   "guerre",   "classe",  "class"});
}

class FirstPerson {
 public:
  explicit FirstPerson(Reading& reading) : reading_(reading), tokens_(reading.tokens) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (is_pronoun(i) || is_elided(i) || is_english_i(i)) add(tokens_[i].span);
  }

 private:
  char before(const Token& token) const { return token.span.begin == 0 ? ' ' : reading_.text()[token.span.begin - 1]; }
  char after(const Token& token) const { return at(reading_.text(), token.span.end); }

  // Not part of an address or of a name with marks in it.
  bool stands_alone(const Token& token) const {
    const char next = after(token);
    const bool ends = next != '.' || !is_word(at(reading_.text(), token.span.end + 1));
    return ends && std::string_view("./@_[#").find(before(token)) == std::string_view::npos &&
           std::string_view("/@_-]").find(next) == std::string_view::npos;
  }
  // ME, US and MA are countries; “Me” is a lawyer in French.
  static bool is_capital_name(const Token& token) {
    return (token.all_capitals && is_one_of(token.text, {"me", "us", "ma"})) || (token.text == "me" && token.capital);
  }
  // “Nos 3 and 4” are numbers.
  bool is_pronoun(std::size_t i) const {
    const Token& token = tokens_[i];
    if (!is_first_person(token.text) || is_capital_name(token)) return false;
    const bool numbers = token.text == "nos" && i + 1 < tokens_.size() && is_digit(tokens_[i + 1].text.front());
    return stands_alone(token) && !numbers;
  }
  // j’ai, m’a
  bool is_elided(std::size_t i) const {
    const Token& token = tokens_[i];
    return (token.text == "j" || token.text == "m") && after(token) == '\'' &&
           is_word(at(reading_.text(), token.span.end + 1)) && before(token) != '\'';
  }
  // I am, I’m; a small one where the verb leaves no doubt.
  bool is_english_i(std::size_t i) const {
    const Token& token = tokens_[i];
    if (token.text != "i" || i + 1 == tokens_.size()) return false;
    if (!token.capital && !is_one_of(tokens_[i + 1].text, {"am", "have", "will", "was", "would", "do", "m", "ve", "ll"}))
      return false;
    const bool goes_on = (after(token) == ' ' || after(token) == '\'') && (!tokens_[i + 1].capital || !token.capital);
    const bool opens = std::string_view(" (\"'").find(before(token)) != std::string_view::npos;
    return goes_on && opens && !is_number(i);
  }
  // annex I
  bool is_number(std::size_t i) const {
    return i > 0 && is_numbered(tokens_[i - 1].text) && tokens_[i - 1].span.end + 1 == tokens_[i].span.begin;
  }
  void add(Span span) {
    reading_.add("L06", span, msg("“{found}”: somebody speaks in the first person", {found(reading_, span)}),
                 msg("tell it in indirect speech"));
  }

  Reading& reading_;
  const std::vector<Token>& tokens_;
};

}  // namespace

void find_first_person(Reading& reading) { FirstPerson(reading).run(); }

}  // namespace etalon::scenario::lint
