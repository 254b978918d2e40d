#include "ui/cli/engine.h"

#include <CLI/CLI.hpp>

#include "sim/scenario/lint/lint.h"
#include "sim/scenario/reader.h"
#include "ui/cli/trust.h"

namespace etalon::ui::cli {

Result<Engine> open_engine(const World& world, const Clock& clock, const std::filesystem::path& pack,
                           const std::filesystem::path& journal, journal::OpenMode mode) {
  auto reviewers = reviewers_of(world);
  if (!reviewers) return fail(reviewers.error());
  auto checked = scenario::check_pack(pack, *reviewers);
  const auto trust = checked.trust;
  auto read = scenario::pack_or_error(std::move(checked));
  if (!read) return fail(read.error());
  auto opened = journal::Journal::open(journal, mode);
  if (!opened) return fail(opened.error());
  Engine out;
  out.pack = std::make_unique<const Pack>(std::move(*read));
  out.journal = std::move(*opened);
  out.app = std::make_unique<app::App>(*out.journal, *out.pack, clock, world.rng, scenario::lint::check_free_text,
                                       scenario::read_kept_pack);
  note_draft(world, *out.pack, *trust);
  return out;
}

void add_journal(CLI::App& command, const World& world, std::filesystem::path& journal) {
  journal = world.journal;
  command.add_option("--journal", journal, "the journal; by default the one that the window uses");
}

void add_pack(CLI::App& command, const World& world, std::filesystem::path& pack) {
  pack = world.pack;
  command.add_option("--pack", pack, "the pack, its folder or file; by default the bundled one");
}

}  // namespace etalon::ui::cli
