// The read tables seen from outside, cell by cell: to compare and to digest them.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include "sim/journal/maintenance.h"

namespace etalon::journal {

struct TableSizes {
  std::uint64_t sessions = 0, decisions = 0, calibrations = 0;
};

TableSizes sizes_of(SQLite::Database& database);
Hash digest_of(SQLite::Database& database);
// The first row in which they are not the same.
std::optional<Broken> first_difference(SQLite::Database& stored, SQLite::Database& rebuilt);

}  // namespace etalon::journal
