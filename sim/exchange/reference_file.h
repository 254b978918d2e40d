// A reference: what each unit truly is, as CSV with the columns unit and value.
#pragma once

#include <filesystem>

#include "sim/exchange/ratings_file.h"

namespace etalon::exchange {

struct Reference {
  std::vector<std::string> values;  // by unit of the ratings; empty: it has none
  std::size_t without_ratings = 0;  // units of the file that nobody rated: counted, not an error

  // As categories of the table, and past its last one those of beyond(), in their order; kMissing: no reference.
  std::vector<stats::Category> categories(const stats::RatingTable& table) const;
  // Categories of the reference that the table lacks, in_order(): nobody chose them, so whoever judged such a unit was
  // wrong.
  std::vector<std::string> beyond(const stats::RatingTable& table) const;
};

// `units`: their names in the ratings. Refused (Input), with the line: columns that lack, a unit named twice.
Result<Reference> read_reference(const std::filesystem::path& file, const Names& units);

}  // namespace etalon::exchange
