// Whole files, in and out, with errors a person can act on.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "sim/base/result.h"

namespace etalon {

// A regular file open for reading, piece by piece, from any thread.
class OpenFile {
 public:
  // Refuses folders, devices and files over `limit` bytes.
  static Result<OpenFile> open(const std::filesystem::path& path, std::uint64_t limit);
  OpenFile(OpenFile&& other) noexcept;
  OpenFile& operator=(OpenFile&&) = delete;
  ~OpenFile();

  std::uint64_t size() const { return size_; }  // bytes, when it was opened
  // Fills `into` with what stands from byte `offset` on; says how many bytes there were, fewer only where the file ends.
  Result<std::size_t> read(std::uint64_t offset, std::span<char> into) const;

 private:
  OpenFile(int descriptor, std::filesystem::path path) : descriptor_(descriptor), path_(std::move(path)) {}

  int descriptor_ = -1;
  std::uint64_t size_ = 0;
  std::filesystem::path path_;
};

// A whole file; refuses what OpenFile refuses.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit);

// All or nothing: a new file beside the old one, flushed to disk, then renamed over it. No link is followed: one that
// stands at `path` is replaced, what it leads to stays as it is.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

// A secret: a new file that only its owner may read and write (0600). An existing one is refused (Usage).
Result<void> write_secret_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace etalon
