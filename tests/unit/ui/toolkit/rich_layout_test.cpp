#include "ui/toolkit/rich_layout.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sim/base/text.h"

namespace etalon::ui::toolkit {
namespace {

float one(std::string_view text) { return static_cast<float>(count_code_points(text)); }
RichMeasure units() { return {one, one}; }

Run plain(std::string text) { return {std::move(text), "", false, false}; }
Run fact(std::string text, std::string id) { return {std::move(text), std::move(id), false, false}; }

RichLayout laid_out(const std::vector<Run>& runs, float width) {
  LineBreaker breaker;
  return lay_out(breaker, runs, width, units());
}

TEST(RichLayout, keeps_the_number_of_a_fact_with_its_last_word) {
  // "one two" is 7 wide, "F1" 2 more: the last word goes down with its number.
  const RichLayout layout = laid_out({fact("one two", "F1")}, 8);
  ASSERT_EQ(layout.pieces.size(), 2U);
  EXPECT_EQ(layout.pieces[0].text, "one");
  EXPECT_EQ(layout.pieces[0].number, 0);
  EXPECT_EQ(layout.pieces[1].text, "two");
  EXPECT_EQ(layout.pieces[1].number, 2);
  EXPECT_EQ(layout.lines, 2U);
}

TEST(RichLayout, does_not_part_a_word_where_a_run_ends) {
  const RichLayout layout = laid_out({plain("an un"), fact("break", "F1"), plain("able word")}, 14);
  ASSERT_GE(layout.pieces.size(), 3U);
  EXPECT_EQ(layout.pieces[0].text, "an");
  EXPECT_EQ(layout.pieces[1].text, "un");
  EXPECT_EQ(layout.pieces[1].line, layout.pieces[2].line);
}

TEST(RichLayout, begins_a_new_line_behind_a_line_feed) {
  const RichLayout layout = laid_out({plain("a\nb")}, 20);
  EXPECT_EQ(layout.lines, 2U);
  EXPECT_EQ(layout.pieces[1].x, 0);
}

TEST(RichLayout, an_empty_text_is_one_line) { EXPECT_EQ(laid_out({}, 20).lines, 1U); }

RC_GTEST_PROP(RichLayout, loses_no_letter_and_stays_within_the_width, ()) {
  std::vector<Run> runs;
  std::string whole;
  const auto texts =
      *rc::gen::container<std::vector<std::string>>(rc::gen::container<std::string>(rc::gen::element('a', 'b', ' ')));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    runs.push_back(i % 2 == 0 ? plain(texts[i]) : fact(texts[i], "F"));
    whole += texts[i];
  }
  const RichLayout layout = laid_out(runs, 9);
  std::string shown;
  for (const RichPiece& piece : layout.pieces) {
    shown += piece.text;
    RC_ASSERT(piece.line < layout.lines);
    const std::string_view text = piece.text;
    const auto visible = text.find_last_not_of(' ');
    const float width = visible == text.npos ? 0 : one(text.substr(0, visible + 1));
    RC_ASSERT(piece.x + width <= 9.5F);
  }
  const auto letters = [](std::string text) {
    std::erase(text, ' ');
    return text;
  };
  RC_ASSERT(letters(shown) == letters(whole));
}

}  // namespace
}  // namespace etalon::ui::toolkit
