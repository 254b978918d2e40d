#include "sim/exchange/ratings_file.h"

#include <gtest/gtest.h>

#include "sim/base/file.h"

namespace etalon::exchange {
namespace {

class ratings_file : public testing::Test {
 protected:
  Result<Ratings> read(std::string_view text, const RatingsOptions& options = {}) {
    EXPECT_TRUE(write_file(file_, text));
    return read_ratings(file_, options);
  }
  int refused_line(std::string_view text, const RatingsOptions& options = {}) {
    const auto out = read(text, options);
    return out ? -1 : out.error().where.line;
  }
  const std::filesystem::path file_ =
      std::filesystem::path(testing::TempDir()) /
      (std::string("ratings_") + testing::UnitTest::GetInstance()->current_test_info()->name() + ".csv");
};

TEST_F(ratings_file, long_has_a_row_a_rating_and_other_columns_aside) {
  const auto out = read("note,unit,rater,value\nx,u1,a,yes\n,u1,b,no\n,u2,b,NA\n,u2,a,\n");
  ASSERT_TRUE(out) << english(out.error());
  EXPECT_EQ(out->units, (std::vector<std::string>{"u1", "u2"}));
  EXPECT_EQ(out->raters, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(out->table.categories(), (std::vector<std::string>{"no", "yes"}));
  EXPECT_EQ(out->table.at(0, 0), 1);
  EXPECT_EQ(out->table.at(1, 1), stats::kMissing);
}

TEST_F(ratings_file, wide_has_a_column_a_rater_and_numbers_in_their_order) {
  const auto out = read("unit,a,b\nu1,10,9\nu2,NA,2\n", {.layout = Layout::Wide});
  ASSERT_TRUE(out) << english(out.error());
  EXPECT_EQ(out->table.categories(), (std::vector<std::string>{"2", "9", "10"}));
  EXPECT_EQ(out->table.at(0, 0), 2);
  EXPECT_EQ(out->table.at(1, 0), stats::kMissing);
}

TEST_F(ratings_file, table_counts_two_raters_and_keeps_an_empty_category) {
  const auto out = read("first,x,y,z\nx,2,1,0\ny,0,3,0\nz,0,0,0\n", {.layout = Layout::Table});
  ASSERT_TRUE(out) << english(out.error());
  EXPECT_EQ(out->table.units(), 6U);
  EXPECT_EQ(out->table.categories().size(), 3U);
}

TEST_F(ratings_file, repeats_are_refused_with_their_number_or_the_first_or_the_last_counts) {
  const char* text = "unit,rater,value\nu,a,x\nu,a,y\nu,b,y\n";
  EXPECT_EQ(refused_line(text), 3);
  EXPECT_EQ(read(text, {.repeats = Repeats::First})->table.at(0, 0), 0);
  EXPECT_EQ(read(text, {.repeats = Repeats::Last})->table.at(0, 0), 1);
  EXPECT_EQ(read(text, {.repeats = Repeats::Last})->repeats, 1U);
}

TEST_F(ratings_file, what_is_wrong_is_said_with_its_line) {
  EXPECT_EQ(refused_line("unit,value\nu,x\n"), 1);
  EXPECT_EQ(refused_line("unit,rater,value\nu,a\n"), 2);
  EXPECT_EQ(refused_line("unit,rater,value\nu,a,x\nu,b,q\n", {.order = {"x", "y"}}), 3);
  EXPECT_EQ(refused_line("c,x,y\nx,1,-2\n", {.layout = Layout::Table}), 2);
  EXPECT_EQ(refused_line(""), 1);
}

}  // namespace
}  // namespace etalon::exchange
