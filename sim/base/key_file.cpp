#include "sim/base/key_file.h"

#include <sodium.h>

#include <map>
#include <vector>

#include "sim/base/hex.h"
#include "sim/base/pseudonym.h"
#include "sim/base/text.h"

namespace etalon {
namespace {

constexpr std::string_view kFirstLine = "etalon secret key 1";

using Bytes = std::vector<std::uint8_t>;
using Fields = std::map<std::string, std::string, std::less<>>;

Bytes draw(Rng& rng, std::size_t size) {
  Bytes out(size);
  for (std::uint8_t& byte : out) byte = static_cast<std::uint8_t>(rng.next() >> 56);
  return out;
}

// The key that a pass phrase gives; empty: the machine has not the memory for it.
Bytes stretched(std::string_view pass_phrase, const Bytes& salt) {
  Bytes out(crypto_secretbox_KEYBYTES);
  const int failed =
      crypto_pwhash(out.data(), out.size(), pass_phrase.data(), pass_phrase.size(), salt.data(),
                    crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) out.clear();
  return out;
}

std::string line(std::string_view name, std::string_view value) {
  return std::string(name) + ": " + std::string(value) + "\n";
}

std::string sealed_lines(const SecretKey::Seed& seed, std::string_view pass_phrase, Rng& rng) {
  const Bytes salt = draw(rng, crypto_pwhash_SALTBYTES), nonce = draw(rng, crypto_secretbox_NONCEBYTES);
  const Bytes key = stretched(pass_phrase, salt);
  if (key.empty()) return {};
  Bytes sealed(seed.size() + crypto_secretbox_MACBYTES);
  crypto_secretbox_easy(sealed.data(), seed.data(), seed.size(), nonce.data(), key.data());
  return line("salt", hex_of(salt)) + line("nonce", hex_of(nonce)) + line("sealed", hex_of(sealed));
}

tl::unexpected<Error> no_key(const std::string& file, Message what) {
  return fail(ErrorKind::Input, std::move(what), msg("“etalon pack keygen” makes a key file; restore yours from a copy"),
              {file, 0});
}

Result<Fields> fields_of(std::string_view text, const std::string& file) {
  Fields out;
  const auto lines = split(text, '\n');
  if (lines.front() != kFirstLine) return no_key(file, msg("is not a file with a secret key"));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    const std::size_t colon = lines[i].find(": ");
    if (colon == std::string_view::npos) return no_key(file, msg("is a damaged key file"));
    out.emplace(lines[i].substr(0, colon), lines[i].substr(colon + 2));
  }
  return out;
}

// The bytes of a field; empty unless it holds exactly so many.
Bytes bytes_of(const Fields& fields, std::string_view name, std::size_t size) {
  Bytes out(size);
  const auto hit = fields.find(name);
  if (hit == fields.end() || !from_hex(hit->second, out)) return {};
  return out;
}

Result<SecretKey> plain(const Fields& fields, const std::string& file) {
  SecretKey::Seed seed;
  if (!from_hex(fields.at("seed"), seed)) return no_key(file, msg("is a damaged key file"));
  return SecretKey(seed);
}

Result<SecretKey> unsealed(const Fields& fields, std::string_view pass_phrase, const std::string& file) {
  SecretKey::Seed seed;
  const Bytes salt = bytes_of(fields, "salt", crypto_pwhash_SALTBYTES);
  const Bytes nonce = bytes_of(fields, "nonce", crypto_secretbox_NONCEBYTES);
  const Bytes sealed = bytes_of(fields, "sealed", seed.size() + crypto_secretbox_MACBYTES);
  if (salt.empty() || nonce.empty() || sealed.empty()) return no_key(file, msg("is a damaged key file"));
  const Bytes key = stretched(pass_phrase, salt);
  if (key.empty())
    return fail(ErrorKind::Environment, msg("not enough memory to open the key"), msg("free 64 MiB"), {file, 0});
  if (crypto_secretbox_open_easy(seed.data(), sealed.data(), sealed.size(), nonce.data(), key.data()) != 0)
    return fail(ErrorKind::Input, msg("the pass phrase does not open this key"),
                msg("the first line of the file must be the phrase, and nothing else"), {file, 0});
  SecretKey out(seed);
  sodium_memzero(seed.data(), seed.size());
  return out;
}

}  // namespace

std::string to_key_text(const NamedKey& key, std::string_view pass_phrase, Rng& rng) {
  const std::string secret =
      pass_phrase.empty() ? line("seed", hex_of(key.key.seed())) : sealed_lines(key.key.seed(), pass_phrase, rng);
  if (secret.empty()) return {};
  return std::string(kFirstLine) + "\n" + line("name", key.name) + line("public", hex(key.key.public_key())) + secret;
}

Result<NamedKey> from_key_text(std::string_view text, std::string_view pass_phrase, const std::string& file) {
  auto fields = fields_of(text, file);
  if (!fields) return fail(fields.error());
  const bool is_plain = fields->count("seed") > 0;
  if (is_plain && !pass_phrase.empty())
    return fail(ErrorKind::Input, msg("this key has no pass phrase"), msg("leave the pass phrase out"), {file, 0});
  if (!is_plain && pass_phrase.empty())
    return fail(ErrorKind::Input, msg("this key is sealed by a pass phrase"), msg("give it by --pass-phrase-file"),
                {file, 0});
  auto key = is_plain ? plain(*fields, file) : unsealed(*fields, pass_phrase, file);
  if (!key) return fail(key.error());
  const auto name = fields->find("name"), shown = fields->find("public");
  if (name == fields->end() || shown == fields->end() || shown->second != hex(key->public_key()))
    return no_key(file, msg("is a damaged key file"));
  // The name stands outside the seal and goes into signatures.yaml: anybody may have put anything there.
  auto owner = pseudonym_from(name->second);
  if (!owner) return no_key(file, msg("names its owner by what cannot be a pseudonym"));
  return NamedKey{std::move(*owner), std::move(*key)};
}

}  // namespace etalon
