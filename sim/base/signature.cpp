#include "sim/base/signature.h"

#include <sodium.h>

#include "sim/base/hex.h"

namespace etalon {
namespace {

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

template <class Bytes>
std::optional<Bytes> read_hex(std::string_view text) {
  Bytes out;
  if (!from_hex(text, out.bytes)) return std::nullopt;
  return out;
}

}  // namespace

SecretKey::SecretKey(const Seed& seed) : seed_(seed) {
  crypto_sign_seed_keypair(public_.bytes.data(), secret_.data(), seed_.data());
}

SecretKey SecretKey::draw(Rng& rng) {
  Seed seed;
  for (std::size_t i = 0; i < seed.size(); i += 8) {
    const std::uint64_t part = rng.next();
    for (std::size_t k = 0; k < 8; ++k) seed[i + k] = static_cast<std::uint8_t>(part >> (8 * k));
  }
  SecretKey out(seed);
  sodium_memzero(seed.data(), seed.size());
  return out;
}

SecretKey::~SecretKey() {
  sodium_memzero(seed_.data(), seed_.size());
  sodium_memzero(secret_.data(), secret_.size());
}

Signature SecretKey::sign(std::string_view message) const {
  Signature out;
  crypto_sign_detached(out.bytes.data(), nullptr, bytes_of(message), message.size(), secret_.data());
  return out;
}

bool is_signed_by(const PublicKey& key, std::string_view message, const Signature& signature) {
  return crypto_sign_verify_detached(signature.bytes.data(), bytes_of(message), message.size(), key.bytes.data()) == 0;
}

std::string hex(const PublicKey& key) { return hex_of(key.bytes); }
std::string hex(const Signature& signature) { return hex_of(signature.bytes); }
std::optional<PublicKey> public_key_from_hex(std::string_view text) { return read_hex<PublicKey>(text); }
std::optional<Signature> signature_from_hex(std::string_view text) { return read_hex<Signature>(text); }

}  // namespace etalon
