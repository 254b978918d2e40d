#include "sim/base/hash.h"

#include <sodium.h>

#include <new>

#include "sim/base/hex.h"

namespace etalon {
namespace {

crypto_generichash_state* as_state(std::array<unsigned char, 384>& bytes) {
  return reinterpret_cast<crypto_generichash_state*>(bytes.data());
}

}  // namespace

Hasher::Hasher() {
  static_assert(sizeof(crypto_generichash_state) <= sizeof state_);
  crypto_generichash_init(as_state(state_), nullptr, 0, sizeof(Hash));
}

Hasher& Hasher::add(std::string_view bytes) {
  crypto_generichash_update(as_state(state_), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return *this;
}

Hasher& Hasher::add(const Hash& hash) {
  crypto_generichash_update(as_state(state_), hash.data(), hash.size());
  return *this;
}

Hasher& Hasher::add_number(std::uint64_t number) {
  unsigned char bytes[8];
  for (int i = 0; i < 8; ++i) bytes[i] = static_cast<unsigned char>(number >> (8 * i));
  crypto_generichash_update(as_state(state_), bytes, sizeof bytes);
  return *this;
}

Hasher& Hasher::add_text(std::string_view text) { return add_number(text.size()).add(text); }

Hash Hasher::finish() {
  Hash out;
  crypto_generichash_final(as_state(state_), out.data(), out.size());
  return out;
}

Hash hash_of(std::string_view bytes) { return Hasher().add(bytes).finish(); }

std::string hex(const Hash& hash) { return hex_of(hash); }

std::optional<Hash> hash_from_hex(std::string_view text) {
  Hash out{};
  if (!from_hex(text, out)) return std::nullopt;
  return out;
}

}  // namespace etalon
