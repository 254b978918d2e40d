#include "sim/journal/failure.h"

#include <sqlite3.h>

namespace etalon::journal {

Error damaged(const std::filesystem::path& path, const std::string& reason) {
  return {ErrorKind::Environment,
          msg("is a damaged journal: {reason}", {{"reason", reason}}),
          msg("nothing was changed; “etalon verify” names the first broken record, and a backup brings the journal back"),
          {path.string(), 0}};
}

Error not_a_journal(const std::filesystem::path& path) {
  return {ErrorKind::Input,
          msg("is not a journal of Étalon"),
          msg("give the path of a journal, or of a file that does not exist yet to begin a new one"),
          {path.string(), 0}};
}

Error failure_of(const SQLite::Exception& exception, const std::filesystem::path& path) {
  const auto environment = [&](Message what, Message mend) {
    return Error{ErrorKind::Environment, std::move(what), std::move(mend), {path.string(), 0}};
  };
  const std::string reason = exception.what();
  switch (exception.getErrorCode() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return environment(msg("another program is writing to this journal and did not finish within 3 seconds"),
                         msg("wait for it or close it, then try again"));
    case SQLITE_FULL:
      return environment(msg("the disk is full; nothing was half written"), msg("free some space, then try again"));
    case SQLITE_IOERR:
      return environment(msg("the disk reported an error: {reason}", {{"reason", reason}}),
                         msg("nothing was half written; check the disk, then try again"));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return environment(msg("cannot be opened for writing: {reason}", {{"reason", reason}}),
                         msg("check that you may write to the file and to its folder"));
    case SQLITE_CORRUPT: return damaged(path, reason);
    case SQLITE_NOTADB: return not_a_journal(path);
    default:
      return environment(msg("cannot be used: {reason}", {{"reason", reason}}),
                         msg("check the disk, then try again; “etalon verify” checks the journal"));
  }
}

}  // namespace etalon::journal
