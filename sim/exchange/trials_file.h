// A study of repeated trials as CSV: unit, rater, occasion, value (or label), and optionally reference (or standard), the
// same in every row of a unit. An empty cell or NA is missing.
#pragma once

#include <filesystem>

#include "sim/base/result.h"
#include "sim/exchange/names.h"
#include "sim/stats/rating_table.h"

namespace etalon::exchange {

struct Trials {
  stats::RatingTable table;  // column rater * occasions + occasion
  Names units, raters, occasions;
  std::vector<stats::Category> standard;  // by unit; empty: the file has none
};

// Refused (Input), with the line: columns that lack, a trial twice, two references of one unit.
Result<Trials> read_trials(const std::filesystem::path& file);

}  // namespace etalon::exchange
