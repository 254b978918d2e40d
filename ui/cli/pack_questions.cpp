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
  CLI::Option* preview =
      command.add_option("--preview", questions.preview, "a scenario as a trainee meets it, without its reference")
          ->type_name("ID")
          ->check(not_empty())
          ->excludes(coverage)
          ->excludes(law)
          ->excludes(command.get_option("--format"));
  command.add_option("--language", questions.language, "of the preview")->check(CLI::IsMember({"fr", "en"}))->needs(preview);
  command.add_flag("--watch", questions.watch, "checks again whenever a file changes, until Ctrl-C")
      ->excludes(coverage)
      ->excludes(law)
      ->excludes(preview);
}

std::optional<int> answer(const World& world, const PackQuestions& questions, const std::vector<std::string>& packs,
                          const std::string& format) {
  if (!questions.coverage && questions.law_change.empty() && questions.preview.empty()) return std::nullopt;
  if (packs.size() != 1)
    return say(world, Error{ErrorKind::Usage, msg("this is asked of one pack at a time"), msg("name one pack"), {}});
  const std::string& pack = packs.front();
  if (questions.coverage) return show_coverage(world, pack, format);
  if (!questions.law_change.empty()) return show_law_change(world, pack, questions.law_change, format);
  return show_preview(world, pack, questions.preview, language_from(questions.language).value_or(world.language));
}

}  // namespace etalon::ui::cli
