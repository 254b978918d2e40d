#include "sim/exchange/long_rows.h"

#include <algorithm>
#include <array>
#include <bit>
#include <deque>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "sim/base/parallel.h"
#include "sim/base/text.h"

namespace etalon::exchange {
namespace {

constexpr std::size_t kPart = 8'000'000;  // bytes; smaller files are read in one piece
constexpr std::size_t kMostColumns = 64;
constexpr std::size_t kStep = 64;

// What asks for more than commas and line ends: sets and quotation marks, and bytes that are not ASCII.
bool asks_for_care(char c) { return c == '"' || c == '\0' || c == '\r' || c == '|' || c == '{'; }

// Of kStep bytes: a bit for each comma and line end, and whether the rest is plain.
struct Scanned {
  std::uint64_t separators = 0;
  bool care = false, high = false;
};

#if defined(__SSE2__)
Scanned scan(const char* at) {
  Scanned out;
  __m128i care = _mm_setzero_si128(), high = _mm_setzero_si128();
  for (int i = 0; i < 4; ++i) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 16 * i));
    const auto is = [&](char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
    const auto hits = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(is(','), is('\n'))));
    out.separators |= static_cast<std::uint64_t>(hits) << (16 * i);
    care = _mm_or_si128(
        care, _mm_or_si128(_mm_or_si128(is('"'), is('\0')), _mm_or_si128(is('\r'), _mm_or_si128(is('|'), is('{')))));
    high = _mm_or_si128(high, bytes);
  }
  out.care = _mm_movemask_epi8(care) != 0;
  out.high = _mm_movemask_epi8(high) != 0;
  return out;
}
#else
Scanned scan(const char* at);
#endif

Scanned scan_rest(std::string_view rest) {
  Scanned out;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    out.separators |= static_cast<std::uint64_t>(rest[i] == ',' || rest[i] == '\n') << i;
    out.care = out.care || asks_for_care(rest[i]);
    out.high = out.high || (static_cast<unsigned char>(rest[i]) & 0x80U) != 0;
  }
  return out;
}

#if !defined(__SSE2__)
Scanned scan(const char* at) { return scan_rest({at, kStep}); }
#endif

// The number of a name, asked first whether it is one that is likely here: files come in some order.
class Guess {
 public:
  explicit Guess(NameIndex& names) : names_(names) {}

  // The same as the last one, as in a file sorted by it.
  std::uint32_t same(std::string_view name) {
    if (names_.size() > 0 && names_.is(last_, name)) return last_;
    return last_ = names_.index(name);
  }
  // The one that came after the last one before.
  std::uint32_t next(std::string_view name) {
    const std::uint32_t after = last_ + 1 < names_.size() ? last_ + 1 : 0;
    if (names_.size() > 0 && names_.is(after, name)) return last_ = after;
    return last_ = names_.index(name);
  }

 private:
  NameIndex& names_;
  std::uint32_t last_ = 0;
};

class PartReader {
 public:
  PartReader(const LongColumns& columns, Repeats repeats) : columns_(columns), repeats_(repeats), out_(repeats) {}

  // False: not plain.
  bool read(std::string_view bytes) {
    std::size_t at = 0;
    bool high = false;
    for (; at <= bytes.size(); at += kStep) {
      const Scanned step = at + kStep <= bytes.size() ? scan(bytes.data() + at) : scan_rest(bytes.substr(at));
      high = high || step.high;
      if (step.care || !take(bytes, at, step.separators)) return false;
    }
    if (high && !is_utf8(bytes)) return false;
    if (field_start_ == bytes.size() && field_ == 0) return true;
    return end_of_field(bytes.substr(field_start_)) && end_of_row();  // no line end after the last row
  }

  TableBuilder& out() { return out_; }

 private:
  bool take(std::string_view bytes, std::size_t at, std::uint64_t bits) {
    for (; bits != 0; bits &= bits - 1) {
      const std::size_t end = at + static_cast<std::size_t>(std::countr_zero(bits));
      const bool ends_row = bytes[end] == '\n';
      if (ends_row && field_ == 0 && end == field_start_) {  // an empty line
        ++field_start_;
        continue;
      }
      if (!end_of_field(bytes.substr(field_start_, end - field_start_))) return false;
      field_start_ = end + 1;
      if (ends_row && !end_of_row()) return false;
    }
    return true;
  }

  bool end_of_field(std::string_view text) {
    if (field_ >= columns_.count) return false;
    fields_[field_++] = text;
    return true;
  }

  bool end_of_row() {
    if (field_ != columns_.count) return false;
    field_ = 0;
    const std::uint32_t unit = units_.same(fields_[columns_.unit]), rater = raters_.next(fields_[columns_.rater]);
    const std::string_view value = fields_[columns_.value];
    if (value.empty() || value == "NA") return true;
    const TableBuilder::Added added = out_.add(unit, rater, category(value));
    return added == TableBuilder::Added::Yes || (added == TableBuilder::Added::Repeat && repeats_ != Repeats::Refuse);
  }

  // Texts of one or two bytes, as nearly all categories are, by a table.
  std::uint32_t category(std::string_view value) {
    if (value.size() > 2) return out_.categories.index(value);
    const auto low = static_cast<unsigned char>(value[0]);
    const auto high = static_cast<unsigned char>(value.size() > 1 ? value[1] : '\0');
    std::uint32_t& known = short_[low + 256U * high];
    if (known == 0) known = out_.categories.index(value) + 1;
    return known - 1;
  }

  LongColumns columns_;
  Repeats repeats_;
  TableBuilder out_;
  Guess units_{out_.units}, raters_{out_.raters};
  std::array<std::string_view, kMostColumns> fields_;
  std::vector<std::uint32_t> short_ = std::vector<std::uint32_t>(65'536);
  std::size_t field_ = 0, field_start_ = 0;
};

// Parts that end where rows end.
std::vector<std::string_view> parts_of(std::string_view rows, std::size_t most) {
  std::vector<std::string_view> out;
  const std::size_t parts = std::clamp<std::size_t>(rows.size() / kPart, 1, std::max<std::size_t>(1, most));
  for (std::size_t i = 1; i <= parts && !rows.empty(); ++i) {
    std::size_t size = rows.size();
    if (i < parts) {
      const std::size_t end = rows.find('\n', rows.size() / (parts - i + 1));
      size = end == rows.npos ? rows.size() : end + 1;
    }
    out.push_back(rows.substr(0, size));
    rows.remove_prefix(size);
  }
  return out;
}

}  // namespace

std::optional<TableBuilder> read_plain_rows(std::string_view rows, const LongColumns& columns, Repeats repeats,
                                            std::size_t threads) {
  if (columns.count > kMostColumns) return std::nullopt;
  const std::vector<std::string_view> parts = parts_of(rows, threads);
  std::deque<PartReader> readers;  // stays where it is: its guesses point into it
  for (std::size_t i = 0; i < std::max<std::size_t>(1, parts.size()); ++i) readers.emplace_back(columns, repeats);
  std::vector<char> plain(parts.size());
  in_parallel(parts.size(), threads, [&](std::size_t i) { plain[i] = readers[i].read(parts[i]) ? 1 : 0; });
  if (std::count(plain.begin(), plain.end(), 0) > 0) return std::nullopt;
  TableBuilder out = std::move(readers[0].out());
  for (std::size_t i = 1; i < readers.size(); ++i)
    if (!out.append(readers[i].out())) return std::nullopt;
  if (repeats == Repeats::Refuse && out.repeats() > 0) return std::nullopt;
  return out;
}

}  // namespace etalon::exchange
