#include "sim/exchange/ratings_file.h"

#include <gtest/gtest.h>

#include "sim/base/file.h"
#include "sim/exchange/table_builder.h"

namespace etalon::exchange {
namespace {

void expect_same(const Ratings& a, const Ratings& b) {
  EXPECT_EQ(a.units, b.units);
  EXPECT_EQ(a.raters, b.raters);
  EXPECT_EQ(a.table.categories(), b.table.categories());
  for (std::size_t u = 0; u < a.units.size(); ++u)
    for (std::size_t r = 0; r < a.raters.size(); ++r) ASSERT_EQ(a.table.at(u, r), b.table.at(u, r));
}

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
  EXPECT_EQ(out->units, (Names{"u1", "u2"}));
  EXPECT_EQ(out->raters, (Names{"a", "b"}));
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

TEST_F(ratings_file, a_first_column_without_a_name_names_the_units_as_row_names_do) {
  const auto out = read(",a,b\nu1,x,y\nu2,y,y\n", {.layout = Layout::Wide});
  ASSERT_TRUE(out) << english(out.error());
  EXPECT_EQ(out->units, (Names{"u1", "u2"}));
  EXPECT_EQ(out->raters, (Names{"a", "b"}));
}

TEST_F(ratings_file, a_rating_of_nothing_or_by_nobody_is_refused_with_its_line) {
  EXPECT_EQ(refused_line("unit,rater,value\nu,a,x\n,a,x\n"), 3);
  EXPECT_EQ(refused_line("unit,rater,value\nu,a,x\nv,,x\n"), 3);
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

TEST_F(ratings_file, an_order_has_each_category_once_and_those_that_are_declared) {
  const char* text = "unit,rater,value\nu,a,x\nu,b,y\n";
  const auto kind = [&](const RatingsOptions& options) {
    const auto out = read(text, options);
    return out ? std::nullopt : std::optional(out.error().kind);
  };
  EXPECT_EQ(kind({.order = {"x", "y", "x"}}), ErrorKind::Usage);
  EXPECT_EQ(kind({.order = {"x", "y", "a|b", "b|a"}}), ErrorKind::Usage);
  EXPECT_EQ(kind({.order = {"x"}, .categories = {"y"}}), ErrorKind::Usage);
  EXPECT_EQ(kind({.order = {"y", "x", "z"}, .categories = {"z"}}), std::nullopt);
}

TEST_F(ratings_file, more_cells_than_a_table_can_have_are_refused_though_all_ratings_are_missing) {
  std::string plain = "unit,rater,value\n";
  for (int i = 0; i < 32'000; ++i) plain += "u" + std::to_string(i) + ",r" + std::to_string(i) + ",NA\n";
  for (const std::string& text : {plain, plain + "\"u\",r,\n"}) {  // plain rows, and the careful way
    const auto out = read(text);
    ASSERT_FALSE(out);
    EXPECT_EQ(out.error().kind, ErrorKind::Input);
  }
}

// As many units as no memory has: a few rows of many raters say nothing about the rest of a long file.
TEST(table_builder, room_is_made_for_no_more_than_a_table_can_have) {
  TableBuilder builder(Repeats::Refuse);
  for (int i = 0; i < 1'000; ++i) builder.raters.index("r" + std::to_string(i));
  EXPECT_EQ(builder.add(builder.units.index("u"), 999, builder.categories.index("x")), TableBuilder::Added::Yes);
  builder.expect_units(std::size_t{1} << 50U);
  EXPECT_EQ(builder.add(builder.units.index("v"), 0, 0), TableBuilder::Added::Yes);
  const stats::RatingTable table = builder.take({"x"});
  EXPECT_EQ(table.at(0, 999), 0);
  EXPECT_EQ(table.at(1, 0), 0);
  EXPECT_EQ(table.at(1, 999), stats::kMissing);
}

TEST_F(ratings_file, counts_have_a_row_a_unit_and_say_not_who_rated) {
  const auto out = read("a,b,c\n2,1,0\n0,0,3\n,1,0\n", {.layout = Layout::Counts});
  ASSERT_TRUE(out) << english(out.error());
  EXPECT_EQ(out->table.units(), 3U);
  EXPECT_EQ(out->table.raters(), 3U);
  EXPECT_EQ(out->table.categories(), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(out->table.at(0, 1), 0);
  EXPECT_EQ(out->table.at(0, 2), 1);
  EXPECT_EQ(out->table.at(2, 1), stats::kMissing);
  EXPECT_EQ(refused_line("a,b\n2,x\n", {.layout = Layout::Counts}), 2);
}

TEST_F(ratings_file, sets_are_the_same_in_any_order_of_their_labels) {
  const auto out = read("unit,rater,value\nu1,a,x|y\nu1,b,y|x|x\nu2,a,{}\n");
  ASSERT_TRUE(out) << english(out.error());
  EXPECT_EQ(out->table.categories(), (std::vector<std::string>{"x|y", "{}"}));
  EXPECT_EQ(out->table.at(0, 0), out->table.at(0, 1));
}

// The quick way against the careful way: a quotation mark in a column kept aside forces the latter.
TEST_F(ratings_file, plain_rows_are_read_as_the_careful_way_reads_them) {
  std::string plain = "unit,rater,value,note\n", quoted = plain;
  for (int i = 0; i < 700'000; ++i) {
    const std::string row =
        "u" + std::to_string(i / 7) + ",r" + std::to_string(i * 5 % 7) + "," + std::to_string(i * 31 % 13) + ",";
    plain += row + (i % 11 == 0 ? "\n\n" : "n\n");
    quoted += row + (i % 11 == 0 ? "\n\n" : "\"n\"\n");
  }
  ASSERT_GT(plain.size(), 8'000'000U) << "more than one part";
  plain.pop_back();
  const auto quick = read(plain, {.threads = 2}), careful = read(quoted);
  ASSERT_TRUE(quick && careful);
  expect_same(*quick, *careful);
}

TEST_F(ratings_file, a_file_sorted_by_rater_is_read_alike_on_any_number_of_threads) {
  std::string text = "value,unit,rater\n";
  for (int i = 0; i < 1'200'000; ++i)
    text += (i % 5 == 0 ? "NA" : std::to_string(i % 13)) + ",unit " + std::to_string(i * 7 % 100'000) + ",r" +
            std::to_string(i / 100'000) + "\n";
  ASSERT_GT(text.size(), 16'000'000U) << "more than one part";
  const auto one = read(text), three = read(text, {.threads = 3}), careful = read("\"value\"" + text.substr(5));
  ASSERT_TRUE(one && three && careful);
  expect_same(*one, *careful);
  expect_same(*three, *careful);
}

TEST_F(ratings_file, a_row_longer_than_a_piece_is_read_too) {
  const std::string note(200'000, 'x');
  const auto out = read("unit,rater,value,note\nu1,a,1," + note + "\nu2,a,2," + note + "\n");
  ASSERT_TRUE(out) << english(out.error());
  EXPECT_EQ(out->table.at(1, 0), 1);
}

TEST_F(ratings_file, a_repeat_across_the_parts_of_a_large_file_is_found_with_its_line) {
  std::string text = "unit,rater,value\n";
  for (int i = 0; i < 2'000'000; ++i) text += "u" + std::to_string(i) + ",r,1\n";
  EXPECT_EQ(read(text + "u5,r,1\n", {.repeats = Repeats::Last, .threads = 2})->repeats, 1U);
  EXPECT_EQ(refused_line(text + "u5,r,1\n", {.threads = 2}), 2'000'002);
}

TEST_F(ratings_file, more_than_255_categories_take_two_bytes_and_lose_none) {
  std::string text = "unit,rater,value\n";
  for (int i = 0; i < 700; ++i)
    text += "u" + std::to_string(i % 100) + ",r" + std::to_string(i / 100) + "," + std::to_string(i) + "\n";
  const auto out = read(text);
  ASSERT_TRUE(out) << english(out.error());
  ASSERT_EQ(out->table.categories().size(), 700U);
  for (int i = 0; i < 700; ++i)
    EXPECT_EQ(out->table.at(static_cast<std::size_t>(i % 100), static_cast<std::size_t>(i / 100)), i);
}

TEST_F(ratings_file, parts_with_few_and_with_many_categories_become_one_table) {
  for (const bool many_first : {true, false}) {
    std::string text = "unit,rater,value\n";
    for (int i = 0; i < 1'000'000; ++i) {
      const int categories = (i < 500'000) == many_first ? 400 : 200;
      text +=
          "unit " + std::to_string(i / 5) + ",r" + std::to_string(i % 5) + "," + std::to_string(i * 7 % categories) + "\n";
    }
    ASSERT_GT(text.size(), 16'000'000U) << "more than one part";
    const auto two = read(text, {.threads = 2}), careful = read("\"unit\"" + text.substr(4));
    ASSERT_TRUE(two && careful);
    EXPECT_EQ(two->table.categories().size(), 400U);
    expect_same(*two, *careful);
  }
}

TEST_F(ratings_file, an_order_longer_than_a_byte_is_kept_though_few_categories_occur) {
  std::vector<std::string> order;
  for (int i = 0; i < 300; ++i) order.push_back("c" + std::to_string(i));
  const auto out = read("unit,rater,value\nu,a,c299\nu,b,c3\n", {.order = order});
  ASSERT_TRUE(out) << english(out.error());
  EXPECT_EQ(out->table.at(0, 0), 299);
  EXPECT_EQ(out->table.at(0, 1), 3);
}

TEST_F(ratings_file, a_long_order_without_any_rating_makes_an_empty_table) {
  std::vector<std::string> order;
  for (int i = 0; i < 300; ++i) order.push_back("c" + std::to_string(i));
  const auto out = read("unit,rater,value\nu,a,\nu,b,NA\n", {.order = order});
  ASSERT_TRUE(out) << english(out.error());
  EXPECT_EQ(out->table.at(0, 1), stats::kMissing);
}

TEST_F(ratings_file, reading_says_how_far_it_is_and_stops_when_told_to) {
  std::string text = "unit,rater,value\n";
  for (int i = 0; i < 50'000; ++i) text += "u" + std::to_string(i) + ",r,1\n";
  for (const std::string& file : {text, text + "\"u\",r,1\n"}) {  // the quick way, and the careful way after it
    double last = 0;
    ASSERT_TRUE(read(file, {.progress = [&](double share) { return (last = share) <= 1; }}));
    EXPECT_GT(last, 0.9);
    const auto stopped = read(file, {.progress = [](double) { return false; }});
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().kind, ErrorKind::Environment);
  }
}

TEST_F(ratings_file, damaged_text_is_refused_with_its_line) {
  EXPECT_EQ(refused_line(std::string_view("unit,rater,value\nu,a,\xff\n")), 2);
  EXPECT_EQ(refused_line(std::string_view("unit,rater,value\nu,a,\0x\n", 24)), 2);
  EXPECT_EQ(refused_line("unit,rater,value\nu,a,x,y\n"), 2);
}

}  // namespace
}  // namespace etalon::exchange
