#include "sim/journal/new_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace etalon::journal {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> cannot_create(const fs::path& path) {
  return fail(ErrorKind::Environment, msg("cannot be created: {reason}", {{"reason", std::strerror(errno)}}),
              msg("check that the folder exists, that you may write there and that the disk is not full"),
              {path.string(), 0});
}

bool flush(const fs::path& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_CLOEXEC);
  if (fd < 0) return false;
  const bool done = ::fsync(fd) == 0;
  ::close(fd);
  return done;
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

bool is_there(const fs::path& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0;
}

// Gives the file its name unless that is taken. Some file systems know no hard links.
bool take_name(const fs::path& part, const fs::path& final) {
  if (::link(part.c_str(), final.c_str()) == 0) return true;
  if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS) return false;
  if (is_there(final)) {
    errno = EEXIST;
    return false;
  }
  return ::rename(part.c_str(), final.c_str()) == 0;
}

}  // namespace

fs::path with_suffix(fs::path path, const char* suffix) {
  path += suffix;
  return path;
}

NewFile::NewFile(fs::path part, fs::path final) : part_(std::move(part)), final_(std::move(final)) {}

NewFile::NewFile(NewFile&& other) noexcept : part_(std::move(other.part_)), final_(std::move(other.final_)) {
  other.part_.clear();
}

NewFile::~NewFile() {
  if (part_.empty()) return;
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) ::unlink(with_suffix(part_, suffix).c_str());
}

Result<NewFile> NewFile::beside(const fs::path& final) {
  std::string name = with_suffix(final, ".part-XXXXXX").string();
  const int fd = ::mkstemp(name.data());
  if (fd < 0) return cannot_create(final);
  ::close(fd);
  return NewFile(name, final);
}

Result<bool> NewFile::publish() {
  if (!flush(part_, O_RDWR)) return cannot_create(final_);
  // SQLite would take what lies there under these names for a part of the new file.
  for (const char* suffix : {"-wal", "-journal"})
    if (is_there(with_suffix(final_, suffix)) && !is_there(final_))
      return fail(ErrorKind::Environment, msg("is left over from a journal that is not there any more"),
                  msg("put the journal back beside it, or move this file away"), {with_suffix(final_, suffix).string(), 0});
  if (!take_name(part_, final_)) {
    if (errno == EEXIST) return false;
    return cannot_create(final_);
  }
  if (!flush(folder_of(final_), O_RDONLY | O_DIRECTORY)) return cannot_create(final_);
  return true;
}

}  // namespace etalon::journal
