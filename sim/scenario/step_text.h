// The markup of a step's text: “plain {F1|the fact's statement.} plain”. No nesting, no escapes.
#pragma once

#include <string_view>
#include <vector>

#include "sim/base/result.h"
#include "sim/domain/scenario.h"

namespace etalon::scenario {

// "F1" … "F999".
bool is_fact_id(std::string_view text);

// The runs, none of them empty, or what is wrong with the markup.
tl::expected<std::vector<Run>, Message> parse_step_text(std::string_view text);

// What the analyst reads, without the markup.
std::string plain_text(const std::vector<Run>& runs);

}  // namespace etalon::scenario
