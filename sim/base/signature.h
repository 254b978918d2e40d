// Ed25519 signatures (RFC 8032): who vouches for a pack.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/rng.h"

namespace etalon {

struct PublicKey {
  std::array<std::uint8_t, 32> bytes{};
  friend auto operator<=>(const PublicKey&, const PublicKey&) = default;
};

struct Signature {
  std::array<std::uint8_t, 64> bytes{};
  friend auto operator<=>(const Signature&, const Signature&) = default;
};

// Made from a seed of 32 bytes, which is all that has to be kept; wiped from memory when it goes.
class SecretKey {
 public:
  using Seed = std::array<std::uint8_t, 32>;

  explicit SecretKey(const Seed& seed);
  static SecretKey draw(Rng& rng);
  SecretKey(const SecretKey&) = default;
  SecretKey& operator=(const SecretKey&) = default;
  ~SecretKey();

  const PublicKey& public_key() const { return public_; }
  const Seed& seed() const { return seed_; }
  // The same message gives the same signature.
  Signature sign(std::string_view message) const;

 private:
  Seed seed_;
  PublicKey public_;
  std::array<std::uint8_t, 64> secret_;
};

bool is_signed_by(const PublicKey& key, std::string_view message, const Signature& signature);

// Lower-case hexadecimal digits, 64 and 128 of them; the readers take exactly that.
std::string hex(const PublicKey& key);
std::string hex(const Signature& signature);
std::optional<PublicKey> public_key_from_hex(std::string_view text);
std::optional<Signature> signature_from_hex(std::string_view text);

}  // namespace etalon
