// A pack: scheme, law catalogue and scenarios that belong together, under one version and one hash.
#pragma once

#include <string>
#include <vector>

#include "sim/base/hash.h"
#include "sim/domain/scenario.h"
#include "sim/domain/scheme.h"

namespace etalon {

struct PackRef {
  std::string id;
  std::string version;
  Hash hash{};  // over all files of the pack
  friend bool operator==(const PackRef&, const PackRef&) = default;
};

struct Pack {
  PackRef ref;
  LocalText title;
  LocalText notice;
  Scheme scheme;
  Catalogue catalogue;
  std::vector<Scenario> scenarios;

  const Scenario* find(const ScenarioId& id) const;
  // Those that a new session or round may take: the active ones, in the pack's order. What is not yet reviewed, or retired,
  // can still be read.
  std::vector<const Scenario*> offered() const;
};

}  // namespace etalon
