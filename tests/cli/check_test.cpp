// What `etalon check` answers about one pack beside its findings.
#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/command_desk.h"

namespace etalon::ui::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class check_command : public support::command_desk {
 protected:
  int check(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "check");
    return run(arguments);
  }
  // A copy of the starter pack, its scenarios all reviewed and active, but those that `waits` picks.
  std::string copy_of_starter(const std::function<bool(const std::string& text)>& waits) {
    const fs::path copy = folder_ / "pack";
    fs::copy(starter_, copy, fs::copy_options::recursive);
    for (const auto& entry : fs::directory_iterator(copy / "scenarios")) {
      std::string text = *read_file(entry.path(), 1 << 20);
      set_line(text, "status: ", waits(text) ? "lint_passed" : "active");
      set_line(text, "reviewers: ", "[RELECTEUR-01, RELECTEUR-02]");
      EXPECT_TRUE(write_file(entry.path(), text));
    }
    return copy.string();
  }

  static void set_line(std::string& text, const std::string& key, const std::string& value) {
    const std::size_t at = text.find("\n" + key);
    ASSERT_NE(at, text.npos) << key;
    const std::size_t from = at + 1 + key.size();
    text.replace(from, text.find('\n', from) - from, value);
  }

  const fs::path starter_ = starter();
  const std::string mini_ = (fs::path(ETALON_SOURCE_DIR) / "tests/data/mini-pack").string();
};

bool none(const std::string&) { return false; }
bool is_malicious(const std::string& text) { return text.find("reporter: malicious") != text.npos; }

TEST_F(check_command, names_the_scenarios_whose_day_to_be_read_again_has_come) {
  ASSERT_EQ(check({mini_}), cli::kDone);
  EXPECT_THAT(err_.str(), Not(HasSubstr("to be read again")));
  clock_.set(Instant{4102444800000});  // 2100
  ASSERT_EQ(check({mini_}), cli::kDone) << "a note, not a finding";
  EXPECT_THAT(err_.str(), HasSubstr("to be read again, their day has come: S1, S2"));
}

TEST_F(check_command, coverage_of_the_reviewed_starter_pack_holds_every_quota) {
  EXPECT_EQ(check({copy_of_starter(none), "--coverage"}), kDone) << out_.str() << err_.str();
  EXPECT_THAT(out_.str(), HasSubstr("not_asked"));
  EXPECT_THAT(out_.str(), Not(HasSubstr("wanted,")));
}

TEST_F(check_command, coverage_names_each_quota_that_does_not_hold_and_the_reviews_that_mend_it) {
  const std::string pack = copy_of_starter(is_malicious);
  EXPECT_EQ(check({pack, "--coverage"}), kCheckFailed);
  EXPECT_THAT(out_.str(), HasSubstr("reporter_malicious: at least 3 wanted, 0 active (review what waits ("));
  EXPECT_EQ(check({pack, "--coverage", "--format", "json"}), kCheckFailed);
  const auto json = nlohmann::json::parse(out_.str());
  EXPECT_EQ(json["holds"], false);
  for (const auto& quota : json["quotas"]) {
    EXPECT_EQ(quota["holds"].get<bool>(), !quota.contains("message")) << quota;
    EXPECT_TRUE(quota["would_hold"].get<bool>()) << quota;
    if (quota["quota"] != "reporter_malicious") continue;
    EXPECT_EQ(quota["active"], 0);
    EXPECT_EQ(quota["low"], 3);
    EXPECT_TRUE(quota["high"].is_null());
    EXPECT_EQ(quota["next"].size(), quota["waiting"].get<std::size_t>());
  }
}

TEST_F(check_command, coverage_gives_the_same_counts_in_every_format) {
  const std::string pack = copy_of_starter(is_malicious);
  EXPECT_EQ(check({pack, "--coverage", "--format", "json"}), kCheckFailed);
  const auto json = nlohmann::json::parse(out_.str());
  EXPECT_EQ(check({pack, "--coverage", "--format", "csv"}), kCheckFailed);
  for (const auto& one : json["counts"]) {
    const auto text = [&](const char* name) { return std::to_string(one[name].get<int>()); };
    const std::string line = "count," + one["dimension"].get<std::string>() + "," + one["item"].get<std::string>() + "," +
                             text("active") + "," + text("waiting") + "," + text("draft") + ",";
    EXPECT_THAT(out_.str(), HasSubstr(line));
  }
}

TEST_F(check_command, coverage_of_what_is_no_pack_is_bad_input) {
  EXPECT_EQ(check({(folder_ / "none").string(), "--coverage"}), kInput);
  EXPECT_EQ(out_.str(), "");
  EXPECT_EQ(check({mini_, mini_, "--coverage"}), kUsage);
}

TEST_F(check_command, law_change_lists_each_place_with_file_line_key_and_version) {
  EXPECT_EQ(check({mini_, "--law-change", "SAMPLE_A"}), kDone) << err_.str();
  EXPECT_THAT(out_.str(), HasSubstr("S1.yaml:44: reference.values.qualification: S1 (active), written under version "
                                    "2026-04-02\n"));
  EXPECT_EQ(check({mini_, "--law-change", "SAMPLE_A", "--format", "json"}), kDone);
  const auto json = nlohmann::json::parse(out_.str());
  ASSERT_FALSE(json.empty());
  EXPECT_EQ(json[0]["line"], 44);
  EXPECT_EQ(json[0]["where"], "reference.values.qualification");
  EXPECT_EQ(json[0]["catalogue_version"], "2026-04-02");
  for (const auto& one : json) EXPECT_EQ(one["offence"], "SAMPLE_A");
  EXPECT_EQ(check({mini_, "--law-change", "SAMPLE_A", "--format", "csv"}), kDone);
  EXPECT_THAT(out_.str(), HasSubstr("file,line,scenario,status,catalogue_version,offence,where\r\n"));
}

TEST_F(check_command, law_change_of_an_unknown_code_proposes_the_nearest) {
  EXPECT_EQ(check({starter_.string(), "--law-change", "PROV_HAINE_ORIGIN"}), kInput);
  EXPECT_EQ(out_.str(), "");
  EXPECT_THAT(err_.str(), HasSubstr("did you mean “PROV_HAINE_ORIG”?"));
  EXPECT_EQ(check({(folder_ / "none").string(), "--law-change", "DOXX"}), kInput);
}

TEST_F(check_command, preview_shows_what_a_trainee_meets_and_nothing_else) {
  EXPECT_EQ(check({mini_, "--preview", "S1"}), kDone) << err_.str();
  EXPECT_THAT(out_.str(), testing::StartsWith("A reported message\n\nD+0 09:12 · Intake\nA report arrives about [URL-1]. "
                                              "The reporter says they are shocked.\n"));
  EXPECT_THAT(out_.str(), HasSubstr("\n? Legality\n"));
  for (const char* hidden : {"Defensible", "hangs on", "{F", "determinative", "SAMPLE_A", "not to take"})
    EXPECT_THAT(out_.str(), Not(HasSubstr(hidden)));
  EXPECT_EQ(err_.str(), "");
}

TEST_F(check_command, preview_speaks_the_language_that_is_asked_for) {
  EXPECT_EQ(check({mini_, "--preview", "S1", "--language", "fr"}), kDone) << err_.str();
  EXPECT_THAT(out_.str(), testing::StartsWith("Un message signalé\n\nJ+0 09:12 · "));
  EXPECT_THAT(out_.str(), HasSubstr("J+2 10:00 · Propos\n"));
  EXPECT_THAT(out_.str(), HasSubstr("Demandé si"));
  EXPECT_EQ(check({mini_, "--preview", "S1", "--language", "de"}), kUsage);
  EXPECT_EQ(check({mini_, "--language", "fr"}), kUsage);
}

TEST_F(check_command, preview_of_an_unknown_scenario_proposes_the_nearest) {
  EXPECT_EQ(check({starter_.string(), "--preview", "s0012"}), kInput);
  EXPECT_EQ(out_.str(), "");
  EXPECT_THAT(err_.str(), HasSubstr("did you mean “S0012”?"));
}

TEST_F(check_command, asks_one_question_at_a_time) {
  EXPECT_EQ(check({mini_, "--coverage", "--law-change", "SAMPLE_A"}), kUsage);
  EXPECT_EQ(check({mini_, mini_, "--law-change", "SAMPLE_A"}), kUsage);
  EXPECT_EQ(check({mini_, "--law-change", ""}), kUsage);
  EXPECT_EQ(check({mini_, "--preview", "S1", "--coverage"}), kUsage);
  EXPECT_EQ(check({mini_, "--preview", "S1", "--format", "json"}), kUsage);
  EXPECT_EQ(out_.str(), "");
}

}  // namespace
}  // namespace etalon::ui::cli
