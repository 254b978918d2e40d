#include "sim/exchange/confidence_file.h"

#include <algorithm>
#include <map>

#include "sim/base/csv.h"
#include "sim/base/file.h"
#include "sim/base/text.h"

namespace etalon::exchange {
namespace {

constexpr std::uint64_t kLimit = 2'000'000'000;  // bytes
constexpr const char* kColumns[] = {"unit", "rater", "value", "confidence"};

class Reader {
 public:
  Reader(std::string file, std::string_view bytes, Repeats repeats)
      : file_(std::move(file)), csv_(bytes, file_), repeats_(repeats) {}

  Result<std::vector<Confident>> read() {
    if (auto ok = read_header(); !ok) return fail(ok.error());
    for (;;) {
      auto row = csv_.next();
      if (!row) return fail(row.error());
      if (!*row) return take_all();
      if ((*row)->cells.size() != columns_)
        return refuse((*row)->line, msg("the row has another number of cells than the header"), msg("correct the row"));
      if (auto ok = take(**row); !ok) return fail(ok.error());
    }
  }

 private:
  tl::unexpected<Error> refuse(int line, Message what, Message mend) {
    return fail(ErrorKind::Input, std::move(what), std::move(mend), {file_, line});
  }

  Result<void> read_header() {
    const auto header = csv_.next();
    if (!header) return fail(header.error());
    const std::vector<std::string> cells = *header ? (*header)->cells : std::vector<std::string>{};
    columns_ = cells.size();
    for (const char* name : kColumns) {
      const auto hit = std::find(cells.begin(), cells.end(), name);
      if (hit == cells.end())
        return refuse(1, msg("the column “{column}” is missing", {{"column", name}}),
                      msg("confidence needs the columns unit, rater, value and confidence"));
      at_.push_back(static_cast<std::size_t>(hit - cells.begin()));
    }
    return {};
  }

  static bool missing(std::string_view cell) { return cell.empty() || cell == "NA"; }

  Result<void> take(const CsvRow& row) {
    const std::string &value = row.cells[at_[2]], &confidence = row.cells[at_[3]];
    if (missing(value)) return {};
    const auto number = missing(confidence) ? std::nullopt : stats::category_number(confidence);
    if (!missing(confidence) && (!number || *number < 0 || *number > 1))
      return refuse(row.line, msg("“{text}” is no confidence from 0 to 1", {{"text", printable(confidence)}}),
                    msg("give the probability that the rating is right"));
    const std::pair key(row.cells[at_[0]], row.cells[at_[1]]);
    if (repeats_ == Repeats::First)
      decisions_.try_emplace(key, same_set(value), number);
    else
      decisions_.insert_or_assign(key, Decision(same_set(value), number));
    return {};
  }

  std::vector<Confident> take_all() const {
    std::vector<Confident> out;
    for (const auto& [key, decision] : decisions_)
      if (decision.second) out.push_back({key.first, key.second, decision.first, *decision.second});
    return out;
  }

  using Decision = std::pair<std::string, std::optional<double>>;  // value, confidence

  std::string file_;
  CsvReader csv_;
  Repeats repeats_;
  std::size_t columns_ = 0;
  std::vector<std::size_t> at_;                                        // of kColumns
  std::map<std::pair<std::string, std::string>, Decision> decisions_;  // by unit and rater
};

}  // namespace

Result<std::vector<Confident>> read_confidences(const std::filesystem::path& file, Repeats repeats) {
  const auto bytes = read_file(file, kLimit);
  if (!bytes) return fail(bytes.error());
  return Reader(file.string(), *bytes, repeats).read();
}

}  // namespace etalon::exchange
