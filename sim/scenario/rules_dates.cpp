// L05: steps tell time relative to the report, never by the calendar.
#include <algorithm>
#include <array>

#include "sim/base/text.h"
#include "sim/scenario/texts.h"

namespace etalon::scenario {
namespace {

constexpr std::array<std::string_view, 24> kMonths{"janvier", "février",  "mars",      "avril",   "mai",      "juin",
                                                   "juillet", "août",     "septembre", "octobre", "novembre", "décembre",
                                                   "january", "february", "march",     "april",   "may",      "june",
                                                   "july",    "august",   "september", "october", "november", "december"};

bool is_number(std::string_view text, std::size_t shortest, std::size_t longest) {
  return text.size() >= shortest && text.size() <= longest && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

// 2026-04-02, 02/04/2026, 2.4.26
bool is_numeric_date(std::string_view word) {
  for (const char separator : {'-', '/', '.'}) {
    const auto parts = split(word, separator);
    if (parts.size() != 3) continue;
    const bool year_first = is_number(parts[0], 4, 4) && is_number(parts[1], 1, 2) && is_number(parts[2], 1, 2);
    const bool year_last =
        is_number(parts[0], 1, 2) && is_number(parts[1], 1, 2) && (is_number(parts[2], 4, 4) || is_number(parts[2], 2, 2));
    if (year_first || year_last) return true;
  }
  return false;
}

bool is_month(std::string_view word) {
  const std::string lower = lower_ascii(word);
  return std::find(kMonths.begin(), kMonths.end(), lower) != kMonths.end();
}

// 2, 02, 1er, 2nd, 2026
bool is_day_or_year(std::string_view word) {
  for (const std::string_view ending : {"er", "st", "nd", "rd", "th"})
    if (word.ends_with(ending)) word.remove_suffix(ending.size());
  return is_number(word, 1, 2) || (is_number(word, 4, 4) && (word.starts_with("19") || word.starts_with("20")));
}

bool has_date(std::string_view text) {
  std::string_view before;
  for (const std::string_view word : words(text)) {
    if (is_numeric_date(word)) return true;
    // “2 mars”, “March 2”; not “mars 2” or “2 may”, which are no dates in either language.
    if (is_month(word) && is_day_or_year(before) && word != "may") return true;
    if (is_month(before) && is_day_or_year(word) && (before != "may" || word.size() == 4)) return true;
    before = word;
  }
  return false;
}

// words() parts at a slash, which stands inside 02/04/2026.
bool has_slashed_date(std::string_view text) {
  const auto parts = split(text, ' ');
  return std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
    while (!part.empty() && !is_ascii_digit(part.back())) part.remove_suffix(1);
    while (!part.empty() && !is_ascii_digit(part.front())) part.remove_prefix(1);
    return is_numeric_date(part);
  });
}

}  // namespace

void rule_dates(const Subject& subject) {
  for (const Sentence& sentence : shown_sentences(subject))
    if (has_date(sentence.text) || has_slashed_date(sentence.text))
      subject.add(sentence.line, msg("the text holds a date of the calendar"),
                  msg("tell the time relative to the report, such as “two days before”"));
}

}  // namespace etalon::scenario
