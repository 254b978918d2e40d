#include "sim/exchange/ratings_file.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "sim/base/csv.h"
#include "sim/base/file.h"
#include "sim/base/text.h"
#include "sim/exchange/long_rows.h"
#include "sim/exchange/table_builder.h"

namespace etalon::exchange {
namespace {

constexpr std::uint64_t kLimit = 4'000'000'000;    // bytes; the letters of its names are counted in 32 bits
constexpr std::size_t kLongestHeader = 1'000'000;  // bytes; a longer one is left to the careful way
constexpr std::size_t kRowsToTell = 10'000;        // of how far it is
constexpr std::size_t kMostUnits = 100'000'000;    // that a table or counts may stand for

bool missing(std::string_view cell) { return cell.empty() || cell == "NA"; }

std::optional<std::size_t> whole_number(std::string_view cell) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), count);
  const bool whole = error == std::errc() && end == cell.data() + cell.size() && count <= kMostUnits;
  return whole ? std::optional(count) : std::nullopt;
}

// Where in the header each of the columns of a long file is.
std::optional<LongColumns> long_columns(const CsvRow& header, std::string& lacking) {
  LongColumns out{0, 0, 0, header.cells.size()};
  const std::pair<const char*, std::size_t*> wanted[] = {{"unit", &out.unit}, {"rater", &out.rater}, {"value", &out.value}};
  for (const auto& [name, place] : wanted) {
    const auto hit = std::find(header.cells.begin(), header.cells.end(), name);
    if (hit == header.cells.end()) {
      lacking = name;
      return std::nullopt;
    }
    *place = static_cast<std::size_t>(hit - header.cells.begin());
  }
  return out;
}

tl::unexpected<Error> stopped(const std::string& file) {
  return fail(ErrorKind::Environment, msg("was not read to its end"), msg("start again"), {file, 0});
}

// The careful way: row by row, with the line of what is wrong.
class Reader {
 public:
  Reader(std::string file, std::string_view bytes, const RatingsOptions& options)
      : file_(std::move(file)),
        csv_(bytes, file_),
        options_(options),
        meter_(options.progress, static_cast<double>(bytes.size())),
        out_(options.repeats) {}

  Result<TableBuilder> read() {
    auto header = csv_.next();
    if (!header) return fail(header.error());
    const std::size_t fewest = options_.layout == Layout::Wide || options_.layout == Layout::Counts ? 1 : 2;
    if (!*header || (*header)->cells.size() < fewest)
      return refuse(1, msg("the header names fewer than two columns"), msg("the first line names the columns"));
    header_ = **header;
    name_categories();
    const Result<void> done = options_.layout == Layout::Long ? long_rows() : other_rows();
    if (!done) return fail(done.error());
    if (options_.repeats == Repeats::Refuse && out_.repeats() > 0)
      return refuse(
          first_repeat_,
          msg("{count} ratings repeat one of the same rater on the same unit", {{"count", std::to_string(out_.repeats())}}),
          msg("say which one counts: --repeats first or --repeats last"));
    return std::move(out_);
  }

 private:
  tl::unexpected<Error> refuse(int line, Message what, Message mend) {
    return fail(ErrorKind::Input, std::move(what), std::move(mend), {file_, line});
  }

  // The header of a table or of counts names categories; the order and those that were declared come first.
  void name_categories() {
    for (const auto* list : {&options_.order, &options_.categories})
      for (const std::string& category : *list) out_.categories.index(same_set(category));
    known_ = out_.categories.size();
    if (options_.layout != Layout::Table && options_.layout != Layout::Counts) return;
    for (std::size_t i = first_column(); i < header_.cells.size(); ++i) out_.categories.index(same_set(header_.cells[i]));
  }

  std::size_t first_column() const {
    return options_.layout == Layout::Table || header_.cells.front() == "unit" || header_.cells.front().empty() ? 1 : 0;
  }

  template <class Take>
  Result<void> each_row(const Take& take) {
    for (std::size_t rows = 1, told = 0;; ++rows) {
      auto row = csv_.next();
      if (!row) return fail(row.error());
      if (!*row) return {};
      if (rows % kRowsToTell == 0 &&
          !meter_.tick(static_cast<double>(csv_.position() - std::exchange(told, csv_.position()))))
        return stopped(file_);
      if ((*row)->cells.size() != header_.cells.size())
        return refuse((*row)->line, msg("the row has another number of cells than the header"), msg("correct the row"));
      if (auto ok = take(**row); !ok) return ok;
    }
  }

  Result<void> long_rows() {
    std::string lacking;
    const auto columns = long_columns(header_, lacking);
    if (!columns)
      return refuse(1, msg("the column “{column}” is missing", {{"column", lacking}}),
                    msg("a long file has the columns unit, rater and value; other layouts have an option of their own"));
    return each_row([&](const CsvRow& row) -> Result<void> {
      if (row.cells[columns->unit].empty() || row.cells[columns->rater].empty())
        return refuse(row.line, msg("the row does not name its unit or its rater"), msg("name both"));
      const std::uint32_t unit = out_.units.index(row.cells[columns->unit]);
      return add(unit, out_.raters.index(row.cells[columns->rater]), row.cells[columns->value], row.line);
    });
  }

  Result<void> other_rows() {
    return each_row([&](const CsvRow& row) {
      switch (options_.layout) {
        case Layout::Wide: return wide_row(row);
        case Layout::Counts: return counts_row(row);
        default: return table_row(row);
      }
    });
  }

  std::uint32_t unit_of(const CsvRow& row) {
    return out_.units.index(first_column() == 1 ? row.cells.front() : std::to_string(row.line));
  }

  Result<void> wide_row(const CsvRow& row) {
    const std::uint32_t unit = unit_of(row);
    for (std::size_t i = first_column(); i < row.cells.size(); ++i)
      if (auto ok = add(unit, out_.raters.index(header_.cells[i]), row.cells[i], row.line); !ok) return ok;
    return {};
  }

  tl::unexpected<Error> no_count(const CsvRow& row, const std::string& cell) {
    return refuse(row.line, msg("“{cell}” is no count", {{"cell", printable(cell)}}),
                  msg("a cell of the table is a whole number"));
  }

  Result<void> table_row(const CsvRow& row) {
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
      const auto count = whole_number(row.cells[i]);
      if (!count || *count > kMostUnits - out_.units.size()) return no_count(row, row.cells[i]);
      for (std::size_t k = 0; k < *count; ++k) {
        const std::uint32_t unit = out_.units.index(std::to_string(out_.units.size() + 1));
        if (auto ok = add(unit, out_.raters.index("1"), row.cells.front(), row.line); !ok) return ok;
        if (auto ok = add(unit, out_.raters.index("2"), header_.cells[i], row.line); !ok) return ok;
      }
    }
    return {};
  }

  Result<void> counts_row(const CsvRow& row) {
    const std::uint32_t unit = unit_of(row);
    std::size_t place = 0;
    for (std::size_t i = first_column(); i < row.cells.size(); ++i) {
      const auto count = missing(row.cells[i]) ? std::optional<std::size_t>(0) : whole_number(row.cells[i]);
      if (!count || *count > kMostUnits - place) return no_count(row, row.cells[i]);
      for (std::size_t k = 0; k < *count; ++k)
        if (auto ok = add(unit, out_.raters.index(std::to_string(++place)), header_.cells[i], row.line); !ok) return ok;
    }
    return {};
  }

  Result<void> add(std::uint32_t unit, std::uint32_t rater, std::string_view value, int line) {
    if (missing(value)) return {};
    const std::uint32_t category = out_.categories.index(same_set(value));
    if (!options_.order.empty() && category >= known_)
      return refuse(line,
                    msg("the category “{category}” is not in the order", {{"category", printable(std::string(value))}}),
                    msg("add it to --order"));
    const TableBuilder::Added added = out_.add(unit, rater, category);
    if (added == TableBuilder::Added::TooMany)
      return refuse(line, msg("the file names too many units, raters or categories"), msg("split it"));
    if (added == TableBuilder::Added::Repeat && first_repeat_ == 0) first_repeat_ = line;
    return {};
  }

  std::string file_;
  CsvReader csv_;
  const RatingsOptions& options_;
  Meter meter_;
  CsvRow header_;
  TableBuilder out_;
  std::size_t known_ = 0;  // categories of the order
  int first_repeat_ = 0;
};

// The quick way, where nothing speaks against it.
std::optional<TableBuilder> read_quickly(const OpenFile& file, const RatingsOptions& options, Meter& meter) {
  if (options.layout != Layout::Long) return std::nullopt;
  std::string head(std::min<std::uint64_t>(file.size(), kLongestHeader), '\0');
  const auto got = file.read(0, head);
  const std::size_t end = got ? std::string_view(head.data(), *got).find('\n') : head.npos;
  if (end == head.npos) return std::nullopt;
  head.resize(end);
  if (head.find_first_of("\"\r") != head.npos) return std::nullopt;
  const auto header = CsvReader(head, {}).next();
  std::string lacking;
  const auto columns = header && *header ? long_columns(**header, lacking) : std::nullopt;
  if (!columns) return std::nullopt;
  auto out = read_plain_rows(file, end + 1, *columns, options.repeats, options.threads, meter);
  if (!out || options.order.empty()) return out;
  for (const std::string& category : out->categories.names().texts())
    if (std::find(options.order.begin(), options.order.end(), category) == options.order.end()) return std::nullopt;
  return out;
}

// Each category stands in the order once, and those that were declared are among them.
Result<void> check_order(const RatingsOptions& options) {
  if (options.order.empty()) return {};
  NameIndex known;
  for (std::size_t i = 0; i < options.order.size(); ++i)
    if (known.index(same_set(options.order[i])) < i)
      return fail(ErrorKind::Usage,
                  msg("the category “{category}” is in the order twice", {{"category", printable(options.order[i])}}),
                  msg("keep one of the two"));
  for (const std::string& category : options.categories)
    if (known.index(same_set(category)) >= options.order.size())
      return fail(ErrorKind::Usage,
                  msg("the category “{category}” is not in the order", {{"category", printable(category)}}),
                  msg("add it to --order"));
  return {};
}

// Units and raters that have no rating take room too.
bool is_too_large(const TableBuilder& read, std::size_t categories) {
  const std::size_t raters = std::max<std::size_t>(1, read.raters.size());
  return categories > stats::RatingTable::kMostCategories || read.units.size() > TableBuilder::kMostCells / raters;
}

Result<TableBuilder> read_carefully(const std::filesystem::path& file, const RatingsOptions& options) {
  const auto bytes = read_file(file, kLimit);
  if (!bytes) return fail(bytes.error());
  return Reader(file.string(), *bytes, options).read();
}

// The order given; else those declared, named and found, by number where all are numbers, else as texts.
std::vector<std::string> categories_of(const TableBuilder& read, const RatingsOptions& options) {
  std::vector<std::string> out;
  if (!options.order.empty()) {
    for (const std::string& category : options.order) out.push_back(same_set(category));
    return out;
  }
  out = read.categories.names().texts();
  for (const std::string& category : options.categories) out.push_back(same_set(category));
  return stats::in_order(std::move(out));
}

}  // namespace

std::string same_set(std::string_view value) {
  if (value.find('|') == value.npos) return std::string(value);
  std::vector<std::string_view> labels;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find('|', begin), value.size());
    if (end > begin) labels.push_back(value.substr(begin, end - begin));
    begin = end + 1;
  }
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  std::string out;
  for (const std::string_view label : labels) out.append(out.empty() ? "" : "|").append(label);
  return out.empty() ? "{}" : out;
}

Result<Ratings> read_ratings(const std::filesystem::path& file, const RatingsOptions& options) {
  if (auto ok = check_order(options); !ok) return fail(ok.error());
  const auto open = OpenFile::open(file, kLimit);
  if (!open) return fail(open.error());
  Meter meter(options.progress, static_cast<double>(open->size()));
  auto quick = read_quickly(*open, options, meter);
  if (!meter.goes_on()) return stopped(file.string());
  auto read = quick ? Result<TableBuilder>(std::move(*quick)) : read_carefully(file, options);
  if (!read) return fail(read.error());
  std::vector<std::string> categories = categories_of(*read, options);
  if (is_too_large(*read, categories.size()))
    return fail(ErrorKind::Input, msg("the file names too many units, raters or categories"), msg("split it"),
                {file.string(), 0});
  Ratings out{read->take(std::move(categories)), {}, {}, read->repeats()};
  out.units = read->units.take();
  out.raters = read->raters.take();
  return out;
}

}  // namespace etalon::exchange
