#include "sim/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "sim/base/rng.h"

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

// Beside the file and never met before: in a folder from a stranger, a link could wait under a name known beforehand.
std::string part_name(const std::filesystem::path& path) {
  SystemRng rng;
  return path.string() + ".part-" + random_id(rng);
}

}  // namespace

Result<OpenFile> OpenFile::open(const std::filesystem::path& path, std::uint64_t limit) {
  OpenFile out(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK), path);
  if (out.descriptor_ < 0)
    return system_failure("cannot be read: {reason}", path, ErrorKind::Input,
                          msg("check the path and that you may read the file"));
  struct stat info {};
  if (::fstat(out.descriptor_, &info) != 0 || !S_ISREG(info.st_mode))
    return fail(ErrorKind::Input, msg("is not a regular file"), msg("give the path of a file"), {path.string(), 0});
  out.size_ = static_cast<std::uint64_t>(info.st_size);
  if (out.size_ > limit)
    return fail(ErrorKind::Input,
                msg("is {size} bytes long, at most {limit} are read",
                    {{"size", std::to_string(out.size_)}, {"limit", std::to_string(limit)}}),
                msg("split the file or check that it is the right one"), {path.string(), 0});
  return out;
}

OpenFile::OpenFile(OpenFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_), path_(std::move(other.path_)) {}

OpenFile::~OpenFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<std::size_t> OpenFile::read(std::uint64_t offset, std::span<char> into) const {
  std::size_t at = 0;
  while (at < into.size()) {
    const ssize_t got = ::pread(descriptor_, into.data() + at, into.size() - at, static_cast<off_t>(offset + at));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_failure("cannot be read: {reason}", path_, ErrorKind::Environment, msg("check the disk"));
    if (got == 0) break;
    at += static_cast<std::size_t>(got);
  }
  return at;
}

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit) {
  const auto file = OpenFile::open(path, limit);
  if (!file) return fail(file.error());
  std::string bytes(static_cast<std::size_t>(file->size()), '\0');
  const auto got = file->read(0, bytes);
  if (!got) return fail(got.error());
  bytes.resize(*got);
  return bytes;
}

Result<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::string temporary = part_name(path);
  const Message mend = msg("check that the folder exists, that you may write there and that the disk is not full");
  const Descriptor fd(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
  if (fd.get() < 0) return system_failure("cannot be written: {reason}", path, ErrorKind::Environment, mend);
  if (!write_all(fd.get(), bytes) || ::fsync(fd.get()) != 0 || ::rename(temporary.c_str(), path.c_str()) != 0) {
    auto failure = system_failure("cannot be written: {reason}", path, ErrorKind::Environment, mend);
    ::unlink(temporary.c_str());
    return failure;
  }
  return {};
}

Result<void> write_secret_file(const std::filesystem::path& path, std::string_view bytes) {
  const Descriptor fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (fd.get() < 0 && errno == EEXIST)
    return fail(ErrorKind::Usage, msg("exists already"), msg("choose another name; a secret is never written over"),
                {path.string(), 0});
  const Message mend = msg("check that the folder exists, that you may write there and that the disk is not full");
  if (fd.get() < 0) return system_failure("cannot be written: {reason}", path, ErrorKind::Environment, mend);
  if (!write_all(fd.get(), bytes) || ::fsync(fd.get()) != 0) {
    auto failure = system_failure("cannot be written: {reason}", path, ErrorKind::Environment, mend);
    ::unlink(path.c_str());
    return failure;
  }
  return {};
}

}  // namespace etalon
