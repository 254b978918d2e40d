// What the journal is measured against: SQLite with nothing around it, the same settings, the same bytes.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string>
#include <vector>

namespace etalon::bench {

// Cells of one row, as SQLite will bind them.
struct Cell {
  enum class Kind { Null, Number, Text, Blob } kind = Kind::Null;
  std::int64_t number = 0;
  std::string bytes;
};
using Row = std::vector<Cell>;

struct Table {
  std::string name;
  std::vector<Row> rows;
};

// A file with the tables and indexes of `like`, without its triggers.
class BareSqlite {
 public:
  BareSqlite(const std::filesystem::path& path, SQLite::Database& like);
  void begin() { database_.exec("BEGIN IMMEDIATE"); }
  void commit() { database_.exec("COMMIT"); }
  SQLite::Statement insert_into(const Table& table);

 private:
  SQLite::Database database_;
};

void insert(SQLite::Statement& statement, const Row& row);
Table read_table(SQLite::Database& database, const std::string& name, const char* rest = "");

}  // namespace etalon::bench
