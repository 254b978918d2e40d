// Notices that the files of packs have changed, by their times and sizes: works on every file system, network ones too.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace etalon::scenario {

class FolderWatch {
 public:
  // Remembers the files as they are now. A path is a folder, with all below it, or a single file.
  explicit FolderWatch(std::vector<std::filesystem::path> paths);

  // Waits until the files are no longer as remembered and have been at rest from one look to the next, so that a half
  // written file is not read; remembers them then. `pause` waits for the next look; it says false to stop. False: stopped.
  // What changed since the last call is noticed, however long ago.
  bool wait(const std::function<bool()>& pause);

 private:
  struct Stamp {
    std::int64_t time = 0;  // of the file system's own clock: only ever compared
    std::uintmax_t size = 0;
    friend bool operator==(const Stamp&, const Stamp&) = default;
  };
  using Stamps = std::map<std::string, Stamp>;  // by path

  Stamps look() const;

  std::vector<std::filesystem::path> paths_;
  Stamps seen_;
};

}  // namespace etalon::scenario
