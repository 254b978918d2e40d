// What authors copy: templates that are complete, sound, and the same in both languages but for their comments; the
// vocabulary that the guides give them.
#include <gmock/gmock.h>

#include "sim/base/file.h"
#include "sim/base/text.h"
#include "sim/scenario/lint/lint.h"
#include "tests/unit/sim/scenario/json_schema.h"
#include "tests/unit/sim/scenario/temp_pack.h"

namespace etalon::scenario {
namespace fs = std::filesystem;
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

class StarterCopy {
 public:
  StarterCopy() {
    fs::remove_all(pack_.folder());
    fs::copy(fs::path(ETALON_SOURCE_DIR) / "scenarios/starter", pack_.folder(), fs::copy_options::recursive);
  }
  // As the guide says: copy, name the file after the id, list it.
  void add(const std::string& name, const std::string& text) {
    pack_.write("scenarios/" + name + ".yaml", text);
    pack_.write("pack.yaml", pack_.read("pack.yaml") + "  - scenarios/" + name + ".yaml\n");
  }
  std::string read(const std::string& name) const { return pack_.read("scenarios/" + name + ".yaml"); }
  std::vector<std::string> findings() const { return pack_.findings(); }
  const fs::path& folder() const { return pack_.folder(); }

 private:
  TempPack pack_;
};

TEST(Templates, check_without_a_finding_when_they_are_copied_into_the_starter_pack) {
  for (const char* name : {"template", "modele"}) {
    StarterCopy pack;
    const std::size_t before = read_pack(pack.folder()).value().scenarios.size();
    pack.add("S9001", pack.read(name));
    EXPECT_THAT(pack.findings(), IsEmpty()) << name;
    const Pack read = read_pack(pack.folder()).value();
    ASSERT_EQ(read.scenarios.size(), before + 1) << name;
    EXPECT_EQ(read.scenarios.back().id.value, "S9001");
    EXPECT_EQ(read.scenarios.back().status, Status::Draft);
  }
}

TEST(Templates, say_the_same_in_both_languages) {
  const StarterCopy pack;
  EXPECT_EQ(yaml_as_json(pack.read("template")), yaml_as_json(pack.read("modele")));
}

// Every key of the text, and those that stand in its comments as examples.
TEST(Templates, show_every_key_that_a_scenario_may_have) {
  const StarterCopy pack;
  const auto schema = nlohmann::json::parse(
      read_file(fs::path(ETALON_SOURCE_DIR) / "scenarios/schema/scenario.schema.json", 1 << 20).value());
  for (const char* name : {"template", "modele"}) {
    const std::string text = pack.read(name);
    for (const auto* part :
         {"/properties", "/properties/covers/properties", "/properties/twin/properties", "/$defs/step/properties",
          "/$defs/reference/properties", "/$defs/reference/properties/values/properties"})
      for (const auto& [key, ignored] : schema[nlohmann::json::json_pointer(part)].items())
        EXPECT_THAT(text, HasSubstr(key + ":")) << name;
    EXPECT_THAT(text, HasSubstr("dissent")) << name;
  }
}

// The second and third cell of each row of the table below `heading`, the head of the table left out.
std::vector<std::string> vocabulary(const std::string& guide, const std::string& heading) {
  const std::string text = read_file(fs::path(ETALON_SOURCE_DIR) / "scenarios" / guide, 1 << 20).value();
  const std::size_t from = text.find(heading), table = text.find("|---|", from);
  std::vector<std::string> out;
  for (const auto line : split(std::string_view(text).substr(table, text.find("\n\n", table) - table), '\n')) {
    const auto cells = split(line, '|');
    if (cells.size() < 5 || cells[1].starts_with("---")) continue;
    out.emplace_back(trim(cells[2]));
    out.emplace_back(trim(cells[3]));
  }
  return out;
}

TEST(Guides, give_a_vocabulary_for_childhood_that_passes_the_check) {
  for (const auto& [guide, heading] : {std::pair{"README.md", "### Childhood"}, std::pair{"LISEZMOI.md", "### Enfance"}}) {
    const auto sentences = vocabulary(guide, heading);
    EXPECT_GE(sentences.size(), 12U) << guide;
    for (const std::string& sentence : sentences)
      EXPECT_TRUE(lint::lint_text(sentence, lint::TextKind::Shown, true).empty()) << guide << ": " << sentence;
  }
}

TEST(Templates, say_where_a_change_broke_them) {
  StarterCopy pack;
  std::string text = pack.read("modele");
  const std::string fact = "{F2|";
  text.replace(text.find(fact), fact.size(), "{F9|");
  pack.add("S9001", text);
  EXPECT_THAT(pack.findings(), Contains(HasSubstr("scenarios/S9001.yaml")));
}

}  // namespace
}  // namespace etalon::scenario
