// A scenario as the list of what it trains: pairs of a dimension and an item, such as ("hosting", "fr"). Coverage and
// its quotas know no more of a scenario than these.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/domain/pack.h"

namespace etalon::scenario {

using Feature = std::pair<std::string, std::string>;  // dimension, item

inline constexpr std::string_view kNotAsked = "not_asked";  // of a facet that the reference does not reach

struct Dimension {
  std::string name;
  std::vector<std::string> items;  // all that the pack knows, in its order
};

// Every facet with single choices is a dimension of its own name. The others:
//   scenario      “all”
//   pillar
//   flagged       “yes” where the reference calls the content illegal, else “no”
//   family        of the offence examined; of the first review trigger where no offence is asked
//   confusion     “pair/side”
//   look_alike, reporter, late_fact    as `covers` says
//   language      in which title, steps and rationale are written
//   difficulty, sensitivity, settledness
//   step          types that occur
//   twin_set      “of_2_to_4”: of sets, not of scenarios
std::vector<Dimension> dimensions(const Pack& pack);

std::set<Feature> features(const Pack& pack, const Scenario& scenario);

}  // namespace etalon::scenario
