#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "sim/scenario/near_duplicates.h"
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
  PackCheck(const fs::path& folder, const lint::WordLists& words)
      : folder_(folder), words_(words), files_(folder, findings_) {}

  CheckedPack run() {
    if (is_folder() && files_.is_inside(kManifest, {files_.name(kManifest), 0})) read_all();
    CheckedPack out;
    if (findings_.blocking() == 0) out.pack = std::move(pack_);
    out.findings = findings_.take();
    return out;
  }

 private:
  struct ReadScenario {
    Scenario scenario;
    Place id, twin;
  };

  bool is_folder() {
    std::error_code error;
    if (fs::is_directory(folder_, error)) return true;
    findings_.add({folder_.string(), 0}, "read", msg("is not a folder"), msg("give the folder that holds pack.yaml"));
    return false;
  }

  void read_all() {
    const auto root = load(kManifest, kScenarioLimit);
    if (!root) return;
    manifest_ = read_manifest(*root, files_.name(kManifest), findings_);
    lint_pack_texts(*root, files_.name(kManifest), words_, findings_);
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
    bytes_.insert_or_assign(relative, std::move(*bytes));
    if (root) return std::move(*root);
    findings_.add(root.error());
    return std::nullopt;
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
        lint_pack_texts(*root, files_.name(manifest_.scheme), words_, findings_);
      }
    if (cited(manifest_.catalogue, manifest_.catalogue_line))
      if (const auto root = load(manifest_.catalogue, kSchemeLimit)) {
        const std::size_t before = findings_.blocking();
        pack_.catalogue = read_catalogue(*root, files_.name(manifest_.catalogue), findings_);
        catalogue_is_sound_ = findings_.blocking() == before;
        lint_pack_texts(*root, files_.name(manifest_.catalogue), words_, findings_);
      }
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
    if (scheme_is_sound_ && catalogue_is_sound_) apply_rules(scenario, *root, pack_, known, words_, file, findings_);
    scenarios_.push_back({std::move(scenario), {file, line_at(*root, {"id"})}, {file, line_at(*root, {"twin"})}});
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
    check_twins(twins, findings_);
    check_near_duplicates(bank, findings_);
  }

  void finish() {
    Hasher hasher;
    for (const auto& [path, bytes] : bytes_) hasher.add_text(path).add_text(bytes);
    pack_.ref.hash = hasher.finish();
    for (ReadScenario& read : scenarios_) pack_.scenarios.push_back(std::move(read.scenario));
  }

  fs::path folder_;
  const lint::WordLists& words_;
  Findings findings_;
  PackFiles files_;
  Manifest manifest_;
  Pack pack_;
  bool scheme_is_sound_ = false;
  bool catalogue_is_sound_ = false;
  std::deque<ReadScenario> scenarios_;        // in the pack's order
  std::map<std::string, std::string> bytes_;  // by path, as the hash wants them
};

}  // namespace

CheckedPack check_pack(const fs::path& folder, const lint::WordLists& words) { return PackCheck(folder, words).run(); }

Result<Pack> read_pack(const fs::path& folder) {
  CheckedPack checked = check_pack(folder);
  if (checked.pack) return std::move(*checked.pack);
  const auto blocks = [](const Finding& finding) { return finding.blocking; };
  const auto first = std::find_if(checked.findings.begin(), checked.findings.end(), blocks);
  const auto more = std::count_if(std::next(first), checked.findings.end(), blocks);
  if (more == 0) return fail(ErrorKind::Input, first->message, first->mend, first->where);
  return fail(ErrorKind::Input,
              msg("{first}; and {count} more", {{"first", english(first->message)}, {"count", std::to_string(more)}}),
              first->mend, first->where);
}

}  // namespace etalon::scenario
