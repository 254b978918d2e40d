// The engine behind the commands that record or read decisions: a pack, a journal and the application over them.
#pragma once

#include <filesystem>
#include <memory>

#include "sim/app/app.h"
#include "sim/journal/journal.h"
#include "ui/cli/cli.h"

namespace CLI {
class App;
}

namespace etalon::ui::cli {

struct Engine {
  std::unique_ptr<const Pack> pack;
  std::unique_ptr<journal::Journal> journal;
  std::unique_ptr<app::App> app;
};

// `clock` must outlive the engine.
Result<Engine> open_engine(const World& world, const Clock& clock, const std::filesystem::path& pack,
                           const std::filesystem::path& journal, journal::OpenMode mode);

// Adds --journal FILE; the default is the one the window uses.
void add_journal(CLI::App& command, const World& world, std::filesystem::path& journal);
// Adds --pack FOLDER; the default is the bundled pack.
void add_pack(CLI::App& command, const World& world, std::filesystem::path& pack);

}  // namespace etalon::ui::cli
