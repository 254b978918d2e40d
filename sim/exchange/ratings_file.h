// Ratings files: who put which unit into which category, as CSV.
//   long    a header with unit, rater and value (other columns are kept aside), a row a rating
//   wide    a row a unit, a column a rater; a first column named “unit”, or not named, names the units
//   table   two raters' contingency table: a header of categories, then a row a category of the first rater, its name first
//   counts  a row a unit, a column a category: how many raters chose it; a first column named “unit” names the units.
//           Who they were is not known: the table's raters are mere places
// An empty cell or NA is missing. A value a|b is a set, {} the empty one; b|a is the same set.
#pragma once

#include <filesystem>

#include "sim/base/parallel.h"
#include "sim/base/result.h"
#include "sim/exchange/names.h"
#include "sim/stats/rating_table.h"

namespace etalon::exchange {

enum class Layout { Long, Wide, Table, Counts };
enum class Repeats { Refuse, First, Last };  // of one rater rating one unit more than once

struct RatingsOptions {
  Layout layout = Layout::Long;
  Repeats repeats = Repeats::Refuse;
  std::vector<std::string> order = {};       // the categories, ascending; a rating outside it is refused
  std::vector<std::string> categories = {};  // that count though they may not occur
  std::size_t threads = 1;                   // the result is the same for any number
  Progress progress = {};                    // false stops: refused (Environment), nothing is read
};

struct Ratings {
  stats::RatingTable table;
  Names units, raters;      // names, in the order in which they first occur
  std::size_t repeats = 0;  // ratings left out
};

// Refused (Input), with the line: columns that lack, a count that is none, repeats, a category outside the order; without a
// line: more than 10^9 cells. Refused (Usage): an order with a category twice, or without one of `categories`.
Result<Ratings> read_ratings(const std::filesystem::path& file, const RatingsOptions& options);

// A set's labels in order and once: “b|a|a” is “a|b”. Any other text is itself.
std::string same_set(std::string_view value);

}  // namespace etalon::exchange
