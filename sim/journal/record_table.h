// The table `record`: the only truth. Nobody else knows its columns.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <vector>

#include "sim/journal/record.h"

namespace etalon::journal {

class RecordTable {
 public:
  explicit RecordTable(SQLite::Database& database);

  Head head();
  std::uint64_t version(const StreamId& stream);  // 0: nobody has written to it
  void insert(const Record& record);
  std::vector<Record> of(const StreamId& stream);  // by version
  std::optional<Record> last();

 private:
  SQLite::Statement head_, version_, insert_, of_, last_;
};

// Every record by sequence, until `visit` answers false. Reads one at a time.
void each_record(SQLite::Database& database, const std::function<bool(Record&)>& visit);

}  // namespace etalon::journal
