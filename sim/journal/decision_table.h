// The read table `decision`: where each decision is, and by what it is looked up. What was decided stays in its record.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include "sim/journal/session_table.h"

namespace etalon::journal {

class DecisionTable {
 public:
  explicit DecisionTable(SQLite::Database& database);

  void insert(std::uint64_t sequence, const SessionTable::Key& session, Instant at);
  // By sequence. A payload that cannot be read is an Error.
  Result<std::vector<DecisionRow>> rows(const DecisionFilter& filter);

 private:
  SQLite::Database& database_;
  SQLite::Statement insert_;
};

}  // namespace etalon::journal
