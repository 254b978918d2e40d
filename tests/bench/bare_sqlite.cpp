#include "tests/bench/bare_sqlite.h"

namespace etalon::bench {
namespace {

Cell cell_from(const SQLite::Column& column) {
  if (column.isNull()) return {};
  if (column.isInteger()) return {Cell::Kind::Number, column.getInt64(), {}};
  return {column.isBlob() ? Cell::Kind::Blob : Cell::Kind::Text, 0, column.getString()};
}

}  // namespace

BareSqlite::BareSqlite(const std::filesystem::path& path, SQLite::Database& like)
    : database_(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
  database_.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
      "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536");
  SQLite::Statement parts(like, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type <> 'trigger' ORDER BY rowid");
  while (parts.executeStep()) database_.exec(parts.getColumn(0).getString());
}

SQLite::Statement BareSqlite::insert_into(const Table& table) {
  std::string places = "?";
  for (std::size_t i = 1; i < table.rows.front().size(); ++i) places += ", ?";
  return {database_, "INSERT INTO " + table.name + " VALUES (" + places + ")"};
}

void insert(SQLite::Statement& statement, const Row& row) {
  int place = 0;
  for (const Cell& cell : row) {
    ++place;
    switch (cell.kind) {
      case Cell::Kind::Null: statement.bind(place); break;
      case Cell::Kind::Number: statement.bind(place, cell.number); break;
      case Cell::Kind::Text: statement.bindNoCopy(place, cell.bytes); break;
      case Cell::Kind::Blob: statement.bindNoCopy(place, cell.bytes.data(), static_cast<int>(cell.bytes.size())); break;
    }
  }
  statement.exec();
  statement.reset();
}

Table read_table(SQLite::Database& database, const std::string& name, const char* rest) {
  Table table{name, {}};
  SQLite::Statement select(database, "SELECT * FROM " + name + " " + rest);
  while (select.executeStep()) {
    Row row;
    for (int index = 0; index < select.getColumnCount(); ++index) row.push_back(cell_from(select.getColumn(index)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace etalon::bench
