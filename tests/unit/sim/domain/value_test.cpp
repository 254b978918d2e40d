#include "sim/domain/value.h"

#include <gtest/gtest.h>

namespace etalon {
namespace {

TEST(value, keeps_a_set_sorted_and_without_repeats) {
  EXPECT_EQ(Value::of_set({"b", "a", "b"}).to_text(), "a|b");
  EXPECT_EQ(Value::of_set({}).to_text(), "{}");
}

TEST(value, reads_its_own_text_back) {
  for (const auto& [shape, text] : std::vector<std::pair<Shape, std::string>>{
           {Shape::Code, "manifest"}, {Shape::Set, "a|b"}, {Shape::Set, "{}"}, {Shape::Checklist, "x=met|y=unknown"}})
    EXPECT_EQ(Value::parse(shape, text)->to_text(), text);
}

TEST(value, refuses_a_malformed_set_or_checklist) {
  EXPECT_FALSE(Value::parse(Shape::Set, "a||b"));
  EXPECT_FALSE(Value::parse(Shape::Checklist, "x"));
  EXPECT_FALSE(Value::parse(Shape::Checklist, "x=perhaps"));
  EXPECT_FALSE(Value::parse(Shape::Checklist, "x=met|x=met"));
}

TEST(value, has_a_code_or_a_member_of_its_set) {
  EXPECT_TRUE(Value::of_code("a").has("a"));
  EXPECT_TRUE(Value::of_set({"a", "b"}).has("b"));
  EXPECT_FALSE(Value::of_set({"a", "b"}).has("c"));
}

}  // namespace
}  // namespace etalon
