// A file of weights or distances: a square of categories as CSV, its header their names (after a first cell that does not
// matter), then a row each, its name first. Ones on the diagonal are agreement weights, within [0, 1]; zeroes are distances,
// not negative, which become 1 - distance / the largest.
#pragma once

#include <filesystem>

#include "sim/stats/agreement/weights.h"

namespace etalon::exchange {

// For the categories in their order; the file may have more. Refused (Input), with the line: a category that lacks, a cell
// that is no number, no square, no symmetry.
Result<stats::Weights> read_matrix(const std::filesystem::path& file, const std::vector<std::string>& categories);

}  // namespace etalon::exchange
