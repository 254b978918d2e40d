// The quick way through a long ratings file: plain rows, no quotation marks, several parts of the file at once. What it does
// not understand it leaves to the careful way, which also knows what to say.
#pragma once

#include <optional>
#include <string_view>

#include "sim/exchange/table_builder.h"

namespace etalon::exchange {

// Where the columns are.
struct LongColumns {
  std::size_t unit = 0, rater = 0, value = 0, count = 0;
};

// `rows`: all after the header, UTF-8. Nothing: quotation marks, rows that are not as the header, bytes that are no text,
// sets, repeats where they are refused, too many cells.
std::optional<TableBuilder> read_plain_rows(std::string_view rows, const LongColumns& columns, Repeats repeats,
                                            std::size_t threads);

}  // namespace etalon::exchange
