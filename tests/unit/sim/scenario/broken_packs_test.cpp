#include <gmock/gmock.h>

#include <algorithm>

#include "sim/base/file.h"
#include "sim/base/text.h"
#include "tests/unit/sim/scenario/temp_pack.h"

namespace etalon::scenario {
namespace fs = std::filesystem;
namespace {

fs::path cases_folder() { return fs::path(ETALON_SOURCE_DIR) / "tests/data/broken-packs"; }

// See tests/data/broken-packs/README.md.
struct Case {
  std::string file, old_text, new_text;
  std::vector<std::string> expected;
};

Case read_case(const std::string& name) {
  Case out;
  const std::string bytes = read_file(cases_folder() / (name + ".case"), 1 << 20).value();
  for (const std::string_view line : split(bytes, '\n')) {
    if (line.starts_with("file: ")) out.file = line.substr(6);
    if (line.starts_with("- ")) out.old_text += std::string(line.substr(2)) + "\n";
    if (line.starts_with("+ ")) out.new_text += std::string(line.substr(2)) + "\n";
    if (line.starts_with("= ")) out.expected.emplace_back(line.substr(2));
  }
  return out;
}

std::vector<std::string> case_names() {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(cases_folder()))
    if (entry.path().extension() == ".case") out.push_back(entry.path().stem().string());
  std::sort(out.begin(), out.end());
  return out;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string out = info.param;
  std::replace(out.begin(), out.end(), '-', '_');
  return out;
}

class BrokenPack : public testing::TestWithParam<std::string> {};

TEST_P(BrokenPack, has_exactly_the_expected_findings) {
  const Case broken = read_case(GetParam());
  ASSERT_FALSE(broken.expected.empty());
  const TempPack pack;
  pack.replace(broken.file, broken.old_text, broken.new_text);
  EXPECT_THAT(pack.findings(), testing::UnorderedElementsAreArray(broken.expected));
}

TEST_P(BrokenPack, is_refused_with_file_and_a_way_to_mend_it) {
  const Case broken = read_case(GetParam());
  const TempPack pack;
  pack.replace(broken.file, broken.old_text, broken.new_text);
  const auto read = read_pack(pack.folder());
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().kind, ErrorKind::Input);
  EXPECT_FALSE(read.error().where.file.empty());
  EXPECT_FALSE(read.error().mend.text.empty());
}

INSTANTIATE_TEST_SUITE_P(Cases, BrokenPack, testing::ValuesIn(case_names()), test_name);

}  // namespace
}  // namespace etalon::scenario
