// Rules about what stands where: function-local statics, globals, long functions, long sources.
#pragma once

#include "tests/arch/source_tree.h"

namespace etalon::arch {

inline constexpr int kLongestFunction = 60;  // lines from brace to brace, texts in literals not counted
inline constexpr int kLongestSource = 500;   // lines

// Mutable function-local statics, and, but for tests, mutable variables at namespace level.
Findings check_mutable_state(const SourceFile& file);
Findings check_function_lengths(const SourceFile& file);
Findings check_source_length(const SourceFile& file);

}  // namespace etalon::arch
