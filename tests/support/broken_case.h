// A file of tests/data/broken-packs: how the small pack is broken, and the findings that must follow. See its README.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/base/file.h"
#include "sim/base/text.h"

namespace etalon::support {

struct BrokenCase {
  std::string file, old_text, new_text;  // no old text: the file is new
  std::vector<std::string> expected;     // "scenarios/S1.yaml:40 value"
  int status = 1;                        // of `etalon check`
};

inline std::filesystem::path broken_cases_folder() {
  return std::filesystem::path(ETALON_SOURCE_DIR) / "tests/data/broken-packs";
}

inline BrokenCase read_broken_case(const std::string& name) {
  BrokenCase out;
  const std::string bytes = read_file(broken_cases_folder() / (name + ".case"), 1 << 20).value();
  for (const std::string_view line : split(bytes, '\n')) {
    if (line.starts_with("file: ")) out.file = line.substr(6);
    if (line.starts_with("- ")) out.old_text += std::string(line.substr(2)) + "\n";
    if (line.starts_with("+ ")) out.new_text += std::string(line.substr(2)) + "\n";
    if (line == "status: 3") out.status = 3;
    if (line.starts_with("= ")) out.expected.emplace_back(line.substr(2));
  }
  return out;
}

inline std::vector<std::string> broken_case_names() {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(broken_cases_folder()))
    if (entry.path().extension() == ".case") out.push_back(entry.path().stem().string());
  std::sort(out.begin(), out.end());
  return out;
}

// False where the pack in `folder` does not hold the old text exactly once.
inline bool break_pack(const BrokenCase& broken, const std::filesystem::path& folder) {
  if (broken.old_text.empty()) return write_file(folder / broken.file, broken.new_text).has_value();
  std::string bytes = read_file(folder / broken.file, 1 << 26).value_or("");
  const std::size_t at = bytes.find(broken.old_text);
  if (at == std::string::npos || bytes.find(broken.old_text, at + 1) != std::string::npos) return false;
  return write_file(folder / broken.file, bytes.replace(at, broken.old_text.size(), broken.new_text)).has_value();
}

}  // namespace etalon::support
