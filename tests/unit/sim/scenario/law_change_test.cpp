#include "sim/scenario/law_change.h"

#include <gmock/gmock.h>

#include "sim/base/text.h"
#include "tests/unit/sim/scenario/temp_pack.h"

namespace etalon::scenario {
namespace {

using testing::HasSubstr;

std::string line_text(const std::string& text, int line) {
  const auto lines = split(text, '\n');
  return std::string(lines.at(static_cast<std::size_t>(line - 1)));
}

std::vector<PlacedCitation> citations(const TempPack& temp, const std::string& code) {
  return law_change(check_pack(temp.folder()), code, "pack").value().citations;
}

// "S1 reference.values.qualification" of each citation.
std::vector<std::string> cited(const TempPack& temp, const std::string& code) {
  std::vector<std::string> out;
  for (const PlacedCitation& one : citations(temp, code)) out.push_back(one.scenario.value + " " + one.where);
  return out;
}

TEST(LawChange, finds_every_kind_of_place_that_cites_the_offence) {
  const TempPack temp;
  temp.replace("scenarios/S1.yaml", "    secondary: []", "    secondary:\n      - SAMPLE_B");
  temp.replace("scenarios/S1.yaml", "  alternatives:\n",
               "  alternatives:\n    - facet: secondary\n      value: \"SAMPLE_A|SAMPLE_B\"\n      credit: 0.5\n"
               "      reason: {fr: Défendable., en: Defensible.}\n");
  temp.replace("scenarios/S1.yaml", "  critical_errors:\n",
               "  critical_errors:\n    - id: missed\n      facet: secondary\n      lacks: [SAMPLE_B]\n"
               "      message: {fr: Une omission., en: An omission.}\n");
  temp.replace("scenarios/S1.yaml", "triggers: [SAMPLE_A]", "triggers: [SAMPLE_A, SAMPLE_B]");
  const std::string text = temp.read("scenarios/S1.yaml");
  std::vector<std::string> where;
  for (const PlacedCitation& one : citations(temp, "SAMPLE_B")) {
    if (one.scenario.value != "S1") continue;
    where.push_back(one.where);
    EXPECT_THAT(line_text(text, one.place.line), HasSubstr("SAMPLE_B")) << one.where;
    EXPECT_EQ(one.place.file, (temp.folder() / "scenarios/S1.yaml").string());
    EXPECT_EQ(one.catalogue_version, "2026-04-02");
  }
  EXPECT_THAT(where, testing::ElementsAre("reference.values.secondary", "reference.alternatives",
                                          "reference.critical_errors", "reference.review.triggers"));
}

TEST(LawChange, names_the_elements_of_the_offence_examined_by_their_key) {
  const TempPack temp;
  EXPECT_THAT(cited(temp, "SAMPLE_A"), testing::Contains("S1 reference.elements"));
  for (const PlacedCitation& one : citations(temp, "SAMPLE_A")) {
    if (one.scenario.value != "S1" || one.where != "reference.elements") continue;
    EXPECT_EQ(line_text(temp.read("scenarios/S1.yaml"), one.place.line), "  elements:");
  }
}

TEST(LawChange, lists_what_the_new_version_blocks) {
  const TempPack temp;
  const auto before = cited(temp, "SAMPLE_A");
  temp.replace("catalogue.yaml", "changed: [SAMPLE_A]}",
               "changed: [SAMPLE_A]}\n  - {version: \"2026-05-01\", changed: [SAMPLE_A]}");
  temp.replace("catalogue.yaml", "\nversion: \"2026-04-02\"", "\nversion: \"2026-05-01\"");
  ASSERT_FALSE(read_pack(temp.folder()).has_value());
  EXPECT_EQ(cited(temp, "SAMPLE_A"), before);
  EXPECT_FALSE(before.empty());
}

TEST(LawChange, proposes_the_nearest_code_for_an_unknown_one) {
  const TempPack temp;
  for (const char* wrong : {"SAMPEL_B", "sample_b"}) {
    const auto change = law_change(check_pack(temp.folder()), wrong, "pack");
    ASSERT_FALSE(change.has_value());
    EXPECT_EQ(change.error().kind, ErrorKind::Input);
    EXPECT_THAT(english(change.error()), HasSubstr(std::string("“") + wrong + "”"));
    EXPECT_THAT(english(change.error()), HasSubstr("did you mean “SAMPLE_B”?"));
  }
}

TEST(LawChange, says_why_where_the_catalogue_cannot_be_read) {
  const TempPack temp;
  temp.replace("catalogue.yaml", "format: 1", "format: 9");
  const auto change = law_change(check_pack(temp.folder()), "SAMPLE_A", "pack");
  ASSERT_FALSE(change.has_value());
  EXPECT_THAT(change.error().where.file, HasSubstr("catalogue.yaml"));
}

}  // namespace
}  // namespace etalon::scenario
