#include "sim/exchange/reference_file.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "sim/base/file.h"
#include "sim/exchange/aligned.h"

namespace etalon::exchange {
namespace {

std::filesystem::path file(const std::string& name, const std::string& text) {
  const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / ("etalon_reference_" + name);
  EXPECT_TRUE(write_file(path, text));
  return path;
}

Ratings ratings(const std::string& name, const std::string& text, std::vector<std::string> order = {}) {
  RatingsOptions how;
  how.order = std::move(order);
  return *read_ratings(file(name, text), how);
}

TEST(Reference, gives_categories_that_nobody_chose_a_place_after_those_of_the_table) {
  const Ratings read = ratings("r.csv", "unit,rater,value\n1,A,x\n2,A,y\n3,A,x\n4,A,x\n5,A,y\n");
  const auto reference = read_reference(file("t.csv", "unit,value\n1,z\n2,y\n3,NA\n4,w\n9,v\n"), read.units);
  ASSERT_TRUE(reference);
  EXPECT_EQ(reference->beyond(read.table), (std::vector<std::string>{"w", "z"}));
  EXPECT_EQ(reference->categories(read.table), (std::vector<stats::Category>{3, 1, stats::kMissing, 2, stats::kMissing}));
  EXPECT_EQ(reference->without_ratings, 1U);
}

TEST(Aligned, puts_the_same_units_side_by_side_with_the_categories_of_both) {
  const Ratings before = ratings("a.csv", "unit,rater,value\n1,A,x\n2,A,z\n");
  const Ratings after = ratings("b.csv", "unit,rater,value\n2,B,y\n3,B,x\n1,C,z\n");
  const Aligned both = align(before, after, false);
  EXPECT_EQ(both.shared, 2U);
  EXPECT_EQ(both.before.categories(), (std::vector<std::string>{"x", "y", "z"}));
  EXPECT_EQ(both.after.categories(), both.before.categories());
  ASSERT_EQ(both.before.units(), 3U);
  ASSERT_EQ(both.after.units(), 3U);
  EXPECT_EQ(both.before.at(1, 0), 2) << "z";
  EXPECT_EQ(both.before.at(2, 0), stats::kMissing) << "a unit of the second alone";
  EXPECT_EQ(both.after.at(1, 0), 1) << "y, by the rater B";
  EXPECT_EQ(both.after.at(0, 1), 2) << "z, by the rater C";
}

TEST(Aligned, keeps_the_order_that_was_given) {
  const std::string text = "unit,rater,value\n1,A,low\n2,A,high\n";
  const Aligned both = align(ratings("a.csv", text, {"low", "high"}), ratings("b.csv", text, {"low", "high"}), true);
  EXPECT_EQ(both.before.categories(), (std::vector<std::string>{"low", "high"}));
}

}  // namespace
}  // namespace etalon::exchange
