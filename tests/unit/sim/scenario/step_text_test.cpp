#include "sim/scenario/step_text.h"

#include <gtest/gtest.h>

namespace etalon::scenario {
namespace {

TEST(StepText, splits_facts_from_plain_text) {
  const auto runs = parse_step_text(" Before {F12|the fact.} after ");
  ASSERT_TRUE(runs.has_value());
  ASSERT_EQ(runs->size(), 3U);
  EXPECT_EQ((*runs)[0].text, "Before ");
  EXPECT_EQ((*runs)[1].fact, FactId("F12"));
  EXPECT_EQ((*runs)[1].text, "the fact.");
  EXPECT_EQ((*runs)[2].text, " after");
  EXPECT_EQ(plain_text(*runs), "Before the fact. after");
}

TEST(StepText, refuses_broken_markup) {
  for (const char* text :
       {"{F1|open", "closed}", "{F1|a {F2|b} c}", "{F1|}", "{G1|x}", "{F0|x}", "{F1 x}", "{}", "{F1234|x}"})
    EXPECT_FALSE(parse_step_text(text).has_value()) << text;
}

TEST(StepText, empty_text_has_no_run) {
  const auto runs = parse_step_text("  \n ");
  ASSERT_TRUE(runs.has_value());
  EXPECT_TRUE(runs->empty());
}

}  // namespace
}  // namespace etalon::scenario
