// What `etalon check` can be asked about one pack in place of its findings: options of the subcommand, one of them at a
// time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/cli/cli.h"

namespace etalon::ui::cli {

struct PackQuestions {
  bool coverage = false;
  std::string law_change;  // a code; empty: not asked, as are the others
  std::string preview;     // a scenario's id
  std::string language;    // of the preview: fr, en; empty: that of the command line
  bool watch = false;      // the findings, again and again: not answered here
};

void add_pack_questions(CLI::App& command, PackQuestions& questions);

// The exit status of the question that was asked; nothing: none was.
std::optional<int> answer(const World& world, const PackQuestions& questions, const std::vector<std::string>& packs,
                          const std::string& format);

// The answers, each in a source of its own. A pack that cannot be read is said on the error stream.
int show_coverage(const World& world, const std::string& pack, const std::string& format);
int show_law_change(const World& world, const std::string& pack, const std::string& code, const std::string& format);
int show_preview(const World& world, const std::string& pack, const std::string& id, Language language);

}  // namespace etalon::ui::cli
