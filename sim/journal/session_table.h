// The read table `session`: one row a session. Nobody else knows its columns.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include "sim/domain/ports.h"

namespace etalon::journal {

class SessionTable {
 public:
  explicit SessionTable(SQLite::Database& database);

  // What the row of a decision repeats of its session.
  struct Key {
    std::uint64_t sequence = 0;  // of the session's first record: its number in the read tables
    std::string analyst;
    std::optional<std::string> calibration;
  };

  void insert(std::uint64_t sequence, const SessionId& id, Instant at, const SessionStarted& start);
  std::optional<Key> find(const SessionId& id);
  void count_decisions(const Key& session, int further);
  bool close(const SessionId& id);  // false: no such session

  std::vector<SessionRow> rows(const std::optional<AnalystId>& analyst);  // newest first
  std::vector<AnalystId> analysts();                                      // sorted

 private:
  SQLite::Database& database_;
  SQLite::Statement insert_, find_, count_decisions_, close_;
};

}  // namespace etalon::journal
