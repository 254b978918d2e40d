#include "ui/cli/output.h"

#include <unistd.h>

#include <CLI/CLI.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <ostream>
#include <thread>
#include <type_traits>

#include "sim/base/csv.h"
#include "sim/base/json_writer.h"
#include "sim/base/text.h"

namespace etalon::ui::cli {
namespace {

std::string as_text(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* truth = std::get_if<bool>(&cell)) return *truth ? "yes" : "no";
  return std::visit(
      [](const auto& number) -> std::string {
        if constexpr (std::is_arithmetic_v<std::decay_t<decltype(number)>>) return fmt::format("{}", number);
        return {};
      },
      cell);
}

// Four decimals are plenty to read; what they would round to nothing keeps two digits.
std::string for_people(const Cell& cell) {
  const double* number = std::get_if<double>(&cell);
  if (number == nullptr) return as_text(cell);
  const bool small = *number != 0 && std::abs(*number) < 0.001;
  return small ? fmt::format("{:.1e}", *number) : fmt::format("{:.4f}", *number);
}

void print_json(std::ostream& out, const Rows& rows) {
  JsonWriter json;
  json.begin_array();
  for (const auto& row : rows.rows) {
    json.begin_object();
    for (std::size_t i = 0; i < rows.columns.size(); ++i)
      std::visit([&](const auto& content) { json.field(rows.columns[i], content); }, row[i]);
    json.end_object();
  }
  json.end_array();
  out << json.text() << '\n';
}

std::vector<std::string> as_texts(const std::vector<Cell>& row, std::string (*text)(const Cell&)) {
  std::vector<std::string> out;
  for (const Cell& cell : row) out.push_back(text(cell));
  return out;
}

void print_csv_line(std::ostream& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) out << (i == 0 ? "" : ",") << csv_cell(cells[i]);
  out << "\r\n";
}

std::vector<std::size_t> widths(const Rows& rows) {
  std::vector<std::size_t> out;
  for (const std::string& column : rows.columns) out.push_back(count_code_points(column));
  for (const auto& row : rows.rows)
    for (std::size_t i = 0; i < row.size(); ++i) out[i] = std::max(out[i], count_code_points(printable(for_people(row[i]))));
  return out;
}

void print_table_line(std::ostream& out, const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string cell = printable(cells[i]);
    out << cell;
    if (i + 1 < cells.size()) out << std::string(widths[i] - count_code_points(cell) + 2, ' ');
  }
  out << '\n';
}

}  // namespace

void add_format(CLI::App& command, std::string& format) {
  format = "table";
  command.add_option("--format", format, "table for people, json or csv for programs")
      ->check(CLI::IsMember({"table", "json", "csv"}))
      ->capture_default_str();
}

void print(std::ostream& out, const std::string& format, const Rows& rows) {
  if (format == "json") return print_json(out, rows);
  if (format == "csv") {
    print_csv_line(out, rows.columns);
    for (const auto& row : rows.rows) print_csv_line(out, as_texts(row, as_text));
    return;
  }
  const auto size = widths(rows);
  print_table_line(out, rows.columns, size);
  for (const auto& row : rows.rows) print_table_line(out, as_texts(row, for_people), size);
}

Progress progress_bar(const World& world) {
  if (&world.err != &std::cerr || ::isatty(STDERR_FILENO) == 0) return {};
  const Instant begin = world.clock.now();
  return [&world, begin, shown = -1](double share) mutable {
    const int percent = static_cast<int>(100 * share);
    if (percent == shown || world.clock.now() - begin < 1'000) return true;
    shown = percent;
    const auto filled = static_cast<std::size_t>(percent) * 30 / 100;
    world.err << "\r[" << std::string(filled, '#') << std::string(30 - filled, ' ') << "] " << percent << " %" << std::flush;
    if (percent >= 100) world.err << '\n';
    return true;
  };
}

std::size_t usable_threads() { return std::max(1U, std::thread::hardware_concurrency()); }

}  // namespace etalon::ui::cli
