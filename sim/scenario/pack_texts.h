// L01 to L04 on what stands around the scenarios: manifest, scheme and catalogue. They name laws, dates and offices, so the
// rules on the telling of a story are not for them.
#pragma once

#include <string>

#include "sim/scenario/findings.h"
#include "sim/scenario/lint/word_list.h"
#include "sim/scenario/yaml_tree.h"

namespace etalon::scenario {

// Every bilingual text is linted; of anything else only the characters (L03), since it may be an identifier, or say where a
// law was read.
void lint_pack_texts(const Node& root, const std::string& file, const lint::WordLists& words, Findings& findings);

// L03 on a scalar that is no text but may hold hidden characters.
void check_characters(const Node& scalar, const std::string& file, Findings& findings);

}  // namespace etalon::scenario
