#include "sim/exchange/reference_file.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "sim/base/csv.h"
#include "sim/base/file.h"
#include "sim/base/text.h"

namespace etalon::exchange {
namespace {

constexpr std::uint64_t kLimit = 2'000'000'000;  // bytes

tl::unexpected<Error> refuse(const std::string& file, int line, Message what, Message mend) {
  return fail(ErrorKind::Input, std::move(what), std::move(mend), {file, line});
}

// Where the column is; none: it lacks.
std::optional<std::size_t> column(const CsvRow& header, const char* name) {
  const auto hit = std::find(header.cells.begin(), header.cells.end(), name);
  if (hit == header.cells.end()) return std::nullopt;
  return static_cast<std::size_t>(hit - header.cells.begin());
}

}  // namespace

std::vector<stats::Category> Reference::categories(const stats::RatingTable& table) const {
  std::unordered_map<std::string, stats::Category> codes;
  for (const auto& names : {table.categories(), beyond(table)})
    for (const std::string& category : names) codes.emplace(category, static_cast<stats::Category>(codes.size()));
  std::vector<stats::Category> out;
  out.reserve(values.size());
  for (const std::string& value : values) out.push_back(value.empty() ? stats::kMissing : codes.at(value));
  return out;
}

std::vector<std::string> Reference::beyond(const stats::RatingTable& table) const {
  std::unordered_set<std::string> known(table.categories().begin(), table.categories().end());
  std::vector<std::string> out;
  for (const std::string& value : values)
    if (!value.empty() && known.insert(value).second) out.push_back(value);
  return stats::in_order(std::move(out));
}

Result<Reference> read_reference(const std::filesystem::path& file, const Names& units) {
  const auto bytes = read_file(file, kLimit);
  if (!bytes) return fail(bytes.error());
  CsvReader csv(*bytes, file.string());
  const auto header = csv.next();
  if (!header) return fail(header.error());
  const auto unit = *header ? column(**header, "unit") : std::nullopt,
             value = *header ? column(**header, "value") : std::nullopt;
  if (!unit || !value)
    return refuse(file.string(), 1, msg("the header lacks the column “unit” or the column “value”"),
                  msg("a reference has a row a unit: unit,value"));
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < units.size(); ++i) places.emplace(units[i], i);
  Reference out{std::vector<std::string>(units.size()), 0};
  std::unordered_set<std::string> seen;
  for (;;) {
    auto row = csv.next();
    if (!row) return fail(row.error());
    if (!*row) return out;
    if ((*row)->cells.size() != (*header)->cells.size())
      return refuse(file.string(), (*row)->line, msg("the row has another number of cells than the header"),
                    msg("correct the row"));
    const std::string& name = (*row)->cells[*unit];
    if (!seen.insert(name).second)
      return refuse(file.string(), (*row)->line, msg("the unit “{unit}” has a reference twice", {{"unit", printable(name)}}),
                    msg("keep one of the two rows"));
    const std::string& truth = (*row)->cells[*value];
    const auto place = places.find(name);
    if (place == places.end())
      ++out.without_ratings;
    else if (!truth.empty() && truth != "NA")
      out.values[place->second] = same_set(truth);
  }
}

}  // namespace etalon::exchange
