// The files of assets/wordlists, which are built into the program: a rule must not fall silent because a file is missing.
#pragma once

#include <string_view>

namespace etalon::scenario::lint {

// By file name; empty for an unknown one. Generated at build time by cmake/EtalonWordLists.cmake.
std::string_view bundled_text(std::string_view file);
// All lists of hashes, one after the other: `visit(file, bytes)`.
void each_bundled_list(void (*visit)(std::string_view file, std::string_view bytes, void* context), void* context);

}  // namespace etalon::scenario::lint
