// Moves the read tables by one event: the same code live, in a migration, in a rebuild and in a check.
#pragma once

#include "sim/journal/calibration_table.h"
#include "sim/journal/decision_table.h"
#include "sim/journal/session_table.h"

namespace etalon::journal {

struct Tables {
  explicit Tables(SQLite::Database& database) : sessions(database), decisions(database), calibrations(database) {}

  SessionTable sessions;
  DecisionTable decisions;
  CalibrationTable calibrations;
};

// Lives as long as one transaction. Decisions that follow each other in one session move its count once.
class Projector {
 public:
  explicit Projector(Tables& tables) : tables_(tables) {}

  // Refused (Usage): an event for a session or a calibration that was never started, or in the wrong kind of stream.
  Result<void> project(std::uint64_t sequence, const std::string& stream, const Event& event);
  // To be called after the last event, before the transaction is committed.
  void finish();

 private:
  bool move(std::uint64_t sequence, const std::string& stream, const Event& event);
  bool record_decision(std::uint64_t sequence, const std::string& stream, Instant at);

  Tables& tables_;
  std::string stream_;  // of the decisions below
  std::optional<SessionTable::Key> session_;
  int decisions_ = 0;  // not counted in the session's row yet
};

}  // namespace etalon::journal
