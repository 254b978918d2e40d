// Reads a pack from its folder, or from its one file, and says everything that is wrong with it. What comes in is untrusted:
// sizes, paths, bytes and YAML constructs are checked before anything is built from them, and no file outside the folder is
// read. The format is written up in docs/scenario-pack.md.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/result.h"
#include "sim/base/signature.h"
#include "sim/domain/pack.h"
#include "sim/scenario/lint/word_list.h"

namespace etalon::scenario {

// One thing that is wrong: where, which rule says so, what, and how to mend it.
struct Finding {
  Place where;
  std::string rule;  // a short stable code: "yaml", "unknown-key", "L01" …
  Message message;
  Message mend;          // empty text: nothing to add
  bool blocking = true;  // false: worth a look, the pack can be played
};

// The rule of a finding on a pack in one file whose bytes are not those that it was made with.
inline constexpr const char* kChangedRule = "changed";

struct PackTrust;
// Whose signatures count, see signatures.h.
using Reviewers = std::map<PublicKey, std::string>;

// An offence that a scenario cites, with its place.
struct PlacedCitation {
  ScenarioId scenario;
  Status status = Status::Draft;
  std::string catalogue_version;  // that the scenario was written under
  OffenceCode code;
  std::string where;  // the key: "reference.values.qualification" …
  Place place;
};

// What the scenarios cite of the law, as far as they could be read: also of a pack that a finding blocks, since a change
// of the law blocks the scenarios that cite it.
struct CitedLaw {
  std::vector<OffenceCode> offences;      // that the catalogue knows; none where scheme or catalogue is not sound
  std::vector<PlacedCitation> citations;  // in the pack's order
};

struct CheckedPack {
  std::optional<Pack> pack;                // there when no finding blocks
  std::shared_ptr<const PackTrust> trust;  // who signed it; null without a pack, unless that was changed since it was made
  std::vector<Finding> findings;           // by file, then line; at most 1,000, the last then says that there are more. Of
                                           // a pack that was changed that comes first, and the rest is not to be mended.
  CitedLaw law = {};
};

// Every finding of the pack at `path`: its folder, or a file of the kind FILE.etalonpack, which is read in memory.
// `words`: the lists that its texts are held against.
CheckedPack check_pack(const std::filesystem::path& path, const Reviewers& reviewers = {},
                       const lint::WordLists& words = lint::bundled_words());

// The pack, or (Input) its first blocking finding and how many more there are; of a changed one, that it was changed.
Result<Pack> pack_or_error(CheckedPack checked);
// The same of check_pack().
Result<Pack> read_pack(const std::filesystem::path& path, const Reviewers& reviewers = {});

// A pack that a session was played with, from the content that the journal kept. It was checked when it was first opened:
// the rules for texts, which grow stricter, are not applied again.
Result<Pack> read_kept_pack(const PackContent& content, const PackRef& wanted);

// "file:line: rule: message (mend)" in English, safe for a terminal.
std::string english(const Finding& finding);

}  // namespace etalon::scenario
