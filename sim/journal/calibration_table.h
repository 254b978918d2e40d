// The read table `calibration`: one row a calibration session of a team. Nobody else knows its columns.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include "sim/domain/ports.h"

namespace etalon::journal {

class CalibrationTable {
 public:
  explicit CalibrationTable(SQLite::Database& database);

  void insert(std::uint64_t sequence, const CalibrationId& id, Instant at, const CalibrationOpened& opening);
  bool count_vote(const CalibrationId& id);  // false: no such calibration
  bool close(const CalibrationId& id);

  std::vector<CalibrationRow> rows();  // newest first

 private:
  SQLite::Database& database_;
  SQLite::Statement insert_, count_vote_, close_;
};

}  // namespace etalon::journal
