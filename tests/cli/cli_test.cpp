// The command line against a real journal and the bundled pack: streams, status and what stays on disk.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "sim/base/file.h"
#include "sim/domain/comparison.h"
#include "sim/scenario/reader.h"
#include "tests/support/command_desk.h"

namespace etalon::ui::cli {
namespace {

namespace fs = std::filesystem;

class command_line : public support::command_desk {
 protected:
  // Answers that agree with the reference of each scenario.
  std::string rows(const Scenario& scenario) {
    Values values = reference_values(pack_, scenario);
    values[pack_.scheme.roles.confidence] = Value::of_code("high");
    std::string out;
    for (const auto& [facet, value] : values) out += scenario.id.value + "," + facet.value + "," + value.to_text() + "\n";
    return out;
  }
  fs::path answers(std::size_t count, const std::string& extra = {}) {
    std::string text = "scenario,facet,value\n";
    for (std::size_t i = 0; i < count; ++i) text += rows(pack_.scenarios[i]);
    const fs::path file = folder_ / "answers.csv";
    EXPECT_TRUE(write_file(file, text + extra));
    return file;
  }
  // The same with the step at which each facet was chosen.
  fs::path answers_at_steps(int elements, int others) {
    std::string text = "scenario,facet,value,step\n";
    for (const Scenario& scenario : pack_.scenarios)
      for (const auto& [facet, value] : reference_values(pack_, scenario)) {
        const int step = facet == pack_.scheme.roles.elements ? elements : others;
        text += scenario.id.value + "," + facet.value + "," + value.to_text() + "," + std::to_string(step) + "\n";
      }
    for (const Scenario& scenario : pack_.scenarios)
      text += scenario.id.value + "," + pack_.scheme.roles.confidence.value + ",high," + std::to_string(others) + "\n";
    const fs::path file = folder_ / "steps.csv";
    EXPECT_TRUE(write_file(file, text));
    return file;
  }
  int replay(const fs::path& file, const std::string& analyst = "ana-01") {
    return run({"replay", starter_.string(), "--analyst", analyst, "--answers", file.string(), "--at",
                "2026-04-02T09:00:00Z", "--seed", "1"});
  }
  nlohmann::json report(std::vector<std::string> options = {}) {
    const fs::path file = folder_ / "report.json";
    options.insert(options.begin(), {"report", "--out", file.string()});
    EXPECT_EQ(run(options), kDone) << err_.str();
    return nlohmann::json::parse(*read_file(file, 1 << 24));
  }

  const fs::path starter_ = starter();
  const Pack pack_ = *scenario::read_pack(starter_);
};

TEST_F(command_line, an_unknown_command_is_named) {
  EXPECT_EQ(run({"bogus"}), kUsage);
  EXPECT_NE(err_.str().find("bogus"), std::string::npos);
}

TEST_F(command_line, agree_measures_any_ratings_file) {
  const fs::path file = folder_ / "ratings.csv";
  ASSERT_TRUE(write_file(file, "c,1,2,3\n1,13,0,0\n2,0,20,7\n3,0,4,56\n"));
  ASSERT_EQ(
      run({"agree", file.string(), "--table", "--weights", "quadratic", "--coefficient", "cohen_kappa", "--format", "json"}),
      kDone)
      << err_.str();
  const auto result = nlohmann::json::parse(out_.str());
  EXPECT_EQ(result["units"], 100);
  ASSERT_EQ(result["coefficients"].size(), 1U);
  EXPECT_NEAR(result["coefficients"][0]["estimate"].get<double>(), 0.892156862745098, 1e-10);
  EXPECT_NEAR(result["coefficients"][0]["standard_error"].get<double>(), 0.035351507575659406, 1e-9);
}

TEST_F(command_line, agree_refuses_a_metric_that_the_categories_do_not_allow) {
  const fs::path file = folder_ / "ratings.csv";
  ASSERT_TRUE(write_file(file, "unit,rater,value\nu,a,yes\nu,b,no\n"));
  EXPECT_EQ(run({"agree", file.string(), "--metric", "interval"}), kInput);
  EXPECT_NE(err_.str().find("no"), std::string::npos);
  EXPECT_EQ(run({"agree", file.string(), "--weights", "purple"}), kUsage);
}

TEST_F(command_line, replays_elements_after_their_offence_whatever_the_order_of_the_rows_and_steps) {
  EXPECT_EQ(replay(answers_at_steps(3, 3), "ana-01"), kDone) << err_.str();
  EXPECT_EQ(replay(answers_at_steps(1, 3), "ana-02"), kDone) << err_.str();
  EXPECT_EQ(report()["counts"]["decisions"], 2 * pack_.scenarios.size());
}

TEST_F(command_line, checks_the_bundled_pack_without_a_finding) {
  EXPECT_EQ(run({"check", starter_.string()}), kDone) << out_.str();
  EXPECT_EQ(out_.str(), "");
}

TEST_F(command_line, names_file_line_and_rule_of_a_finding) {
  fs::copy(starter_, folder_ / "pack", fs::copy_options::recursive);
  std::ofstream(folder_ / "pack" / "scheme.yaml", std::ios::app) << "colour: red\n";
  EXPECT_EQ(run({"check", (folder_ / "pack").string()}), kCheckFailed);
  EXPECT_NE(out_.str().find("scheme.yaml:"), std::string::npos);
  EXPECT_NE(out_.str().find(": unknown-key: "), std::string::npos);
}

TEST_F(command_line, plays_answers_and_reports_them) {
  ASSERT_EQ(replay(answers(pack_.scenarios.size())), kDone) << err_.str();
  EXPECT_NE(out_.str().find("ANA-01"), std::string::npos);
  EXPECT_EQ(run({"verify"}), kDone) << err_.str();
  const auto json = report({"--analyst", "ana-01"});
  EXPECT_EQ(json["counts"]["decisions"], pack_.scenarios.size());
}

TEST_F(command_line, records_nothing_of_a_scenario_whose_answers_are_wrong) {
  const std::string id = pack_.scenarios[1].id.value;
  ASSERT_EQ(replay(answers(1, id + ",usable,usable\n" + id + ",colour,red\n")), kInput);
  EXPECT_NE(err_.str().find("answers.csv:"), std::string::npos) << err_.str();
  EXPECT_EQ(report()["counts"]["decisions"], 1);
}

TEST_F(command_line, starts_no_session_when_every_answer_is_refused) {
  ASSERT_EQ(replay(answers(0, "NOPE,usable,usable\n")), kInput);
  EXPECT_EQ(report()["counts"]["sessions"], 0);
}

TEST_F(command_line, gives_the_same_bytes_for_the_same_script) {
  const fs::path file = answers(4);
  const auto head_of = [&](const char* name) -> std::string {
    const std::string journal = (folder_ / name).string();
    EXPECT_EQ(run({"replay", starter_.string(), "--analyst", "A1", "--answers", file.string(), "--at", "2026-04-02",
                   "--seed", "1", "--journal", journal}),
              kDone)
        << err_.str();
    EXPECT_EQ(run({"verify", "--format", "json", "--journal", journal}), kDone);
    return nlohmann::json::parse(out_.str())[0]["head"];
  };
  EXPECT_EQ(head_of("one.db"), head_of("two.db"));
}

TEST_F(command_line, writes_the_report_in_the_format_of_the_ending) {
  ASSERT_EQ(replay(answers(2)), kDone);
  for (const char* name : {"r.html", "r.csv", "r.json"}) {
    EXPECT_EQ(run({"report", "--out", (folder_ / name).string()}), kDone) << err_.str();
    EXPECT_GT(fs::file_size(folder_ / name), 100U);
  }
  EXPECT_EQ(run({"report", "--out", (folder_ / "r.pdf").string()}), kUsage);
}

TEST_F(command_line, selects_by_date_with_the_last_day_included) {
  ASSERT_EQ(replay(answers(2)), kDone);
  EXPECT_EQ(report({"--from", "2026-04-02", "--to", "2026-04-02"})["counts"]["decisions"], 2);
  EXPECT_EQ(report({"--from", "2026-04-03"})["counts"]["decisions"], 0);
  EXPECT_EQ(run({"report", "--from", "soon", "--out", (folder_ / "r.json").string()}), kUsage);
}

TEST_F(command_line, holds_a_calibration_from_opening_to_reveal) {
  ASSERT_EQ(run({"calibration", "open", "--title", "=Équipe", "--lead", "LEAD", "--analyst", "A1", "--analyst", "A2",
                 "--scenario", pack_.scenarios[0].id.value, "--format", "json"}),
            kDone)
      << err_.str();
  const std::string id = nlohmann::json::parse(out_.str())[0]["calibration"];
  const fs::path file = answers(1);
  for (const char* analyst : {"A1", "A2"}) {
    EXPECT_EQ(run({"calibration", "reveal", id}), kUsage);
    ASSERT_EQ(run({"replay", starter_.string(), "--analyst", analyst, "--answers", file.string(), "--calibration", id}),
              kDone)
        << err_.str();
  }
  EXPECT_EQ(run({"calibration", "reveal", id, "--format", "csv"}), kDone) << err_.str();
  EXPECT_NE(out_.str().find("legality"), std::string::npos);
  EXPECT_NE(out_.str().find("pack_status"), std::string::npos);
  EXPECT_NE(out_.str().find(",draft"), std::string::npos) << "nobody signed the pack";
  EXPECT_TRUE(report({"--session", id}).contains("reliability"));
}

TEST_F(command_line, backs_up_and_rebuilds) {
  ASSERT_EQ(replay(answers(2)), kDone);
  EXPECT_EQ(run({"rebuild"}), kDone) << err_.str();
  EXPECT_EQ(run({"backup", (folder_ / "copy.db").string()}), kDone) << err_.str();
  EXPECT_EQ(run({"verify", "--journal", (folder_ / "copy.db").string()}), kDone);
  EXPECT_EQ(run({"backup", (folder_ / "copy.db").string()}), kUsage);
}

TEST_F(command_line, refuses_a_file_that_is_no_journal) {
  ASSERT_TRUE(write_file(folder_ / "etalon.db", "this is a letter, not a journal"));
  EXPECT_EQ(run({"verify"}), kInput);
  EXPECT_EQ(*read_file(folder_ / "etalon.db", 100), "this is a letter, not a journal");
}

TEST_F(command_line, says_how_it_is_used) {
  EXPECT_EQ(run({"--help"}), kDone);
  EXPECT_NE(out_.str().find("replay"), std::string::npos);
  EXPECT_EQ(run({"dance"}), kUsage);
  EXPECT_EQ(run({"replay", starter_.string()}), kUsage);
  EXPECT_EQ(run({"check", (folder_ / "none").string()}), kInput);
}

}  // namespace
}  // namespace etalon::ui::cli
