// Comma-separated values after RFC 4180: quoted cells, doubled quotes, line breaks inside quotes. A byte order mark and
// any of CRLF, LF and CR as line end are understood.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"

namespace etalon {

struct CsvRow {
  int line = 0;  // where the row starts, 1-based
  std::vector<std::string> cells;
};

// Reads row by row, so that a large file never stands in memory as cells. Empty lines are passed over.
class CsvReader {
 public:
  static constexpr std::size_t kMostCells = 1000;  // a row with more is refused

  // `bytes` must outlive the reader; `file` is only named in errors.
  CsvReader(std::string_view bytes, std::string file);

  // The next row, nothing at the end, or (Input) what is wrong, with its line. Ends after an error.
  Result<std::optional<CsvRow>> next();
  // Bytes read so far.
  std::size_t position() const { return at_; }

 private:
  Result<CsvRow> row();
  Result<std::string> cell();
  Result<std::string> quoted_cell();
  bool at_line_end() const;
  void skip_line_end();
  tl::unexpected<Error> refuse(Message what, Message mend, int line);

  std::string_view bytes_;
  std::string file_;
  std::size_t at_ = 0;
  int line_ = 1;
};

// One cell as it is written: quoted where needed, and with a leading apostrophe where a spreadsheet would otherwise
// run it as a formula (it starts with = + - @, tab or carriage return and is not a plain number).
std::string csv_cell(std::string_view text);

}  // namespace etalon
