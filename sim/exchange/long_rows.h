// The quick way through a long ratings file: plain rows, no quotation marks, piece by piece, so that the file never stands
// in memory, and several parts of it at once. What it does not understand it leaves to the careful way, which also knows
// what to say.
#pragma once

#include <optional>

#include "sim/base/file.h"
#include "sim/base/meter.h"
#include "sim/exchange/table_builder.h"

namespace etalon::exchange {

// Where the columns are.
struct LongColumns {
  std::size_t unit = 0, rater = 0, value = 0, count = 0;
};

// The rows of `file` from the byte `begin` on, which is behind the header. Nothing: quotation marks, rows that are not as
// the header, bytes that are no text, sets, repeats where they are refused, too many cells, a file that cannot be read,
// `meter` wants it to stop. It is ticked with bytes.
std::optional<TableBuilder> read_plain_rows(const OpenFile& file, std::uint64_t begin, const LongColumns& columns,
                                            Repeats repeats, std::size_t threads, Meter& meter);

}  // namespace etalon::exchange
