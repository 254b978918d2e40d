// Signatures of a pack, the list of reviewers who are trusted, and what the signatures of a pack are worth.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/base/signature.h"
#include "sim/domain/pack.h"
#include "sim/scenario/findings.h"
#include "sim/scenario/yaml_tree.h"

namespace etalon::scenario {

struct ReviewerSignature {
  std::string reviewer;  // the pseudonym, upper case
  PublicKey key;
  Signature signature;
  friend auto operator<=>(const ReviewerSignature&, const ReviewerSignature&) = default;
};

// Reviewers (reader.h): which pseudonym each key belongs to. One pseudonym may have several keys, never the reverse.

inline constexpr const char* kSignaturesFile = "signatures.yaml";  // beside pack.yaml
inline constexpr std::size_t kMostSignatures = 100;
inline constexpr std::size_t kSignaturesNeeded = 2;

enum class Standing {
  Counts,
  OtherContent,  // made over other bytes: something has changed since, or the signature was made up
  UnknownKey,    // no list of reviewers has this key under this pseudonym
  Author,        // of a scenario of this pack
  Repeated,      // this reviewer is counted already
};

struct SignedBy {
  ReviewerSignature signature;
  Standing standing = Standing::OtherContent;
};

struct PackTrust {
  std::vector<SignedBy> signatures;  // by pseudonym, then key
  std::size_t counted = 0;
  bool is_changed = false;  // a pack in one file whose bytes are not those that it was made with
  PackStatus status() const { return counted >= kSignaturesNeeded ? PackStatus::Trusted : PackStatus::Draft; }
};

// In words, e.g. "counts" or "the key is not in a list of reviewers".
Message sentence(Standing standing);

// The manifest of a pack, byte for byte what is signed: docs/scenario-pack.md describes it.
std::string manifest_of(const PackRef& pack, const PackContent& content);
ReviewerSignature sign(const PackRef& pack, const PackContent& content, const std::string& reviewer, const SecretKey& key);
bool is_author(const Pack& pack, std::string_view reviewer);
// `pack` holds its content.
PackTrust trust_in(const Pack& pack, std::vector<ReviewerSignature> signatures, const Reviewers& reviewers);
// Of a pack whose files are not those that its manifest names: nothing counts.
PackTrust distrust(std::vector<ReviewerSignature> signatures);

// signatures.yaml, and a list of reviewers: read with findings, written sorted, so that the same list gives the same bytes.
std::vector<ReviewerSignature> read_signatures(const Node& root, const std::string& file, Findings& findings);
std::string to_yaml(std::vector<ReviewerSignature> signatures);
Reviewers read_reviewers(const Node& root, const std::string& file, Findings& findings);

// The lists together; a file that is not there is an empty list, one that cannot be read an Error (Input).
Result<Reviewers> load_reviewers(const std::vector<std::filesystem::path>& files);

}  // namespace etalon::scenario
