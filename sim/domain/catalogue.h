// The law catalogue: offences with their constitutive elements.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/language.h"
#include "sim/domain/ids.h"

namespace etalon {

enum class Pillar { Childhood, Speech, SexualViolence, Dignity, Identity };

struct Element {
  ElementId id;
  LocalText name;
  LocalText question;  // the one-line test
};

struct Neighbour {
  OffenceCode code;
  LocalText question;  // what tells the two apart
};

// Where the offence goes in the DSA Transparency Database.
struct DsaTag {
  std::string category, keyword;  // identifiers of that database
  bool preferred = false;         // of one tag of an offence
};

// An offence as it stands, or stood, between two days. The same code may come back with other days: another wording.
struct Offence {
  OffenceCode code;
  OffenceFamily family;  // what coverage counts it in
  Pillar pillar = Pillar::Speech;
  LocalText article;
  LocalText name;
  LocalText penalty;
  std::string tier;
  std::string valid_from, valid_to, verified_on;  // ISO dates; empty: not given
  bool confirmed = false;                         // false: shown as "to be confirmed"
  std::string source;
  std::string natinf;  // number of the Ministry of Justice; empty: not verified
  std::vector<Element> elements;
  std::vector<Neighbour> neighbours;
  std::vector<LocalText> exceptions;  // what the law itself exempts
  std::vector<DsaTag> dsa;

  const Element* find(const ElementId& id) const;
  // `day` is an ISO date; the empty one lies in every offence's days.
  bool in_force(std::string_view day) const;
};

struct CatalogueVersion {
  std::string version;               // ISO date
  std::vector<OffenceCode> changed;  // elements, penalty or validity are not as before
};

// Lawful content that is easily taken for an offence.
struct LookAlike {
  LookAlikeId id;
  LocalText name;
};

struct ConfusionSide {
  std::vector<OffenceCode> offences;
  std::vector<LookAlikeId> look_alikes;
};

// What analysts confuse, with the one question that decides. Sides are named a, b, c … by position.
struct Confusion {
  ConfusionId id;
  LocalText question;
  std::vector<ConfusionSide> sides;
};

struct Catalogue {
  std::string version;
  std::string jurisdiction;
  std::vector<CatalogueVersion> versions;  // oldest first, the last is `version`
  std::vector<Offence> offences;
  std::vector<LookAlike> look_alikes;
  std::vector<Confusion> confusions;

  // The newest wording; null: no such code.
  const Offence* find(const OffenceCode& code) const;
  // The wording in force on `day` (ISO date; empty: the newest); null: none was.
  const Offence* find(const OffenceCode& code, std::string_view day) const;
  const LookAlike* find(const LookAlikeId& id) const;
  const Confusion* find(const ConfusionId& id) const;
};

}  // namespace etalon
