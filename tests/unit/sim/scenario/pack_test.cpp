#include <gmock/gmock.h>

#include <fstream>

#include "tests/unit/sim/scenario/temp_pack.h"

namespace etalon::scenario {
namespace fs = std::filesystem;
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> sentences(const fs::path& folder) {
  std::vector<std::string> out;
  for (const Finding& finding : check_pack(folder).findings) out.push_back(english(finding));
  return out;
}

TEST(MiniPack, is_read_without_findings) {
  const TempPack temp;
  EXPECT_THAT(sentences(temp.folder()), IsEmpty());
  const auto pack = read_pack(temp.folder());
  ASSERT_TRUE(pack.has_value());
  EXPECT_EQ(pack->ref.id, "mini");
  ASSERT_EQ(pack->scenarios.size(), 2U);
  EXPECT_EQ(pack->scenarios[0].id.value, "S1");
  EXPECT_EQ(pack->scheme.facets.size(), 7U);
  EXPECT_EQ(pack->catalogue.offences.size(), 2U);
}

TEST(MiniPack, keeps_text_facts_and_reference_of_a_scenario) {
  const TempPack temp;
  const auto pack = read_pack(temp.folder());
  ASSERT_TRUE(pack.has_value());
  const Scenario& scenario = pack->scenarios[0];
  ASSERT_EQ(scenario.steps.size(), 3U);
  EXPECT_EQ(scenario.steps[2].day, 2);
  ASSERT_EQ(scenario.steps[1].en.size(), 2U);
  EXPECT_EQ(scenario.steps[1].en[0].text, "The service is a forum. ");
  EXPECT_EQ(scenario.steps[1].en[1].text, "Everyone can read it.");
  EXPECT_EQ(scenario.steps[1].en[1].fact, FactId("F2"));
  EXPECT_EQ(scenario.find(FactId("F2"))->step, 1);
  EXPECT_EQ(scenario.find(FactId("F2"))->polarity, Polarity::Determinative);
  EXPECT_EQ(scenario.reference.values.at(FacetId("secondary")), Value::of_set({}));
  EXPECT_EQ(scenario.reference.elements.at(1).evidence, std::vector<FactId>{FactId("F3")});
  EXPECT_EQ(scenario.reference.alternatives.at(0).value, Value::of_code("lawful"));
  EXPECT_DOUBLE_EQ(scenario.reference.alternatives.at(0).credit, 0.5);
}

TEST(StarterPack, has_no_finding) {
  const fs::path folder = fs::path(ETALON_SOURCE_DIR) / "scenarios/starter";
  EXPECT_THAT(sentences(folder), IsEmpty());
}

TEST(PackHash, is_the_same_for_the_same_bytes_and_another_after_any_change) {
  const TempPack one, other;
  const Hash before = read_pack(one.folder()).value().ref.hash;
  EXPECT_EQ(before, read_pack(other.folder()).value().ref.hash);
  other.replace("catalogue.yaml", "an invented offence for tests\n    elements:\n      - id: precise",
                "an invented offence\n    elements:\n      - id: precise");
  EXPECT_NE(before, read_pack(other.folder()).value().ref.hash);
}

TEST(ReadPack, says_how_many_more_findings_there_are) {
  const TempPack temp;
  temp.replace("scenarios/S1.yaml", "difficulty: 2", "difficulty: 9");
  temp.replace("scenarios/S2.yaml", "difficulty: 2", "difficulty: 9");
  const auto pack = read_pack(temp.folder());
  ASSERT_FALSE(pack.has_value());
  EXPECT_EQ(pack.error().where, (Place{(temp.folder() / "scenarios/S1.yaml").string(), 6}));
  EXPECT_THAT(english(pack.error().what), testing::HasSubstr("and 1 more"));
}

TEST(ReadPack, suggests_the_nearest_known_key) {
  const TempPack temp;
  temp.replace("scenarios/S1.yaml", "sensitivity: 1", "sensitivty: 1");
  EXPECT_THAT(sentences(temp.folder()), Contains(testing::HasSubstr("did you mean “sensitivity”?")));
}

TEST(ReadPack, refuses_a_path_that_leads_nowhere) {
  EXPECT_THAT(sentences("/nowhere/at/all"), ElementsAre(testing::HasSubstr("/nowhere/at/all: read: cannot be read")));
}

TEST(ReadPack, refuses_a_folder_without_manifest) {
  const TempPack temp;
  fs::remove(temp.folder() / "pack.yaml");
  EXPECT_THAT(temp.findings(), ElementsAre("pack.yaml:0 read"));
}

TEST(HostilePack, alias_bomb_is_refused_before_it_is_built) {
  const TempPack temp;
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    bomb +=
        "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last + "," + last + "," + last + "," + last + "]\n";
  }
  temp.write("scheme.yaml", bomb);
  EXPECT_THAT(temp.findings(), ElementsAre("scheme.yaml:1 alias"));
}

TEST(HostilePack, file_of_fifty_megabytes_is_refused_unread) {
  const TempPack temp;
  fs::resize_file(temp.folder() / "catalogue.yaml", 50'000'000);
  fs::resize_file(temp.folder() / "scenarios/S1.yaml", 50'000'000);
  EXPECT_THAT(temp.findings(),
              ElementsAre("catalogue.yaml:0 size", "scenarios/S1.yaml:0 size", "scenarios/S2.yaml:15 twin"));
}

TEST(HostilePack, binary_is_refused_with_its_line) {
  const TempPack temp;
  temp.write("scheme.yaml", std::string("format: 1\nid: \0\x01\x02\n", 19));
  temp.write("catalogue.yaml", "format: 1\nversion: \"\xFF\xFE\"\n");
  EXPECT_THAT(temp.findings(), ElementsAre("catalogue.yaml:2 encoding", "scheme.yaml:2 encoding"));
}

TEST(HostilePack, byte_order_mark_is_refused) {
  const TempPack temp;
  temp.write("scheme.yaml", "\xEF\xBB\xBF" + temp.read("scheme.yaml"));
  EXPECT_THAT(temp.findings(), ElementsAre("scheme.yaml:1 encoding"));
}

TEST(HostilePack, empty_file_is_refused) {
  const TempPack temp;
  temp.write("scheme.yaml", "");
  EXPECT_THAT(temp.findings(), ElementsAre("scheme.yaml:1 yaml"));
}

TEST(HostilePack, symbolic_link_out_of_the_pack_is_refused) {
  const TempPack temp, other;
  fs::remove(temp.folder() / "scheme.yaml");
  fs::create_symlink(other.folder() / "scheme.yaml", temp.folder() / "scheme.yaml");
  EXPECT_THAT(temp.findings(), ElementsAre("pack.yaml:6 path"));
}

TEST(HostilePack, linked_folder_out_of_the_pack_is_refused) {
  const TempPack temp, other;
  fs::remove_all(temp.folder() / "scenarios");
  fs::create_directory_symlink(other.folder() / "scenarios", temp.folder() / "scenarios");
  EXPECT_THAT(temp.findings(), ElementsAre("pack.yaml:9 path", "pack.yaml:10 path"));
}

TEST(HostilePack, link_that_leads_to_itself_is_refused) {
  const TempPack temp;
  fs::remove(temp.folder() / "scheme.yaml");
  fs::create_symlink(temp.folder() / "scheme.yaml", temp.folder() / "scheme.yaml");
  EXPECT_THAT(temp.findings(), ElementsAre("pack.yaml:6 path"));
}

TEST(HostilePack, device_and_pipe_are_refused_without_waiting) {
  const TempPack temp;
  fs::remove(temp.folder() / "scheme.yaml");
  ASSERT_EQ(::system(("mkfifo " + (temp.folder() / "scheme.yaml").string()).c_str()), 0);
  EXPECT_THAT(temp.findings(), ElementsAre("scheme.yaml:0 read"));
}

TEST(HostilePack, deep_nesting_is_refused) {
  const TempPack temp;
  temp.write("scheme.yaml", std::string(100'000, '['));
  EXPECT_THAT(temp.findings(), ElementsAre("scheme.yaml:1 depth"));
}

TEST(HostilePack, too_many_values_are_refused) {
  const TempPack temp;
  std::string many = "facets:\n";
  for (int i = 0; i < 120'000; ++i) many += "- x\n";
  temp.write("scheme.yaml", many);
  const auto found = temp.findings();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0], testing::EndsWith(" size"));
}

TEST(HostilePack, its_complaints_are_limited) {
  const TempPack temp;
  std::string many = "format: 1\n";
  for (int i = 0; i < 5'000; ++i) many += "key" + std::to_string(i) + ": x\n";
  temp.write("scenarios/S1.yaml", many);
  const auto found = check_pack(temp.folder()).findings;
  EXPECT_EQ(found.size(), 1000U);
  EXPECT_EQ(found.back().rule, "more");
}

TEST(FindingSentence, makes_control_characters_visible) {
  const Finding finding{{"a\x1B[31m.yaml", 3}, "yaml", msg("bad"), {}, true};
  EXPECT_EQ(english(finding), "a\\x1B[31m.yaml:3: yaml: bad");
}

}  // namespace
}  // namespace etalon::scenario
