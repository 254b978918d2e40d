#include "sim/base/signature.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "sim/base/hex.h"
#include "sim/base/key_file.h"

namespace etalon {
namespace {

SecretKey::Seed seed_of(std::string_view digits) {
  SecretKey::Seed out;
  EXPECT_TRUE(from_hex(digits, out));
  return out;
}

// RFC 8032, section 7.1, tests 1 and 2.
TEST(Rfc8032, Ed25519_test_vectors) {
  const SecretKey first(seed_of("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
  EXPECT_EQ(hex(first.public_key()), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  EXPECT_EQ(hex(first.sign("")),
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bb"
            "e24655141438e7a100b");
  const SecretKey second(seed_of("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
  EXPECT_EQ(hex(second.public_key()), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  EXPECT_EQ(hex(second.sign("\x72")),
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302ae"
            "eb00d291612bb0c00");
}

TEST(Signature, holds_for_its_message_and_key_alone) {
  SeededRng rng(1);
  const SecretKey key = SecretKey::draw(rng), other = SecretKey::draw(rng);
  Signature signature = key.sign("text");
  EXPECT_TRUE(is_signed_by(key.public_key(), "text", signature));
  EXPECT_FALSE(is_signed_by(key.public_key(), "texT", signature));
  EXPECT_FALSE(is_signed_by(other.public_key(), "text", signature));
  signature.bytes[10] ^= 1;
  EXPECT_FALSE(is_signed_by(key.public_key(), "text", signature));
  EXPECT_FALSE(is_signed_by(PublicKey{}, "text", Signature{}));
}

TEST(Hex, has_one_spelling_for_each_value) {
  std::array<std::uint8_t, 2> bytes{};
  EXPECT_TRUE(from_hex("0aff", bytes));
  EXPECT_EQ(hex_of(bytes), "0aff");
  for (const char* wrong : {"0aFF", "0af", "0aff0", "0ag0", ""}) EXPECT_FALSE(from_hex(wrong, bytes)) << wrong;
}

class KeyFile : public testing::Test {
 protected:
  SeededRng rng_{5};
  const NamedKey key_{"REV-01", SecretKey::draw(rng_)};
};

TEST_F(KeyFile, gives_the_key_back) {
  const auto again = from_key_text(to_key_text(key_, "", rng_), "", "k");
  ASSERT_TRUE(again) << english(again.error());
  EXPECT_EQ(again->name, "REV-01");
  EXPECT_EQ(again->key.seed(), key_.key.seed());
}

TEST_F(KeyFile, sealed_by_a_pass_phrase_opens_with_it_alone) {
  const std::string text = to_key_text(key_, "a phrase", rng_);
  EXPECT_EQ(text.find(hex_of(key_.key.seed())), std::string::npos) << "the secret stands in it in plain";
  EXPECT_EQ(from_key_text(text, "a phrase", "k")->key.seed(), key_.key.seed());
  EXPECT_FALSE(from_key_text(text, "another", "k"));
  EXPECT_FALSE(from_key_text(text, "", "k"));
  EXPECT_FALSE(from_key_text(to_key_text(key_, "", rng_), "not wanted", "k"));
}

TEST_F(KeyFile, name_is_a_pseudonym_or_refused) {
  const std::string text = to_key_text(key_, "", rng_);
  const auto renamed = [&](const std::string& name) {
    std::string other = text;
    return from_key_text(other.replace(text.find("REV-01"), 6, name), "", "k");
  };
  EXPECT_EQ(renamed("rev_0.1")->name, "REV_0.1");
  for (const std::string& wrong : {std::string("A\", x: \"B"), std::string("A"), std::string(41, 'A'), std::string(),
                                   std::string("A B"), std::string("É1"), std::string("AB\r")}) {
    const auto key = renamed(wrong);
    ASSERT_FALSE(key) << wrong;
    EXPECT_EQ(key.error().kind, ErrorKind::Input);
    EXPECT_NE(english(key.error()).find("pseudonym"), std::string::npos) << english(key.error());
  }
}

// Argon2id needs 64 MiB at once, and this test takes them away.
TEST_F(KeyFile, lack_of_memory_does_not_pass_for_a_wrong_pass_phrase) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "a sanitizer needs an address space without a limit";
#endif
  const std::string text = to_key_text(key_, "a phrase", rng_);
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_AS, &before), 0);
  const rlimit little{32U << 20U, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_AS, &little), 0);
  const auto key = from_key_text(text, "a phrase", "k");
  ASSERT_EQ(::setrlimit(RLIMIT_AS, &before), 0);
  ASSERT_FALSE(key);
  EXPECT_EQ(key.error().kind, ErrorKind::Environment);
}

TEST_F(KeyFile, damaged_is_refused_and_never_crashes) {
  const std::string text = to_key_text(key_, "", rng_);
  for (std::size_t length = 0; length + 1 < text.size(); ++length)
    EXPECT_FALSE(from_key_text(text.substr(0, length), "", "k")) << length;
  for (const char* wrong : {"", "\n", "etalon secret key 1", "etalon secret key 1\nseed: 00\n", "etalon secret key 1\n::\n"})
    EXPECT_FALSE(from_key_text(wrong, "", "k")) << wrong;
}

}  // namespace
}  // namespace etalon
