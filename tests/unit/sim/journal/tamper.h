// Changes a journal behind Étalon's back, as somebody with a SQLite shell could.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string>

namespace etalon::journal {

// Runs `sql` with the guards taken away; they are back afterwards.
inline void tamper(const std::filesystem::path& path, const std::string& sql) {
  SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
  std::string guards;
  {
    SQLite::Statement all(database, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid");
    while (all.executeStep()) guards += all.getColumn(0).getString() + ";\n";
  }
  database.exec("DROP TRIGGER record_is_never_changed; DROP TRIGGER record_is_never_removed");
  database.exec(sql);
  database.exec(guards);
}

}  // namespace etalon::journal
