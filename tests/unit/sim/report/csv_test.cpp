#include <gtest/gtest.h>

#include "sim/base/csv.h"
#include "sim/report/writers.h"
#include "tests/support/sample_report.h"

namespace etalon::report {
namespace {

using namespace etalon::support;

std::vector<std::vector<std::string>> read(const std::string& text) {
  CsvReader reader(text, "report.csv");
  std::vector<std::vector<std::string>> rows;
  for (;;) {
    const auto row = reader.next();
    EXPECT_TRUE(row.has_value());
    if (!row || !*row) return rows;
    rows.push_back((*row)->cells);
  }
}

std::vector<std::string> find(const std::string& text, const std::string& section, const std::string& facet,
                              const std::string& measure) {
  for (const auto& row : read(text))
    if (row[0] == section && row[1] == facet && row[2] == measure) return row;
  return {};
}

TEST(Csv, has_one_row_a_measure_with_nine_cells) {
  const auto rows = read(to_csv(team_report()));
  EXPECT_EQ(rows[0],
            (std::vector<std::string>{"section", "facet", "measure", "value", "low", "high", "n", "status", "reason"}));
  for (const auto& row : rows) ASSERT_EQ(row.size(), 9U);
}

TEST(Csv, gives_numbers_unrounded_with_their_interval) {
  const auto report = team_report();
  const auto row = find(to_csv(report), "validity", "legality", "agreement");
  ASSERT_EQ(row.size(), 9U);
  EXPECT_EQ(std::stod(row[3]), report.validity.facets[1].agreement.value);
  EXPECT_EQ(std::stod(row[4]), report.validity.facets[1].agreement.interval->low);
  EXPECT_EQ(row[6], std::to_string(report.validity.facets[1].n));
  EXPECT_EQ(row[7], "ok");
}

TEST(Csv, an_undefined_measure_has_no_number_but_a_reason) {
  auto rows = team_decisions();
  rows.resize(4);
  const auto row = find(to_csv(analysis::make_report(small_pack(), rows, {})), "validity", "usable", "cohen_kappa");
  ASSERT_EQ(row.size(), 9U);
  EXPECT_EQ(row[3], "");
  EXPECT_EQ(row[7], "undefined");
  EXPECT_NE(row[8], "");
}

TEST(Csv, no_cell_is_run_as_a_formula) {
  auto report = team_report();
  report.head.selection.analyst = AnalystId("=HYPERLINK(\"x\")");
  const auto row = find(to_csv(report), "selection", "", "analyst");
  ASSERT_EQ(row.size(), 9U);
  EXPECT_EQ(row[3].front(), '\'');
  for (const auto& cells : read(to_csv(report)))
    for (const std::string& cell : cells)
      EXPECT_FALSE(cell.starts_with('=') || cell.starts_with('@') || cell.starts_with('+')) << cell;
}

}  // namespace
}  // namespace etalon::report
