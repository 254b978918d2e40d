// L05: where somebody lives: a street with its number or its name, a postcode with its town.
#include <algorithm>

#include "sim/scenario/lint/detect.h"

namespace etalon::scenario::lint {
namespace {

bool is_street(std::string_view word) {
  return is_one_of(word, {"rue", "avenue", "boulevard", "bd", "bvd", "impasse", "allee", "chemin", "quai", "esplanade", "av",
                          "promenade", "faubourg", "lotissement", "residence", "hameau", "sentier", "venelle", "ruelle"});
}
// Streets if a name follows.
bool may_be_street(std::string_view word) {
  return is_one_of(word, {"place", "cours", "passage", "route", "voie", "villa", "square"});
}
bool is_english_street(std::string_view word) {
  return is_one_of(word, {"street", "road", "lane", "avenue", "drive", "boulevard", "st", "rd", "ave", "crescent", "court",
                          "terrace", "close", "square"});
}
bool is_small(std::string_view word) {
  return is_one_of(word, {"de", "du", "des", "la", "le", "les", "l", "d", "aux", "au", "a"});
}

class Addresses {
 public:
  explicit Addresses(Reading& reading) : reading_(reading), tokens_(reading.tokens) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (is_street(word(i)) || may_be_street(word(i))) french(i);
      if (is_digit(word(i).front())) numbered(i);
      if (is_one_of(word(i), {"bp", "cs"}) && tokens_[i].all_capitals && touches(i) && is_digit(word(i + 1).front()))
        add(i, i + 1);
    }
  }

 private:
  std::string_view word(std::size_t i) const { return i < tokens_.size() ? tokens_[i].text : std::string_view(" "); }
  bool touches(std::size_t left) const {
    if (left + 1 >= tokens_.size()) return false;
    const std::size_t begin = tokens_[left].span.end, size = tokens_[left + 1].span.begin - begin;
    return size <= 2 && reading_.text().substr(begin, size).find_first_not_of(" ,'.-") == std::string_view::npos;
  }
  // rue des Lilas; 12 bis, rue …
  void french(std::size_t i) {
    std::size_t next = i + 1;
    while (next < tokens_.size() && touches(next - 1) && is_small(word(next))) ++next;
    const bool named = next < tokens_.size() && touches(next - 1) && tokens_[next].capital && !is_small(word(next));
    if (!named) return;
    std::size_t first = i;
    if (first > 0 && touches(first - 1) && is_one_of(word(first - 1), {"bis", "ter", "quater"})) --first;
    const bool counted =
        first > 0 && touches(first - 1) && (is_digit(word(first - 1).front()) || !spelled_number(word(first - 1)).empty());
    if (counted) --first;
    if (counted || is_street(word(i))) add(first, next);
  }
  // 10 Sample Street; 75999 Town; AB1 2CD
  void numbered(std::size_t i) {
    const bool figures = std::all_of(word(i).begin(), word(i).end(), is_digit);
    std::size_t next = i + 1;
    while (figures && next < tokens_.size() && next < i + 4 && touches(next - 1) && tokens_[next].capital) ++next;
    if (next > i + 2 && next <= i + 4 && word(i).size() <= 4 && is_english_street(word(next - 1))) return add(i, next - 1);
    const bool postcode = figures && word(i).size() == 5 && word(i) > "01000" && word(i) < "98999";
    if (postcode && next > i + 1 && !is_one_of(word(i + 1), {"eur", "euros", "usd", "gbp"}) && word(i + 1).size() > 2)
      return add(i, i + 1);
    const std::string_view second = word(i);
    const bool inward = second.size() == 3 && is_letter(second[1]) && is_letter(second[2]) && tokens_[i].all_capitals;
    if (inward && i > 0 && touches(i - 1) && is_outward(tokens_[i - 1])) add(i - 1, i);
  }
  // Of a British postcode: one or two capitals, a figure, at most one more of either.
  static bool is_outward(const Token& token) {
    const std::string_view text = token.text;
    if (text.size() < 2 || text.size() > 4 || !token.capital || !is_letter(text[0])) return false;
    const std::size_t figure = is_letter(text[1]) ? 2 : 1;
    return figure < text.size() && is_digit(text[figure]) && text.size() <= figure + 2;
  }
  void add(std::size_t first, std::size_t last) {
    const Span span{tokens_[first].span.begin, tokens_[last].span.end};
    reading_.add("L05", span, msg("“{found}” may be a postal address", {found(reading_, span)}),
                 msg("write a placeholder: [VILLE-1]"));
  }

  Reading& reading_;
  const std::vector<Token>& tokens_;
};

}  // namespace

void find_addresses(Reading& reading) { Addresses(reading).run(); }

}  // namespace etalon::scenario::lint
