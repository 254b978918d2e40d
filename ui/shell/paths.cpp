#include "ui/shell/paths.h"

#include <cstdlib>

namespace etalon::ui {
namespace {

namespace fs = std::filesystem;

fs::path xdg(const Environment& environment, const char* variable, const char* below_home) {
  const auto value = environment(variable);
  if (value && fs::path(*value).is_absolute()) return *value;
  const auto home = environment("HOME");
  return fs::path(home.value_or("/")) / below_home;
}

fs::path share_of(const Environment& environment, const fs::path& executable) {
  if (const auto named = environment("ETALON_SHARE")) return *named;
  return executable.parent_path().parent_path() / "share" / "etalon";
}

}  // namespace

Environment process_environment() {
  return [](const std::string& name) -> std::optional<std::string> {
    const char* value = std::getenv(name.c_str());
    if (!value || !*value) return std::nullopt;
    return std::string(value);
  };
}

Paths find_paths(const Environment& environment, const fs::path& executable) {
  const fs::path data = xdg(environment, "XDG_DATA_HOME", ".local/share") / "etalon";
  const fs::path config = xdg(environment, "XDG_CONFIG_HOME", ".config") / "etalon";
  return Paths{share_of(environment, executable), data / "etalon.db", data / "reports", config / "settings.json",
               config / "reviewers.yaml"};
}

fs::path this_executable() {
  std::error_code ignored;
  return fs::read_symlink("/proc/self/exe", ignored);
}

fs::path starter_pack(const Paths& paths) { return paths.share / "scenarios" / "starter"; }

std::vector<fs::path> reviewer_lists(const Paths& paths) {
  return {paths.share / "scenarios" / "reviewers.yaml", paths.reviewers};
}

}  // namespace etalon::ui
