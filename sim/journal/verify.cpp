#include <sqlite3.h>

#include "sim/journal/connection.h"
#include "sim/journal/failure.h"
#include "sim/journal/maintenance.h"
#include "sim/journal/migrations.h"
#include "sim/journal/pack_table.h"
#include "sim/journal/read_tables.h"
#include "sim/journal/refill.h"

namespace etalon::journal {
namespace {

std::optional<Broken> wrong_with_layout(SQLite::Database& database) {
  if (layout_of(database) == layout_of_version(schema_version(database))) return std::nullopt;
  return Broken{0, msg("its tables, or the guards against changing a record, are not as Étalon made them")};
}

std::optional<Broken> wrong_with_pages(SQLite::Database& database) {
  const std::string finding = database.execAndGet("PRAGMA integrity_check(1)").getString();
  if (finding == "ok") return std::nullopt;
  return Broken{0, msg("SQLite finds the file damaged: {reason}", {{"reason", finding}})};
}

using Packs = std::map<Hash, PackRef>;

Packs check_records(SQLite::Database& database, SQLite::Database& memory, VerifyReport& report) {
  SQLite::Transaction transaction(memory);
  Scan scan = refill(database, memory);
  transaction.commit();
  report.records = scan.records;
  report.head = scan.head;
  report.broken = std::move(scan.broken);
  return std::move(scan.packs);
}

// A pack that was never kept is none: a journal of before packs were kept names such ones.
std::optional<Broken> wrong_with_packs(SQLite::Database& database, const Packs& named) {
  PackTable table(database);
  for (const auto& [hash, pack] : named) {
    const auto content = table.content(hash);
    if (content && hash_of(*content) != hash)
      return Broken{0, msg("the pack {pack} {version} that it keeps does not match its hash",
                           {{"pack", pack.id}, {"version", pack.version}})};
  }
  return std::nullopt;
}

void check_read_tables(SQLite::Database& database, SQLite::Database& memory, VerifyReport& report) {
  const TableSizes sizes = sizes_of(memory);
  report.sessions = sizes.sessions;
  report.decisions = sizes.decisions;
  report.calibrations = sizes.calibrations;
  report.read_tables_checked = report.schema_version == kSchemaVersion;
  if (report.read_tables_checked && !report.broken) report.broken = first_difference(database, memory);
}

void check_all(SQLite::Database& database, VerifyReport& report) {
  const SQLite::Transaction moment(database);  // what others write meanwhile is not seen
  report.schema_version = schema_version(database);
  SQLite::Database memory(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  climb(memory, kSchemaVersion);
  const std::optional<Broken> layout = wrong_with_layout(database);
  try {
    const Packs named = check_records(database, memory, report);
    if (!report.broken) report.broken = layout;
    check_read_tables(database, memory, report);
    if (!report.broken && report.schema_version == kSchemaVersion) report.broken = wrong_with_packs(database, named);
  } catch (const SQLite::Exception&) {
    if (!layout) throw;
    report.broken = layout;  // a table or a column is missing
  }
  if (!report.broken) report.broken = wrong_with_pages(database);
}

}  // namespace

Result<VerifyReport> verify(const std::filesystem::path& path) {
  return guarded(path, [&]() -> Result<VerifyReport> {
    VerifyReport report;
    try {
      Result<Connection> database = connect_to_check(path);
      if (!database) return fail(std::move(database.error()));
      if (auto known = check_version(**database, path); !known) return fail(std::move(known.error()));
      check_all(**database, report);
    } catch (const SQLite::Exception& exception) {
      if ((exception.getErrorCode() & 0xff) != SQLITE_CORRUPT) throw;
      report.broken = Broken{0, msg("SQLite finds the file damaged: {reason}", {{"reason", exception.what()}})};
    }
    return report;
  });
}

Error error_of(const Broken& broken, const std::filesystem::path& path) {
  Message what = broken.sequence == 0
                     ? broken.what
                     : msg("record {sequence} is broken: {reason}",
                           {{"sequence", std::to_string(broken.sequence)}, {"reason", english(broken.what)}});
  return {ErrorKind::Check,
          std::move(what),
          msg("keep the file as it is and go back to a backup; read tables alone are mended by “etalon rebuild”"),
          {path.string(), 0}};
}

}  // namespace etalon::journal
