// How sure the raters of a long ratings file were: its column confidence, beside unit, rater and value.
#pragma once

#include <filesystem>

#include "sim/exchange/ratings_file.h"

namespace etalon::exchange {

struct Confident {
  std::string unit, rater, value;
  double confidence = 0;  // that the value is right, 0 … 1
};

// By unit and rater; who gave no confidence is left out. Of repeats the first counts, or else the last: those that are to be
// refused, read_ratings() refuses. Refused (Input), with the line: a column that lacks, a confidence outside 0 … 1.
Result<std::vector<Confident>> read_confidences(const std::filesystem::path& file, Repeats repeats);

}  // namespace etalon::exchange
