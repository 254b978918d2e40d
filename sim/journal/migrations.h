// The ladder of layouts. Each step leads from one schema version to the next; a new journal climbs all of them, so that
// a migrated one and a new one have the same tables. A step that has been released is never changed again.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

#include "sim/base/result.h"

namespace etalon::journal {

inline constexpr std::uint32_t kApplicationId = 0x4554414C;  // "ETAL"
inline constexpr int kSchemaVersion = 3;

int schema_version(SQLite::Database& database);
// Climbs to `version`, tables only, and writes the number and the application id.
void climb(SQLite::Database& database, int version);
// Brings an older journal to kSchemaVersion in one transaction, its read tables rebuilt from its records.
// Nothing happens when another program has just done it. A broken record is an Error (Check), and nothing is changed.
Result<void> migrate(SQLite::Database& database);

// The tables, indexes and triggers as text: of a file, and of a journal of that version.
std::string layout_of(SQLite::Database& database);
std::string layout_of_version(int version);

// Drops every row of the read tables.
void clear_read_tables(SQLite::Database& database);

}  // namespace etalon::journal
