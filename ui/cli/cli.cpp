#include "ui/cli/cli.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <exception>
#include <ostream>

#include "sim/base/text.h"

namespace etalon::ui::cli {
namespace {

int status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Check: return kCheckFailed;
    case ErrorKind::Usage: return kUsage;
    case ErrorKind::Input: return kInput;
    case ErrorKind::Environment: break;
  }
  return kEnvironment;
}

bool knows(const CLI::App& app, const std::string& command) {
  const auto known = app.get_subcommands([&](const CLI::App* one) { return one->check_name(command); });
  return !known.empty();
}

int parse(CLI::App& app, const World& world, const std::vector<std::string>& arguments, const int& status) {
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 wants them
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    const bool asked = error.get_exit_code() == 0;  // --help, --version
    app.exit(error, asked ? world.out : world.err, world.err);
    return asked ? kDone : kUsage;
  }
  return status;
}

}  // namespace

int say(const World& world, const Error& error) {
  world.err << "etalon: " << printable(world.catalogue.error(error)) << '\n';
  return status_of(error.kind);
}

void note(const World& world, const Message& message) {
  world.err << "etalon: " << printable(world.catalogue.tr(message)) << '\n';
}

int run(const World& world, const std::vector<std::string>& arguments) {
  CLI::App app("Étalon: a flight simulator for the analysts of internet hotlines. Without a command it opens the window.",
               "etalon");
  app.require_subcommand(1);
  app.set_version_flag("--version", "etalon 0.1.0");
  int status = kDone;
  for (const auto add : {add_check, add_words, add_replay, add_report, add_agree, add_attribute, add_items, add_truth,
                         add_calibration, add_pack_commands, add_verify, add_rebuild, add_backup})
    add(app, world, status);
  const bool named = !arguments.empty() && !arguments.front().empty() && arguments.front().front() != '-';
  if (named && !knows(app, arguments.front()))
    return say(world, Error{ErrorKind::Usage,
                            msg("there is no command “{command}”", {{"command", arguments.front()}}),
                            msg("“etalon --help” lists them"),
                            {}});
  try {
    return parse(app, world, arguments, status);
  } catch (const std::exception& error) {  // out of memory, a stream that refuses: nothing below throws on purpose
    world.err << "etalon: " << printable(error.what()) << '\n';
    return kEnvironment;
  }
}

}  // namespace etalon::ui::cli
