#include "sim/journal/calibration_table.h"

#include "sim/journal/statement.h"

namespace etalon::journal {
namespace {

constexpr const char* kInsert =
    "INSERT INTO calibration(sequence, id, title, lead, opened_at_ms, analysts, votes, closed) "
    "VALUES (?, ?, ?, ?, ?, ?, 0, 0)";
constexpr const char* kCountVote = "UPDATE calibration SET votes = votes + 1 WHERE id = ?";
constexpr const char* kClose = "UPDATE calibration SET closed = 1 WHERE id = ?";
constexpr const char* kAll =
    "SELECT id, title, lead, opened_at_ms, analysts, votes, closed FROM calibration ORDER BY sequence DESC";

CalibrationRow row_from(SQLite::Statement& row) {
  return {CalibrationId(row.getColumn(0).getString()),
          row.getColumn(1).getString(),
          AnalystId(row.getColumn(2).getString()),
          Instant{row.getColumn(3).getInt64()},
          row.getColumn(4).getInt(),
          row.getColumn(5).getInt(),
          row.getColumn(6).getInt() != 0};
}

}  // namespace

CalibrationTable::CalibrationTable(SQLite::Database& database)
    : database_(database), insert_(database, kInsert), count_vote_(database, kCountVote), close_(database, kClose) {}

void CalibrationTable::insert(std::uint64_t sequence, const CalibrationId& id, Instant at,
                              const CalibrationOpened& opening) {
  Use(insert_)
      .bind(sequence)
      .bind(id.value)
      .bind(opening.title)
      .bind(opening.lead.value)
      .bind(at.ms)
      .bind(static_cast<std::int64_t>(opening.analysts.size()))
      .run();
}

bool CalibrationTable::count_vote(const CalibrationId& id) { return Use(count_vote_).bind(id.value).run() == 1; }

bool CalibrationTable::close(const CalibrationId& id) { return Use(close_).bind(id.value).run() == 1; }

std::vector<CalibrationRow> CalibrationTable::rows() {
  SQLite::Statement select(database_, kAll);
  std::vector<CalibrationRow> rows;
  while (select.executeStep()) rows.push_back(row_from(select));
  return rows;
}

}  // namespace etalon::journal
