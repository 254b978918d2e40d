// Where the program finds its data and keeps its files.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace etalon::ui {

// Reads an environment variable; empty: not set. Handed in, so that tests need no real environment.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;
Environment process_environment();

struct Paths {
  std::filesystem::path share;      // fonts, translations and packs, read only
  std::filesystem::path journal;    // $XDG_DATA_HOME/etalon/etalon.db
  std::filesystem::path reports;    // $XDG_DATA_HOME/etalon/reports
  std::filesystem::path settings;   // $XDG_CONFIG_HOME/etalon/settings.json
  std::filesystem::path reviewers;  // $XDG_CONFIG_HOME/etalon/reviewers.yaml
};

// After the XDG base directory specification. share: $ETALON_SHARE, else ../share/etalon beside the folder of
// `executable`. Relative XDG values are ignored, as the specification asks.
Paths find_paths(const Environment& environment, const std::filesystem::path& executable);

// The running program's own file; empty where the system does not say.
std::filesystem::path this_executable();

// The one pack folder under share/scenarios that the program opens when none is named.
std::filesystem::path starter_pack(const Paths& paths);

// The lists of those whose signatures of packs count: the one beside the bundled packs and the one of this account.
std::vector<std::filesystem::path> reviewer_lists(const Paths& paths);

}  // namespace etalon::ui
