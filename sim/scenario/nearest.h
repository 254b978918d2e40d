// Suggestions for a word that is not known.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/base/message.h"

namespace etalon::scenario {

// The known word that takes the fewest single-letter edits (Levenshtein 1966), if they are few; else empty.
std::string nearest(std::string_view word, const std::vector<std::string>& known);

// “did you mean …?”, or the known words where there are few, or a hint to check the spelling.
Message suggestion(std::string_view word, const std::vector<std::string>& known);

}  // namespace etalon::scenario
