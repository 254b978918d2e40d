// How a result is printed: rows with named columns, as a table for people, as JSON or as CSV.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/base/parallel.h"
#include "ui/cli/cli.h"

namespace CLI {
class App;
}

namespace etalon::ui::cli {

// Numbers stay numbers in JSON, unrounded.
using Cell = std::variant<std::string, std::int64_t, double, bool>;

template <class Number>
Cell count(Number number) {
  return static_cast<std::int64_t>(number);
}

// An empty cell where there is no number.
inline Cell cell(const std::optional<double>& number) { return number ? Cell(*number) : Cell(std::string()); }

struct Rows {
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;
};

// A bar on the error stream, where that is a terminal and the work takes more than a second; else nothing.
Progress progress_bar(const World& world);

// How many threads the machine runs at once; at least 1.
std::size_t usable_threads();

// Adds --format table|json|csv to a subcommand.
void add_format(CLI::App& command, std::string& format);

// Table: numbers to four decimals. JSON: an array of objects. CSV: a header and a line a row, no cell that a spreadsheet
// would run.
void print(std::ostream& out, const std::string& format, const Rows& rows);

}  // namespace etalon::ui::cli
