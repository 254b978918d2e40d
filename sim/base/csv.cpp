#include "sim/base/csv.h"

#include <charconv>

#include "sim/base/text.h"

namespace etalon {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_plain_number(std::string_view text) {
  if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
  if (text.find_first_not_of("0123456789.eE+-") != text.npos) return false;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error != std::errc::invalid_argument && end == text.data() + text.size();
}

bool runs_as_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos &&
         !is_plain_number(text);
}

}  // namespace

CsvReader::CsvReader(std::string_view bytes, std::string file) : bytes_(bytes), file_(std::move(file)) {
  if (bytes_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
}

Result<std::optional<CsvRow>> CsvReader::next() {
  while (at_ < bytes_.size() && at_line_end()) skip_line_end();
  if (at_ >= bytes_.size()) return std::optional<CsvRow>();
  auto read = row();
  if (!read) {
    at_ = bytes_.size();
    return tl::unexpected(read.error());
  }
  return std::optional<CsvRow>(std::move(*read));
}

Result<CsvRow> CsvReader::row() {
  CsvRow row{line_, {}};
  for (;;) {
    if (row.cells.size() == kMostCells)
      return refuse(msg("the row has more than {limit} cells", {{"limit", std::to_string(kMostCells)}}),
                    msg("check that the file is the right one"), row.line);
    auto content = cell();
    if (!content) return tl::unexpected(content.error());
    if (content->find('\0') != std::string::npos || !is_utf8(*content))
      return refuse(msg("the row is not UTF-8 text"), msg("save the file as CSV in UTF-8"), row.line);
    row.cells.push_back(std::move(*content));
    if (at_ >= bytes_.size() || bytes_[at_] != ',') break;
    ++at_;
  }
  skip_line_end();
  return row;
}

Result<std::string> CsvReader::cell() {
  if (at_ < bytes_.size() && bytes_[at_] == '"') return quoted_cell();
  const std::size_t start = at_;
  while (at_ < bytes_.size() && bytes_[at_] != ',' && !at_line_end()) {
    if (bytes_[at_] == '"')
      return refuse(msg("a quotation mark stands inside a cell that is not quoted"),
                    msg("put the whole cell in quotation marks and double those inside"), line_);
    ++at_;
  }
  return std::string(bytes_.substr(start, at_ - start));
}

Result<std::string> CsvReader::quoted_cell() {
  const int opened = line_;
  std::string content;
  for (++at_; at_ < bytes_.size(); ++at_) {
    const char c = bytes_[at_];
    if (c == '"') {
      const bool doubled = at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '"';
      if (!doubled) break;
      ++at_;
    } else if (c == '\n' || (c == '\r' && !bytes_.substr(at_ + 1).starts_with('\n'))) {
      ++line_;
    }
    content += c;
  }
  if (at_ >= bytes_.size())
    return refuse(msg("a quotation mark is opened and never closed"), msg("close the quoted cell"), opened);
  ++at_;
  if (at_ < bytes_.size() && bytes_[at_] != ',' && !at_line_end())
    return refuse(msg("text follows a closed quotation mark"), msg("double the quotation marks inside a quoted cell"),
                  line_);
  return content;
}

bool CsvReader::at_line_end() const { return bytes_[at_] == '\n' || bytes_[at_] == '\r'; }

void CsvReader::skip_line_end() {
  if (at_ >= bytes_.size()) return;
  at_ += bytes_.substr(at_).starts_with("\r\n") ? 2U : 1U;
  ++line_;
}

tl::unexpected<Error> CsvReader::refuse(Message what, Message mend, int line) {
  return fail(ErrorKind::Input, std::move(what), std::move(mend), {file_, line});
}

std::string csv_cell(std::string_view text) {
  std::string content = runs_as_formula(text) ? "'" + std::string(text) : std::string(text);
  if (content.find_first_of(",\"\r\n") == std::string::npos) return content;
  std::string out = "\"";
  for (const char c : content) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace etalon
