#include "ui/text/mo_file.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <cstdint>

namespace etalon::ui {
namespace {

struct Writer {
  bool big_endian = false;
  std::string bytes;

  void word(std::uint32_t value) {
    for (int i = 0; i < 4; ++i) {
      const int shift = 8 * (big_endian ? 3 - i : i);
      bytes += static_cast<char>(value >> shift & 0xFF);
    }
  }
};

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string mo(const Pairs& pairs, bool big_endian = false) {
  Writer out{big_endian, {}};
  const auto count = static_cast<std::uint32_t>(pairs.size());
  for (const std::uint32_t word : {0x950412DEU, 0U, count, 28U, 28 + 8 * count, 0U, 28 + 16 * count}) out.word(word);
  std::uint32_t at = 28 + 16 * count;
  std::string texts;
  for (const bool first : {true, false}) {
    for (const auto& [id, text] : pairs) {
      const std::string& s = first ? id : text;
      out.word(static_cast<std::uint32_t>(s.size()));
      out.word(at);
      texts += s + '\0';
      at += static_cast<std::uint32_t>(s.size()) + 1;
    }
  }
  return out.bytes + texts;
}

void put_word(std::string& bytes, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(value >> 8 * i & 0xFF);
}

const Pairs kPairs = {
    {"", "Language: fr\n"}, {"Stop", "Arrêter"}, {std::string("vote\0votes", 10), std::string("voix\0voix", 9)}};

TEST(MoFile, reads_both_byte_orders) {
  for (const bool big_endian : {false, true}) {
    const auto entries = parse_mo(mo(kPairs, big_endian), "fr.mo");
    ASSERT_TRUE(entries);
    EXPECT_EQ(entries->at("Stop"), "Arrêter");
    EXPECT_EQ(entries->size(), 2U) << "the header is no sentence";
  }
}

TEST(MoFile, keeps_a_plural_under_its_singular) {
  const auto entries = parse_mo(mo(kPairs), "fr.mo");
  ASSERT_TRUE(entries);
  EXPECT_EQ(entries->at("vote"), std::string("voix\0voix", 9));
}

TEST(MoFile, refuses_what_is_no_catalogue_and_names_the_file) {
  for (const std::string& bytes : {std::string(), std::string("hello"), std::string(28, '\0'), std::string(4000, '\xFF')}) {
    const auto entries = parse_mo(bytes, "fr.mo");
    ASSERT_FALSE(entries);
    EXPECT_EQ(entries.error().where.file, "fr.mo");
    EXPECT_EQ(entries.error().kind, ErrorKind::Input);
  }
}

TEST(MoFile, refuses_every_truncation) {
  const std::string whole = mo(kPairs);
  // The last byte is the '\0' behind the last text, which nobody needs.
  for (std::size_t size = 0; size + 1 < whole.size(); ++size) EXPECT_FALSE(parse_mo(whole.substr(0, size), "x")) << size;
}

TEST(MoFile, refuses_counts_and_offsets_that_lie_outside) {
  for (const std::size_t at : {8U, 12U, 16U, 28U, 32U}) {
    for (const std::uint32_t value : {0xFFFFFFFFU, 0xFFFFFFF8U, 0x7FFFFFFFU}) {
      std::string bytes = mo(kPairs);
      put_word(bytes, at, value);
      EXPECT_FALSE(parse_mo(bytes, "x")) << at << " " << value;
    }
  }
}

TEST(MoFile, refuses_broken_utf8) { EXPECT_FALSE(parse_mo(mo({{"Stop", "Arr\xC3"}}), "x")); }

TEST(MoFile, refuses_a_newer_major_revision) {
  std::string bytes = mo(kPairs);
  put_word(bytes, 4, 2U << 16);
  EXPECT_FALSE(parse_mo(bytes, "x"));
}

RC_GTEST_PROP(MoFile, survives_any_damage, ()) {
  std::string bytes = mo(kPairs);
  const auto hits = *rc::gen::container<std::vector<std::pair<std::size_t, char>>>(
      rc::gen::pair(rc::gen::inRange<std::size_t>(0, bytes.size()), rc::gen::arbitrary<char>()));
  for (const auto& [at, byte] : hits) bytes[at] = byte;
  const auto entries = parse_mo(bytes, "x");
  if (entries)
    for (const auto& [id, text] : *entries) RC_ASSERT(id.size() + text.size() <= bytes.size());
}

}  // namespace
}  // namespace etalon::ui
