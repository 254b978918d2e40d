// The classification scheme: the ordered facets, what each measures, and when it applies.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/language.h"
#include "sim/domain/catalogue.h"
#include "sim/domain/value.h"

namespace etalon {

enum class Level { Nominal, Ordinal, Set, Hierarchy, Checklist, Scale };

struct Choice {
  std::string id;
  LocalText label;
};

enum class ChoiceSource { Inline, Catalogue, ElementsOfQualification };

// "facet has one of these codes"; a facet applies when all of its conditions hold.
struct Condition {
  FacetId facet;
  std::vector<std::string> in;
};

struct Facet {
  FacetId id;
  std::string decision;  // "D1" … "D10"
  Level level = Level::Nominal;
  LocalText label;
  LocalText short_label;
  LocalText help;
  bool mandatory = true;
  std::vector<Condition> applies_when;
  ChoiceSource source = ChoiceSource::Inline;
  std::vector<Choice> choices;       // source Inline only
  std::vector<std::string> flagged;  // on the legality facet: the choices that call the content illegal

  Shape shape() const;
};

// Which facet plays which part, so that no rule of ours hangs on a facet's name.
struct Roles {
  FacetId legality, qualification, elements, actions, confidence;
};

inline constexpr std::string_view kNoOffence = "NONE";

struct Scheme {
  std::string id;
  std::string version;
  Roles roles;
  std::vector<Facet> facets;

  const Facet* find(const FacetId& id) const;
  // Whether the facet is asked, given what has been answered.
  bool applies(const Facet& facet, const Values& values) const;
  // The answers as they count: those of facets that do not apply are left out (in scheme order, so that
  // an answer that hangs on a dropped one is dropped too).
  Values effective(const Values& values) const;
  // The choices as they stand: inline, the catalogue's offences and NONE, or the elements of the offence examined; of
  // the offences the wording in force on `day` (a scenario's law_as_of; empty: the newest).
  std::vector<Choice> choices(const Facet& facet, const Catalogue& catalogue, const Values& values,
                              std::string_view day) const;
  // Whether the decision calls the content illegal. A decision that never reached legality does not.
  bool flags(const Values& values) const;
};

}  // namespace etalon
