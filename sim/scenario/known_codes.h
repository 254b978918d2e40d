// The codes that a facet of the pack's scheme knows, and the words of its catalogue, looked up quickly.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "sim/base/result.h"
#include "sim/domain/scheme.h"
#include "sim/scenario/catalogue_words.h"

namespace etalon::scenario {

class KnownCodes {
 public:
  // Both must outlive it.
  KnownCodes(const Scheme& scheme, const Catalogue& catalogue) : scheme_(scheme), catalogue_(catalogue) {}

  // For the elements, `values` says which offence is examined and `day` (the scenario’s law_as_of) in which wording. An
  // offence is known whatever its days: whether it was in force is another question (L14).
  const std::set<std::string>& of(const Facet& facet, const Values& values, const std::string& day);
  // Nothing where the value has the facet's shape and only codes that it knows; else an error without place.
  Result<void> check(const Facet& facet, const Value& value, const Values& values, const std::string& day);
  CatalogueWords& words() { return words_ ? *words_ : words_.emplace(catalogue_); }

 private:
  const Scheme& scheme_;
  const Catalogue& catalogue_;
  std::optional<CatalogueWords> words_;
  std::map<std::tuple<FacetId, std::string, std::string>, std::set<std::string>> cache_;  // facet, offence, day
};

// The codes in a value: one, those of the set, or the elements of the checklist.
std::vector<std::string> codes_in(const Value& value);

}  // namespace etalon::scenario
