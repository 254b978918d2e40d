// etalon: without a subcommand the window, with one the command line.
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "ui/shell/paths.h"
#include "ui/shell/program.h"
#ifdef ETALON_HAS_CLI
#include "ui/cli/cli.h"
#endif

namespace {

using Arguments = std::vector<std::string>;

// "--name VALUE" or "--name=VALUE" at `i`, which then stands on the last argument used.
bool take_option(const Arguments& arguments, std::size_t& i, const std::string& name,
                 std::optional<std::filesystem::path>& value) {
  if (arguments[i] == name && i + 1 < arguments.size()) {
    value = arguments[++i];
    return true;
  }
  if (!arguments[i].starts_with(name + "=")) return false;
  value = arguments[i].substr(name.size() + 1);
  return true;
}

// Empty: something else than the window is asked for.
std::optional<etalon::ui::WindowRun> window_run(const Arguments& arguments) {
  etalon::ui::WindowRun run;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool known = take_option(arguments, i, "--journal", run.journal) ||
                       take_option(arguments, i, "--pack", run.pack) || take_option(arguments, i, "--tour", run.tour);
    if (!known) return std::nullopt;
  }
  return run;
}

int run_commands(const Arguments& arguments) {
#ifdef ETALON_HAS_CLI
  using namespace etalon;
  const auto paths = ui::find_paths(ui::process_environment(), ui::this_executable());
  const SystemClock clock;
  SystemRng rng;
  auto english = ui::Catalogue::load(paths.share, Language::English);
  return ui::cli::run({std::cout, std::cerr, clock, rng, paths.journal, ui::starter_pack(paths), Language::English,
                       english ? std::move(*english) : ui::Catalogue{}, ui::reviewer_lists(paths), paths.share},
                      arguments);
#else
  std::cerr << "etalon: unknown argument " << arguments.front() << "\n";
  return 2;
#endif
}

}  // namespace

int main(int argc, char** argv) {
  const Arguments arguments(argv + 1, argv + argc);
  if (const auto run = window_run(arguments)) return etalon::ui::run_window(*run, std::cout, std::cerr);
  return run_commands(arguments);
}
