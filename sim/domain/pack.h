// A pack: scheme, law catalogue and scenarios that belong together, under one version and one hash.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/hash.h"
#include "sim/domain/scenario.h"
#include "sim/domain/scheme.h"

namespace etalon {

// How many scenarios a session takes that nobody chose: calibration sessions usually take 8 to 12.
inline constexpr std::size_t kSitting = 12;

struct PackRef {
  std::string id;
  std::string version;
  Hash hash{};  // over all files of the pack
  friend bool operator==(const PackRef&, const PackRef&) = default;
};

// The bytes of the files that make a pack, by their paths from the folder of pack.yaml.
using PackContent = std::map<std::string, std::string>;

// The hash that names a pack: BLAKE2b-256 over path and bytes of each file, both with their lengths, by path.
Hash hash_of(const PackContent& content);

// Whether two trusted reviewers, none of them an author, signed this very content.
enum class PackStatus {
  NotSaid,  // of sessions recorded before packs could be signed
  Draft,    // they did not: what is measured with it is marked
  Trusted,
};
std::string_view code(PackStatus status);  // "not_said", "draft", "trusted"
std::optional<PackStatus> pack_status_from(std::string_view code);

struct Pack {
  PackRef ref;
  LocalText title;
  LocalText notice;
  Scheme scheme;
  Catalogue catalogue;
  std::vector<Scenario> scenarios;
  PackStatus status = PackStatus::Draft;
  std::shared_ptr<const PackContent> content;  // what it was read from; null: made in code

  const Scenario* find(const ScenarioId& id) const;
  // Those that a new session or round may take: the active ones, in the pack's order. What is not yet reviewed, or retired,
  // can still be read.
  std::vector<const Scenario*> offered() const;
};

}  // namespace etalon
