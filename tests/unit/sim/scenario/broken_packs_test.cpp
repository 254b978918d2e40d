#include <gmock/gmock.h>

#include "tests/support/broken_case.h"
#include "tests/unit/sim/scenario/temp_pack.h"

namespace etalon::scenario {
namespace {

using support::BrokenCase;

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string out = info.param;
  std::replace(out.begin(), out.end(), '-', '_');
  return out;
}

class BrokenPack : public testing::TestWithParam<std::string> {};

TEST_P(BrokenPack, has_exactly_the_expected_findings) {
  const BrokenCase broken = support::read_broken_case(GetParam());
  ASSERT_FALSE(broken.expected.empty());
  const TempPack pack;
  ASSERT_TRUE(support::break_pack(broken, pack.folder())) << "the old text does not stand there exactly once";
  EXPECT_THAT(pack.findings(), testing::UnorderedElementsAreArray(broken.expected));
}

TEST_P(BrokenPack, is_refused_with_file_and_a_way_to_mend_it) {
  const TempPack pack;
  ASSERT_TRUE(support::break_pack(support::read_broken_case(GetParam()), pack.folder()));
  const auto read = read_pack(pack.folder());
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().kind, ErrorKind::Input);
  EXPECT_FALSE(read.error().where.file.empty());
  EXPECT_FALSE(read.error().mend.text.empty());
}

INSTANTIATE_TEST_SUITE_P(Cases, BrokenPack, testing::ValuesIn(support::broken_case_names()), test_name);

}  // namespace
}  // namespace etalon::scenario
