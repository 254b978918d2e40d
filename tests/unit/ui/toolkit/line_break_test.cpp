#include "ui/toolkit/line_break.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sim/base/text.h"

namespace etalon::ui::toolkit {
namespace {

// Every code point is one unit wide.
float measure(std::string_view text) { return static_cast<float>(count_code_points(text)); }

std::vector<std::string> lines(std::string_view text, float width) {
  LineBreaker breaker;
  std::vector<std::string> out;
  for (const Line& line : breaker.wrap(text, width, measure))
    out.emplace_back(text.substr(line.begin, line.end - line.begin));
  return out;
}

using Lines = std::vector<std::string>;

TEST(LineBreak, fills_lines_with_words) { EXPECT_EQ(lines("the quick brown fox", 10), (Lines{"the quick", "brown fox"})); }

TEST(LineBreak, keeps_what_fits_on_one_line) { EXPECT_EQ(lines("the quick", 9), Lines{"the quick"}); }

TEST(LineBreak, ends_a_line_where_the_text_does) {
  EXPECT_EQ(lines("a\n\nb\n", 10), (Lines{"a", "", "b", ""}));
  EXPECT_EQ(lines("", 10), Lines{""});
}

TEST(LineBreak, never_parts_at_a_no_break_space) {
  EXPECT_EQ(lines("dire 10\u202F% oui", 8), (Lines{"dire", "10\u202F% oui"}));
  EXPECT_EQ(lines("dire «\u00A0oui\u00A0» ici", 11), (Lines{"dire", "«\u00A0oui\u00A0» ici"}));
}

TEST(LineBreak, leaves_no_french_sign_alone_even_behind_a_plain_space) {
  EXPECT_EQ(lines("un appel : rien", 8), (Lines{"un", "appel :", "rien"}));
  EXPECT_EQ(lines("dire « oui » ici", 7), (Lines{"dire", "« oui »", "ici"}));
  EXPECT_EQ(lines("est vraiment ? non", 12), (Lines{"est", "vraiment ?", "non"}));
}

TEST(LineBreak, parts_a_word_that_is_wider_than_the_line) {
  EXPECT_EQ(lines("anticonstitutionnellement", 10), (Lines{"anticonsti", "tutionnell", "ement"}));
  EXPECT_EQ(lines("éééééé", 4), (Lines{"éééé", "éé"}));
}

RC_GTEST_PROP(LineBreak, loses_nothing_and_stays_within_the_width, ()) {
  const auto letters = *rc::gen::container<std::string>(rc::gen::element('a', 'b', ' ', '\n', ':', '-'));
  const auto width = static_cast<float>(*rc::gen::inRange(1, 12));
  LineBreaker breaker;
  std::size_t at = 0;
  for (const Line& line : breaker.wrap(letters, width, measure)) {
    RC_ASSERT(line.begin == at);
    RC_ASSERT(line.end <= line.next);
    RC_ASSERT(line.width <= width);
    at = line.next;
  }
  RC_ASSERT(at == letters.size());
}

TEST(LineBreak, steps_over_whole_characters) {
  const std::string text = "aé€😀";
  EXPECT_EQ(next_character(text, 1), 3U);
  EXPECT_EQ(next_character(text, 3), 6U);
  EXPECT_EQ(previous_character(text, 10), 6U);
  EXPECT_EQ(previous_character(text, 0), 0U);
  EXPECT_EQ(next_character(text, 10), 10U);
}

}  // namespace
}  // namespace etalon::ui::toolkit
