// The law catalogue: offences with their constitutive elements.
#pragma once

#include <optional>
#include <string>
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

struct Offence {
  OffenceCode code;
  Pillar pillar = Pillar::Speech;
  LocalText article;
  LocalText name;
  LocalText penalty;
  std::string tier;
  std::string valid_from, valid_to, verified_on;  // ISO dates; empty: not given
  bool confirmed = false;                         // false: shown as "to be confirmed"
  std::string source;
  std::vector<Element> elements;
  std::vector<Neighbour> neighbours;

  const Element* find(const ElementId& id) const;
};

struct Catalogue {
  std::string version;
  std::string jurisdiction;
  std::vector<Offence> offences;

  const Offence* find(const OffenceCode& code) const;
};

}  // namespace etalon
