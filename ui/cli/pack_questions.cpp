#include "ui/cli/pack_questions.h"

#include <CLI/CLI.hpp>

namespace etalon::ui::cli {
namespace {

// An empty value would pass for an option that was not given.
CLI::Validator not_empty() {
  return CLI::Validator([](const std::string& text) { return text.empty() ? "must not be empty" : std::string(); }, "");
}

}  // namespace

void add_pack_questions(CLI::App& command, PackQuestions& questions) {
  CLI::Option* coverage =
      command.add_flag("--coverage", questions.coverage, "what the active scenarios cover, and the quotas of a bank");
  CLI::Option* law = command.add_option("--law-change", questions.law_change, "every place that cites this offence")
                         ->type_name("CODE")
                         ->check(not_empty());
  law->excludes(coverage);
}

std::optional<int> answer(const World& world, const PackQuestions& questions, const std::vector<std::string>& packs,
                          const std::string& format) {
  if (!questions.coverage && questions.law_change.empty()) return std::nullopt;
  if (packs.size() != 1)
    return say(world, Error{ErrorKind::Usage, msg("this is asked of one pack at a time"), msg("name one pack"), {}});
  if (questions.coverage) return show_coverage(world, packs.front(), format);
  return show_law_change(world, packs.front(), questions.law_change, format);
}

}  // namespace etalon::ui::cli
