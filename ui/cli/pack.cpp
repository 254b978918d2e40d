// etalon pack build | keygen | sign | verify
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

#include "sim/app/app.h"
#include "sim/base/file.h"
#include "sim/base/key_file.h"
#include "sim/base/text.h"
#include "sim/scenario/pack_file.h"
#include "ui/cli/cli.h"
#include "ui/cli/output.h"
#include "ui/cli/trust.h"

namespace etalon::ui::cli {
namespace {

namespace fs = std::filesystem;
using scenario::CheckedPack;
using scenario::ReviewerSignature;

struct Options {
  fs::path pack, out, key, pass_phrase_file;
  std::string name, format;
};

// The first line of the file; empty: no file is named.
Result<std::string> pass_phrase(const Options& options) {
  if (options.pass_phrase_file.empty()) return std::string();
  auto text = read_file(options.pass_phrase_file, kKeyFileLimit);
  if (!text) return fail(text.error());
  const std::string line(trim(split(*text, '\n').front()));
  if (line.empty())
    return fail(ErrorKind::Input, msg("holds no pass phrase"), msg("write it on the first line"),
                {options.pass_phrase_file.string(), 1});
  return line;
}

std::vector<ReviewerSignature> signatures_of(const scenario::PackTrust& trust) {
  std::vector<ReviewerSignature> out;
  for (const auto& one : trust.signatures) out.push_back(one.signature);
  return out;
}

// The pack, if nothing speaks against putting a name to it.
Result<CheckedPack> sound_pack(const World& world, const fs::path& path) {
  auto reviewers = reviewers_of(world);
  if (!reviewers) return fail(reviewers.error());
  CheckedPack checked = scenario::check_pack(path, *reviewers);
  const auto wrong = std::find_if(checked.findings.begin(), checked.findings.end(), [](const scenario::Finding& one) {
    return one.blocking || one.rule == scenario::kChangedRule;
  });
  if (wrong == checked.findings.end()) return checked;
  const bool unreadable = wrong->rule == "read" || wrong->rule == "pack-file";
  return fail(unreadable ? ErrorKind::Input : ErrorKind::Check, wrong->message, wrong->mend, wrong->where);
}

Result<void> write_built(const fs::path& out, const Pack& pack, const std::vector<ReviewerSignature>& signatures) {
  const std::string bytes = scenario::to_pack_file(pack.ref, *pack.content, signatures);
  if (const auto again = scenario::from_pack_file(bytes, out.string()); !again)
    return fail(ErrorKind::Input, again.error().message, msg("write paths plainly, such as scenarios/S0001.yaml"));
  return write_file(out, bytes);
}

Result<void> build(const World& world, const Options& options) {
  auto checked = sound_pack(world, options.pack);
  if (!checked) return fail(checked.error());
  const auto signatures = signatures_of(*checked->trust);
  if (auto ok = write_built(options.out, *checked->pack, signatures); !ok) return ok;
  note(world, msg("{pack} {version}: {count} files, hash {hash}, written to {file}",
                  {{"pack", checked->pack->ref.id},
                   {"version", checked->pack->ref.version},
                   {"count", std::to_string(checked->pack->content->size())},
                   {"hash", hex(checked->pack->ref.hash)},
                   {"file", options.out.string()}}));
  note_signatures(world, *checked->trust);
  note_draft(world, *checked->pack, *checked->trust);
  return {};
}

// The line for a list of reviewers goes to the output, the secret into the file.
Result<void> keygen(const World& world, const Options& options) {
  auto name = app::pseudonym(options.name);
  if (!name) return fail(name.error());
  auto phrase = pass_phrase(options);
  if (!phrase) return fail(phrase.error());
  const NamedKey key{name->value, SecretKey::draw(world.rng)};
  const std::string text = to_key_text(key, *phrase, world.rng);
  if (text.empty()) return fail(ErrorKind::Environment, msg("not enough memory to seal the key"), msg("free 64 MiB"));
  if (auto ok = write_secret_file(options.out, text); !ok) return ok;
  world.out << "  - {pseudonym: \"" << key.name << "\", key: \"" << hex(key.key.public_key()) << "\"}\n";
  return {};
}

Result<void> write_signed(const fs::path& path, const Pack& pack, std::vector<ReviewerSignature> signatures,
                          const ReviewerSignature& added) {
  std::erase_if(signatures,
                [&](const ReviewerSignature& one) { return one.reviewer == added.reviewer || one.key == added.key; });
  if (signatures.size() >= scenario::kMostSignatures)
    return fail(ErrorKind::Usage, msg("the pack has as many signatures as it may have"), msg("remove old ones"));
  signatures.push_back(added);
  if (fs::is_directory(path)) return write_file(path / scenario::kSignaturesFile, to_yaml(std::move(signatures)));
  return write_built(path, pack, signatures);
}

Result<void> sign(const World& world, const Options& options) {
  auto phrase = pass_phrase(options);
  if (!phrase) return fail(phrase.error());
  auto text = read_file(options.key, kKeyFileLimit);
  if (!text) return fail(text.error());
  auto key = from_key_text(*text, *phrase, options.key.string());
  if (!key) return fail(key.error());
  auto checked = sound_pack(world, options.pack);
  if (!checked) return fail(checked.error());
  const Pack& pack = *checked->pack;
  if (scenario::is_author(pack, key->name))
    return fail(ErrorKind::Usage, msg("{name} is an author of this pack and cannot review it", {{"name", key->name}}),
                msg("ask two people who wrote none of its scenarios"));
  const auto signature = scenario::sign(pack.ref, *pack.content, key->name, key->key);
  if (auto ok = write_signed(options.pack, pack, signatures_of(*checked->trust), signature); !ok) return ok;
  note(world, msg("{pack} {version} signed by {name}",
                  {{"pack", pack.ref.id}, {"version", pack.ref.version}, {"name", key->name}}));
  return {};
}

void print_standings(const World& world, const scenario::PackTrust& trust, const std::string& format) {
  Rows rows{{"reviewer", "key", "counts", "standing"}, {}};
  for (const auto& one : trust.signatures)
    rows.rows.push_back({one.signature.reviewer, hex(one.signature.key), one.standing == scenario::Standing::Counts,
                         world.catalogue.tr(sentence(one.standing))});
  print(world.out, format, rows);
  note_reviewer_lists(world, trust);
}

// A pack that was changed since it was made is told so, whatever else is wrong with it by now.
Result<void> verify(const World& world, const Options& options) {
  auto reviewers = reviewers_of(world);
  if (!reviewers) return fail(reviewers.error());
  const CheckedPack checked = scenario::check_pack(options.pack, *reviewers);
  if (!checked.trust) return fail(scenario::pack_or_error(checked).error());
  for (const auto& finding : checked.findings)
    if (checked.pack || finding.rule == scenario::kChangedRule) world.err << "etalon: " << english(finding) << '\n';
  print_standings(world, *checked.trust, options.format);
  if (checked.pack)
    note(world, msg("{pack} {version}, hash {hash}: {counted} of {needed} signatures",
                    {{"pack", checked.pack->ref.id},
                     {"version", checked.pack->ref.version},
                     {"hash", hex(checked.pack->ref.hash)},
                     {"counted", std::to_string(checked.trust->counted)},
                     {"needed", std::to_string(scenario::kSignaturesNeeded)}}));
  if (checked.trust->is_changed)
    return fail(ErrorKind::Check, msg("the pack was changed since it was made: no signature counts"),
                msg("get the pack again from where it came from"), {options.pack.string(), 0});
  if (checked.pack->status == PackStatus::Trusted) return {};
  return fail(ErrorKind::Check, msg("the pack is a draft"), msg("two trusted reviewers who wrote none of it sign it"),
              {options.pack.string(), 0});
}

using Action = Result<void> (*)(const World&, const Options&);

CLI::App* add_action(CLI::App& group, const World& world, int& status, const std::shared_ptr<Options>& options,
                     const char* name, const char* help, Action action) {
  CLI::App* command = group.add_subcommand(name, help);
  command->callback([&world, &status, options, action] {
    const auto done = action(world, *options);
    status = done ? int{kDone} : say(world, done.error());
  });
  return command;
}

void add_pass_phrase(CLI::App& command, Options& options) {
  command.add_option("--pass-phrase-file", options.pass_phrase_file, "its first line is the key's pass phrase");
}

}  // namespace

void add_pack_commands(CLI::App& app, const World& world, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App* group = app.add_subcommand("pack", "Packs in one file, and the signatures of their reviewers");
  group->require_subcommand(1);
  CLI::App* building = add_action(*group, world, status, options, "build", "Makes one file of a pack folder", build);
  building->add_option("folder", options->pack, "the folder that holds pack.yaml")->required();
  building->add_option("--out", options->out, "the file, FILE.etalonpack")->required();
  CLI::App* making = add_action(*group, world, status, options, "keygen", "Makes a reviewer's key", keygen);
  making->add_option("--name", options->name, "the reviewer's pseudonym")->required();
  making->add_option("--out", options->out, "the file for the secret key")->required();
  add_pass_phrase(*making, *options);
  CLI::App* signing = add_action(*group, world, status, options, "sign", "Adds a reviewer's signature", sign);
  signing->add_option("pack", options->pack, "the pack's folder or file")->required();
  signing->add_option("--key", options->key, "the file with the secret key")->required();
  add_pass_phrase(*signing, *options);
  CLI::App* checking =
      add_action(*group, world, status, options, "verify", "Says who signed, and whether it counts", verify);
  checking->add_option("pack", options->pack, "the pack's folder or file")->required();
  add_format(*checking, options->format);
}

}  // namespace etalon::ui::cli
