// Words of the catalogue that the rules on texts look for. Made once a pack, not once a scenario.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sim/domain/catalogue.h"

namespace etalon::scenario {

// The words that carry a name, folded: without small ones and without what stands in brackets.
std::set<std::string> name_words(std::string_view name);

// The number in "227-23" or "R625-8-1": three digits and then groups. Empty: there is none; years, ages and days are none.
std::string_view article_number(std::string_view word);

class CatalogueWords {
 public:
  // `catalogue` must outlive it.
  explicit CatalogueWords(const Catalogue& catalogue);

  // Of each offence and look-alike, in each language.
  const std::vector<std::set<std::string>>& names() const { return names_; }
  // Codes of offences and numbers of articles, as written: in a step they give the answer away.
  const std::set<std::string>& telling() const { return telling_; }
  // Numbers of the articles of the offences in force on `day`, and of their exceptions.
  const std::set<std::string>& articles(const std::string& day);

 private:
  const Catalogue& catalogue_;
  std::vector<std::set<std::string>> names_;
  std::set<std::string> telling_;
  std::map<std::string, std::set<std::string>> articles_;  // by day
};

}  // namespace etalon::scenario
