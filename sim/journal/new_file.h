// A file that appears under its name whole and on disk, or not at all; never in the place of another one.
#pragma once

#include <filesystem>

#include "sim/base/result.h"

namespace etalon::journal {

class NewFile {
 public:
  // An empty file beside `final`, readable and writable by its owner only.
  static Result<NewFile> beside(const std::filesystem::path& final);
  NewFile(NewFile&& other) noexcept;
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();  // removes what was not published

  const std::filesystem::path& path() const { return part_; }
  // False: there is a file of that name by now, and it stays as it is.
  Result<bool> publish();

 private:
  NewFile(std::filesystem::path part, std::filesystem::path final);

  std::filesystem::path part_, final_;
};

// The file's name with something behind it: "etalon.db" and "-wal".
std::filesystem::path with_suffix(std::filesystem::path path, const char* suffix);

}  // namespace etalon::journal
