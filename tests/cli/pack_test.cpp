// Packs on the command line: built, signed, verified; drafts marked; old sessions with the version that they saw.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "sim/base/file.h"
#include "sim/domain/comparison.h"
#include "sim/scenario/reader.h"
#include "tests/support/command_desk.h"
#include "tests/unit/sim/journal/tamper.h"

namespace etalon::ui::cli {
namespace {

namespace fs = std::filesystem;

class pack_commands : public support::command_desk {
 protected:
  pack_commands() {
    fs::copy(fs::path(ETALON_SOURCE_DIR) / "tests/data/mini-pack", pack_, fs::copy_options::recursive);
    default_pack_ = pack_;
  }
  // A key in a file of that name; its line is added to the list of reviewers.
  std::string reviewer(const std::string& name) {
    EXPECT_EQ(run({"pack", "keygen", "--name", name, "--out", file(name)}), kDone) << err_.str();
    if (list_.empty()) list_ = "format: 1\nreviewers:\n";
    list_ += out_.str();
    EXPECT_TRUE(write_file(folder_ / "reviewers.yaml", list_));
    return file(name);
  }
  void sign_twice(const std::string& pack) {
    for (const char* name : {"REV-01", "REV-02"})
      EXPECT_EQ(run({"pack", "sign", pack, "--key", reviewer(name)}), kDone) << err_.str();
  }
  void replace(const std::string& relative, const std::string& old_text, const std::string& new_text) const {
    std::string bytes = *read_file(pack_ / relative, 1 << 20);
    const std::size_t at = bytes.find(old_text);
    ASSERT_NE(at, std::string::npos) << old_text;
    ASSERT_TRUE(write_file(pack_ / relative, bytes.replace(at, old_text.size(), new_text)));
  }
  // A session in which everything agrees with the reference; its id.
  std::string play(const std::string& pack) {
    const Pack read = *scenario::read_pack(pack);
    std::string text = "scenario,facet,value\n";
    for (const Scenario& scenario : read.scenarios) {
      Values values = reference_values(read, scenario);
      values[read.scheme.roles.confidence] = Value::of_code("high");
      for (const auto& [facet, value] : values) text += scenario.id.value + "," + facet.value + "," + value.to_text() + "\n";
    }
    EXPECT_TRUE(write_file(folder_ / "answers.csv", text));
    EXPECT_EQ(run({"replay", pack, "--analyst", "ana-01", "--answers", file("answers.csv"), "--format", "json"}), kDone)
        << err_.str();
    return nlohmann::json::parse(out_.str())[0]["session"];
  }
  std::string report(const std::string& ending, const std::vector<std::string>& options = {}) {
    std::vector<std::string> arguments{"report", "--out", file("report." + ending)};
    arguments.insert(arguments.end(), options.begin(), options.end());
    EXPECT_EQ(run(arguments), kDone) << err_.str();
    return *read_file(folder_ / ("report." + ending), 1 << 24);
  }
  bool says(const std::string& words) const { return err_.str().find(words) != std::string::npos; }

  const fs::path pack_ = folder_ / "mini";
  std::string list_;
};

TEST_F(pack_commands, a_key_is_for_its_owner_only_and_never_written_over) {
  const std::string key = reviewer("rev-01");
  EXPECT_EQ(fs::status(key).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_NE(list_.find("pseudonym: \"REV-01\""), std::string::npos);
  EXPECT_EQ(list_.find(read_file(key, 4096)->substr(read_file(key, 4096)->find("seed: ") + 6, 64)), std::string::npos);
  EXPECT_EQ(run({"pack", "keygen", "--name", "rev-01", "--out", key}), kUsage);
  EXPECT_EQ(run({"pack", "keygen", "--name", "a real name", "--out", file("other")}), kUsage);
}

TEST_F(pack_commands, the_same_folder_makes_the_same_file) {
  ASSERT_EQ(run({"pack", "build", pack_.string(), "--out", file("a.etalonpack")}), kDone) << err_.str();
  ASSERT_EQ(run({"pack", "build", pack_.string(), "--out", file("b.etalonpack")}), kDone);
  EXPECT_EQ(*read_file(folder_ / "a.etalonpack", 1 << 20), *read_file(folder_ / "b.etalonpack", 1 << 20));
}

TEST_F(pack_commands, two_reviewers_make_a_folder_and_its_file_trusted) {
  EXPECT_EQ(run({"pack", "verify", pack_.string()}), kCheckFailed);
  ASSERT_EQ(run({"pack", "sign", pack_.string(), "--key", reviewer("REV-01")}), kDone) << err_.str();
  EXPECT_EQ(run({"pack", "verify", pack_.string()}), kCheckFailed) << "one is not enough";
  ASSERT_EQ(run({"pack", "sign", pack_.string(), "--key", reviewer("REV-02")}), kDone) << err_.str();
  EXPECT_EQ(run({"pack", "verify", pack_.string(), "--format", "json"}), kDone) << err_.str();
  const auto rows = nlohmann::json::parse(out_.str());
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1]["reviewer"], "REV-02");
  EXPECT_EQ(rows[1]["counts"], true);
  ASSERT_EQ(run({"pack", "build", pack_.string(), "--out", file("it.etalonpack")}), kDone);
  EXPECT_EQ(run({"pack", "verify", file("it.etalonpack")}), kDone) << err_.str();
  EXPECT_EQ(run({"check", file("it.etalonpack")}), kDone);
  EXPECT_TRUE(says("signed by REV-01: counts")) << err_.str();
  EXPECT_FALSE(says("draft"));
}

TEST_F(pack_commands, a_file_is_signed_where_it_lies) {
  ASSERT_EQ(run({"pack", "build", pack_.string(), "--out", file("it.etalonpack")}), kDone);
  sign_twice(file("it.etalonpack"));
  EXPECT_EQ(run({"pack", "verify", file("it.etalonpack")}), kDone) << err_.str();
}

TEST_F(pack_commands, a_changed_text_makes_it_a_draft_again) {
  sign_twice(pack_.string());
  replace("scenarios/S1.yaml", "licence: CC-BY-4.0", "licence: CC-BY-3.0");
  EXPECT_EQ(run({"pack", "verify", pack_.string()}), kCheckFailed);
  EXPECT_NE(out_.str().find("changed since"), std::string::npos) << out_.str();
  EXPECT_EQ(run({"check", pack_.string()}), kDone);
  EXPECT_TRUE(says("has changed since it was signed and is a draft"));
  play(pack_.string());
  EXPECT_TRUE(says("has changed since it was signed")) << err_.str();
  report("json", {"--pack", pack_.string()});
  EXPECT_TRUE(says("has changed since it was signed")) << err_.str();
}

TEST_F(pack_commands, a_changed_byte_of_a_file_is_told_before_anything_that_comes_of_it) {
  sign_twice(pack_.string());
  ASSERT_EQ(run({"pack", "build", pack_.string(), "--out", file("it.etalonpack")}), kDone);
  const std::string good = *read_file(file("it.etalonpack"), 1 << 24);
  for (const auto& [old_text, new_text] : {std::pair("difficulty: 2", "difficulty: 9"),
                                           {"difficulty: 2", "difficulty] 2"},
                                           {"licence: CC-BY-4.0", "licence: CC-BY-3.0"},
                                           {"  - scenarios/S2", "  # scenarios/S2"}}) {
    std::string bytes = good;
    const std::size_t at = bytes.find(old_text);
    ASSERT_NE(at, std::string::npos) << old_text;
    ASSERT_TRUE(write_file(file("it.etalonpack"), bytes.replace(at, std::string(old_text).size(), new_text)));
    EXPECT_EQ(run({"pack", "verify", file("it.etalonpack")}), kCheckFailed) << new_text << err_.str();
    EXPECT_EQ(err_.str().find("etalon: " + file("it.etalonpack") + "/"), 0U) << err_.str();
    EXPECT_LT(err_.str().find(": changed: "), err_.str().find('\n')) << err_.str();
    EXPECT_TRUE(says("get the pack again"));
    EXPECT_FALSE(says("sign it")) << err_.str();
    EXPECT_NE(out_.str().find("REV-02"), std::string::npos) << out_.str();
    EXPECT_EQ(out_.str().find("counts\n"), std::string::npos) << out_.str();
    const bool is_whole = std::string(new_text).starts_with("licence");
    EXPECT_EQ(run({"check", file("it.etalonpack")}), is_whole ? kDone : kCheckFailed) << err_.str();
    EXPECT_LT(out_.str().find(":0: changed: "), out_.str().find('\n')) << out_.str();
    const std::string said = out_.str();
    EXPECT_EQ(std::count(said.begin(), said.end(), '('), 1) << "nothing is to be mended by hand\n" << said;
    EXPECT_EQ(run({"pack", "sign", file("it.etalonpack"), "--key", file("REV-01")}), kCheckFailed);
    EXPECT_TRUE(says("get the pack again")) << err_.str();
  }
}

TEST_F(pack_commands, a_file_that_nobody_signed_and_somebody_changed_is_told_so) {
  ASSERT_EQ(run({"pack", "build", pack_.string(), "--out", file("it.etalonpack")}), kDone);
  EXPECT_TRUE(says("has not the signatures"));
  std::string bytes = *read_file(file("it.etalonpack"), 1 << 24);
  bytes[bytes.find("CC-BY-4.0") + 6] = '3';
  ASSERT_TRUE(write_file(file("it.etalonpack"), bytes));
  play(file("it.etalonpack"));
  EXPECT_TRUE(says("has changed since it was made")) << err_.str();
}

// A folder from a stranger may hold links under any name that could be known beforehand.
TEST_F(pack_commands, a_signature_goes_past_the_links_of_a_hostile_folder) {
  const std::string key = reviewer("REV-01");
  ASSERT_TRUE(write_file(folder_ / "victim", "precious"));
  fs::create_symlink(folder_ / "victim", pack_ / "signatures.yaml.part");
  ASSERT_EQ(run({"pack", "sign", pack_.string(), "--key", key}), kDone) << err_.str();
  EXPECT_EQ(*read_file(folder_ / "victim", 100), "precious");
  EXPECT_EQ(run({"pack", "verify", pack_.string()}), kCheckFailed);
  EXPECT_NE(out_.str().find("REV-01"), std::string::npos) << out_.str();
  EXPECT_TRUE(fs::is_regular_file(fs::symlink_status(pack_ / "signatures.yaml")));
}

TEST_F(pack_commands, a_name_in_a_key_file_that_is_no_pseudonym_signs_nothing) {
  const std::string key = reviewer("REV-01");
  std::string text = *read_file(key, 4096);
  ASSERT_TRUE(write_file(key, text.replace(text.find("REV-01"), 6, "A\", x: \"B")));
  EXPECT_EQ(run({"pack", "sign", pack_.string(), "--key", key}), kInput);
  EXPECT_TRUE(says("pseudonym")) << err_.str();
  EXPECT_FALSE(fs::exists(pack_ / "signatures.yaml"));
}

TEST_F(pack_commands, a_stranger_signs_in_vain) {
  ASSERT_EQ(run({"pack", "keygen", "--name", "REV-09", "--out", file("stranger")}), kDone);
  ASSERT_EQ(run({"pack", "sign", pack_.string(), "--key", file("stranger")}), kDone);
  EXPECT_EQ(run({"pack", "verify", pack_.string()}), kCheckFailed);
  EXPECT_NE(out_.str().find("unknown key"), std::string::npos);
  EXPECT_TRUE(says("the lists of reviewers: " + file("reviewers.yaml") + " (not there)")) << err_.str();
  reviewer("REV-01");
  EXPECT_EQ(run({"check", pack_.string()}), kDone);
  EXPECT_TRUE(says("the lists of reviewers: " + file("reviewers.yaml") + " (1 key)")) << err_.str();
}

TEST_F(pack_commands, no_author_signs_and_nobody_a_broken_pack) {
  EXPECT_EQ(run({"pack", "sign", pack_.string(), "--key", reviewer("auteur-01")}), kUsage);
  EXPECT_TRUE(says("is an author")) << err_.str();
  EXPECT_FALSE(fs::exists(pack_ / "signatures.yaml"));
  replace("scenarios/S1.yaml", "difficulty: 2", "difficulty: 9");
  EXPECT_EQ(run({"pack", "sign", pack_.string(), "--key", reviewer("REV-01")}), kCheckFailed);
  EXPECT_TRUE(says("S1.yaml:6")) << err_.str();
  EXPECT_FALSE(fs::exists(pack_ / "signatures.yaml"));
  EXPECT_EQ(run({"pack", "build", pack_.string(), "--out", file("it.etalonpack")}), kCheckFailed);
}

TEST_F(pack_commands, a_key_with_a_pass_phrase_asks_for_it) {
  ASSERT_TRUE(write_file(folder_ / "phrase", "open it\n"));
  ASSERT_EQ(run({"pack", "keygen", "--name", "REV-01", "--out", file("key"), "--pass-phrase-file", file("phrase")}), kDone);
  EXPECT_EQ(run({"pack", "sign", pack_.string(), "--key", file("key")}), kInput);
  EXPECT_EQ(run({"pack", "sign", pack_.string(), "--key", file("key"), "--pass-phrase-file", file("phrase")}), kDone)
      << err_.str();
}

TEST_F(pack_commands, results_of_a_draft_are_marked_in_every_report) {
  play(pack_.string());
  EXPECT_TRUE(says("is a draft")) << err_.str();
  EXPECT_EQ(nlohmann::json::parse(report("json"))["head"]["pack"]["status"], "draft");
  EXPECT_NE(report("csv").find("pack_status,draft"), std::string::npos);
  EXPECT_NE(report("html").find("Draft pack."), std::string::npos);
}

TEST_F(pack_commands, results_of_a_trusted_pack_are_not_though_it_is_changed_afterwards) {
  sign_twice(pack_.string());
  const std::string session = play(pack_.string());
  EXPECT_FALSE(says("draft")) << err_.str();
  EXPECT_EQ(nlohmann::json::parse(report("json"))["head"]["pack"]["status"], "trusted");
  replace("pack.yaml", "version: \"1.0.0\"", "version: \"1.0.1\"");
  const auto later = nlohmann::json::parse(report("json", {"--session", session}));
  EXPECT_EQ(later["head"]["pack"]["status"], "trusted") << "what it was when the session began";
  EXPECT_EQ(report("html", {"--session", session}).find("Draft pack."), std::string::npos);
}

TEST_F(pack_commands, an_old_session_keeps_the_version_that_it_saw) {
  const std::string session = play(pack_.string());
  const std::vector<std::string> of_it{"--session", session};
  std::map<std::string, std::string> before;
  for (const char* ending : {"json", "csv", "html"}) before[ending] = report(ending, of_it);
  ASSERT_EQ(nlohmann::json::parse(before["json"])["counts"]["decisions"], 2);

  // The pack moves on: a new version in which S1 says something else and S2 is retired.
  replace("pack.yaml", "version: \"1.0.0\"", "version: \"2.0.0\"");
  replace("scenarios/S1.yaml", "version: 1", "version: 2");
  replace("scenarios/S1.yaml", "en: A reported message", "en: Another title");
  replace("scenarios/S2.yaml", "status: active", "status: retired");
  ASSERT_EQ(run({"check", pack_.string()}), kDone) << out_.str();
  for (const char* ending : {"json", "csv", "html"}) EXPECT_EQ(report(ending, of_it), before[ending]) << ending;
  EXPECT_EQ(nlohmann::json::parse(report("json", of_it))["head"]["pack"]["version"], "1.0.0");
  EXPECT_EQ(nlohmann::json::parse(report("json"))["counts"]["other_pack_left_out"], 2) << "not mixed with the new ones";

  // What is retired is played no more.
  EXPECT_EQ(run({"replay", pack_.string(), "--analyst", "ana-02", "--answers", file("answers.csv")}), kUsage);
  EXPECT_TRUE(says("retired")) << err_.str();
}

TEST_F(pack_commands, a_damaged_kept_pack_is_found_by_verify_and_never_an_empty_report) {
  const std::string session = play(pack_.string());
  replace("pack.yaml", "version: \"1.0.0\"", "version: \"2.0.0\"");
  EXPECT_EQ(run({"verify"}), kDone) << err_.str();
  journal::tamper(folder_ / "etalon.db", "UPDATE content SET bytes = x'00'");
  EXPECT_EQ(run({"verify"}), kCheckFailed);
  EXPECT_TRUE(says("1.0.0 that it keeps does not match its hash")) << err_.str();
  EXPECT_EQ(run({"report", "--session", session, "--out", file("damaged.json")}), kEnvironment);
  EXPECT_FALSE(fs::exists(folder_ / "damaged.json"));
}

TEST_F(pack_commands, a_vote_is_read_against_the_pack_of_its_round) {
  sign_twice(pack_.string());
  play(pack_.string());  // writes the answers
  ASSERT_EQ(run({"calibration", "open", "--title", "Round", "--lead", "LEAD", "--analyst", "A1", "--analyst", "A2",
                 "--scenario", "S1", "--scenario", "S2", "--format", "json"}),
            kDone)
      << err_.str();
  const std::string id = nlohmann::json::parse(out_.str())[0]["calibration"];
  const auto vote = [&](const char* analyst) {
    return run({"replay", pack_.string(), "--analyst", analyst, "--answers", file("answers.csv"), "--calibration", id});
  };
  ASSERT_EQ(vote("A1"), kDone) << err_.str();
  // The pack moves on: what was S2 has another id, and nobody has signed it.
  replace("pack.yaml", "version: \"1.0.0\"", "version: \"2.0.0\"");
  replace("scenarios/S2.yaml", "id: S2", "id: S3");
  replace("pack.yaml", "scenarios/S2.yaml", "scenarios/S3.yaml");
  fs::rename(pack_ / "scenarios/S2.yaml", pack_ / "scenarios/S3.yaml");
  ASSERT_EQ(run({"check", pack_.string()}), kDone) << out_.str();
  ASSERT_EQ(vote("A2"), kDone) << err_.str();
  EXPECT_EQ(nlohmann::json::parse(report("json", {"--session", id}))["head"]["pack"]["status"], "trusted");
}

TEST_F(pack_commands, a_pack_in_one_file_is_played_and_reported_like_its_folder) {
  ASSERT_EQ(run({"pack", "build", pack_.string(), "--out", file("it.etalonpack")}), kDone);
  const std::string session = play(file("it.etalonpack"));
  fs::remove(folder_ / "it.etalonpack");
  EXPECT_EQ(nlohmann::json::parse(report("json", {"--session", session}))["counts"]["decisions"], 2);
}

TEST_F(pack_commands, what_is_no_pack_is_bad_input) {
  ASSERT_TRUE(write_file(folder_ / "text", "hello"));
  for (const char* command : {"check", "pack"}) {
    std::vector<std::string> arguments{command};
    if (std::string(command) == "pack") arguments.emplace_back("verify");
    for (const std::string& name : {file("text"), file("absent")}) {
      arguments.push_back(name);
      EXPECT_EQ(run(arguments), kInput) << name;
      EXPECT_TRUE(says(name)) << err_.str();
      arguments.pop_back();
    }
  }
}

}  // namespace
}  // namespace etalon::ui::cli
