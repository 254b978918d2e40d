// The command line: one file per subcommand, each a function from its options to an exit status. Streams, time,
// randomness and the places of files come in from outside.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "sim/base/clock.h"
#include "sim/base/rng.h"
#include "ui/text/catalogue.h"

namespace CLI {
class App;
}

namespace etalon::ui::cli {

// The contract of docs/command-line.md.
enum ExitStatus { kDone = 0, kCheckFailed = 1, kUsage = 2, kInput = 3, kEnvironment = 4 };

// Where a command writes and what it may not ask the machine for by itself.
struct World {
  std::ostream& out;  // results
  std::ostream& err;  // everything else
  const Clock& clock;
  Rng& rng;
  std::filesystem::path journal;  // the default of --journal
  std::filesystem::path pack;     // the default of --pack
  Language language = Language::English;
  Catalogue catalogue;
  std::vector<std::filesystem::path> reviewers = {};  // lists of those whose signatures count
  std::filesystem::path share = {};                   // the sentences of the other languages
};

// `arguments` without the program's name. Never throws.
int run(const World& world, const std::vector<std::string>& arguments);

// A subcommand adds itself to the parser and puts its exit status into `status` when it runs.
void add_words(CLI::App& app, const World& world, int& status);
void add_check(CLI::App& app, const World& world, int& status);
void add_replay(CLI::App& app, const World& world, int& status);
void add_report(CLI::App& app, const World& world, int& status);
void add_agree(CLI::App& app, const World& world, int& status);
void add_attribute(CLI::App& app, const World& world, int& status);
void add_items(CLI::App& app, const World& world, int& status);
void add_truth(CLI::App& app, const World& world, int& status);
void add_calibration(CLI::App& app, const World& world, int& status);
void add_pack_commands(CLI::App& app, const World& world, int& status);
void add_verify(CLI::App& app, const World& world, int& status);
void add_rebuild(CLI::App& app, const World& world, int& status);
void add_backup(CLI::App& app, const World& world, int& status);

// Says the error on the error stream, safe for a terminal, and gives its exit status.
int say(const World& world, const Error& error);
// A sentence on the error stream.
void note(const World& world, const Message& message);

}  // namespace etalon::ui::cli
