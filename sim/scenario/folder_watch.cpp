#include "sim/scenario/folder_watch.h"

namespace etalon::scenario {
namespace fs = std::filesystem;

FolderWatch::FolderWatch(std::vector<fs::path> paths) : paths_(std::move(paths)), seen_(look()) {}

bool FolderWatch::wait(const std::function<bool()>& pause) {
  Stamps last = seen_;
  while (pause()) {
    Stamps now = look();
    if (now != seen_ && now == last) {
      seen_ = std::move(now);
      return true;
    }
    last = std::move(now);
  }
  return false;
}

// What vanishes while we look is not there: the next look is the same or tells the difference.
FolderWatch::Stamps FolderWatch::look() const {
  Stamps out;
  const auto add = [&](const fs::path& file) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return;
    const auto time = fs::last_write_time(file, error).time_since_epoch().count();
    const std::uintmax_t size = fs::file_size(file, error);
    if (!error) out.insert_or_assign(file.string(), Stamp{static_cast<std::int64_t>(time), size});
  };
  for (const fs::path& path : paths_) {
    add(path);
    std::error_code error;
    fs::recursive_directory_iterator each(path, fs::directory_options::skip_permission_denied, error);
    for (; !error && each != fs::recursive_directory_iterator(); each.increment(error)) add(each->path());
  }
  return out;
}

}  // namespace etalon::scenario
