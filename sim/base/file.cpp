#include "sim/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace etalon {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

tl::unexpected<Error> system_failure(const char* text, const std::filesystem::path& path, ErrorKind kind, Message mend) {
  return fail(kind, msg(text, {{"reason", std::strerror(errno)}}), std::move(mend), {path.string(), 0});
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return true;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit) {
  const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (fd.get() < 0)
    return system_failure("cannot be read: {reason}", path, ErrorKind::Input,
                          msg("check the path and that you may read the file"));
  struct stat info {};
  if (::fstat(fd.get(), &info) != 0 || !S_ISREG(info.st_mode))
    return fail(ErrorKind::Input, msg("is not a regular file"), msg("give the path of a file"), {path.string(), 0});
  if (static_cast<std::uint64_t>(info.st_size) > limit)
    return fail(ErrorKind::Input,
                msg("is {size} bytes long, at most {limit} are read",
                    {{"size", std::to_string(info.st_size)}, {"limit", std::to_string(limit)}}),
                msg("split the file or check that it is the right one"), {path.string(), 0});
  std::string bytes(static_cast<std::size_t>(info.st_size), '\0');
  std::size_t at = 0;
  while (at < bytes.size()) {
    const ssize_t got = ::read(fd.get(), bytes.data() + at, bytes.size() - at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_failure("cannot be read: {reason}", path, ErrorKind::Environment, msg("check the disk"));
    if (got == 0) break;
    at += static_cast<std::size_t>(got);
  }
  bytes.resize(at);
  return bytes;
}

Result<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::path temporary = path;
  temporary += ".part";
  const Message mend = msg("check that the folder exists, that you may write there and that the disk is not full");
  const Descriptor fd(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (fd.get() < 0) return system_failure("cannot be written: {reason}", path, ErrorKind::Environment, mend);
  if (!write_all(fd.get(), bytes) || ::fsync(fd.get()) != 0 || ::rename(temporary.c_str(), path.c_str()) != 0) {
    auto failure = system_failure("cannot be written: {reason}", path, ErrorKind::Environment, mend);
    ::unlink(temporary.c_str());
    return failure;
  }
  return {};
}

}  // namespace etalon
