#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "sim/base/file.h"
#include "sim/scenario/cited_offences.h"
#include "sim/scenario/near_duplicates.h"
#include "sim/scenario/pack_file.h"
#include "sim/scenario/pack_files.h"
#include "sim/scenario/pack_texts.h"
#include "sim/scenario/read_catalogue.h"
#include "sim/scenario/read_manifest.h"
#include "sim/scenario/read_scenario.h"
#include "sim/scenario/read_scheme.h"
#include "sim/scenario/reader.h"
#include "sim/scenario/rules.h"
#include "sim/scenario/twins.h"

namespace etalon::scenario {
namespace fs = std::filesystem;
namespace {

constexpr const char* kManifest = "pack.yaml";

class PackCheck {
 public:
  PackCheck(const fs::path& folder, const lint::WordLists& words) : words_(words), files_(folder, findings_) {}
  PackCheck(PackContent content, const std::string& name, bool by_rules, const lint::WordLists& words)
      : words_(words),
        content_(std::make_shared<PackContent>(std::move(content))),
        files_(name, *content_, findings_),
        in_memory_(true),
        by_rules_(by_rules) {}

  CheckedPack run(const Reviewers& reviewers) {
    if (files_.is_inside(kManifest, {files_.name(kManifest), 0})) read_all();
    CheckedPack out;
    const bool is_sound = findings_.blocking() == 0;
    if (is_sound || is_changed_) out.trust = std::make_shared<const PackTrust>(trust(reviewers));
    if (is_sound) {
      pack_.status = out.trust->status();
      out.pack = std::move(pack_);
    }
    out.findings = findings_.take();
    if (is_changed_) put_change_first(out.findings);
    out.law = std::move(law_);
    return out;
  }

  // signatures.yaml, where the folder has one.
  void read_signatures_file() {
    if (!files_.is_inside(kSignaturesFile, {files_.name(kSignaturesFile), 0})) return;
    const auto bytes = files_.read(kSignaturesFile, kScenarioLimit);
    if (!bytes) return;
    const std::string file = files_.name(kSignaturesFile);
    if (const auto root = parse_yaml(*bytes, file))
      signatures_ = read_signatures(*root, file, findings_);
    else
      findings_.add(root.error());
  }

  // The rest of a pack in one file. What is not as its manifest says is worth a look; without a signature then.
  void take_file(PackFile& file) {
    signatures_ = std::move(file.signatures);
    manifest_text_ = std::move(file.manifest);
    constexpr std::size_t kMostNamed = 100;  // one is enough to know, and the rest of the findings want room
    for (std::size_t i = 0; i < std::min(kMostNamed, file.changed.size()); ++i) add_changed(file.changed[i]);
  }

  // Files in memory that the manifest does not name. Ask after run().
  bool has_unnamed_files() const { return has_unnamed_files_; }

 private:
  void add_changed(const std::string& path) {
    Finding changed{{files_.name(path), 0},
                    kChangedRule,
                    msg("the file is not the one that the pack was made with"),
                    msg("get the pack again; until then it is a draft")};
    changed.blocking = false;
    is_changed_ = true;
    findings_.add(std::move(changed));
  }

  PackTrust trust(const Reviewers& reviewers) {
    const bool is_whole_file = !manifest_text_.empty() && !has_unnamed_files_;  // those are refused as such
    if (!is_changed_ && is_whole_file && manifest_text_ != manifest_of(pack_.ref, *pack_.content))
      add_changed(kManifest);  // nothing but the manifest itself
    return is_changed_ ? distrust(std::move(signatures_)) : trust_in(pack_, std::move(signatures_), reviewers);
  }

  // Whatever else is wrong may come of the change: nobody shall mend by hand what was whole where it came from.
  static void put_change_first(std::vector<Finding>& findings) {
    const auto rest = std::stable_partition(findings.begin(), findings.end(),
                                            [](const Finding& finding) { return finding.rule == kChangedRule; });
    std::for_each(rest, findings.end(), [](Finding& finding) { finding.mend = {}; });
  }

  struct ReadScenario {
    Scenario scenario;
    Place id, twin;
  };

  void read_all() {
    const auto root = load(kManifest, kScenarioLimit);
    if (!root) return;
    manifest_ = read_manifest(*root, files_.name(kManifest), findings_);
    lint_texts(*root, kManifest);
    pack_.ref = manifest_.ref;
    pack_.title = manifest_.title;
    pack_.notice = manifest_.notice;
    read_scheme_and_catalogue();
    read_scenarios();
    check_ids();
    finish();
  }

  // Reads and parses; keeps the bytes for the hash.
  std::optional<Node> load(const std::string& relative, std::uint64_t limit) {
    auto bytes = files_.read(relative, limit);
    if (!bytes) return std::nullopt;
    auto root = parse_yaml(*bytes, files_.name(relative));
    if (in_memory_)
      named_.insert(relative);
    else
      content_->insert_or_assign(relative, std::move(*bytes));
    if (root) return std::move(*root);
    findings_.add(root.error());
    return std::nullopt;
  }

  void lint_texts(const Node& root, const std::string& relative) {
    if (by_rules_) lint_pack_texts(root, files_.name(relative), words_, findings_);
  }

  bool cited(const std::string& relative, int line) {
    return !relative.empty() && files_.is_inside(relative, {files_.name(kManifest), line});
  }

  void read_scheme_and_catalogue() {
    if (cited(manifest_.scheme, manifest_.scheme_line))
      if (const auto root = load(manifest_.scheme, kSchemeLimit)) {
        const std::size_t before = findings_.blocking();
        pack_.scheme = read_scheme(*root, files_.name(manifest_.scheme), findings_);
        scheme_is_sound_ = findings_.blocking() == before;
        lint_texts(*root, manifest_.scheme);
      }
    if (cited(manifest_.catalogue, manifest_.catalogue_line))
      if (const auto root = load(manifest_.catalogue, kSchemeLimit)) {
        const std::size_t before = findings_.blocking();
        pack_.catalogue = read_catalogue(*root, files_.name(manifest_.catalogue), findings_);
        catalogue_is_sound_ = findings_.blocking() == before;
        lint_texts(*root, manifest_.catalogue);
      }
    if (scheme_is_sound_ && catalogue_is_sound_)
      for (const Offence& offence : pack_.catalogue.offences) law_.offences.push_back(offence.code);
  }

  void read_scenarios() {
    KnownCodes known(pack_.scheme, pack_.catalogue);
    for (const std::string& path : manifest_.scenarios)
      if (!findings_.is_full() && cited(path, manifest_.scenario_lines[path])) read_one(path, known);
  }

  // Rules run only against a sound scheme and catalogue: their own faults are mended first. They also need the lists of
  // the scenario as read, which are whole even where single entries were wrong.
  void read_one(const std::string& path, KnownCodes& known) {
    const auto root = load(path, kScenarioLimit);
    if (!root) return;
    const std::string file = files_.name(path);
    Scenario scenario = read_scenario(*root, scheme_is_sound_ ? &pack_.scheme : nullptr, file, findings_);
    if (scheme_is_sound_ && catalogue_is_sound_) {
      if (by_rules_) apply_rules(scenario, *root, pack_, known, words_, file, findings_);
      note_citations(scenario, *root, file);
    }
    scenarios_.push_back({std::move(scenario), {file, line_at(*root, {"id"})}, {file, line_at(*root, {"twin"})}});
  }

  void note_citations(const Scenario& scenario, const Node& root, const std::string& file) {
    for (Citation& citation : cited_offences(scenario, pack_.scheme)) {
      const int line = line_of(citation, root);
      law_.citations.push_back({scenario.id,
                                scenario.status,
                                scenario.catalogue_version,
                                std::move(citation.code),
                                std::move(citation.where),
                                {file, line}});
    }
  }

  void check_ids() {
    std::map<ScenarioId, std::string> seen;
    std::vector<TwinEntry> twins;
    std::vector<BankEntry> bank;
    for (const ReadScenario& read : scenarios_) {
      const auto [entry, is_new] = seen.emplace(read.scenario.id, read.id.file);
      if (!is_new)
        findings_.add(
            read.id, "duplicate-id",
            msg("the scenario “{id}” stands also in {file}", {{"id", read.scenario.id.value}, {"file", entry->second}}),
            msg("give each scenario its own id"));
      bank.push_back({&read.scenario, read.id});
      if (read.scenario.twin) twins.push_back({&read.scenario, read.twin});
    }
    if (!by_rules_) return;
    check_twins(twins, findings_);
    check_near_duplicates(bank, findings_);
  }

  void finish() {
    if (in_memory_)
      has_unnamed_files_ = std::erase_if(*content_, [&](const auto& file) { return named_.count(file.first) == 0; }) > 0;
    pack_.ref.hash = hash_of(*content_);
    pack_.content = content_;
    for (ReadScenario& read : scenarios_) pack_.scenarios.push_back(std::move(read.scenario));
  }

  const lint::WordLists& words_;
  Findings findings_;
  std::shared_ptr<PackContent> content_ = std::make_shared<PackContent>();
  PackFiles files_;
  bool in_memory_ = false;  // content_ is there from the beginning
  std::set<std::string> named_;
  bool has_unnamed_files_ = false;
  bool by_rules_ = true;
  std::vector<ReviewerSignature> signatures_;
  std::string manifest_text_;  // of a pack in one file
  bool is_changed_ = false;    // … whose files are not those of the manifest
  Manifest manifest_;
  Pack pack_;
  CitedLaw law_;
  bool scheme_is_sound_ = false;
  bool catalogue_is_sound_ = false;
  std::deque<ReadScenario> scenarios_;  // in the pack's order
};

CheckedPack only(Finding finding) {
  CheckedPack out;
  out.findings.push_back(std::move(finding));
  return out;
}

CheckedPack check_file(const fs::path& path, const Reviewers& reviewers, const lint::WordLists& words) {
  auto bytes = read_file(path, kPackFileLimit);
  if (!bytes) return only({{path.string(), 0}, "read", bytes.error().what, bytes.error().mend});
  auto file = from_pack_file(*bytes, path.string());
  if (!file) return only(std::move(file.error()));
  std::string().swap(*bytes);  // so that no more than one copy of a large pack is held
  PackCheck check(std::move(file->content), path.string(), true, words);
  check.take_file(*file);
  CheckedPack out = check.run(reviewers);
  if (!out.pack || !check.has_unnamed_files()) return out;
  Finding unnamed{{path.string(), 0},
                  "pack-file",
                  msg("holds a file that its pack.yaml does not name"),
                  msg("make the pack anew with “etalon pack build”")};
  if (!out.trust->is_changed) return only(std::move(unnamed));
  unnamed.mend = {};
  out.pack.reset();
  out.findings.push_back(std::move(unnamed));
  return out;
}

}  // namespace

Result<Pack> pack_or_error(CheckedPack checked) {
  if (checked.pack) return std::move(*checked.pack);
  const auto blocks = [](const Finding& finding) { return finding.blocking; };
  const Finding& head = checked.findings.front();
  if (head.rule == kChangedRule) return fail(ErrorKind::Input, head.message, head.mend, head.where);
  const auto first = std::find_if(checked.findings.begin(), checked.findings.end(), blocks);
  const auto more = std::count_if(std::next(first), checked.findings.end(), blocks);
  if (more == 0) return fail(ErrorKind::Input, first->message, first->mend, first->where);
  return fail(ErrorKind::Input,
              msg("{first}; and {count} more", {{"first", english(first->message)}, {"count", std::to_string(more)}}),
              first->mend, first->where);
}

CheckedPack check_pack(const fs::path& path, const Reviewers& reviewers, const lint::WordLists& words) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return check_file(path, reviewers, words);
  PackCheck check(path, words);
  if (fs::exists(fs::symlink_status(path / kSignaturesFile, error))) check.read_signatures_file();
  return check.run(reviewers);
}

Result<Pack> read_pack(const fs::path& path, const Reviewers& reviewers) {
  return pack_or_error(check_pack(path, reviewers));
}

Result<Pack> read_kept_pack(const PackContent& content, const PackRef& wanted) {
  auto pack = pack_or_error(PackCheck(content, wanted.id + " " + wanted.version, false, lint::bundled_words()).run({}));
  if (pack && pack->ref != wanted)
    return fail(ErrorKind::Environment,
                msg("the pack {pack} {version} that the journal keeps is damaged",
                    {{"pack", wanted.id}, {"version", wanted.version}}),
                msg("restore a backup of the journal, or name the pack by --pack"));
  return pack;
}

}  // namespace etalon::scenario
