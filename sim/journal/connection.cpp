#include "sim/journal/connection.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "sim/journal/failure.h"
#include "sim/journal/journal.h"
#include "sim/journal/migrations.h"
#include "sim/journal/new_file.h"
#include "sim/journal/record_table.h"

namespace etalon::journal {
namespace {

namespace fs = std::filesystem;

// An absolute path: a relative one could begin with "file:", which SQLite takes for an address.
std::string name_of(const fs::path& path) {
  std::error_code ignored;
  const fs::path absolute = fs::absolute(path, ignored);
  return (ignored ? path : absolute).string();
}

void configure(SQLite::Database& database) {
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  database.exec(
      "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;"
      "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536");
}

// While on, closing leaves the file alone: what is damaged is not touched.
void keep_hands_off(SQLite::Database& database, bool on) {
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on ? 1 : 0, nullptr);
}

void use_wal(SQLite::Database& database) {
  if (database.execAndGet("PRAGMA journal_mode").getString() != "wal") database.exec("PRAGMA journal_mode = WAL");
}

// For a file in a folder where nobody can write: SQLite needs no files beside it then.
std::string immutable_address(const fs::path& path) {
  std::string address = "file:";
  for (const char c : name_of(path)) {
    if (c == '%' || c == '?' || c == '#') {
      constexpr char kDigits[] = "0123456789ABCDEF";
      address += {'%', kDigits[c / 16], kDigits[c % 16]};
    } else {
      address += c;
    }
  }
  return address + "?immutable=1";
}

Connection open_read_only(const fs::path& path) {
  try {
    auto database = std::make_unique<SQLite::Database>(name_of(path), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX, kWaitMs);
    configure(*database);
    schema_version(*database);
    return database;
  } catch (const SQLite::Exception& exception) {
    const int code = exception.getErrorCode() & 0xff;
    std::error_code none;
    const bool closed_well = fs::file_size(with_suffix(path, "-wal"), none) == 0 || none;
    if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY) || !closed_well) throw;
  }
  auto database = std::make_unique<SQLite::Database>(
      immutable_address(path), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX | SQLite::OPEN_URI, kWaitMs);
  configure(*database);
  return database;
}

// What can be seen without reading the journal: its version, its tables, and that the last record holds.
Result<void> check_at_once(SQLite::Database& database, const fs::path& path) {
  if (auto known = check_version(database, path); !known) return known;
  const int version = schema_version(database);
  if (layout_of(database) != layout_of_version(version))
    return fail(damaged(path, "its tables are not those of layout " + std::to_string(version)));
  RecordTable records(database);
  const std::optional<Record> last = records.last();
  if (last && last->hash != chain_hash(*last))
    return fail(damaged(path, "record " + std::to_string(last->sequence) + " does not match its hash"));
  return {};
}

Result<void> check_writable(const fs::path& path) {
  const auto read_only = [](const fs::path& what, Message sentence) {
    return fail(ErrorKind::Environment, std::move(sentence),
                msg("give yourself the right to write there, or use a copy elsewhere"), {what.string(), 0});
  };
  if (::access(path.c_str(), W_OK) != 0) return read_only(path, msg("is a journal that you may not write to"));
  const fs::path folder = fs::path(name_of(path)).parent_path();
  if (::access(folder.c_str(), W_OK) != 0)
    return read_only(folder, msg("is a folder that you may not write to; the journal needs room for files beside it"));
  return {};
}

Result<void> lay_out(const fs::path& path) {
  return guarded(path, [&]() -> Result<void> {
    SQLite::Database database(name_of(path), SQLite::OPEN_READWRITE, kWaitMs);
    configure(database);
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    climb(database, kSchemaVersion);
    transaction.commit();
    use_wal(database);
    return {};
  });
}

Result<void> create_folder(const fs::path& folder) {
  std::error_code error;
  if (folder.empty() || !fs::create_directories(folder, error)) {
    if (!error) return {};
    return fail(ErrorKind::Environment, msg("cannot be created: {reason}", {{"reason", error.message()}}),
                msg("check the path and that you may write there"), {folder.string(), 0});
  }
  fs::permissions(folder, fs::perms::owner_all, error);  // what people decided is nobody else's business
  return {};
}

bool starts_with(const unsigned char* bytes, std::string_view text) {
  return std::memcmp(bytes, text.data(), text.size()) == 0;
}

Result<Connection> open_for_writing(const fs::path& path) {
  return guarded(path, [&]() -> Result<Connection> {
    auto database =
        std::make_unique<SQLite::Database>(name_of(path), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, kWaitMs);
    keep_hands_off(*database, true);
    configure(*database);
    if (auto sound = check_at_once(*database, path); !sound) return fail(std::move(sound.error()));
    use_wal(*database);
    if (auto migrated = migrate(*database); !migrated) return fail(damaged(path, english(migrated.error().what)));
    keep_hands_off(*database, false);
    return database;
  });
}

}  // namespace

Result<void> create_if_missing(const fs::path& path) {
  std::error_code error;
  if (fs::exists(path, error) || error) return {};
  if (auto folder = create_folder(path.parent_path()); !folder) return folder;
  Result<NewFile> file = NewFile::beside(path);
  if (!file) return fail(std::move(file.error()));
  if (auto done = lay_out(file->path()); !done) {
    done.error().where = {path.string(), 0};
    return done;
  }
  if (auto published = file->publish(); !published) return fail(std::move(published.error()));
  return {};
}

Result<void> check_is_journal(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found)
    return fail(ErrorKind::Input, msg("there is no such journal"), msg("check the path"), {path.string(), 0});
  if (status.type() == fs::file_type::directory)
    return fail(ErrorKind::Input, msg("is a folder, not a journal"), msg("give the path of the file in it"),
                {path.string(), 0});
  if (!error && status.type() != fs::file_type::regular) return fail(not_a_journal(path));
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return fail(ErrorKind::Environment, msg("cannot be read: {reason}", {{"reason", std::strerror(errno)}}),
                msg("check that you may read the file"), {path.string(), 0});
  unsigned char head[72] = {};
  const bool long_enough = ::read(fd, head, sizeof head) == static_cast<ssize_t>(sizeof head);
  ::close(fd);  // before SQLite opens the file: closing later would let go of its locks
  const bool ours = (std::uint32_t{head[68]} << 24 | std::uint32_t{head[69]} << 16 | std::uint32_t{head[70]} << 8 |
                     std::uint32_t{head[71]}) == kApplicationId;
  if (!long_enough || !starts_with(head, "SQLite format 3") || !ours) return fail(not_a_journal(path));
  return {};
}

Result<Connection> connect_to_write(const fs::path& path) {
  if (auto ours = check_is_journal(path); !ours) return fail(std::move(ours.error()));
  if (auto writable = check_writable(path); !writable) return fail(std::move(writable.error()));
  return open_for_writing(path);
}

Result<void> check_version(SQLite::Database& database, const fs::path& path) {
  const int version = schema_version(database);
  if (version >= 1 && version <= kSchemaVersion) return {};
  if (version < 1) return fail(damaged(path, "it has no version"));
  return fail(ErrorKind::Input,
              msg("was written by a newer Étalon (layout {found}; this one knows up to {known})",
                  {{"found", std::to_string(version)}, {"known", std::to_string(kSchemaVersion)}}),
              msg("update Étalon"), {path.string(), 0});
}

Result<Connection> connect_to_check(const fs::path& path) {
  if (auto ours = check_is_journal(path); !ours) return fail(std::move(ours.error()));
  return open_read_only(path);
}

Result<Connection> connect_to_read(const fs::path& path) {
  return guarded(path, [&]() -> Result<Connection> {
    Result<Connection> database = connect_to_check(path);
    if (!database) return database;
    if (auto sound = check_at_once(**database, path); !sound) return fail(std::move(sound.error()));
    if (schema_version(**database) == kSchemaVersion) return std::move(*database);
    return fail(ErrorKind::Environment,
                msg("was written by an older Étalon and can only be read once it is brought up to date"),
                msg("open it once where you may write to it"), {path.string(), 0});
  });
}

}  // namespace etalon::journal
