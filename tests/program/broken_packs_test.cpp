// Every case of tests/data/broken-packs through `etalon check`, as its user runs it.
#include <gmock/gmock.h>

#include "tests/program/program.h"
#include "tests/support/broken_case.h"
#include "tests/unit/sim/scenario/temp_pack.h"

namespace etalon {
namespace {

// "scenarios/S1.yaml:40 value" of "/tmp/…/scenarios/S1.yaml:40: value: what (how to mend it)"; else the line itself.
std::string place_and_rule(const std::string& line, const std::string& folder) {
  const std::size_t place = line.find(": ");
  const std::size_t rule = line.find(": ", place + 1);
  const bool is_finding = line.starts_with(folder + "/") && rule != line.npos && line.ends_with(")");
  if (!is_finding) return line;
  return line.substr(folder.size() + 1, place - folder.size() - 1) + line.substr(place + 1, rule - place - 1);
}

class BrokenPackInTheProgram : public testing::TestWithParam<std::string> {};

TEST_P(BrokenPackInTheProgram, is_refused_with_file_line_and_rule) {
  const support::BrokenCase broken = support::read_broken_case(GetParam());
  const scenario::TempPack pack;
  ASSERT_TRUE(support::break_pack(broken, pack.folder()));
  const support::Ended ended = run_etalon({"check", pack.folder().string()});
  EXPECT_EQ(ended.status, broken.status) << ended.err;
  std::vector<std::string> found;
  for (const std::string_view line : split(trim(ended.out), '\n'))
    found.push_back(place_and_rule(std::string(line), pack.folder().string()));
  EXPECT_THAT(found, testing::UnorderedElementsAreArray(broken.expected)) << ended.out;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string out = info.param;
  std::replace(out.begin(), out.end(), '-', '_');
  return out;
}

INSTANTIATE_TEST_SUITE_P(Cases, BrokenPackInTheProgram, testing::ValuesIn(support::broken_case_names()), test_name);

TEST(SoundPackInTheProgram, is_told_from_a_sound_one) {
  const scenario::TempPack pack;
  const support::Ended ended = run_etalon({"check", pack.folder().string()});
  EXPECT_EQ(ended.status, 0) << ended.out << ended.err;
  EXPECT_EQ(ended.out, "");
}

}  // namespace
}  // namespace etalon
