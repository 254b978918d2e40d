// L05: steps tell time relative to the report, never by the calendar. The day of a law is none of those: it names the law.
#include <algorithm>
#include <charconv>

#include "sim/scenario/lint/detect.h"

namespace etalon::scenario::lint {
namespace {

bool is_french_month(std::string_view word) {
  return is_one_of(word, {"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
                          "novembre", "decembre", "janv", "fevr", "avr", "juil", "sept"});
}
bool is_english_month(std::string_view word) {
  return is_one_of(word, {"january",   "february", "march",    "april",    "may",  "june", "july", "august",
                          "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
                          "jun",       "jul",      "aug",      "sep",      "sept", "oct",  "nov",  "dec"});
}
bool is_weekday(std::string_view word) {
  return is_one_of(word, {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "monday", "tuesday",
                          "wednesday", "thursday", "friday", "saturday", "sunday"});
}

int number(std::string_view text) {
  int out = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() ? out : -1;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && number(word) > 0;
}

// 2, 02, 1er, 2nd, deux, second
bool is_day(std::string_view word) {
  if (!spelled_number(word).empty()) return word != "un" && word != "une" && word != "one" && word != "oh";
  for (const std::string_view ending : {"er", "st", "nd", "rd", "th"})
    if (word.ends_with(ending)) word.remove_suffix(ending.size());
  const int day = number(word);
  return word.size() <= 2 && day >= 1 && day <= 31;
}

class Dates {
 public:
  explicit Dates(Reading& reading) : reading_(reading), tokens_(reading.tokens) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      numeric(i);
      month(i);
      if (is_weekday(tokens_[i].text)) weekday(i);
    }
  }

 private:
  std::string_view gap(std::size_t left) const {
    const std::size_t begin = tokens_[left].span.end;
    return reading_.text().substr(begin, tokens_[left + 1].span.begin - begin);
  }
  std::string_view word(std::size_t i) const { return i < tokens_.size() ? tokens_[i].text : std::string_view(); }
  bool near(std::size_t left) const {
    return left + 1 < tokens_.size() && is_one_of(gap(left), {" ", ", ", ". ", "-", "  "});
  }

  // The word before `first`, articles left out, names a text of law.
  bool of_a_law(std::size_t first) const {
    for (std::size_t back = 0; back < 7 && back < first; ++back) {
      const std::string_view before = tokens_[first - 1 - back].text;
      if (is_one_of(before, {"loi", "lois", "decret", "ordonnance", "directive", "reglement", "arrete", "law", "act",
                             "decree", "regulation", "convention", "decision"}))
        return true;
      const bool goes_on =
          is_one_of(before, {"du", "of", "the", "le", "n", "no", "n°", "en", "date"}) || number(before) >= 0;
      if (!goes_on) return false;
    }
    return false;
  }
  void add(std::size_t first, std::size_t last) {
    if (of_a_law(first)) return;
    const Span span{tokens_[first].span.begin, tokens_[last].span.end};
    reading_.add("L05", span, msg("“{found}” is a date of the calendar", {found(reading_, span)}),
                 msg("tell the time relative to the report, such as “two days before”"));
  }

  // 2026-04-02, 02/04/2026, 2.4.26, 20260402, 12/2025, le 24/12
  void numeric(std::size_t i) {
    const std::string_view a = word(i);
    if (number(a) < 0) return;
    if (a.size() == 8 && is_year(a.substr(0, 4)) && fits(a.substr(6), a.substr(4, 2))) return add(i, i);
    if (i + 1 >= tokens_.size()) return;
    const std::string_view mark = gap(i), b = word(i + 1);
    if (mark == "/" && is_year(b) && a.size() == 2 && number(a) >= 1 && number(a) <= 12) return add(i, i + 1);
    const bool is_last = i + 2 >= tokens_.size() || gap(i + 1) != mark;
    if (mark == "/" && is_year(a) && b.size() == 2 && number(b) >= 1 && number(b) <= 12 && is_last) return add(i, i + 1);
    if (mark == "/" && is_last && a.size() == 2 && b.size() == 2 && fits(a, b) && i > 0 &&
        is_one_of(word(i - 1), {"le", "du", "au", "on", "the"}))
      return add(i, i + 1);
    if (i + 2 >= tokens_.size() || gap(i + 1) != mark || !is_one_of(mark, {"-", "/", ".", " "})) return;
    const std::string_view c = word(i + 2);
    const bool version = i > 0 && is_one_of(word(i - 1), {"version", "v", "paragraphe", "paragraph", "section", "article"});
    const bool dotted_on = i + 3 < tokens_.size() && gap(i + 2) == mark && mark != " ";
    if (version || dotted_on) return;
    const bool year_first = is_year(a) && fits(c, b) && mark != " ";
    const bool year_last = fits(a, b) && (is_year(c) || (c.size() == 2 && mark != " " && mark != "-" && number(c) >= 0)) &&
                           (mark != " " || (a.size() == 2 && b.size() == 2));
    if (year_first || year_last) add(i, i + 2);
  }
  // In either order of day and month.
  static bool fits(std::string_view day, std::string_view month) {
    const int a = number(day), b = number(month);
    if (day.size() > 2 || month.size() > 2) return false;
    return a >= 1 && b >= 1 && ((a <= 31 && b <= 12) || (a <= 12 && b <= 31));
  }

  void month(std::size_t i) {
    const std::string_view name = word(i);
    const bool french = is_french_month(name), english = is_english_month(name);
    if (!french && !english) return;
    // “section 2 may apply”, “300 march”
    const bool verb = is_one_of(name, {"may", "march", "mar"}) && !tokens_[i].capital;
    const bool one = i > 1 && word(i - 1) == "un" && word(i - 2) == "et";  // vingt et un
    const bool day_before = i > 0 && near(i - 1) && (one || is_day(word(i - 1)));
    const bool of_before = i > 1 && is_one_of(word(i - 1), {"of"}) && is_day(word(i - 2));
    if ((day_before || of_before) && !verb) return add(i - (of_before ? 2 : 1), i);
    if (!near(i)) return;
    if (is_year(word(i + 1))) return add(i, i + 1);
    const bool the = word(i + 1) == "the" && is_day(word(i + 2));
    if (english && !verb && (tokens_[i].capital || !french) && (the || day_after(i + 1))) add(i, i + (the ? 2 : 1));
  }
  bool day_after(std::size_t i) const { return is_digit(word(i).front()) && is_day(word(i)); }
  void weekday(std::size_t i) {
    const std::size_t next = word(i + 1) == "the" || word(i + 1) == "le" ? i + 2 : i + 1;
    if (next < tokens_.size() && near(i) && is_digit(word(next).front()) && is_day(word(next)) &&
        !(next + 1 < tokens_.size() && is_one_of(gap(next), {":"})) && !is_one_of(word(next + 1), {"h", "heures"}))
      add(i, next);
  }

  Reading& reading_;
  const std::vector<Token>& tokens_;
};

}  // namespace

void find_dates(Reading& reading) { Dates(reading).run(); }

}  // namespace etalon::scenario::lint
