#include "sim/journal/decision_table.h"

#include <algorithm>

#include "sim/journal/statement.h"

namespace etalon::journal {
namespace {

constexpr const char* kInsert =
    "INSERT INTO decision(sequence, session, analyst, calibration, at_ms) VALUES (?, ?, ?, ?, ?)";
constexpr const char* kSelect =
    "SELECT d.sequence, s.id, d.analyst, s.mode, d.calibration, d.at_ms, r.type, r.type_version, r.payload "
    "FROM decision d JOIN session s ON s.sequence = d.session JOIN record r ON r.sequence = d.sequence WHERE 1";

// Constants only; every value is bound.
std::string statement_for(const DecisionFilter& filter) {
  std::string sql = kSelect;
  if (filter.analyst) sql += " AND d.analyst = :analyst";
  if (filter.session) sql += " AND d.session = (SELECT sequence FROM session WHERE id = :session)";
  if (filter.calibration) sql += " AND d.calibration = :calibration";
  if (filter.from) sql += " AND d.at_ms >= :from";
  if (filter.to) sql += " AND d.at_ms < :to";
  sql += " ORDER BY d.sequence DESC";
  if (filter.last) sql += " LIMIT :last";
  return sql;
}

void bind(SQLite::Statement& select, const DecisionFilter& filter) {
  if (filter.analyst) select.bindNoCopy(":analyst", filter.analyst->value);
  if (filter.session) select.bindNoCopy(":session", filter.session->value);
  if (filter.calibration) select.bindNoCopy(":calibration", filter.calibration->value);
  if (filter.from) select.bind(":from", filter.from->ms);
  if (filter.to) select.bind(":to", filter.to->ms);
  constexpr std::size_t kMost = std::size_t{1} << 62;  // SQLite's numbers are signed
  if (filter.last) select.bind(":last", static_cast<std::int64_t>(std::min(*filter.last, kMost)));
}

Result<DecisionRow> row_from(SQLite::Statement& row) {
  Result<EventBody> body = decode(row.getColumn(6).getString(), row.getColumn(7).getInt(), row.getColumn(8).getString());
  if (!body) return fail(std::move(body.error()));
  DecisionRow decision;
  decision.sequence = number_of(row.getColumn(0));
  decision.session = SessionId(row.getColumn(1).getString());
  decision.analyst = AnalystId(row.getColumn(2).getString());
  decision.mode = mode_from(row.getColumn(3).getString()).value_or(Mode::Practice);
  if (!row.isColumnNull(4)) decision.calibration = CalibrationId(row.getColumn(4).getString());
  decision.at = Instant{row.getColumn(5).getInt64()};
  auto* recorded = std::get_if<DecisionRecorded>(&*body);
  if (recorded == nullptr)
    return fail(ErrorKind::Environment,
                msg("record {sequence} is not a decision", {{"sequence", std::to_string(decision.sequence)}}),
                msg("“etalon rebuild” makes the read tables anew"));
  decision.decision = std::move(*recorded);
  return decision;
}

}  // namespace

DecisionTable::DecisionTable(SQLite::Database& database) : database_(database), insert_(database, kInsert) {}

void DecisionTable::insert(std::uint64_t sequence, const SessionTable::Key& session, Instant at) {
  Use use(insert_);
  use.bind(sequence).bind(session.sequence).bind(session.analyst);
  session.calibration ? use.bind(*session.calibration) : use.bind_null();
  use.bind(at.ms).run();
}

Result<std::vector<DecisionRow>> DecisionTable::rows(const DecisionFilter& filter) {
  SQLite::Statement select(database_, statement_for(filter));
  bind(select, filter);
  std::vector<DecisionRow> rows;
  while (select.executeStep()) {
    Result<DecisionRow> row = row_from(select);
    if (!row) return fail(std::move(row.error()));
    rows.push_back(std::move(*row));
  }
  std::reverse(rows.begin(), rows.end());  // read newest first, because of LIMIT
  return rows;
}

}  // namespace etalon::journal
