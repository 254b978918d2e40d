// The desktop program: a window over the journal, drawn when something happens and asleep otherwise.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>

namespace etalon::ui {

struct WindowRun {
  std::optional<std::filesystem::path> journal;  // empty: the one of the XDG data folder
  std::optional<std::filesystem::path> pack;     // empty: the bundled one
  std::optional<std::filesystem::path> tour;     // plays the tour into this folder, then closes
};

// The exit status of the command line's contract. `out` gets what the tour made, `err` why nothing could begin.
int run_window(const WindowRun& run, std::ostream& out, std::ostream& err);

}  // namespace etalon::ui
