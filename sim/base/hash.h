// BLAKE2b-256 (RFC 7693): the chain of the journal and the identity of a pack.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace etalon {

using Hash = std::array<std::uint8_t, 32>;

// Feeds bytes in parts; finish() may be called once.
class Hasher {
 public:
  Hasher();
  Hasher& add(std::string_view bytes);
  Hasher& add(const Hash& hash);
  // A number as 8 bytes, little endian.
  Hasher& add_number(std::uint64_t number);
  // The length, then the bytes: so that "ab"+"c" and "a"+"bc" differ.
  Hasher& add_text(std::string_view text);
  Hash finish();

 private:
  alignas(64) std::array<unsigned char, 384> state_;
};

Hash hash_of(std::string_view bytes);
std::string hex(const Hash& hash);
std::optional<Hash> hash_from_hex(std::string_view hex);

}  // namespace etalon
