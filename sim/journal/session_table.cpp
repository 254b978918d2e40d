#include "sim/journal/session_table.h"

#include "sim/journal/statement.h"

namespace etalon::journal {
namespace {

constexpr const char* kInsert =
    "INSERT INTO session(sequence, id, analyst, mode, pack_id, pack_version, pack_hash, pack_status, scheme_version, "
    "calibration, started_at_ms, scenarios, decided, closed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)";
constexpr const char* kFind = "SELECT sequence, analyst, calibration FROM session WHERE id = ?";
constexpr const char* kCountDecisions = "UPDATE session SET decided = decided + ? WHERE sequence = ?";
constexpr const char* kClose = "UPDATE session SET closed = 1 WHERE id = ?";
constexpr const char* kAll =
    "SELECT id, analyst, mode, pack_id, pack_version, pack_hash, scheme_version, calibration, started_at_ms, "
    "scenarios, decided, closed, pack_status FROM session ORDER BY sequence DESC";
constexpr const char* kOfAnalyst =
    "SELECT id, analyst, mode, pack_id, pack_version, pack_hash, scheme_version, calibration, started_at_ms, "
    "scenarios, decided, closed, pack_status FROM session WHERE analyst = ? ORDER BY sequence DESC";
constexpr const char* kAnalysts = "SELECT DISTINCT analyst FROM session ORDER BY analyst";

SessionRow row_from(SQLite::Statement& row) {
  SessionRow session;
  session.id = SessionId(row.getColumn(0).getString());
  session.analyst = AnalystId(row.getColumn(1).getString());
  session.mode = mode_from(row.getColumn(2).getString()).value_or(Mode::Practice);
  session.pack = {row.getColumn(3).getString(), row.getColumn(4).getString(), hash_from(row.getColumn(5))};
  session.scheme_version = row.getColumn(6).getString();
  if (!row.isColumnNull(7)) session.calibration = CalibrationId(row.getColumn(7).getString());
  session.started_at = Instant{row.getColumn(8).getInt64()};
  session.scenarios = row.getColumn(9).getInt();
  session.decided = row.getColumn(10).getInt();
  session.closed = row.getColumn(11).getInt() != 0;
  session.pack_status = pack_status_from(row.getColumn(12).getString()).value_or(PackStatus::NotSaid);
  return session;
}

}  // namespace

SessionTable::SessionTable(SQLite::Database& database)
    : database_(database),
      insert_(database, kInsert),
      find_(database, kFind),
      count_decisions_(database, kCountDecisions),
      close_(database, kClose) {}

void SessionTable::insert(std::uint64_t sequence, const SessionId& id, Instant at, const SessionStarted& start) {
  const std::string mode(code(start.mode)), status(code(start.pack_status));
  Use use(insert_);
  use.bind(sequence).bind(id.value).bind(start.analyst.value).bind(mode);
  use.bind(start.pack.id).bind(start.pack.version).bind(start.pack.hash).bind(status);
  use.bind(start.scheme_version);
  start.calibration ? use.bind(start.calibration->value) : use.bind_null();
  use.bind(at.ms).bind(static_cast<std::int64_t>(start.scenarios.size())).run();
}

std::optional<SessionTable::Key> SessionTable::find(const SessionId& id) {
  Use use(find_);
  if (!use.bind(id.value).step()) return std::nullopt;
  Key key{number_of(use.column(0)), use.column(1).getString(), std::nullopt};
  if (!use.column(2).isNull()) key.calibration = use.column(2).getString();
  return key;
}

void SessionTable::count_decisions(const Key& session, int further) {
  Use(count_decisions_).bind(further).bind(session.sequence).run();
}

bool SessionTable::close(const SessionId& id) { return Use(close_).bind(id.value).run() == 1; }

std::vector<SessionRow> SessionTable::rows(const std::optional<AnalystId>& analyst) {
  SQLite::Statement select(database_, analyst ? kOfAnalyst : kAll);
  if (analyst) select.bindNoCopy(1, analyst->value);
  std::vector<SessionRow> rows;
  while (select.executeStep()) rows.push_back(row_from(select));
  return rows;
}

std::vector<AnalystId> SessionTable::analysts() {
  SQLite::Statement select(database_, kAnalysts);
  std::vector<AnalystId> analysts;
  while (select.executeStep()) analysts.emplace_back(select.getColumn(0).getString());
  return analysts;
}

}  // namespace etalon::journal
