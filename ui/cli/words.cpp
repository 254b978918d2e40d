// etalon words build RULE FILE --out LIST
#include <CLI/CLI.hpp>

#include <memory>

#include "sim/base/file.h"
#include "sim/base/hash.h"
#include "sim/scenario/lint/word_list.h"
#include "ui/cli/cli.h"

namespace etalon::ui::cli {
namespace {

namespace lint = scenario::lint;
constexpr std::uint64_t kPlainLimit = 8'000'000;  // bytes

struct Options {
  std::string rule, source = "not said", salt;
  std::filesystem::path plain, out;
  bool warning = false, childhood = false;
};

int build(const World& world, const Options& options) {
  const auto plain = read_file(options.plain, kPlainLimit);
  if (!plain) return say(world, plain.error());
  lint::WordList header;
  header.rule = options.rule;
  header.blocking = !options.warning;
  header.childhood = options.childhood;
  header.source = options.source;
  header.salt = options.salt.empty() ? hex(hash_of(random_id(world.rng))).substr(0, 32) : options.salt;
  const auto list = lint::build_words(std::move(header), *plain, options.plain.string());
  if (!list) return say(world, list.error());
  if (const auto written = write_file(options.out, lint::write_words(*list)); !written) return say(world, written.error());
  note(world, msg("{file}: {count} entries", {{"file", options.out.string()}, {"count", std::to_string(list->entries)}}));
  return kDone;
}

}  // namespace

void add_words(CLI::App& app, const World& world, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App* words = app.add_subcommand("words", "Word lists that are kept as hashes");
  words->require_subcommand(1);
  CLI::App* command = words->add_subcommand("build", "Makes a list from plain words, which stay where they are");
  command->add_option("rule", options->rule, "the rule that it is for, such as L11")->required();
  command->add_option("file", options->plain, "the plain words: one entry a line, # begins a comment")->required();
  command->add_option("--out", options->out, "the list to write")->required();
  command->add_option("--source", options->source, "where the words come from, in one line");
  command->add_option("--salt", options->salt, "32 hexadecimal digits; by default drawn at random");
  command->add_flag("--warning", options->warning, "findings do not block");
  command->add_flag("--childhood", options->childhood, "only for scenarios of the childhood pillar");
  command->callback([&world, &status, options] { status = build(world, *options); });
}

}  // namespace etalon::ui::cli
