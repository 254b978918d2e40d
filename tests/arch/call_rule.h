// What only some places may call: the clock, randomness, the terminal, SQL.
#pragma once

#include "tests/arch/source_tree.h"

namespace etalon::arch {

// Names used where they do not belong. Tests may use all of them.
Findings check_calls(const SourceFile& file);
// SQL statements in string literals outside sim/journal.
Findings check_sql(const SourceFile& file);

}  // namespace etalon::arch
