// What a pack's scenarios cover, counted over those that sessions may take (Pack::offered()), and the quotas of a bank
// that trains the whole work. What is on its way is counted beside it: an author sees what a review would bring.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/base/message.h"
#include "sim/domain/pack.h"

namespace etalon::scenario {

// How many scenarios (or twin sets) there are of one kind. Retired ones are in no column.
struct Tally {
  std::size_t active = 0;
  std::size_t waiting = 0;  // lint_passed, reviewed, piloted
  std::size_t draft = 0;
  std::vector<std::string> next;  // ids of those that wait

  friend bool operator==(const Tally&, const Tally&) = default;
};

struct CoverageCount {
  std::string dimension;  // "family", "pillar_by_legality", a facet's id …
  std::string item;       // "INJ_DISC"; of a pair "childhood/manifest"
  Tally tally;
};

// From `low` to `high`, both included: scenarios, or percent of all that are active.
struct Bound {
  std::size_t low = 0, high = 0;  // high 0: none
  bool percent = false;
};

struct QuotaResult {
  std::string name;
  std::string item;  // of a quota that each item must fill; else empty
  Bound bound;
  Tally tally;
  std::size_t all = 0;  // active scenarios: the whole of a percentage
  bool holds = false;
  bool would_hold = false;  // were all that wait active
  Message what, mend;       // of one that does not hold: what is wanted and what is there; how to mend it
};

struct Coverage {
  std::vector<CoverageCount> counts;  // by dimension; every item that the pack knows, at zero too
  std::vector<QuotaResult> quotas;

  bool holds() const;
};

Coverage coverage(const Pack& pack);

}  // namespace etalon::scenario
