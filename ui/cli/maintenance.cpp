// etalon verify | rebuild | backup
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "sim/journal/maintenance.h"
#include "ui/cli/cli.h"
#include "ui/cli/engine.h"
#include "ui/cli/output.h"

namespace etalon::ui::cli {
namespace {

struct Options {
  std::filesystem::path journal, destination;
  std::string format;
};

int verify(const World& world, const Options& options) {
  auto report = journal::verify(options.journal);
  if (!report) return say(world, report.error());
  Rows rows{{"journal", "status", "records", "sessions", "decisions", "calibrations", "first_broken", "head"}, {}};
  rows.rows.push_back({options.journal.string(), std::string(report->broken ? "broken" : "ok"), count(report->records),
                       count(report->sessions), count(report->decisions), count(report->calibrations),
                       count(report->broken ? report->broken->sequence : 0), hex(report->head.hash)});
  print(world.out, options.format, rows);
  return report->broken ? say(world, journal::error_of(*report->broken, options.journal)) : int{kDone};
}

int rebuild(const World& world, const Options& options) {
  if (auto done = journal::rebuild(options.journal); !done) return say(world, done.error());
  note(world, msg("the read tables of {journal} are rebuilt", {{"journal", options.journal.string()}}));
  return kDone;
}

int backup(const World& world, const Options& options) {
  if (auto done = journal::backup(options.journal, options.destination); !done) return say(world, done.error());
  note(world, msg("copied to {destination}", {{"destination", options.destination.string()}}));
  return kDone;
}

}  // namespace

void add_verify(CLI::App& app, const World& world, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("verify", "Checks every record of the journal and names the first broken one");
  add_journal(*command, world, options->journal);
  add_format(*command, options->format);
  command->callback([&world, &status, options] { status = verify(world, *options); });
}

void add_rebuild(CLI::App& app, const World& world, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("rebuild", "Makes the read tables again from the journal's records");
  add_journal(*command, world, options->journal);
  command->callback([&world, &status, options] { status = rebuild(world, *options); });
}

void add_backup(CLI::App& app, const World& world, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("backup", "Makes a consistent copy of the journal, also while the window is open");
  command->add_option("destination", options->destination, "the file to make; it must not exist yet")->required();
  add_journal(*command, world, options->journal);
  command->callback([&world, &status, options] { status = backup(world, *options); });
}

}  // namespace etalon::ui::cli
