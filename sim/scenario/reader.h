// Reads a pack from its folder and says everything that is wrong with it. What comes in is untrusted: sizes, paths,
// bytes and YAML constructs are checked before anything is built from them, and no file outside the folder is read.
// The format is written up in docs/scenario-pack.md.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/result.h"
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

struct CheckedPack {
  std::optional<Pack> pack;       // there when no finding blocks
  std::vector<Finding> findings;  // by file, then line; at most 1,000, the last then says that there are more
};

// Every finding of the pack in `folder`; `words`: the lists that its texts are held against.
CheckedPack check_pack(const std::filesystem::path& folder, const lint::WordLists& words = lint::bundled_words());

// The pack, or (Input) its first blocking finding and how many more there are.
Result<Pack> read_pack(const std::filesystem::path& folder);

// "file:line: rule: message (mend)" in English, safe for a terminal.
std::string english(const Finding& finding);

}  // namespace etalon::scenario
