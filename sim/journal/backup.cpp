#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include "sim/journal/connection.h"
#include "sim/journal/failure.h"
#include "sim/journal/maintenance.h"
#include "sim/journal/new_file.h"

namespace etalon::journal {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> taken(const fs::path& destination) {
  return fail(ErrorKind::Usage, msg("exists already"), msg("give a new name for the backup; nothing is overwritten"),
              {destination.string(), 0});
}

// All pages in one step, under one read lock: the state of one moment, while others may go on writing.
Result<void> copy(SQLite::Database& from, const fs::path& path, const fs::path& to) {
  return guarded(to, [&]() -> Result<void> {
    if (auto known = check_version(from, path); !known) return known;
    SQLite::Database copied(fs::absolute(to).string(), SQLite::OPEN_READWRITE);
    SQLite::Backup backup(copied, from);
    const int outcome = backup.executeStep(-1);
    if (outcome != SQLITE_DONE) return fail(failure_of(SQLite::Exception("the copy was not finished", outcome), path));
    return {};
  });
}

}  // namespace

Result<void> backup(const fs::path& path, const fs::path& destination) {
  Result<Connection> database = guarded(path, [&] { return connect_to_check(path); });
  if (!database) return fail(std::move(database.error()));
  std::error_code error;
  if (fs::exists(fs::symlink_status(destination, error))) return taken(destination);
  Result<NewFile> file = NewFile::beside(destination);
  if (!file) return fail(std::move(file.error()));
  if (auto copied = copy(**database, path, file->path()); !copied) {
    if (copied.error().where.file == file->path().string()) copied.error().where = {destination.string(), 0};
    return copied;
  }
  const Result<bool> published = file->publish();
  if (!published) return fail(published.error());
  if (!*published) return taken(destination);
  return {};
}

}  // namespace etalon::journal
