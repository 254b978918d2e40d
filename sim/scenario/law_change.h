// What a change of the law makes worth reading again: every place of a pack that cites an offence.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/reader.h"

namespace etalon::scenario {

struct LawChange {
  std::vector<PlacedCitation> citations;  // in the pack's order, retired scenarios too
  std::size_t scenarios = 0;              // that cite it
};

// Fails (Input) when the catalogue has no such offence, with the nearest that it has, or when scheme or catalogue could not
// be read.
Result<LawChange> law_change(const CheckedPack& checked, const std::string& code, const std::string& pack);

}  // namespace etalon::scenario
