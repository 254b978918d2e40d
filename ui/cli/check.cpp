// etalon check PACK...
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

#include "sim/base/text.h"
#include "sim/scenario/reader.h"
#include "ui/cli/cli.h"
#include "ui/cli/expiry.h"
#include "ui/cli/output.h"
#include "ui/cli/pack_questions.h"
#include "ui/cli/trust.h"
#include "ui/cli/watch.h"

namespace etalon::ui::cli {
namespace {

struct Options {
  std::vector<std::string> packs;
  std::string format;
  PackQuestions questions;
};

std::string sentence(const World& world, const scenario::Finding& finding) {
  std::string out = world.catalogue.tr(finding.message);
  if (!finding.mend.text.empty()) out += " (" + world.catalogue.tr(finding.mend) + ')';
  return out;
}

// The classical form, which editors and build tools understand.
void print_findings(const World& world, const std::vector<scenario::Finding>& findings) {
  for (const auto& finding : findings) {
    std::string line = finding.where.file + ':' + std::to_string(finding.where.line) + ": " + finding.rule + ": ";
    world.out << printable(line + sentence(world, finding)) << '\n';
  }
}

Rows as_rows(const World& world, const std::vector<scenario::Finding>& findings) {
  Rows out{{"file", "line", "rule", "blocking", "message"}, {}};
  for (const auto& finding : findings)
    out.rows.push_back(
        {finding.where.file, count(finding.where.line), finding.rule, finding.blocking, sentence(world, finding)});
  return out;
}

// Then the check could not be made in full.
bool has_unread_file(const std::vector<scenario::Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const auto& finding) { return finding.rule == "read"; });
}

// What is no pack at all: neither a folder nor a whole file of one.
std::optional<Error> unreadable(const scenario::CheckedPack& checked, const std::string& path) {
  if (checked.pack || checked.findings.size() != 1) return std::nullopt;
  const scenario::Finding& only = checked.findings.front();
  if (only.where.file != path || (only.rule != "read" && only.rule != "pack-file")) return std::nullopt;
  return Error{ErrorKind::Input, only.message, only.mend, only.where};
}

int check(const World& world, const Options& options) {
  const auto reviewers = reviewers_of(world);
  if (!reviewers) return say(world, reviewers.error());
  std::vector<scenario::Finding> findings;
  bool blocked = false, refused = false;
  for (const std::string& folder : options.packs) {
    const scenario::CheckedPack checked = scenario::check_pack(folder, *reviewers);
    if (const auto error = unreadable(checked, folder)) {  // the other packs are checked all the same
      say(world, *error);
      refused = true;
      continue;
    }
    findings.insert(findings.end(), checked.findings.begin(), checked.findings.end());
    blocked = blocked || !checked.pack;
    if (!checked.pack) continue;
    note(world, msg("{pack} {version}: {count} scenarios, nothing that blocks",
                    {{"pack", checked.pack->ref.id},
                     {"version", checked.pack->ref.version},
                     {"count", std::to_string(checked.pack->scenarios.size())}}));
    note_signatures(world, *checked.trust);
    note_draft(world, *checked.pack, *checked.trust);
    note_expired(world, *checked.pack);
  }
  if (options.format == "table")
    print_findings(world, findings);
  else
    print(world.out, options.format, as_rows(world, findings));
  if (refused || has_unread_file(findings)) return kInput;
  return blocked ? kCheckFailed : kDone;
}

int run_check(const World& world, const Options& options) {
  if (const auto answered = answer(world, options.questions, options.packs, options.format)) return *answered;
  const auto once = [&] { return check(world, options); };
  return options.questions.watch ? watch_packs(world, options.packs, once) : once();
}

}  // namespace

void add_check(CLI::App& app, const World& world, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("check", "Checks packs; a finding is file:line: rule: message");
  command->add_option("pack", options->packs, "packs: folders that hold a pack.yaml, or files of the kind FILE.etalonpack")
      ->required();
  add_format(*command, options->format);
  add_pack_questions(*command, options->questions);
  command->callback([&world, &status, options] { status = run_check(world, *options); });
}

}  // namespace etalon::ui::cli
