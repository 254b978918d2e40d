// Who may include whom: the table that docs/architecture.md draws.
#pragma once

#include "tests/arch/source_tree.h"

namespace etalon::arch {

// The module of a file: its folder ("sim/base", "ui/views"), "tests" for all tests.
std::string module_of(std::string_view path);

// Includes of our own headers that the table does not allow, files of a module that the table does not know,
// includes that are not root-relative, and parts from outside used where they do not belong.
Findings check_includes(const SourceFile& file);

}  // namespace etalon::arch
