#include "tests/unit/sim/scenario/temp_pack.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "sim/base/file.h"

namespace etalon::scenario {
namespace fs = std::filesystem;

TempPack::TempPack() {
  std::string pattern = (fs::temp_directory_path() / "etalon-pack-XXXXXX").string();
  folder_ = ::mkdtemp(pattern.data());
  fs::copy(fs::path(ETALON_SOURCE_DIR) / "tests/data/mini-pack", folder_, fs::copy_options::recursive);
}

TempPack::~TempPack() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string TempPack::read(const std::string& relative) const { return read_file(folder_ / relative, 1 << 26).value(); }

void TempPack::write(const std::string& relative, std::string_view bytes) const {
  ASSERT_TRUE(write_file(folder_ / relative, bytes).has_value()) << relative;
}

void TempPack::replace(const std::string& relative, std::string_view old_text, std::string_view new_text) const {
  std::string bytes = read(relative);
  const std::size_t at = bytes.find(old_text);
  ASSERT_NE(at, std::string::npos) << "not in " << relative << ": " << old_text;
  ASSERT_EQ(bytes.find(old_text, at + 1), std::string::npos) << "twice in " << relative << ": " << old_text;
  write(relative, bytes.replace(at, old_text.size(), new_text));
}

std::vector<std::string> TempPack::findings() const {
  std::vector<std::string> out;
  for (const Finding& finding : check_pack(folder_).findings) {
    const std::string file = fs::path(finding.where.file).lexically_relative(folder_).string();
    out.push_back(file + ":" + std::to_string(finding.where.line) + " " + finding.rule);
  }
  return out;
}

}  // namespace etalon::scenario
