#include "sim/exchange/trials_file.h"

#include <algorithm>
#include <unordered_map>

#include "sim/base/csv.h"
#include "sim/base/file.h"
#include "sim/base/text.h"
#include "sim/exchange/name_index.h"
#include "sim/exchange/ratings_file.h"

namespace etalon::exchange {
namespace {

constexpr std::uint64_t kLimit = 500'000'000;  // bytes
constexpr std::size_t kMostCells = 200'000'000;

struct Trial {
  std::uint32_t unit, rater, occasion;
  std::string value;
  int line;
};

class Reader {
 public:
  Reader(std::string file, std::string_view bytes) : file_(std::move(file)), csv_(bytes, file_) {}

  Result<Trials> read() {
    const auto header = csv_.next();
    if (!header) return fail(header.error());
    if (!*header) return refuse(1, msg("the file is empty"), msg("a study has the columns unit, rater, occasion and value"));
    for (const auto& names : {std::vector<const char*>{"unit"}, {"rater"}, {"occasion"}, {"value", "label"}}) {
      const auto place = column(**header, names);
      if (!place)
        return refuse(1, msg("the column “{column}” is missing", {{"column", names.front()}}),
                      msg("a study has the columns unit, rater, occasion and value"));
      at_.push_back(*place);
    }
    reference_ = column(**header, {"reference", "standard"});
    for (;;) {
      auto row = csv_.next();
      if (!row) return fail(row.error());
      if (!*row) return build();
      if ((*row)->cells.size() != (*header)->cells.size())
        return refuse((*row)->line, msg("the row has another number of cells than the header"), msg("correct the row"));
      if (auto ok = take(**row); !ok) return fail(ok.error());
    }
  }

 private:
  tl::unexpected<Error> refuse(int line, Message what, Message mend) {
    return fail(ErrorKind::Input, std::move(what), std::move(mend), {file_, line});
  }

  static std::optional<std::size_t> column(const CsvRow& header, const std::vector<const char*>& names) {
    for (const char* name : names) {
      const auto hit = std::find(header.cells.begin(), header.cells.end(), name);
      if (hit != header.cells.end()) return static_cast<std::size_t>(hit - header.cells.begin());
    }
    return std::nullopt;
  }

  static bool missing(std::string_view cell) { return cell.empty() || cell == "NA"; }

  Result<void> take(const CsvRow& row) {
    const std::uint32_t unit = units_.index(row.cells[at_[0]]);
    trials_.push_back({unit, raters_.index(row.cells[at_[1]]), occasions_.index(row.cells[at_[2]]),
                       same_set(row.cells[at_[3]]), row.line});
    if (!reference_ || missing(row.cells[*reference_])) return {};
    const auto [known, is_new] = references_.try_emplace(unit, same_set(row.cells[*reference_]));
    if (!is_new && known->second != same_set(row.cells[*reference_]))
      return refuse(row.line,
                    msg("the unit “{unit}” has two different references", {{"unit", printable(row.cells[at_[0]])}}),
                    msg("a unit has the same reference in all of its rows"));
    return {};
  }

  std::vector<std::string> categories() const {
    std::vector<std::string> out;
    for (const Trial& trial : trials_)
      if (!missing(trial.value)) out.push_back(trial.value);
    for (const auto& [unit, reference] : references_) out.push_back(reference);
    return stats::in_order(std::move(out));
  }

  Result<Trials> build() {
    const std::size_t columns = raters_.size() * occasions_.size();
    std::vector<std::string> names = categories();
    if (columns > 0 && (units_.size() > kMostCells / columns || names.size() > stats::RatingTable::kMostCategories))
      return refuse(0, msg("the file names too many units, raters or categories"), msg("split it"));
    std::unordered_map<std::string, stats::Category> codes;
    for (const std::string& name : names) codes.emplace(name, static_cast<stats::Category>(codes.size()));
    Trials out{stats::RatingTable(units_.size(), columns, std::move(names)), {}, {}, {}, {}};
    std::vector<bool> seen(units_.size() * columns);
    for (const Trial& trial : trials_) {
      const std::size_t place = trial.rater * occasions_.size() + trial.occasion;
      if (seen[trial.unit * columns + place])
        return refuse(trial.line, msg("the same rater rated the same unit twice on one occasion"),
                      msg("give every trial its own occasion"));
      seen[trial.unit * columns + place] = true;
      if (!missing(trial.value)) out.table.set(trial.unit, place, codes.at(trial.value));
    }
    if (reference_) out.standard.assign(units_.size(), stats::kMissing);
    for (const auto& [unit, reference] : references_) out.standard[unit] = codes.at(reference);
    out.units = units_.take();
    out.raters = raters_.take();
    out.occasions = occasions_.take();
    return out;
  }

  std::string file_;
  CsvReader csv_;
  std::vector<std::size_t> at_;  // unit, rater, occasion, value
  std::optional<std::size_t> reference_;
  NameIndex units_, raters_, occasions_;
  std::vector<Trial> trials_;
  std::unordered_map<std::uint32_t, std::string> references_;
};

}  // namespace

Result<Trials> read_trials(const std::filesystem::path& file) {
  const auto bytes = read_file(file, kLimit);
  if (!bytes) return fail(bytes.error());
  return Reader(file.string(), *bytes).read();
}

}  // namespace etalon::exchange
