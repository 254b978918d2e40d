// The categories and keywords of the DSA Transparency Database (European Commission, second version of its statement of
// reasons), with the exact identifiers. KEYWORD_OTHER goes with any category.
#pragma once

#include <optional>
#include <string_view>

#include "sim/base/message.h"

namespace etalon::scenario {

struct DsaProblem {
  bool in_keyword = false;  // else in the category
  Message what, mend;
};

// What is wrong with the pair; nothing where the database knows it, or where one of the two is empty.
std::optional<DsaProblem> dsa_problem(std::string_view category, std::string_view keyword);

}  // namespace etalon::scenario
