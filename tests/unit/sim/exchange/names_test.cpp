#include "sim/exchange/name_index.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace etalon::exchange {
namespace {

RC_GTEST_PROP(names, are_numbered_as_they_first_occur_whatever_their_length, ()) {
  const auto texts = *rc::gen::container<std::vector<std::string>>(rc::gen::mapcat(
      rc::gen::inRange<std::size_t>(0, 40),
      [](std::size_t size) { return rc::gen::container<std::string>(size, rc::gen::element('a', 'b', '\xc3')); }));
  NameIndex index;
  std::map<std::string, std::uint32_t> known;
  for (const std::string& text : texts) {
    index.expect(text);
    const auto number = known.emplace(text, static_cast<std::uint32_t>(known.size())).first->second;
    RC_ASSERT(index.index(text) == number);
  }
  for (const auto& [text, number] : known) {
    RC_ASSERT(index.names()[number] == text);
    for (const std::string& other : texts) RC_ASSERT(index.is(number, other) == (text == other));
  }
}

TEST(names, in_order_then_out_of_order_and_asked_for_often_keep_their_numbers) {
  NameIndex index;
  for (std::uint32_t i = 0; i < 5'000; ++i) EXPECT_EQ(index.index("u" + std::to_string(i)), i);
  for (std::uint32_t turn = 0; turn < 2; ++turn)
    for (std::uint32_t i = 0; i < 5'000; ++i) EXPECT_EQ(index.index("u" + std::to_string(4'999 - i)), 4'999 - i);
  EXPECT_EQ(index.index("a"), 5'000U);
  EXPECT_EQ(index.index("u17"), 17U);
  EXPECT_EQ(index.index("a"), 5'000U);
}

TEST(names, stay_what_they_are_when_room_is_made) {
  NameIndex index;
  for (int i = 0; i < 1'000; ++i) index.index("n" + std::to_string(i));
  index.reserve(100'000);
  for (std::uint32_t i = 0; i < 1'000; ++i) EXPECT_EQ(index.index("n" + std::to_string(i)), i);
  EXPECT_EQ(index.size(), 1'000U);
}

}  // namespace
}  // namespace etalon::exchange
