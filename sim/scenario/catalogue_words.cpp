#include "sim/scenario/catalogue_words.h"

#include <algorithm>
#include <array>

#include "sim/scenario/lint/fold.h"
#include "sim/scenario/texts.h"

namespace etalon::scenario {
namespace {

constexpr std::array<std::string_view, 16> kSmallWords{"aux",    "des", "les", "une", "par", "pour", "sur",  "contre",
                                                       "envers", "non", "the", "and", "for", "from", "with", "against"};

bool is_small(std::string_view word) {
  return word.size() < 3 || std::find(kSmallWords.begin(), kSmallWords.end(), word) != kSmallWords.end();
}

// "227-23", "R625-7": at least two groups of digits.
bool is_article_number(std::string_view word) {
  const std::size_t dash = word.find('-');
  return dash != word.npos && dash > 0 && dash + 1 < word.size() && is_ascii_digit(word[dash - 1]) &&
         is_ascii_digit(word[dash + 1]);
}

}  // namespace

std::set<std::string> name_words(std::string_view name) {
  std::set<std::string> out;
  const lint::Folded folded = lint::fold(name.substr(0, name.find('(')));
  for (const lint::Token& token : lint::tokens(folded))
    if (!is_small(token.text)) out.emplace(token.text);
  return out;
}

std::string_view article_number(std::string_view word) {
  while (!word.empty() && is_ascii_letter(word.front())) word.remove_prefix(1);
  const std::size_t first = std::min(word.find('-'), word.size());
  const std::string_view start = word.substr(0, first);
  const bool digits = std::all_of(word.begin(), word.end(), [](char c) { return is_ascii_digit(c) || c == '-'; });
  return digits && start.size() == 3 && first + 1 < word.size() ? word : std::string_view();
}

CatalogueWords::CatalogueWords(const Catalogue& catalogue) : catalogue_(catalogue) {
  const auto add_name = [&](const LocalText& name) {
    for (const Language language : {Language::French, Language::English}) names_.push_back(name_words(name.in(language)));
  };
  for (const Offence& offence : catalogue.offences) {
    add_name(offence.name);
    if (offence.code.value.find('_') != std::string::npos) telling_.insert(offence.code.value);
    for (const std::string_view word : words(offence.article.fr))
      if (is_article_number(word)) telling_.emplace(word);
  }
  for (const LookAlike& look_alike : catalogue.look_alikes) add_name(look_alike.name);
}

const std::set<std::string>& CatalogueWords::articles(const std::string& day) {
  const auto [entry, is_new] = articles_.try_emplace(day);
  auto& numbers = entry->second;  // clang 14 captures no part of a pair
  if (!is_new) return numbers;
  const auto add = [&](std::string_view text) {
    for (const std::string_view word : words(text)) numbers.emplace(article_number(word));
  };
  for (const Offence& offence : catalogue_.offences) {
    if (!offence.in_force(day)) continue;
    add(offence.article.fr);
    for (const LocalText& exception : offence.exceptions) add(exception.fr);
  }
  return numbers;
}

}  // namespace etalon::scenario
