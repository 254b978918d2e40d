#include "sim/exchange/matrix_file.h"

#include <algorithm>
#include <cmath>

#include "sim/base/csv.h"
#include "sim/base/file.h"
#include "sim/base/text.h"
#include "sim/exchange/ratings_file.h"
#include "sim/stats/rating_table.h"

namespace etalon::exchange {
namespace {

constexpr std::uint64_t kLimit = 100'000'000;  // bytes

struct Square {
  std::string file;
  std::vector<std::string> names;  // of rows and columns
  std::vector<std::vector<double>> rows;
};

tl::unexpected<Error> refuse(const std::string& file, int line, Message what, Message mend) {
  return fail(ErrorKind::Input, std::move(what), std::move(mend), {file, line});
}

Result<std::vector<double>> numbers_of(const std::string& file, const CsvRow& row) {
  std::vector<double> out;
  for (std::size_t i = 1; i < row.cells.size(); ++i) {
    const auto number = stats::category_number(row.cells[i]);
    if (!number || *number < 0)
      return refuse(file, row.line, msg("“{cell}” is no weight and no distance", {{"cell", printable(row.cells[i])}}),
                    msg("a cell is a number from 0 on"));
    out.push_back(*number);
  }
  return out;
}

Result<Square> read_square(const std::string& file, std::string_view bytes) {
  CsvReader csv(bytes, file);
  Square out{file, {}, {}};
  for (;;) {
    auto row = csv.next();
    if (!row) return fail(row.error());
    if (!*row) break;
    std::vector<std::string>& cells = (*row)->cells;
    if (out.names.empty()) {
      for (std::size_t i = 1; i < cells.size(); ++i) out.names.push_back(same_set(cells[i]));
      continue;
    }
    const std::size_t at = out.rows.size();
    if (cells.size() != out.names.size() + 1 || at >= out.names.size() || same_set(cells[0]) != out.names[at])
      return refuse(file, (*row)->line, msg("the rows are not the same categories as the header, in the same order"),
                    msg("the file is a square: a header of categories, then a row each, its name first"));
    auto numbers = numbers_of(file, **row);
    if (!numbers) return fail(numbers.error());
    out.rows.push_back(std::move(*numbers));
  }
  if (out.names.empty() || out.rows.size() != out.names.size())
    return refuse(file, 0, msg("the weights do not form a square"),
                  msg("the file is a square: a header of categories, then a row each, its name first"));
  return out;
}

Result<std::vector<std::vector<double>>> picked(const Square& square, const std::vector<std::string>& categories) {
  std::vector<std::size_t> at;
  for (const std::string& category : categories) {
    const auto hit = std::find(square.names.begin(), square.names.end(), category);
    if (hit == square.names.end())
      return refuse(square.file, 1, msg("the category “{category}” is missing", {{"category", printable(category)}}),
                    msg("give it a row and a column"));
    at.push_back(static_cast<std::size_t>(hit - square.names.begin()));
  }
  std::vector<std::vector<double>> out;
  for (const std::size_t row : at) {
    auto& cells = out.emplace_back();
    for (const std::size_t column : at) cells.push_back(square.rows[row][column]);
  }
  return out;
}

void turn_distances(std::vector<std::vector<double>>& rows) {
  double largest = 0;
  for (const auto& row : rows)
    for (const double cell : row) largest = std::max(largest, cell);
  for (auto& row : rows)
    for (double& cell : row) cell = largest > 0 ? 1 - cell / largest : 1;
}

}  // namespace

Result<stats::Weights> read_matrix(const std::filesystem::path& file, const std::vector<std::string>& categories) {
  const auto bytes = read_file(file, kLimit);
  if (!bytes) return fail(bytes.error());
  const auto square = read_square(file.string(), *bytes);
  if (!square) return fail(square.error());
  auto rows = picked(*square, categories);
  if (!rows) return fail(rows.error());
  if (!rows->empty() && rows->front().front() == 0) turn_distances(*rows);
  auto weights = stats::Weights::of_matrix(*rows);
  if (weights) return weights;
  Error error = weights.error();
  error.where = {file.string(), 0};
  return fail(std::move(error));
}

}  // namespace etalon::exchange
