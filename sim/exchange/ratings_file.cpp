#include "sim/exchange/ratings_file.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "sim/base/csv.h"
#include "sim/base/file.h"
#include "sim/base/text.h"

namespace etalon::exchange {
namespace {

constexpr std::uint64_t kLimit = 2'000'000'000;      // bytes
constexpr std::size_t kMostRatings = 1'000'000'000;  // cells of the table

struct Rating {
  std::size_t unit = 0, rater = 0;
  std::string value;
  int line = 0;
};

// Names in the order in which they first occur.
class Names {
 public:
  std::size_t index(const std::string& name) {
    const auto [place, is_new] = known_.try_emplace(name, list_.size());
    if (is_new) list_.push_back(name);
    return place->second;
  }
  std::vector<std::string> take() { return std::move(list_); }
  std::size_t size() const { return list_.size(); }

 private:
  std::map<std::string, std::size_t> known_;
  std::vector<std::string> list_;
};

struct Read {
  Names units, raters;
  std::vector<Rating> ratings;
  std::vector<std::string> categories;  // that the file itself names
};

bool missing(std::string_view cell) { return cell.empty() || cell == "NA"; }

class Reader {
 public:
  Reader(std::string file, std::string_view bytes) : file_(std::move(file)), csv_(bytes, file_) {}

  Result<Read> read(Layout layout) {
    auto header = csv_.next();
    if (!header) return fail(header.error());
    if (!*header || (*header)->cells.size() < 2)
      return refuse(1, msg("the header names fewer than two columns"), msg("the first line names the columns"));
    header_ = **header;
    Result<void> done = layout == Layout::Long ? read_long() : each_row([&](const CsvRow& row) {
      return layout == Layout::Wide ? wide_row(row) : table_row(row);
    });
    if (layout == Layout::Table) out_.categories.assign(header_.cells.begin() + 1, header_.cells.end());
    if (!done) return fail(done.error());
    return std::move(out_);
  }

 private:
  tl::unexpected<Error> refuse(int line, Message what, Message mend) {
    return fail(ErrorKind::Input, std::move(what), std::move(mend), {file_, line});
  }

  template <class Take>
  Result<void> each_row(const Take& take) {
    for (;;) {
      auto row = csv_.next();
      if (!row) return fail(row.error());
      if (!*row) return {};
      if ((*row)->cells.size() != header_.cells.size())
        return refuse((*row)->line, msg("the row has another number of cells than the header"), msg("correct the row"));
      if (auto ok = take(**row); !ok) return ok;
    }
  }

  Result<void> read_long() {
    std::size_t at[3] = {};
    const char* names[3] = {"unit", "rater", "value"};
    for (std::size_t i = 0; i < 3; ++i) {
      const auto hit = std::find(header_.cells.begin(), header_.cells.end(), names[i]);
      if (hit == header_.cells.end())
        return refuse(1, msg("the column “{column}” is missing", {{"column", names[i]}}),
                      msg("a long file has the columns unit, rater and value; other layouts have an option of their own"));
      at[i] = static_cast<std::size_t>(hit - header_.cells.begin());
    }
    return each_row([&](const CsvRow& row) {
      const std::size_t unit = out_.units.index(row.cells[at[0]]), rater = out_.raters.index(row.cells[at[1]]);
      add(unit, rater, row.cells[at[2]], row.line);
      return Result<void>();
    });
  }

  Result<void> wide_row(const CsvRow& row) {
    const std::size_t first = header_.cells.front() == "unit" ? 1 : 0;
    const std::size_t unit = out_.units.index(first == 1 ? row.cells.front() : std::to_string(row.line));
    for (std::size_t i = first; i < row.cells.size(); ++i)
      add(unit, out_.raters.index(header_.cells[i]), row.cells[i], row.line);
    return {};
  }

  Result<void> table_row(const CsvRow& row) {
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
      std::size_t count = 0;
      const std::string& cell = row.cells[i];
      const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), count);
      if (error != std::errc() || end != cell.data() + cell.size() || count > kMostRatings - out_.ratings.size())
        return refuse(row.line, msg("“{cell}” is no count", {{"cell", cell}}), msg("a cell of the table is a whole number"));
      for (std::size_t k = 0; k < count; ++k) {
        const std::size_t unit = out_.units.index(std::to_string(out_.units.size() + 1));
        add(unit, out_.raters.index("1"), row.cells.front(), row.line);
        add(unit, out_.raters.index("2"), header_.cells[i], row.line);
      }
    }
    return {};
  }

  void add(std::size_t unit, std::size_t rater, const std::string& value, int line) {
    if (!missing(value)) out_.ratings.push_back({unit, rater, value, line});
  }

  std::string file_;
  CsvReader csv_;
  CsvRow header_;
  Read out_;
};

// The order given; else those declared, named and found, by number where all are numbers, else as texts.
std::vector<std::string> categories_of(const Read& read, const RatingsOptions& options) {
  if (!options.order.empty()) return options.order;
  std::vector<std::vector<std::optional<std::string>>> row(1);
  for (const auto* list : {&options.categories, &read.categories}) row[0].insert(row[0].end(), list->begin(), list->end());
  for (const Rating& rating : read.ratings) row[0].push_back(rating.value);
  return stats::RatingTable::from_texts(row).categories();
}

tl::unexpected<Error> refuse_repeats(const std::string& file, std::size_t repeats, int line) {
  return fail(ErrorKind::Input,
              msg("{count} ratings repeat one of the same rater on the same unit", {{"count", std::to_string(repeats)}}),
              msg("say which one counts: --repeats first or --repeats last"), {file, line});
}

Result<Ratings> fill(Read read, const RatingsOptions& options, const std::string& file) {
  if (read.units.size() > 0 && read.raters.size() > kMostRatings / read.units.size())
    return fail(ErrorKind::Input, msg("the file names too many units and raters"), msg("split it"), {file, 0});
  Ratings out{stats::RatingTable(read.units.size(), read.raters.size(), categories_of(read, options)), {}, {}, 0};
  std::map<std::string, stats::Category, std::less<>> codes;
  for (const std::string& category : out.table.categories())
    codes.emplace(category, static_cast<stats::Category>(codes.size()));
  int first_repeat = 0;
  for (const Rating& rating : read.ratings) {
    const auto code = codes.find(rating.value);
    if (code == codes.end())
      return fail(ErrorKind::Input,
                  msg("the category “{category}” is not in the order", {{"category", printable(rating.value)}}),
                  msg("add it to --order"), {file, rating.line});
    const bool repeated = out.table.at(rating.unit, rating.rater) != stats::kMissing;
    if (repeated && out.repeats++ == 0) first_repeat = rating.line;
    if (!repeated || options.repeats == Repeats::Last) out.table.set(rating.unit, rating.rater, code->second);
  }
  if (out.repeats > 0 && options.repeats == Repeats::Refuse) return refuse_repeats(file, out.repeats, first_repeat);
  out.units = read.units.take();
  out.raters = read.raters.take();
  return out;
}

}  // namespace

Result<Ratings> read_ratings(const std::filesystem::path& file, const RatingsOptions& options) {
  auto bytes = read_file(file, kLimit);
  if (!bytes) return fail(bytes.error());
  auto read = Reader(file.string(), *bytes).read(options.layout);
  if (!read) return fail(read.error());
  return fill(std::move(*read), options, file.string());
}

}  // namespace etalon::exchange
