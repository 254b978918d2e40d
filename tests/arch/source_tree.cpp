#include "tests/arch/source_tree.h"

#include <algorithm>
#include <array>

#include "sim/base/file.h"

namespace etalon::arch {
namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kLargestText = 4 << 20;

bool is_left_out(const std::string& name) {
  static constexpr std::array kFolders{"build", ".git", ".cache"};
  return std::find(kFolders.begin(), kFolders.end(), name) != kFolders.end() || name.starts_with("build-");
}

// Walks code once and tells, for each byte, what it belongs to.
class Walker {
 public:
  explicit Walker(std::string_view code) : code_(code) {}

  enum class Kind { Code, Comment, Literal };
  struct Piece {
    Kind kind = Kind::Code;
    std::size_t at = 0, end = 0;
    bool raw = false;
    bool is_text = false;  // a string, not a character
  };

  bool next(Piece& piece) {
    if (at_ >= code_.size()) return false;
    piece = piece_at(at_);
    at_ = piece.end;
    return true;
  }

 private:
  bool looking_at(std::string_view what, std::size_t at) const { return code_.substr(at, what.size()) == what; }
  std::size_t past(std::string_view what, std::size_t from) const {
    const auto found = code_.find(what, from);
    return found == std::string_view::npos ? code_.size() : found + what.size();
  }
  std::size_t past_quoted(std::size_t at) const {
    const char quote = code_[at];
    for (++at; at < code_.size() && code_[at] != quote && code_[at] != '\n'; ++at) {
      if (code_[at] == '\\') ++at;
    }
    return std::min(at + 1, code_.size());
  }
  // 1'000'000: no character literal begins inside a number.
  bool is_digit_separator(std::size_t at) const {
    const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    return at > 0 && at + 1 < code_.size() && is_digit(code_[at - 1]) && is_digit(code_[at + 1]) && !looking_at("'", at + 2);
  }
  Piece piece_at(std::size_t at) const {
    if (looking_at("//", at)) return {Kind::Comment, at, std::min(code_.find('\n', at), code_.size()), false, false};
    if (looking_at("/*", at)) return {Kind::Comment, at, past("*/", at + 2), false, false};
    if (looking_at("R\"", at)) {
      const auto open = code_.find('(', at);
      if (open == std::string_view::npos) return {Kind::Code, at, at + 1, false, false};
      const std::string close = ")" + std::string(code_.substr(at + 2, open - at - 2)) + "\"";
      return {Kind::Literal, at, past(close, open), true, true};
    }
    if (code_[at] == '"') return {Kind::Literal, at, past_quoted(at), false, true};
    if (code_[at] == '\'' && !is_digit_separator(at)) return {Kind::Literal, at, past_quoted(at), false, false};
    return {Kind::Code, at, at + 1, false, false};
  }

  std::string_view code_;
  std::size_t at_ = 0;
};

std::string raw_text(std::string_view literal) {
  const auto open = literal.find('(');
  const auto close = literal.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close <= open) return {};
  return std::string(literal.substr(open + 1, close - open - 1));
}

std::string quoted_text(std::string_view literal) {
  std::string text;
  for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
    if (literal[i] != '\\' || i + 2 >= literal.size()) {
      text += literal[i];
      continue;
    }
    const char escaped = literal[++i];
    if (escaped == 'n')
      text += '\n';
    else if (escaped == 't')
      text += '\t';
    else if (escaped == '"' || escaped == '\\')
      text += escaped;
    else
      (text += '\\') += escaped;
  }
  return text;
}

bool is_text(const std::string& bytes) { return bytes.find('\0') == std::string::npos; }

}  // namespace

std::string report(const Findings& findings) {
  std::string text;
  for (const auto& finding : findings) {
    text += finding.file + ":" + std::to_string(finding.line) + ": " + finding.what + "\n";
  }
  return text;
}

void append(Findings& to, Findings more) { to.insert(to.end(), more.begin(), more.end()); }

fs::path project_folder() { return fs::path(ETALON_SOURCE_DIR); }

std::vector<SourceFile> project_files() {
  std::vector<SourceFile> files;
  std::error_code error;
  for (fs::recursive_directory_iterator it(project_folder(), error), end; !error && it != end; it.increment(error)) {
    const auto name = it->path().filename().string();
    if (it->is_directory() && is_left_out(name)) {
      it.disable_recursion_pending();
      continue;
    }
    if (!it->is_regular_file()) continue;
    const auto text = read_file(it->path(), kLargestText);
    if (!text || !is_text(*text)) continue;
    files.push_back({fs::relative(it->path(), project_folder()).generic_string(), *text});
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

std::vector<SourceFile> cpp_files() {
  auto files = project_files();
  std::erase_if(files, [](const SourceFile& file) {
    const bool is_cpp = file.ends_with(".h") || file.ends_with(".cpp");
    return !is_cpp || !(file.under("sim") || file.under("ui") || file.under("tests"));
  });
  return files;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

int line_at(std::string_view text, std::size_t offset) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

std::string without_comments(std::string_view code, Literals literals) {
  std::string out(code);
  Walker walker(code);
  for (Walker::Piece piece; walker.next(piece);) {
    const bool blank =
        piece.kind == Walker::Kind::Comment || (piece.kind == Walker::Kind::Literal && literals == Literals::Blank);
    for (std::size_t i = piece.at; blank && i < piece.end; ++i) {
      const bool is_quote = piece.kind == Walker::Kind::Literal && (i == piece.at || i + 1 == piece.end);
      if (out[i] != '\n' && !is_quote) out[i] = ' ';
    }
  }
  return out;
}

std::vector<Literal> string_literals(std::string_view code) {
  std::vector<Literal> literals;
  Walker walker(code);
  for (Walker::Piece piece; walker.next(piece);) {
    if (piece.kind != Walker::Kind::Literal || !piece.is_text) continue;
    const auto written = code.substr(piece.at, piece.end - piece.at);
    literals.push_back({piece.at, piece.end, piece.raw ? raw_text(written) : quoted_text(written)});
  }
  return literals;
}

}  // namespace etalon::arch
