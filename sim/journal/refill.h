// Walks over all records, checking each, and moves read tables along: the core of verify, rebuild and migrate.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>

#include "sim/journal/maintenance.h"

namespace etalon::journal {

struct Scan {
  std::uint64_t records = 0;  // that hold, before the first broken one
  Head head;                  // the last of them
  std::optional<Broken> broken;
  std::map<Hash, PackRef> packs;  // that the sessions and rounds of these records name
};

// Reads the records of `from`, which may be the same database as `into`; the read tables of `into` are empty.
Scan refill(SQLite::Database& from, SQLite::Database& into);

}  // namespace etalon::journal
