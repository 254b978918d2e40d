#include "ui/cli/pack_questions.h"

#include <CLI/CLI.hpp>

namespace etalon::ui::cli {

void add_pack_questions(CLI::App& command, PackQuestions& questions) {
  command.add_flag("--coverage", questions.coverage, "what the active scenarios cover, and the quotas of a bank");
}

std::optional<int> answer(const World& world, const PackQuestions& questions, const std::vector<std::string>& packs,
                          const std::string& format) {
  if (!questions.coverage) return std::nullopt;
  if (packs.size() != 1)
    return say(world, Error{ErrorKind::Usage, msg("this is asked of one pack at a time"), msg("name one pack"), {}});
  return show_coverage(world, packs.front(), format);
}

}  // namespace etalon::ui::cli
