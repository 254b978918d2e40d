#include "sim/base/hash.h"

#include <gtest/gtest.h>

#include <set>

#include "sim/base/rng.h"

namespace etalon {
namespace {

// Computed with `b2sum -l 256`.
TEST(hash, is_blake2b_256) {
  EXPECT_EQ(hex(hash_of("abc")), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(hash, reads_its_own_hexadecimal_back_and_nothing_else) {
  const Hash hash = hash_of("x");
  EXPECT_EQ(hash_from_hex(hex(hash)), hash);
  EXPECT_FALSE(hash_from_hex("zz"));
  EXPECT_FALSE(hash_from_hex(std::string(64, 'g')));
}

TEST(hash, keeps_the_border_between_texts) {
  EXPECT_NE(Hasher().add_text("ab").add_text("c").finish(), Hasher().add_text("a").add_text("bc").finish());
}

// The first outputs of SplitMix64 for seed 1234567, as its authors publish them.
TEST(rng, is_splitmix64) {
  SeededRng rng(1234567);
  EXPECT_EQ(rng.next(), 6457827717110365317ULL);
  EXPECT_EQ(rng.next(), 3203168211198807973ULL);
}

TEST(rng, stays_below_its_bound_and_reaches_all_of_it) {
  SeededRng rng(1);
  std::set<std::uint64_t> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(rng.below(7));
  EXPECT_EQ(seen.size(), 7U);
  EXPECT_EQ(*seen.rbegin(), 6U);
}

TEST(rng, gives_ids_of_sixteen_readable_characters) {
  SeededRng rng(1);
  const std::string id = random_id(rng);
  EXPECT_EQ(id.size(), 16U);
  EXPECT_EQ(id.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ"), std::string::npos);
  EXPECT_NE(id, random_id(rng));
}

}  // namespace
}  // namespace etalon
