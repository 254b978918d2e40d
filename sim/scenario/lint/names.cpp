// L04: names of persons. A first name that is on the list with a capitalised name beside it, or a form of address before
// one. Services, parties and the like are on word lists (listed.cpp).
#include <algorithm>
#include <unordered_set>

#include "sim/base/text.h"
#include "sim/scenario/lint/bundled.h"
#include "sim/scenario/lint/detect.h"

namespace etalon::scenario::lint {
namespace {

class NameList {
 public:
  explicit NameList(std::string_view file) {
    for (const std::string_view line : split(bundled_text(file), '\n'))
      if (const std::string_view name = trim(line); !name.empty() && name.front() != '#') names_.insert(fold(name).text);
  }
  bool holds(std::string_view folded) const { return names_.count(std::string(folded)) > 0; }

 private:
  std::unordered_set<std::string> names_;
};

const NameList& first_names() {
  static const NameList list("first-names.txt");
  return list;
}
const NameList& surnames() {
  static const NameList list("surnames.txt");
  return list;
}

bool is_address_form(std::string_view word) {
  return is_one_of(word,
                   {"m", "mm", "mme", "mlle", "mr", "mrs", "ms", "dr", "monsieur", "madame", "mademoiselle", "maitre"});
}

// Capitalised, but nobody's name.
bool is_office(std::string_view word) {
  return is_one_of(word, {"president", "presidente", "chair",  "speaker",   "minister", "ministre",  "procureur", "judge",
                          "juge",      "maire",      "mayor",  "directeur", "director", "secretary", "premier",   "justice",
                          "france",    "belgium",    "europe", "germany",   "article",  "code",      "law",       "act"});
}

class Names {
 public:
  explicit Names(Reading& reading) : reading_(reading), tokens_(reading.tokens) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (is_address_form(tokens_[i].text) && tokens_[i].capital)
        addressed(i);
      else if (first_names().holds(tokens_[i].text))
        first_name(i);
      else if (tokens_[i].capital && tokens_[i].text.size() == 1)
        initial(i);
    }
  }

 private:
  std::string_view gap(std::size_t left) const {
    const std::size_t begin = tokens_[left].span.end;
    return reading_.text().substr(begin, tokens_[left + 1].span.begin - begin);
  }
  bool beside(std::size_t left) const {
    return left + 1 < tokens_.size() && gap(left).size() <= 2 &&
           gap(left).find_first_not_of(" -_.") == std::string_view::npos && gap(left) != ". ";
  }
  bool is_name(const Token& token) const {
    if (!token.capital || token.text.size() < 2 || is_office(token.text)) return false;
    return !token.all_capitals || token.text.size() > 3;
  }
  // Jean Martin, Jean-Pierre MARTIN, Anne Le Martin, Jean M., MARTIN Jean, jean martin
  void first_name(std::size_t i) {
    if (tokens_[i].capital && i > 0 && beside(i - 1) && tokens_[i - 1].all_capitals && tokens_[i - 1].text.size() > 3 &&
        surnames().holds(tokens_[i - 1].text))
      return add(i - 1, i);
    std::size_t next = i + 1;
    while (next < tokens_.size() && beside(next - 1) && first_names().holds(tokens_[next].text) && next < i + 3) ++next;
    while (next < tokens_.size() && beside(next - 1) &&
           is_one_of(tokens_[next].text, {"de", "du", "le", "la", "des", "o", "d"}))
      ++next;
    if (next >= tokens_.size()) return last_of_several(i, next);
    const bool touches = beside(next - 1) || gap(next - 1) == "'";
    if (!touches) return last_of_several(i, next);
    const Token& second = tokens_[next];
    if (!tokens_[i].capital) {
      if (!second.capital && surnames().holds(second.text)) add(i, next);
      return;
    }
    const bool initial = second.capital && second.text.size() == 1 && at(reading_.text(), second.span.end) == '.';
    if ((is_name(second) && !opens_sentence_as_word(i)) || initial || surnames().holds(second.text)) return add(i, next);
    last_of_several(i, next);
  }
  // “Jean Martin” where Martin is a first name, too.
  void last_of_several(std::size_t i, std::size_t past) {
    if (past > i + 1 && tokens_[i].capital && tokens_[past - 1].capital && first_names().holds(tokens_[past - 1].text) &&
        surnames().holds(tokens_[past - 1].text))
      add(i, past - 1);
  }
  // “Will France answer?”
  bool opens_sentence_as_word(std::size_t i) const {
    return is_one_of(tokens_[i].text,
                     {"will", "may", "mark", "grace", "hope", "faith", "pierre", "claire", "rose", "april", "june", "august",
                      "art", "bill", "paris", "france", "aime", "constant", "prudence"}) &&
           (i == 0 || gap(i - 1).find_first_of(".!?:") != std::string_view::npos);
  }
  // M. Martin, Mrs Smith
  void addressed(std::size_t i) {
    if (i + 1 >= tokens_.size() || gap(i).size() > 2 || gap(i).find_first_not_of(" .") != std::string_view::npos) return;
    if (is_name(tokens_[i + 1]) && tokens_[i + 1].text.size() > 2) add(i, i + 1);
  }
  // J. Martin
  void initial(std::size_t i) {
    if (i + 1 < tokens_.size() && is_one_of(gap(i), {". ", "."}) && tokens_[i + 1].capital &&
        surnames().holds(tokens_[i + 1].text))
      add(i, i + 1);
  }
  void add(std::size_t first, std::size_t last) {
    const Span span{tokens_[first].span.begin, tokens_[last].span.end};
    reading_.add("L04", span, msg("“{found}” may be the name of a person", {found(reading_, span)}),
                 msg("write a placeholder: [PSEUDO-1]"));
  }

  Reading& reading_;
  const std::vector<Token>& tokens_;
};

}  // namespace

void find_names(Reading& reading) { Names(reading).run(); }

}  // namespace etalon::scenario::lint
