#include "sim/journal/connection.h"
#include "sim/journal/failure.h"
#include "sim/journal/maintenance.h"
#include "sim/journal/migrations.h"
#include "sim/journal/read_tables.h"
#include "sim/journal/refill.h"

namespace etalon::journal {

Result<void> rebuild(const std::filesystem::path& path) {
  Result<Connection> database = connect_to_write(path);
  if (!database) return fail(std::move(database.error()));
  return guarded(path, [&]() -> Result<void> {
    SQLite::Transaction transaction(**database, SQLite::TransactionBehavior::IMMEDIATE);
    clear_read_tables(**database);
    const Scan scan = refill(**database, **database);
    if (scan.broken) return fail(error_of(*scan.broken, path));
    transaction.commit();
    return {};
  });
}

Result<Hash> read_tables_digest(const std::filesystem::path& path) {
  Result<Connection> database = connect_to_read(path);
  if (!database) return fail(std::move(database.error()));
  return guarded(path, [&]() -> Result<Hash> {
    const SQLite::Transaction moment(**database);
    return digest_of(**database);
  });
}

}  // namespace etalon::journal
