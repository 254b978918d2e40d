#include "sim/exchange/separators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace etalon::exchange {
namespace {

std::optional<std::vector<std::uint32_t>> found_in(std::string_view piece) {
  std::vector<std::uint32_t> places(piece.size() + kSpare);
  const auto count = find_separators(piece, places);
  if (!count) return std::nullopt;
  places.resize(*count);
  return places;
}

RC_GTEST_PROP(separators, are_the_commas_and_line_ends_in_their_order, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::element(',', '\n', 'a', '7', ' ', '-', '}', '~'));
  std::vector<std::uint32_t> expected;
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if (text[i] == ',' || text[i] == '\n') expected.push_back(i);
  RC_ASSERT(found_in(text) == expected);
}

TEST(separators, of_a_piece_that_is_all_separators_are_all_found) {
  const auto out = found_in(std::string(200, ','));
  ASSERT_TRUE(out);
  ASSERT_EQ(out->size(), 200U);
  for (std::uint32_t i = 0; i < 200; ++i) EXPECT_EQ((*out)[i], i);
}

// In the middle of full steps, at their edges and in the rest.
TEST(separators, what_asks_for_care_is_noticed_wherever_it_stands) {
  for (std::size_t at = 0; at < 150; ++at)
    for (const char odd : {'"', '|', '{', '\r', '\0', '\t', '\x1b'}) {
      std::string text(150, 'x');
      text[at] = odd;
      EXPECT_FALSE(found_in(text)) << at << ' ' << int{odd};
    }
}

TEST(separators, letters_beyond_ascii_are_plain_and_broken_ones_are_not) {
  for (std::size_t at = 0; at < 150; ++at) {
    std::string text(150, 'x');
    text.insert(at, "é");
    EXPECT_TRUE(found_in(text)) << at;
    text.erase(at + 1, 1);
    EXPECT_FALSE(found_in(text)) << at;
  }
}

}  // namespace
}  // namespace etalon::exchange
