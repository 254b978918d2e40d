#include "sim/base/csv.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace etalon {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<CsvRow> rows(std::string_view bytes) {
  CsvReader reader(bytes, "f.csv");
  std::vector<CsvRow> out;
  for (auto row = reader.next(); row && *row; row = reader.next()) out.push_back(**row);
  return out;
}

Error error(std::string_view bytes) {
  CsvReader reader(bytes, "f.csv");
  for (;;) {
    auto row = reader.next();
    if (!row) return row.error();
    if (!*row) return {};
  }
}

TEST(Csv, reads_cells_and_line_numbers_with_any_line_end) {
  const auto all = rows(
      "\xEF\xBB\xBF"
      "a,b\r\n\r\nc,\"d\ne\"\rf,\n,g");
  ASSERT_EQ(all.size(), 4U);
  EXPECT_THAT(all[0].cells, ElementsAre("a", "b"));
  EXPECT_THAT(all[1].cells, ElementsAre("c", "d\ne"));
  EXPECT_EQ(all[1].line, 3);
  EXPECT_THAT(all[2].cells, ElementsAre("f", ""));
  EXPECT_EQ(all[2].line, 5);
  EXPECT_THAT(all[3].cells, ElementsAre("", "g"));
}

TEST(Csv, doubled_quotation_marks_are_one) { EXPECT_THAT(rows("\"a\"\"b\",\"\"\n")[0].cells, ElementsAre("a\"b", "")); }

TEST(Csv, broken_quoting_is_refused_with_its_line) {
  EXPECT_EQ(error("a\nb,\"c\nd").where, (Place{"f.csv", 2}));
  EXPECT_THAT(english(error("a\n\"b\"c\n").what), HasSubstr("follows a closed"));
  EXPECT_THAT(english(error("a\nb\"c\n").what), HasSubstr("not quoted"));
}

TEST(Csv, row_of_millions_of_cells_is_refused) {
  EXPECT_THAT(english(error(std::string(5'000'000, ',')).what), HasSubstr("more than 1000 cells"));
}

TEST(Csv, nothing_follows_an_error) {
  CsvReader reader("\"x\na,b\n", "f.csv");
  EXPECT_FALSE(reader.next().has_value());
  const auto after = reader.next();
  ASSERT_TRUE(after.has_value());
  EXPECT_FALSE(after->has_value());
}

TEST(CsvCell, is_never_run_as_a_formula) {
  EXPECT_EQ(csv_cell("=1+1"), "'=1+1");
  EXPECT_EQ(csv_cell("@sum"), "'@sum");
  EXPECT_EQ(csv_cell("+cmd"), "'+cmd");
  EXPECT_EQ(csv_cell("-a"), "'-a");
  EXPECT_EQ(csv_cell("\tx"), "'\tx");
  EXPECT_EQ(csv_cell("\rx"), "\"'\rx\"");
  EXPECT_EQ(csv_cell("=a,\"b\""), "\"'=a,\"\"b\"\"\"");
}

TEST(CsvCell, plain_numbers_and_text_stay_as_they_are) {
  for (const char* text : {"-1.5", "+2", "-3e-05", "0", "abc", "été", ""}) EXPECT_EQ(csv_cell(text), text);
}

RC_GTEST_PROP(CsvCellProperty, what_is_written_reads_back, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab,\"\n\r ;é").substr(0, 8)));
  const auto read = rows("x," + csv_cell(text) + "\n");
  RC_ASSERT(read.size() == 1U);
  const bool guarded = !text.empty() && text.front() == '\r';
  RC_ASSERT(read[0].cells.at(1) == (guarded ? "'" + text : text));
}

}  // namespace
}  // namespace etalon
