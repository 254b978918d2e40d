#include "sim/scenario/coverage.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <set>

#include "sim/scenario/quotas.h"
#include "sim/scenario/reader.h"

namespace etalon::scenario {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

Pack starter() { return read_pack(fs::path(ETALON_SOURCE_DIR) / "scenarios/starter").value(); }

Pack starter_with(Status status) {
  Pack pack = starter();
  for (Scenario& scenario : pack.scenarios) scenario.status = status;
  return pack;
}

Tally count_of(const Coverage& coverage, const std::string& dimension, const std::string& item) {
  for (const CoverageCount& count : coverage.counts)
    if (count.dimension == dimension && count.item == item) return count.tally;
  ADD_FAILURE() << "nothing is counted under " << dimension << " " << item;
  return {};
}

QuotaResult quota_of(const Coverage& coverage, const std::string& name, const std::string& item = {}) {
  for (const QuotaResult& result : coverage.quotas)
    if (result.name == name && result.item == item) return result;
  ADD_FAILURE() << "no quota " << name << " " << item;
  return {};
}

TEST(Coverage, of_the_starter_pack_holds_every_quota_once_all_is_active) {
  const Coverage found = coverage(starter_with(Status::Active));
  for (const QuotaResult& result : found.quotas) {
    EXPECT_TRUE(result.holds) << english(result.what);
    EXPECT_EQ(result.what.text, "") << result.name;
  }
  EXPECT_TRUE(found.holds());
}

TEST(Coverage, answers_every_quota_of_the_table) {
  std::set<std::string> answered;
  for (const QuotaResult& result : coverage(starter()).quotas) answered.insert(result.name);
  EXPECT_EQ(answered.size(), kQuotas.size());
  for (const Quota& quota : kQuotas) EXPECT_EQ(answered.count(std::string(quota.name)), 1U) << quota.name;
}

TEST(Coverage, counts_the_active_ones_and_beside_them_what_waits) {
  Pack pack = starter_with(Status::LintPassed);
  pack.scenarios[0].status = Status::Active;
  pack.scenarios[1].status = Status::Reviewed;
  pack.scenarios[2].status = Status::Draft;
  pack.scenarios[3].status = Status::Retired;
  const Tally all = count_of(coverage(pack), "scenario", "all");
  EXPECT_EQ(all.active, 1U);
  EXPECT_EQ(all.draft, 1U);
  EXPECT_EQ(all.waiting, pack.scenarios.size() - 3);
  EXPECT_EQ(all.next.size(), all.waiting);
}

TEST(Coverage, counts_each_scenario_once_in_pillar_by_legality) {
  const Pack pack = starter_with(Status::Active);
  const Coverage found = coverage(pack);
  std::size_t sum = 0;
  for (const CoverageCount& count : found.counts)
    if (count.dimension == "pillar_by_legality") sum += count.tally.active;
  EXPECT_EQ(sum, pack.scenarios.size());
  EXPECT_GT(count_of(found, "pillar_by_legality", "childhood/not_asked").active, 0U);
}

TEST(Coverage, says_what_is_wanted_what_is_there_and_which_reviews_mend_it) {
  Pack pack = starter_with(Status::Active);
  for (Scenario& scenario : pack.scenarios)
    if (scenario.covers.reporter == Reporter::Malicious) scenario.status = Status::LintPassed;
  const QuotaResult result = quota_of(coverage(pack), "reporter_malicious");
  EXPECT_FALSE(result.holds);
  EXPECT_TRUE(result.would_hold);
  EXPECT_EQ(english(result.what), "reporter_malicious: at least 3 wanted, 0 active");
  ASSERT_FALSE(result.tally.next.empty());
  EXPECT_THAT(english(result.mend), HasSubstr(result.tally.next.front()));
}

TEST(Coverage, asks_for_writing_where_too_few_wait) {
  Pack pack = starter_with(Status::Active);
  std::size_t left = 0;
  for (Scenario& scenario : pack.scenarios)
    if (scenario.covers.reporter == Reporter::Malicious)
      scenario.status = left++ == 0 ? Status::LintPassed : Status::Retired;
  const QuotaResult result = quota_of(coverage(pack), "reporter_malicious");
  EXPECT_FALSE(result.would_hold);
  EXPECT_EQ(english(result.mend), "write 2 more; waiting for their review: 1");
}

TEST(Coverage, finds_too_many_of_a_kind_as_well_as_too_few) {
  Pack pack = starter_with(Status::Active);
  for (Scenario& scenario : pack.scenarios) scenario.reference.settledness = Settledness::Contested;
  const QuotaResult many = quota_of(coverage(pack), "contested");
  EXPECT_FALSE(many.holds);
  EXPECT_THAT(english(many.what), HasSubstr("8% to 12%"));
  EXPECT_THAT(english(many.mend), HasSubstr("too many"));
  for (Scenario& scenario : pack.scenarios) scenario.reference.settledness = Settledness::Settled;
  EXPECT_FALSE(quota_of(coverage(pack), "contested").holds);
}

TEST(Coverage, takes_both_ends_of_a_percentage_into_it) {
  Pack pack = starter_with(Status::Active);
  pack.scenarios.resize(100);
  const auto with_contested = [&](std::size_t count) {
    for (std::size_t i = 0; i < pack.scenarios.size(); ++i)
      pack.scenarios[i].reference.settledness = i < count ? Settledness::Contested : Settledness::Settled;
    return quota_of(coverage(pack), "contested").holds;
  };
  EXPECT_FALSE(with_contested(7));
  EXPECT_TRUE(with_contested(8));
  EXPECT_TRUE(with_contested(12));
  EXPECT_FALSE(with_contested(13));
}

TEST(Coverage, holds_no_quota_of_a_pack_without_an_active_scenario) {
  for (const QuotaResult& result : coverage(starter_with(Status::Draft)).quotas) {
    EXPECT_FALSE(result.holds) << result.name << " " << result.item;
    EXPECT_FALSE(result.mend.text.empty()) << result.name;
  }
}

TEST(Coverage, counts_a_twin_set_from_its_second_active_scenario) {
  Pack pack = starter_with(Status::Active);
  const auto twins = [&] { return count_of(coverage(pack), "twin_set", "of_2_to_4"); };
  const Tally before = twins();
  const auto first = std::find_if(pack.scenarios.begin(), pack.scenarios.end(), [](const auto& s) { return s.twin; });
  ASSERT_NE(first, pack.scenarios.end());
  for (Scenario& scenario : pack.scenarios)
    if (scenario.twin && scenario.twin->set == first->twin->set && scenario.id != first->id)
      scenario.status = Status::LintPassed;
  EXPECT_EQ(twins().active, before.active - 1);
  EXPECT_EQ(twins().next, std::vector<std::string>{first->twin->set.value});
  first->status = Status::LintPassed;
  EXPECT_EQ(twins().waiting, 1U);
}

TEST(Coverage, counts_an_urgent_life_only_with_its_signal) {
  Pack pack = starter_with(Status::Active);
  ASSERT_TRUE(quota_of(coverage(pack), "urgent_life").holds);
  for (Scenario& scenario : pack.scenarios)
    std::erase_if(scenario.steps, [](const Step& step) { return step.type == StepType::UrgencySignal; });
  EXPECT_EQ(quota_of(coverage(pack), "urgent_life").tally.active, 0U);
}

TEST(Coverage, counts_a_language_only_where_every_text_is_written) {
  Pack pack = starter_with(Status::Active);
  pack.scenarios[5].steps[1].fr.clear();
  const Coverage found = coverage(pack);
  EXPECT_FALSE(quota_of(found, "languages", "fr").holds);
  EXPECT_TRUE(quota_of(found, "languages", "en").holds);
}

TEST(Coverage, lists_every_offence_of_the_catalogue_and_counts_the_one_examined) {
  const Pack pack = starter();
  const Coverage counted = coverage(pack);
  for (const Offence& offence : pack.catalogue.offences) (void)count_of(counted, "offence", offence.code.value);
  EXPECT_EQ(count_of(counted, "offence", "ESCROQ").active, 0U);
  EXPECT_GT(count_of(counted, "offence", "INJ_DISC").active, 0U);
}

TEST(Coverage, counts_the_family_of_the_first_review_trigger_where_no_offence_is_asked) {
  Pack pack = starter_with(Status::Active);
  Scenario& scenario = pack.scenarios[0];
  const Tally before = count_of(coverage(pack), "family", "NONPUB");
  scenario.reference.values.clear();
  scenario.reference.review_triggers = {OffenceCode("NONPUB_INJ"), OffenceCode("DOXX")};
  EXPECT_EQ(count_of(coverage(pack), "family", "NONPUB").active, before.active + 1);
  scenario.reference.values[pack.scheme.roles.qualification] = Value::of_code(std::string(kNoOffence));
  EXPECT_EQ(count_of(coverage(pack), "family", "NONPUB").active, before.active);
}

TEST(Coverage, does_not_hold_where_the_catalogue_knows_nothing_of_a_kind) {
  Pack pack = starter_with(Status::Active);
  pack.catalogue.look_alikes.clear();
  const QuotaResult result = quota_of(coverage(pack), "look_alikes");
  EXPECT_FALSE(result.holds);
  EXPECT_THAT(english(result.what), HasSubstr("knows nothing"));
}

}  // namespace
}  // namespace etalon::scenario
