#include "sim/app/draw.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

namespace etalon::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAre;

Pack pack_of(int scenarios) {
  Pack out;
  for (int i = 0; i < scenarios; ++i) {
    out.scenarios.emplace_back();
    out.scenarios.back().id = ScenarioId("S" + std::to_string(i));
    out.scenarios.back().status = Status::Active;
  }
  return out;
}

std::vector<DecisionRow> decided(const std::vector<const char*>& ids) {
  std::vector<DecisionRow> out;
  for (const char* id : ids) {
    out.emplace_back();
    out.back().sequence = out.size();
    out.back().decision.scenario = ScenarioId(id);
  }
  return out;
}

std::vector<std::string> draw(const Pack& pack, Mode mode, const std::vector<DecisionRow>& seen, std::uint64_t seed = 7) {
  SeededRng rng(seed);
  std::vector<std::string> out;
  for (const ScenarioId& id : draw_sitting(pack, mode, seen, rng)) out.push_back(id.value);
  return out;
}

TEST(draw_sitting, takes_no_more_than_a_sitting_and_nothing_twice) {
  const auto one = draw(pack_of(124), Mode::Practice, {});
  EXPECT_THAT(one, SizeIs(kSitting));
  EXPECT_EQ(std::set(one.begin(), one.end()).size(), kSitting);
  EXPECT_NE(one, draw(pack_of(124), Mode::Practice, {}, 8));
  EXPECT_EQ(one, draw(pack_of(124), Mode::Practice, {}));
}

TEST(draw_sitting, takes_what_was_never_decided_first_and_then_what_was_decided_longest_ago) {
  const auto seen = decided({"S0", "S1", "S2", "S0"});
  EXPECT_THAT(draw(pack_of(14), Mode::Assessment, seen), Not(testing::Contains("S0")));
  EXPECT_THAT(draw(pack_of(14), Mode::Practice, seen), testing::IsSupersetOf({"S1", "S3", "S13"}));
  EXPECT_THAT(draw(pack_of(3), Mode::Practice, seen), UnorderedElementsAre("S0", "S1", "S2"));
}

TEST(draw_sitting, a_whole_bank_is_met_in_as_few_sittings_as_it_can) {
  const Pack pack = pack_of(30);
  std::vector<DecisionRow> seen;
  std::set<std::string> met;
  for (int sitting = 0; sitting < 3; ++sitting)
    for (const std::string& id : draw(pack, Mode::Practice, seen)) {
      met.insert(id);
      seen.emplace_back();
      seen.back().sequence = seen.size();
      seen.back().decision.scenario = ScenarioId(id);
    }
  EXPECT_THAT(met, SizeIs(30));
}

TEST(draw_sitting, twins_do_not_meet_in_one_sitting_while_there_is_something_else) {
  Pack pack = pack_of(24);
  for (std::size_t i = 0; i < pack.scenarios.size(); ++i)
    pack.scenarios[i].twin = Twin{TwinSetId("T" + std::to_string(i / 2)), {}};
  std::set<TwinSetId> sets;
  for (const std::string& id : draw(pack, Mode::Practice, {})) sets.insert(pack.find(ScenarioId(id))->twin->set);
  EXPECT_THAT(sets, SizeIs(kSitting));
}

TEST(draw_sitting, a_retest_asks_again) {
  EXPECT_THAT(draw(pack_of(14), Mode::Retest, decided({"S5", "S9"})), UnorderedElementsAre("S5", "S9"));
  EXPECT_THAT(draw(pack_of(4), Mode::Retest, {}), SizeIs(4)) << "nothing to ask again: as any session";
}

TEST(draw_sitting, offers_only_what_is_active) {
  Pack pack = pack_of(3);
  pack.scenarios[0].status = Status::Retired;
  pack.scenarios[1].status = Status::LintPassed;
  EXPECT_THAT(draw(pack, Mode::Practice, {}), ElementsAre("S2"));
  EXPECT_THAT(draw(pack, Mode::Retest, decided({"S0"})), ElementsAre("S2"));
  pack.scenarios[2].status = Status::Draft;
  EXPECT_THAT(draw(pack, Mode::Practice, {}), IsEmpty());
}

}  // namespace
}  // namespace etalon::app
