// A reviewer's secret key on disk: a small text file that only its owner may read, sealed by a pass phrase if wished.
#pragma once

#include <filesystem>
#include <string>

#include "sim/base/result.h"
#include "sim/base/signature.h"

namespace etalon {

struct NamedKey {
  std::string name;  // the pseudonym under which it signs: 2 to 40 letters A to Z, digits, "-", "_", "."
  SecretKey key;
};

// The file's text. With a pass phrase the seed is sealed: Argon2id (the cost of libsodium's INTERACTIVE: 64 MiB, two
// passes) makes a key of it, XSalsa20-Poly1305 seals; salt and nonce are drawn from `rng`.
std::string to_key_text(const NamedKey& key, std::string_view pass_phrase, Rng& rng);
// The name comes out in upper case. Input: not a key file, a name that cannot be a pseudonym, or the pass phrase is missing,
// wrong or not wanted. Environment: not enough memory to open it.
Result<NamedKey> from_key_text(std::string_view text, std::string_view pass_phrase, const std::string& file);

inline constexpr std::uint64_t kKeyFileLimit = 4096;  // bytes

}  // namespace etalon
