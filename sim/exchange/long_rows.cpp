#include "sim/exchange/long_rows.h"

#include <algorithm>
#include <deque>

#include "sim/base/parallel.h"
#include "sim/exchange/separators.h"

namespace etalon::exchange {
namespace {

constexpr std::uint64_t kPart = 8'000'000;  // bytes; smaller files are read as one part
constexpr std::size_t kPiece = 1U << 16U;   // bytes read at a time; a longer row is left to the careful way
constexpr std::size_t kMostColumns = 64;

// The number of a name, asked first whether it is one that is likely here: files come in some order.
class Guess {
 public:
  explicit Guess(NameIndex& names) : names_(names) {}

  // The same as the last one, as in a file sorted by it.
  std::uint32_t same(std::string_view name) {
    changed_ = names_.size() == 0 || !names_.is(last_, name);
    if (changed_) last_ = names_.index(name);
    return last_;
  }
  bool changed() const { return changed_; }  // the last time that same() was asked

  // The one that came after the last one before.
  std::uint32_t next(std::string_view name) {
    const std::uint32_t after = last_ + 1 < names_.size() ? last_ + 1 : 0;
    if (names_.size() > 0 && names_.is(after, name)) return last_ = after;
    return last_ = names_.index(name);
  }

 private:
  NameIndex& names_;
  std::uint32_t last_ = 0;
  bool changed_ = false;
};

// Bytes of the file that begin and end where rows do.
struct Part {
  std::uint64_t begin = 0, end = 0;
  std::uint64_t expected_end = 0;  // up to where its reader makes room: the first one takes all others in
};

// Reads the rows of one part; false where they are not plain.
class PartReader {
 public:
  PartReader(const LongColumns& columns, Repeats repeats) : columns_(columns), repeats_(repeats), out_(repeats) {}

  bool read(const OpenFile& file, Part part, Meter& meter) {
    std::vector<char> buffer(kPiece + 2);
    bool first = true;
    std::size_t kept = 0;  // of a row that goes on in the next piece
    while (part.begin < part.end) {
      const std::size_t wanted = std::min<std::uint64_t>(kPiece - kept, part.end - part.begin);
      const auto got = file.read(part.begin, std::span(buffer).subspan(kept, wanted));
      if (!got || *got < wanted) return false;  // it has been cut short since
      part.begin += wanted;
      if (!meter.tick(static_cast<double>(wanted))) return false;
      const std::string_view piece(buffer.data(), kept + wanted);
      const std::size_t whole = part.begin == part.end ? piece.size() : piece.rfind('\n') + 1;
      if (whole == 0 || !take(piece.substr(0, whole))) return false;
      if (first) make_room(whole, part.expected_end - part.begin);
      first = false;
      kept = piece.size() - whole;
      std::copy_n(buffer.begin() + static_cast<std::ptrdiff_t>(whole), kept, buffer.begin());
    }
    return true;
  }

  TableBuilder& out() { return out_; }

 private:
  // As many units as the first bytes say, where these have several ratings of each: else it may be sorted by rater.
  void make_room(std::size_t bytes, std::uint64_t left) {
    if (run_ > 1) out_.expect_units(out_.units.size() + static_cast<std::size_t>(left / bytes * out_.units.size()));
  }

  // Whole rows; only the file's last one may lack its line end.
  bool take(std::string_view rows) {
    const auto found = find_separators(rows, ends_);
    if (!found) return false;
    std::size_t count = *found, begin = 0;
    if (!rows.empty() && rows.back() != '\n') ends_[count++] = static_cast<std::uint32_t>(rows.size());
    for (std::size_t at = 0; at < count;) {
      if (ends_[at] == begin && rows[begin] == '\n') {  // an empty line
        ++begin, ++at;
        continue;
      }
      if (at + columns_.count > count || !row(rows, begin, ends_.data() + at)) return false;
      look_ahead(rows, at, count);
      at += columns_.count;
      begin = ends_[at - 1] + std::size_t{1};
    }
    return true;
  }

  // A row from `begin` on, whose cells end there.
  bool row(std::string_view rows, std::size_t begin, const std::uint32_t* ends) {
    const std::size_t last = columns_.count - 1;
    for (std::size_t i = 0; i < last; ++i)
      if (rows[ends[i]] != ',') return false;
    if (ends[last] < rows.size() && rows[ends[last]] != '\n') return false;
    const auto cell = [&](std::size_t column) {
      const std::size_t from = column == 0 ? begin : ends[column - 1] + std::size_t{1};
      return std::string_view(rows.data() + from, ends[column] - from);
    };
    if (cell(columns_.unit).empty() || cell(columns_.rater).empty()) return false;
    const std::uint32_t unit = units_.same(cell(columns_.unit)), rater = raters_.next(cell(columns_.rater));
    const std::uint32_t given = category(cell(columns_.value));
    if (given == kMissing) return true;
    const TableBuilder::Added added = out_.add(unit, rater, given);
    return added == TableBuilder::Added::Yes || (added == TableBuilder::Added::Repeat && repeats_ != Repeats::Refuse);
  }

  // A file is often sorted by unit: where the next one is to be expected, as many rows on as the last one had.
  void look_ahead(std::string_view rows, std::size_t at, std::size_t count) {
    if (!units_.changed()) {
      ++run_;
      return;
    }
    const std::size_t next = at + run_ * columns_.count;
    run_ = 1;
    if (next + columns_.count > count) return;
    const std::size_t end = next + columns_.unit, begin = ends_[end - 1] + std::size_t{1};
    out_.units.expect({rows.data() + begin, ends_[end] - begin});
  }

  // Texts of at most two bytes, as nearly all categories are, by a table: without a branch on their length, which no
  // processor foresees. A byte behind the cell belongs to the piece or to what is kept free behind it.
  std::uint32_t category(std::string_view value) {
    if (value.size() > 2) return out_.categories.index(value);
    const auto low = static_cast<unsigned char>(value.data()[0]), high = static_cast<unsigned char>(value.data()[1]);
    std::uint32_t& known = short_[(low + 256U * high) & ((1U << (8 * value.size())) - 1)];
    if (known == 0) known = (value.empty() || value == "NA" ? kMissing : out_.categories.index(value)) + 1;
    return known - 1;
  }

  static constexpr std::uint32_t kMissing = 0xffff'0000;

  LongColumns columns_;
  Repeats repeats_;
  TableBuilder out_;
  std::size_t run_ = 1;  // rows of the same unit, so far
  Guess units_{out_.units}, raters_{out_.raters};
  std::vector<std::uint32_t> ends_ = std::vector<std::uint32_t>(kPiece + kSpare);  // of cells, in the piece
  std::vector<std::uint32_t> short_ = std::vector<std::uint32_t>(65'536);
};

// Where the first row begins that begins at `offset` or behind it. Nothing: rows are too long here.
std::optional<std::uint64_t> next_row(const OpenFile& file, std::uint64_t offset) {
  std::vector<char> buffer(kPiece);
  const auto got = file.read(offset - 1, buffer);
  if (!got) return std::nullopt;
  const std::size_t end = std::string_view(buffer.data(), *got).find('\n');
  return end == std::string_view::npos ? std::nullopt : std::optional(offset + end);
}

std::optional<std::vector<Part>> parts_of(const OpenFile& file, std::uint64_t begin, std::size_t most) {
  const std::uint64_t all = file.size() - begin;
  const std::uint64_t count = std::clamp<std::uint64_t>(all / kPart, 1, std::max<std::size_t>(1, most));
  std::vector<Part> out{{begin, file.size(), file.size()}};
  for (std::uint64_t i = 1; i < count; ++i) {
    const auto row = next_row(file, begin + all / count * i);
    if (!row) return std::nullopt;
    out.back().end = *row;
    out.push_back({*row, file.size(), file.size()});
  }
  for (std::size_t i = 1; i < out.size(); ++i) out[i].expected_end = out[i].end;
  return out;
}

}  // namespace

std::optional<TableBuilder> read_plain_rows(const OpenFile& file, std::uint64_t begin, const LongColumns& columns,
                                            Repeats repeats, std::size_t threads, Meter& meter) {
  const auto parts = parts_of(file, begin, threads);
  if (!parts || columns.count > kMostColumns) return std::nullopt;
  std::deque<PartReader> readers;  // stays where it is: its guesses point into it
  for (std::size_t i = 0; i < parts->size(); ++i) readers.emplace_back(columns, repeats);
  std::vector<char> plain(parts->size());
  in_parallel(parts->size(), threads, [&](std::size_t i) { plain[i] = readers[i].read(file, (*parts)[i], meter) ? 1 : 0; });
  if (std::count(plain.begin(), plain.end(), 0) > 0) return std::nullopt;
  TableBuilder out = std::move(readers[0].out());
  for (std::size_t i = 1; i < readers.size(); ++i)
    if (!out.append(readers[i].out())) return std::nullopt;
  if (repeats == Repeats::Refuse && out.repeats() > 0) return std::nullopt;
  return out;
}

}  // namespace etalon::exchange
