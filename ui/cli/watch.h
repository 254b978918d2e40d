// etalon check --watch: the same check again whenever a file changes, until Ctrl-C.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ui/cli/cli.h"

namespace etalon::ui::cli {

// Runs `check` (which gives an exit status), then again each time `changed` says true; it waits for that, and says false to
// stop. A line with the time of the world's clock follows each. Gives the status of the last check.
int watch(const World& world, const std::function<int()>& check, const std::function<bool()>& changed);

// The same on the files of these packs, twice a second, until SIGINT. Where one of the paths leads nowhere, one check says
// so and that is all.
int watch_packs(const World& world, const std::vector<std::string>& packs, const std::function<int()>& check);

}  // namespace etalon::ui::cli
