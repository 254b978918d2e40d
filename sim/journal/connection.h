// The file behind a journal: is it one, and SQLite opened on it with the settings that the promises rest on.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>

#include "sim/base/result.h"

namespace etalon::journal {

using Connection = std::unique_ptr<SQLite::Database>;

// A new, empty journal at `path` and the folder for it, unless there is a file already.
Result<void> create_if_missing(const std::filesystem::path& path);
// Whether the file is one of ours, by its first bytes: nothing is opened by SQLite before that is known.
Result<void> check_is_journal(const std::filesystem::path& path);

// Ready for use: of this layout (an older one is migrated when writing) and undamaged as far as can be seen at once.
Result<Connection> connect_to_write(const std::filesystem::path& path);
Result<Connection> connect_to_read(const std::filesystem::path& path);
// Read-only, of any layout, whatever state it is in. Throws what SQLite throws, for its caller to tell apart.
Result<Connection> connect_to_check(const std::filesystem::path& path);
// Whether this Étalon knows the layout. Throws likewise.
Result<void> check_version(SQLite::Database& database, const std::filesystem::path& path);

}  // namespace etalon::journal
