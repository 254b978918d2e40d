#include "sim/journal/migrations.h"

#include "sim/base/assert.h"
#include "sim/journal/refill.h"
#include "sim/journal/statement.h"

namespace etalon::journal {
namespace {

// Version 1: the record and its guards, and the first read tables.
constexpr const char* kStep1 = R"sql(
CREATE TABLE record(
  sequence INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  version INTEGER NOT NULL,
  type TEXT NOT NULL,
  type_version INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  payload BLOB NOT NULL,
  previous_hash BLOB NOT NULL,
  hash BLOB NOT NULL,
  UNIQUE(stream, version)
) STRICT;
CREATE TRIGGER record_is_never_changed BEFORE UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'a record is never changed'); END;
CREATE TRIGGER record_is_never_removed BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'a record is never removed'); END;
CREATE TABLE session(
  sequence INTEGER PRIMARY KEY REFERENCES record(sequence),
  id TEXT NOT NULL UNIQUE,
  analyst TEXT NOT NULL,
  mode TEXT NOT NULL,
  pack_id TEXT NOT NULL,
  pack_version TEXT NOT NULL,
  pack_hash BLOB NOT NULL,
  scheme_version TEXT NOT NULL,
  calibration TEXT,
  started_at_ms INTEGER NOT NULL,
  scenarios INTEGER NOT NULL,
  decided INTEGER NOT NULL,
  closed INTEGER NOT NULL
) STRICT;
CREATE INDEX session_by_analyst ON session(analyst);
CREATE TABLE decision(
  sequence INTEGER PRIMARY KEY REFERENCES record(sequence),
  session INTEGER NOT NULL REFERENCES session(sequence),
  analyst TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX decision_by_analyst ON decision(analyst);
CREATE INDEX decision_by_session ON decision(session);
CREATE TABLE calibration(
  sequence INTEGER PRIMARY KEY REFERENCES record(sequence),
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  lead TEXT NOT NULL,
  opened_at_ms INTEGER NOT NULL,
  analysts INTEGER NOT NULL,
  votes INTEGER NOT NULL,
  closed INTEGER NOT NULL
) STRICT;
)sql";

// Version 2: a calibration's decisions are found without reading every session.
constexpr const char* kStep2 = R"sql(
DROP TABLE decision;
CREATE TABLE decision(
  sequence INTEGER PRIMARY KEY REFERENCES record(sequence),
  session INTEGER NOT NULL REFERENCES session(sequence),
  analyst TEXT NOT NULL,
  calibration TEXT,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX decision_by_analyst ON decision(analyst);
CREATE INDEX decision_by_session ON decision(session);
CREATE INDEX decision_by_calibration ON decision(calibration) WHERE calibration IS NOT NULL;
)sql";

// Version 3: what packs said when a session used them, and whether they were trusted then.
constexpr const char* kStep3 = R"sql(
ALTER TABLE session ADD COLUMN pack_status TEXT NOT NULL DEFAULT 'not_said';
CREATE TABLE content(
  hash BLOB PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE pack_file(
  pack BLOB NOT NULL,
  path TEXT NOT NULL,
  content BLOB NOT NULL REFERENCES content(hash),
  PRIMARY KEY(pack, path)
) STRICT, WITHOUT ROWID;
)sql";

constexpr const char* kSteps[] = {kStep1, kStep2, kStep3};
static_assert(std::size(kSteps) == kSchemaVersion);

constexpr const char* kLayout =
    "SELECT type, name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*' ORDER BY type, name";
constexpr const char* kClear = "DELETE FROM decision; DELETE FROM session; DELETE FROM calibration;";

}  // namespace

int schema_version(SQLite::Database& database) { return database.execAndGet("PRAGMA user_version").getInt(); }

void climb(SQLite::Database& database, int version) {
  ETALON_ASSERT(version <= kSchemaVersion);
  for (int step = schema_version(database); step < version; ++step) database.exec(kSteps[step]);
  database.exec("PRAGMA user_version = " + std::to_string(version));
  database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
}

Result<void> migrate(SQLite::Database& database) {
  if (schema_version(database) >= kSchemaVersion) return {};
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  if (schema_version(database) < kSchemaVersion) {
    clear_read_tables(database);
    climb(database, kSchemaVersion);
    const Scan scan = refill(database, database);
    if (scan.broken) return fail(ErrorKind::Check, scan.broken->what);
  }
  transaction.commit();
  return {};
}

std::string layout_of(SQLite::Database& database) {
  std::string text;
  SQLite::Statement parts(database, kLayout);
  while (parts.executeStep())
    for (int column = 0; column < 3; ++column) text += parts.getColumn(column).getString() + '\n';
  return text;
}

std::string layout_of_version(int version) {
  SQLite::Database memory(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  climb(memory, version);
  return layout_of(memory);
}

void clear_read_tables(SQLite::Database& database) { database.exec(kClear); }

}  // namespace etalon::journal
