#include "sim/base/text.h"

#include <gtest/gtest.h>

#include "sim/base/message.h"
#include "sim/base/result.h"

namespace etalon {
namespace {

TEST(text, tells_utf8_from_other_bytes) {
  EXPECT_TRUE(is_utf8("Étalon"));
  EXPECT_FALSE(is_utf8("\xC3"));
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));  // a surrogate
  EXPECT_FALSE(is_utf8("\xC0\xAF"));      // an overlong slash
}

TEST(text, counts_code_points_not_bytes) { EXPECT_EQ(count_code_points("Étalon ≥ 1"), 10U); }

TEST(text, splits_and_keeps_empty_parts) {
  EXPECT_EQ(split("a||b", '|'), (std::vector<std::string_view>{"a", "", "b"}));
  EXPECT_EQ(split("", '|'), (std::vector<std::string_view>{""}));
}

TEST(text, makes_terminal_escapes_and_bidi_overrides_visible) {
  EXPECT_EQ(printable("a\x1B[31mb"), "a\\x1B[31mb");
  EXPECT_EQ(printable("a\xE2\x80\xAE"
                      "b"),
            "a\\xE2\\x80\\xAE"
            "b");
  EXPECT_EQ(printable("\xFF"
                      "é"),
            "\\xFFé");
}

TEST(message, replaces_named_places_and_keeps_unknown_ones) {
  EXPECT_EQ(english(msg("{a} of {b}, {c}", {{"a", "1"}, {"b", "2"}})), "1 of 2, {c}");
}

TEST(message, never_searches_a_value_for_places) { EXPECT_EQ(english(msg("{a}{b}", {{"a", "{b}"}, {"b", "x"}})), "{b}x"); }

TEST(error, says_where_what_and_how_to_mend_it) {
  EXPECT_EQ(english(Error{ErrorKind::Input, msg("is broken"), msg("mend it"), {"pack.yaml", 3}}),
            "pack.yaml:3: is broken (mend it)");
}

}  // namespace
}  // namespace etalon
