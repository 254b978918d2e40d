#include "sim/journal/read_tables.h"

#include "sim/journal/statement.h"

namespace etalon::journal {
namespace {

constexpr const char* kTables[] = {"session", "decision", "calibration"};

SQLite::Statement rows_of(SQLite::Database& database, const char* table) {
  return {database, std::string("SELECT * FROM ") + table + " ORDER BY sequence"};
}

// Every cell with its type and length, so that no two rows have the same bytes.
std::string bytes_of(SQLite::Statement& row) {
  std::string bytes;
  for (int index = 0; index < row.getColumnCount(); ++index) {
    const SQLite::Column cell = row.getColumn(index);
    const std::string content = cell.isNull() ? std::string() : cell.getString();
    bytes += std::to_string(cell.getType()) + ':' + std::to_string(content.size()) + ':' + content;
  }
  return bytes;
}

std::uint64_t count(SQLite::Database& database, const char* sql) { return number_of(database.execAndGet(sql)); }

// The sequence number of the first row that differs; 0: none.
std::uint64_t first_difference_in(SQLite::Statement& stored, SQLite::Statement& rebuilt) {
  for (;;) {
    const bool more = stored.executeStep();
    const bool expected = rebuilt.executeStep();
    if (!more && !expected) return 0;
    if (!more || !expected) return number_of((more ? stored : rebuilt).getColumn(0));
    if (bytes_of(stored) != bytes_of(rebuilt)) return number_of(rebuilt.getColumn(0));
  }
}

}  // namespace

TableSizes sizes_of(SQLite::Database& database) {
  return {count(database, "SELECT count(*) FROM session"), count(database, "SELECT count(*) FROM decision"),
          count(database, "SELECT count(*) FROM calibration")};
}

Hash digest_of(SQLite::Database& database) {
  Hasher hasher;
  for (const char* table : kTables) {
    hasher.add_text(table);
    SQLite::Statement rows = rows_of(database, table);
    while (rows.executeStep()) hasher.add_text(bytes_of(rows));
  }
  return hasher.finish();
}

std::optional<Broken> first_difference(SQLite::Database& stored, SQLite::Database& rebuilt) {
  for (const char* table : kTables) {
    SQLite::Statement have = rows_of(stored, table);
    SQLite::Statement want = rows_of(rebuilt, table);
    if (const std::uint64_t sequence = first_difference_in(have, want); sequence != 0)
      return Broken{0, msg("the read table “{table}” differs from the records, first at record {sequence}",
                           {{"table", table}, {"sequence", std::to_string(sequence)}})};
  }
  return std::nullopt;
}

}  // namespace etalon::journal
