// Numbers as texts write them: digits in groups, and words for digits.
#include <algorithm>
#include <array>

#include "sim/scenario/lint/detect.h"

namespace etalon::scenario::lint {

DigitRun digit_run(std::string_view text, std::size_t begin, std::string_view marks) {
  DigitRun out{{begin, begin}, {}, {}};
  std::size_t gap = 0;
  bool in_group = false;
  for (std::size_t i = begin; i < text.size() && gap <= 3; ++i) {
    if (is_digit(text[i])) {
      out.digits += text[i];
      if (!in_group) out.groups.push_back(0);
      ++out.groups.back();
      in_group = true;
      gap = 0;
      out.span.end = i + 1;
    } else if (marks.find(text[i]) != marks.npos) {
      in_group = false;
      ++gap;
    } else {
      break;
    }
  }
  return out;
}

std::vector<DigitRun> digit_runs(std::string_view text, std::string_view marks) {
  std::vector<DigitRun> out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i]) || (i > 0 && is_word(text[i - 1]))) continue;
    out.push_back(digit_run(text, i, marks));
    i = out.back().span.end;
  }
  return out;
}

std::string_view spelled_number(std::string_view word) {
  struct Named {
    std::string_view name, digits;
  };
  constexpr std::array<Named, 65> kNames{{
      {"zero", "0"},       {"oh", "0"},        {"un", "1"},        {"une", "1"},        {"one", "1"},
      {"premier", "1"},    {"deux", "2"},      {"two", "2"},       {"trois", "3"},      {"three", "3"},
      {"quatre", "4"},     {"four", "4"},      {"cinq", "5"},      {"five", "5"},       {"six", "6"},
      {"sept", "7"},       {"seven", "7"},     {"huit", "8"},      {"eight", "8"},      {"neuf", "9"},
      {"nine", "9"},       {"dix", "10"},      {"ten", "10"},      {"onze", "11"},      {"eleven", "11"},
      {"douze", "12"},     {"twelve", "12"},   {"treize", "13"},   {"thirteen", "13"},  {"quatorze", "14"},
      {"fourteen", "14"},  {"quinze", "15"},   {"fifteen", "15"},  {"seize", "16"},     {"sixteen", "16"},
      {"seventeen", "17"}, {"eighteen", "18"}, {"nineteen", "19"}, {"vingt", "20"},     {"vingts", "20"},
      {"twenty", "20"},    {"trente", "30"},   {"thirty", "30"},   {"quarante", "40"},  {"forty", "40"},
      {"cinquante", "50"}, {"fifty", "50"},    {"soixante", "60"}, {"sixty", "60"},     {"septante", "70"},
      {"seventy", "70"},   {"octante", "80"},  {"huitante", "80"}, {"eighty", "80"},    {"nonante", "90"},
      {"ninety", "90"},    {"first", "1"},     {"second", "2"},    {"third", "3"},      {"fourth", "4"},
      {"fifth", "5"},      {"sixth", "6"},     {"tenth", "10"},    {"twentieth", "20"}, {"thirtieth", "30"},
  }};
  const auto hit = std::find_if(kNames.begin(), kNames.end(), [&](const Named& named) { return named.name == word; });
  return hit == kNames.end() ? std::string_view() : hit->digits;
}

}  // namespace etalon::scenario::lint
