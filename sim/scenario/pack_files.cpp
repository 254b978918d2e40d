#include "sim/scenario/pack_files.h"

#include <algorithm>

#include "sim/base/file.h"
#include "sim/base/text.h"
#include "sim/scenario/pack_file.h"

namespace etalon::scenario {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_plain_relative(const std::string& text) {
  const fs::path path(text);
  return !text.empty() && text.find('\0') == std::string::npos && text.find('\\') == std::string::npos &&
         path.is_relative() && std::none_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
}

bool leads_inside(const fs::path& folder, const std::string& relative) {
  std::error_code error;
  const fs::path root = fs::weakly_canonical(folder, error);
  if (error) return false;
  const fs::path target = fs::weakly_canonical(folder / relative, error);
  if (error) return false;
  const auto [root_end, rest] = std::mismatch(root.begin(), root.end(), target.begin(), target.end());
  return root_end == root.end() && rest != target.end();
}

bool is_bad_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
}

// The first line with bytes that no text has; 0: none.
int first_binary_line(std::string_view bytes) {
  int line = 0;
  for (const std::string_view part : split(bytes, '\n')) {
    ++line;
    if (!is_utf8(part) || std::any_of(part.begin(), part.end(), is_bad_control)) return line;
  }
  return 0;
}

}  // namespace

bool PackFiles::is_inside(const std::string& relative, const Place& cited) {
  if (memory_ ? is_pack_path(relative) : is_plain_relative(relative) && leads_inside(folder_, relative)) return true;
  findings_.add(cited, "path", msg("“{path}” leaves the pack", {{"path", shortened(relative)}}),
                msg("give a path relative to pack.yaml, without “..”, to a file inside the pack’s folder"));
  return false;
}

bool PackFiles::fits(const std::string& relative, std::uint64_t limit) {
  std::error_code error;
  std::uint64_t size = 0;
  if (memory_) {
    const auto hit = memory_->find(relative);
    if (hit != memory_->end()) size = hit->second.size();
  } else {
    size = fs::file_size(folder_ / relative, error);
  }
  if (error) return true;  // reading says what is wrong
  const bool alone = size <= limit;
  if (alone && total_ + size <= kPackLimit) {
    total_ += size;
    return true;
  }
  const auto number = [](std::uint64_t n) { return std::to_string(n); };
  findings_.add(
      {name(relative), 0}, "size",
      alone ? msg("with this file the pack is over {limit} bytes", {{"limit", number(kPackLimit)}})
            : msg("is {size} bytes long, at most {limit} are read", {{"size", number(size)}, {"limit", number(limit)}}),
      msg("split the file or check that it is the right one"));
  return false;
}

bool PackFiles::is_text(const std::string& bytes, const std::string& relative) {
  if (bytes.starts_with(kByteOrderMark)) {
    findings_.add({name(relative), 1}, "encoding", msg("starts with a byte order mark"),
                  msg("save the file as UTF-8 without byte order mark"));
    return false;
  }
  const int line = first_binary_line(bytes);
  if (line == 0) return true;
  findings_.add({name(relative), line}, "encoding", msg("is not UTF-8 text"),
                msg("save the file as UTF-8 and remove control characters"));
  return false;
}

Result<std::string> PackFiles::bytes_of(const std::string& relative, std::uint64_t limit) const {
  if (!memory_) return read_file(folder_ / relative, limit);
  const auto hit = memory_->find(relative);
  if (hit != memory_->end()) return hit->second;
  return fail(ErrorKind::Input, msg("is not in the pack"), msg("make the pack anew with “etalon pack build”"));
}

std::optional<std::string> PackFiles::read(const std::string& relative, std::uint64_t limit) {
  if (!fits(relative, limit)) return std::nullopt;
  auto bytes = bytes_of(relative, limit);
  if (!bytes) {
    findings_.add({name(relative), 0}, "read", bytes.error().what, bytes.error().mend);
    return std::nullopt;
  }
  if (!is_text(*bytes, relative)) return std::nullopt;
  return std::move(*bytes);
}

}  // namespace etalon::scenario
