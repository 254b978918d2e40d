// The JSON Schemas that editors use: they take every file of the repository, help with every key, and see mistakes.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

#include "sim/base/file.h"
#include "sim/scenario/signatures.h"
#include "tests/unit/sim/scenario/json_schema.h"

namespace etalon::scenario {
namespace fs = std::filesystem;
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const fs::path kScenarios = fs::path(ETALON_SOURCE_DIR) / "scenarios";
const std::string kModeline = "# yaml-language-server: $schema=";

std::string text_of(const fs::path& file) { return read_file(file, 1 << 26).value(); }
json schema(const std::string& name) { return json::parse(text_of(kScenarios / "schema" / (name + ".schema.json"))); }
json starter_scenario(const std::string& id) {
  return yaml_as_json(text_of(kScenarios / "starter/scenarios" / (id + ".yaml")));
}

std::vector<fs::path> files(const std::string& ending) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(kScenarios))
    if (entry.path().extension() == ending) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

// The schema that the first line names, as an editor finds it: from the file's folder.
fs::path named_schema(const fs::path& file, const std::string& text) {
  if (!text.starts_with(kModeline)) return {};
  const std::size_t from = kModeline.size();
  return (file.parent_path() / text.substr(from, text.find('\n') - from)).lexically_normal();
}

TEST(Schemas, take_every_file_that_names_one_in_its_first_line_and_every_file_does) {
  const auto yaml = files(".yaml");
  EXPECT_GE(yaml.size(), 128U);
  for (const fs::path& file : yaml) {
    const std::string text = text_of(file);
    const fs::path named = named_schema(file, text);
    if (file.filename() == kSignaturesFile) continue;  // written by the program
    ASSERT_TRUE(fs::exists(named)) << file << " names " << named;
    EXPECT_THAT(schema_errors(json::parse(text_of(named)), yaml_as_json(text)), IsEmpty()) << file;
  }
}

TEST(Schemas, take_signatures_as_the_program_writes_them) {
  const std::string two = to_yaml({{"RELECTEUR-01", {}, {}}, {"RELECTEUR-02", {}, {}}});
  EXPECT_THAT(schema_errors(schema("signatures"), yaml_as_json(two)), IsEmpty());
  EXPECT_EQ(yaml_as_json(two)["signatures"].size(), 2U);
  json broken = yaml_as_json(two);
  broken["signatures"][0]["key"] = "00";
  EXPECT_THAT(schema_errors(schema("signatures"), broken), ElementsAre("/signatures/0/key: breaks pattern"));
}

TEST(Schemas, underline_what_is_mistyped) {
  const json rules = schema("scenario");
  const json sound = starter_scenario("S0001");
  const auto broken = [&](const char* at, const json& value) {
    json copy = sound;
    copy[json::json_pointer(at)] = value;
    return schema_errors(rules, copy);
  };
  EXPECT_THAT(schema_errors(rules, sound), IsEmpty());
  EXPECT_THAT(broken("/status", "activ"), ElementsAre("/status: breaks enum"));
  EXPECT_THAT(broken("/difficulty", 6), ElementsAre("/difficulty: breaks maximum"));
  EXPECT_THAT(broken("/sensitivty", 1), ElementsAre("/sensitivty: not allowed"));
  EXPECT_THAT(broken("/title/fr", std::string(61, 'a')), ElementsAre("/title/fr: breaks maxLength"));
  EXPECT_THAT(broken("/reference/elements/intent/evidence", json::array()),
              ElementsAre("/reference/elements/intent/evidence: breaks minItems"));
  EXPECT_THAT(broken("/reference/settledness", "contested"), ElementsAre("/reference/panel: breaks required"));
  EXPECT_THAT(broken("/reference/alternatives/0/credit", 0), ElementsAre(HasSubstr("exclusiveMinimum")));
}

TEST(Schemas, ask_for_two_reviewers_once_a_scenario_is_reviewed_or_is_a_composite) {
  const json rules = schema("scenario");
  json scenario = starter_scenario("S0001");
  const auto with = [&](const char* status, const char* provenance, const json& reviewers) {
    scenario["status"] = status, scenario["provenance"] = provenance, scenario["reviewers"] = reviewers;
    return schema_errors(rules, scenario);
  };
  const json one = {"RELECTEUR-01"}, two = {"RELECTEUR-01", "RELECTEUR-02"};
  EXPECT_THAT(with("draft", "synthetic", json::array()), IsEmpty());
  EXPECT_THAT(with("lint_passed", "synthetic", one), IsEmpty());
  EXPECT_THAT(with("draft", "composite", one), ElementsAre("/reviewers: breaks minItems"));
  for (const char* status : {"reviewed", "piloted", "active"}) {
    EXPECT_THAT(with(status, "synthetic", one), ElementsAre("/reviewers: breaks minItems"));
    EXPECT_THAT(with(status, "synthetic", two), IsEmpty());
  }
}

// Keys without help: neither they nor what they refer to has a description.
void add_unhelpful(const json& root, const json& node, const std::string& at, std::vector<std::string>& out) {
  const json properties = node.value("properties", json::object());
  for (const auto& [key, value] : properties.items()) {
    const json& meant =
        value.contains("$ref") ? root[json::json_pointer(value["$ref"].get<std::string>().substr(1))] : value;
    if (value.value("description", "").empty() && meant.value("description", "").empty()) out.push_back(at + "/" + key);
    add_unhelpful(root, value, at + "/" + key, out);
  }
  for (const char* deeper : {"items", "additionalProperties"})
    if (node.contains(deeper) && node[deeper].is_object()) add_unhelpful(root, node[deeper], at + "/" + deeper, out);
}

TEST(Schemas, explain_every_key_in_the_editor) {
  const auto all = files(".json");
  EXPECT_THAT(all, SizeIs(6));
  for (const fs::path& file : all) {
    const json root = json::parse(text_of(file));
    std::vector<std::string> unhelpful;
    add_unhelpful(root, root, "", unhelpful);
    const json definitions = root.value("$defs", json::object());
    for (const auto& [name, definition] : definitions.items()) add_unhelpful(root, definition, name, unhelpful);
    EXPECT_THAT(unhelpful, IsEmpty()) << file;
    EXPECT_FALSE(root.value("title", "").empty() || root.value("description", "").empty()) << file;
  }
}

TEST(Schemas, are_known_to_the_editors_that_need_to_be_told) {
  const auto told = json::parse(text_of(kScenarios.parent_path() / ".vscode/settings.json"))["yaml.schemas"];
  const std::string idea = text_of(kScenarios.parent_path() / ".idea/jsonSchemas.xml");
  for (const fs::path& file : files(".json")) {
    const std::string path = "scenarios/schema/" + file.filename().string();
    EXPECT_TRUE(told.contains("./" + path)) << path;
    EXPECT_THAT(idea, HasSubstr("value=\"" + path + "\""));
  }
}

}  // namespace
}  // namespace etalon::scenario
