// agree, attribute, items and truth, as a script calls them: real data, JSON read back.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/command_desk.h"

namespace etalon::ui::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

class statistics_commands : public support::command_desk {
 protected:
  Json json(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--format", "json"});
    EXPECT_EQ(run(arguments), kDone) << err_.str();
    return Json::parse(out_.str());
  }
  using support::command_desk::file;
  std::string file(const std::string& name, const std::string& text) {
    EXPECT_TRUE(write_file(folder_ / name, text));
    return (folder_ / name).string();
  }
  static Json named(const Json& result, const std::string& name) {
    for (const Json& one : result["coefficients"])
      if (one["name"] == name) return one;
    return {};
  }
  const std::string data_ = std::string(ETALON_SOURCE_DIR) + "/tests/data/";
};

TEST_F(statistics_commands, agree_on_real_ratings_gives_what_the_documentation_shows) {
  const std::string ratings = data_ + "adult-content-ratings/ratings.csv";
  EXPECT_EQ(run({"agree", ratings}), kInput) << "2,922 repeats";
  EXPECT_NE(err_.str().find("2922"), std::string::npos);
  const Json got =
      json({"agree", ratings, "--repeats", "first", "--order", "G,P,R,X", "--metric", "ordinal", "--coefficient",
            "krippendorff_alpha", "--coefficient", "gwet_ac1", "--bootstrap", "200", "--seed", "7"});
  EXPECT_EQ(got["units"], 11040);
  EXPECT_EQ(got["raters"], 825);
  EXPECT_EQ(got["policy"]["repeats_left_out"], 2922);
  EXPECT_NEAR(named(got, "krippendorff_alpha")["estimate"].get<double>(), 0.4323, 5e-5);
  EXPECT_NEAR(named(got, "gwet_ac1")["estimate"].get<double>(), 0.7116, 5e-5);
  const Json intervals = named(got, "krippendorff_alpha")["intervals"];
  ASSERT_EQ(intervals.size(), 3U);
  EXPECT_EQ(intervals[1]["method"], "bootstrap");
  EXPECT_EQ(intervals[1]["replicates"], 200);
  EXPECT_EQ(intervals[1]["seed"], 7);
  EXPECT_EQ(intervals[2]["method"], "bootstrap_bca");
}

TEST_F(statistics_commands, agree_is_the_same_bytes_for_any_number_of_threads) {
  const std::string ratings = data_ + "adult-content-ratings/ratings.csv";
  const std::vector<std::string> asked{"agree", ratings,       "--repeats", "last", "--bootstrap",
                                       "50",    "--jackknife", "--format",  "json"};
  auto with = [&](const char* threads) {
    auto arguments = asked;
    arguments.insert(arguments.end(), {"--threads", threads});
    EXPECT_EQ(run(arguments), kDone);
    return out_.str();
  };
  EXPECT_EQ(with("1"), with("4"));
}

TEST_F(statistics_commands, agree_infers_to_other_raters_where_asked) {
  const std::string ratings = file("r.csv", "unit,A,B,C\n1,a,a,a\n2,b,b,a\n3,a,b,b\n");
  EXPECT_EQ(named(json({"agree", ratings, "--wide"}), "unit_agreement")["intervals"].size(), 1U);
  const Json got = json({"agree", ratings, "--wide", "--inference", "units-and-raters"});
  const Json both = named(got, "unit_agreement")["intervals"][1];
  EXPECT_EQ(both["method"], "analytic_units_and_raters");
  EXPECT_NEAR(both["standard_error"].get<double>(), std::sqrt(8.0) / 9, 1e-12);
  EXPECT_NEAR(both["standard_error_raters"].get<double>(), 2.0 / 9, 1e-12);
  EXPECT_LE(both["low"].get<double>(), both["high"].get<double>());
  const std::string gap = file("gap.csv", "unit,A,B,C\n1,a,a,a\n2,b,b,a\n3,a,b,\n");
  const Json without = json({"agree", gap, "--wide", "--inference", "units-and-raters"});
  EXPECT_TRUE(named(without, "percent_agreement")["units_and_raters_reason"].is_string()) << "no error about units";
  EXPECT_EQ(run({"agree", ratings, "--wide", "--inference", "units-and-raters", "--format", "csv"}), kDone);
  EXPECT_EQ(out_.str().substr(0, out_.str().find('\r')),
            "coefficient,estimate,standard_error,low,high,units_raters_error,units_raters_low,units_raters_high,units,note");
}

TEST_F(statistics_commands, agree_says_why_it_cannot_infer_to_other_raters) {
  const auto reason = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--inference", "units-and-raters"});
    return named(json(arguments), "fleiss_kappa")["units_and_raters_reason"];
  };
  EXPECT_EQ(reason({"agree", file("two.csv", "unit,A,B\n1,a,a\n2,b,b\n3,a,b\n"), "--wide"}),
            "Only two people rated: without one of them nothing is left to compare.");
  EXPECT_EQ(reason({"agree", file("counts.csv", "a,b\n3,0\n1,2\n0,3\n"), "--counts"}),
            "The file says how many chose a category, not who.");
  EXPECT_NE(run({"agree", file("r.csv", ""), "--inference", "raters"}), kDone);
}

TEST_F(statistics_commands, agree_infers_from_hundreds_of_real_raters_to_others) {
  const Json got = json({"agree", data_ + "adult-content-ratings/ratings.csv", "--repeats", "first", "--order", "G,P,R,X",
                         "--metric", "ordinal", "--inference", "units-and-raters"});
  for (const char* name : {"fleiss_kappa", "conger_kappa", "krippendorff_alpha", "gwet_ac1"}) {
    const Json one = named(got, name);
    ASSERT_EQ(one["intervals"].size(), 2U) << name;
    EXPECT_GT(one["intervals"][1]["standard_error"], one["standard_error"]) << name;
  }
}

TEST_F(statistics_commands, agree_with_a_reference_says_how_each_rater_does) {
  const std::string ratings = file("r.csv", "unit,rater,value\n1,A,x\n2,A,y\n3,A,x\n1,B,x\n2,B,x\n3,B,y\n");
  const Json got = json({"agree", ratings, "--reference", file("t.csv", "unit,value\n1,x\n2,y\n3,x\n9,x\n")});
  ASSERT_EQ(got["against_reference"].size(), 2U);
  EXPECT_EQ(got["against_reference"][0]["percent_agreement"], 1);
  EXPECT_EQ(got["against_reference"][0]["mcc"], 1);
  EXPECT_NEAR(got["against_reference"][1]["percent_agreement"].get<double>(), 1.0 / 3, 1e-12);
  EXPECT_TRUE(got["against_reference"][0].contains("interval"));
  EXPECT_EQ(got["reference_units_without_ratings"], 1);
  EXPECT_EQ(got["pairs"].size(), 1U);
  EXPECT_EQ(got["categories_detail"].size(), 2U);
  EXPECT_EQ(run({"agree", ratings, "--reference", file("t.csv", "unit,value\n1,x\n1,y\n")}), kInput);
  EXPECT_NE(err_.str().find(":3:"), std::string::npos) << err_.str();
}

TEST_F(statistics_commands, agree_counts_a_reference_that_nobody_chose_as_an_error) {
  const std::string ratings = file("r.csv", "unit,rater,value\n1,A,x\n2,A,y\n3,A,x\n");
  const std::string reference = file("t.csv", "unit,value\n1,x\n2,y\n3,z\n");
  const Json got = json({"agree", ratings, "--reference", reference})["against_reference"][0];
  EXPECT_EQ(got["units"], 3);
  EXPECT_EQ(got["left_out"], 0);
  EXPECT_NEAR(got["percent_agreement"].get<double>(), 2.0 / 3, 1e-12);
  EXPECT_EQ(got["confusion"]["z"]["x"], 1);
  EXPECT_EQ(got["categories"].size(), 3U);
  EXPECT_EQ(run({"agree", ratings, "--reference", reference, "--order", "x,y"}), kInput);
  EXPECT_NE(err_.str().find("“z” is not in the order"), std::string::npos) << err_.str();
}

TEST_F(statistics_commands, agree_prints_signal_detection_as_counted_and_corrected) {
  std::string ratings = "unit,rater,value\n", reference = "unit,value\n";
  auto add = [&, unit = 0](int count, const char* truth, const char* choice) mutable {
    for (int i = 0; i < count; ++i, ++unit) {
      ratings += std::to_string(unit) + ",A," + choice + "\n";
      reference += std::to_string(unit) + "," + truth + "\n";
    }
  };
  add(9, "yes", "yes"), add(1, "yes", "no"), add(2, "no", "yes"), add(7, "no", "no");
  const Json got = json({"agree", file("r.csv", ratings), "--reference", file("t.csv", reference), "--exact"});
  const Json one = got["against_reference"][0]["categories"][1];
  ASSERT_EQ(one["category"], "yes");
  // The first two rows of the vector on signal detection.
  EXPECT_NEAR(one["signal_detection"]["adjusted"]["d_prime"].get<double>(), 1.7712933122896, 1e-9);
  EXPECT_NEAR(one["signal_detection"]["unadjusted"]["d_prime"].get<double>(), 2.04626123933099, 1e-9);
  EXPECT_NEAR(one["signal_detection"]["adjusted"]["criterion"].get<double>(), -0.211156905948716, 1e-9);
  EXPECT_EQ(one["sensitivity_interval"]["method"], "clopper_pearson");
}

TEST_F(statistics_commands, agree_tells_the_error_under_chance_apart_from_the_sampling_error) {
  const Json got = json({"agree", file("w.csv", "unit,r1,r2\n1,a,a\n2,a,b\n3,b,b\n4,b,a\n5,a,a\n6,b,b\n"), "--wide"});
  for (const char* name : {"fleiss_kappa", "cohen_kappa"}) {
    const Json one = named(got, name);
    EXPECT_NEAR(one["against_chance"]["z"].get<double>(),
                one["estimate"].get<double>() / one["against_chance"]["standard_error"].get<double>(), 1e-12);
    EXPECT_NE(one["against_chance"]["standard_error"], one["standard_error"]) << name;
  }
  EXPECT_FALSE(named(got, "gwet_ac1").contains("against_chance"));
  EXPECT_TRUE(got["categories_detail"][0]["against_chance"].contains("z"));
}

TEST_F(statistics_commands, agree_gives_pairs_the_weights_and_their_error) {
  const std::string ratings = file("w.csv", "unit,r1,r2\n1,1,1\n2,1,2\n3,3,3\n4,2,3\n5,1,3\n6,2,2\n");
  const Json got = json({"agree", ratings, "--wide", "--weights", "quadratic"}), pair = got["pairs"][0];
  EXPECT_EQ(pair["cohen_kappa"], named(got, "cohen_kappa")["estimate"]);
  EXPECT_EQ(pair["cohen_kappa_standard_error"], named(got, "cohen_kappa")["standard_error"]);
  EXPECT_NE(pair["cohen_kappa"], json({"agree", ratings, "--wide"})["pairs"][0]["cohen_kappa"]);
}

TEST_F(statistics_commands, agree_judges_confidence_against_the_reference) {
  const std::string ratings = file("r.csv",
                                   "unit,rater,value,confidence\n1,A,x,1\n2,A,y,0.5\n3,A,x,0.5\n4,A,x,\n1,B,y,0.9\n"
                                   "9,B,x,0.7\n");
  const std::string reference = file("t.csv", "unit,value\n1,x\n2,y\n3,y\n4,x\n");
  const Json got = json({"agree", ratings, "--reference", reference, "--confidence"})["confidence"];
  ASSERT_EQ(got.size(), 3U);
  EXPECT_TRUE(got[0]["rater"].is_null());
  EXPECT_EQ(got[0]["decisions"], 4);
  EXPECT_NEAR(got[1]["brier"].get<double>(), (0 + 0.25 + 0.25) / 3, 1e-12);
  EXPECT_NEAR(got[2]["brier"].get<double>(), 0.81, 1e-12);
  EXPECT_EQ(run({"agree", ratings, "--confidence"}), kUsage) << "right by what?";
  const std::string wrong = file("w.csv", "unit,rater,value,confidence\n1,A,x,1\n2,A,y,80\n");
  EXPECT_EQ(run({"agree", wrong, "--reference", reference, "--confidence"}), kInput);
  EXPECT_NE(err_.str().find("w.csv:3:"), std::string::npos) << err_.str();
}

TEST_F(statistics_commands, agree_compares_the_same_units_at_two_times) {
  const std::string before = file("a.csv", "unit,r1,r2\n1,a,a\n2,a,b\n3,b,a\n4,b,b\n5,a,b\n6,b,b\n");
  const std::string after = file("b.csv", "unit,r1,r2\n6,b,b\n5,a,a\n4,b,b\n3,b,b\n2,a,b\n1,a,a\n7,a,a\n");
  const Json got = json({"agree", before, "--wide", "--compare", after, "--seed", "3"})["comparison"];
  EXPECT_EQ(got["shared_units"], 6);
  const Json same = json({"agree", before, "--wide", "--compare", before})["comparison"];
  for (const Json& one : same["coefficients"]) EXPECT_EQ(one["difference"], 0) << one["name"];
  for (const Json& one : got["coefficients"]) {
    EXPECT_NEAR(one["difference"].get<double>(), one["second"].get<double>() - one["first"].get<double>(), 1e-12);
    EXPECT_GT(one["difference"].get<double>(), 0);
    EXPECT_LE(one["difference_interval"]["low"].get<double>(), one["difference"].get<double>());
  }
  EXPECT_EQ(run({"agree", before, "--wide", "--compare", file("no.csv", "")}), kInput);
}

TEST_F(statistics_commands, agree_compares_nothing_that_has_no_unit_in_common) {
  const std::string first = file("first.csv", "unit,rater,value\n1,A,x\n1,B,x\n2,A,y\n2,B,x\n"),
                    second = file("second.csv", "unit,rater,value\nu1,A,x\nu1,B,x\nu2,A,y\nu2,B,y\n");
  EXPECT_EQ(run({"agree", first, "--compare", second}), kInput);
  EXPECT_NE(err_.str().find("second.csv"), std::string::npos);
}

TEST_F(statistics_commands, an_order_without_a_declared_category_or_with_one_twice_is_bad_usage) {
  const std::string ratings = file("r.csv", "unit,rater,value\n1,A,x\n1,B,y\n2,A,x\n2,B,x\n");
  for (const char* command : {"agree", "truth"}) {
    EXPECT_EQ(run({command, ratings, "--order", "x", "--categories", "y"}), kUsage);
    EXPECT_EQ(run({command, ratings, "--order", "x,y,x"}), kUsage);
  }
}

TEST_F(statistics_commands, agree_reads_counts_and_says_what_they_cannot_tell) {
  const Json got = json({"agree", file("c.csv", "unit,a,b,c\n1,3,0,0\n2,1,2,0\n3,0,3,0\n"), "--counts"});
  EXPECT_EQ(named(got, "fleiss_kappa")["status"], "ok");
  EXPECT_EQ(named(got, "cohen_kappa")["status"], "undefined");
  EXPECT_NEAR(named(got, "percent_agreement")["estimate"].get<double>(), (1 + 1.0 / 3 + 1) / 3, 1e-12);
}

TEST_F(statistics_commands, agree_takes_own_weights_and_distances_from_a_file) {
  const std::string ratings = file("r.csv", "A,B\nlow,low\nlow,mid\nmid,mid\nhigh,mid\nhigh,high\nlow,high\n");
  const std::string weights = file("w.csv", ",low,mid,high\nlow,1,0.5,0\nmid,0.5,1,0.5\nhigh,0,0.5,1\n");
  const std::string distances = file("d.csv", ",low,mid,high\nlow,0,1,2\nmid,1,0,1\nhigh,2,1,0\n");
  const Json own =
      json({"agree", ratings, "--wide", "--order", "low,mid,high", "--weights", weights, "--metric", distances});
  const Json known =
      json({"agree", ratings, "--wide", "--order", "low,mid,high", "--weights", "linear", "--metric", "weights:linear"});
  for (const char* name : {"cohen_kappa", "gwet_ac2", "krippendorff_alpha"})
    EXPECT_NEAR(named(own, name)["estimate"].get<double>(), named(known, name)["estimate"].get<double>(), 1e-12) << name;
  EXPECT_EQ(run({"agree", ratings, "--wide", "--weights", file("b.csv", ",low,mid\nlow,1,0\nmid,0,1\n")}), kInput);
  EXPECT_NE(err_.str().find("high"), std::string::npos) << "the category that lacks is named";
  EXPECT_EQ(run({"agree", ratings, "--wide", "--metric", "interval"}), kInput);
  EXPECT_NE(err_.str().find("high"), std::string::npos) << "the first category that is no number";
}

TEST_F(statistics_commands, a_table_for_people_is_rounded_and_csv_is_not) {
  const std::string ratings = file("w.csv", "unit,r1,r2\n1,a,a\n2,a,b\n3,b,b\n");
  EXPECT_EQ(run({"agree", ratings, "--wide", "--coefficient", "percent_agreement"}), kDone);
  EXPECT_NE(out_.str().find("percent_agreement  0.6667  "), std::string::npos) << out_.str();
  EXPECT_EQ(run({"agree", ratings, "--wide", "--coefficient", "percent_agreement", "--format", "csv"}), kDone);
  EXPECT_NE(out_.str().find("percent_agreement,0.6666666666666666,"), std::string::npos) << out_.str();
}

TEST_F(statistics_commands, agree_compares_sets) {
  const std::string ratings = file("s.csv", "unit,rater,value\n1,A,x|y\n1,B,y|x\n2,A,x\n2,B,x|y\n3,A,{}\n3,B,z\n");
  const Json got = json({"agree", ratings, "--metric", "set-masi", "--coefficient", "krippendorff_alpha"});
  EXPECT_EQ(named(got, "krippendorff_alpha")["metric"], "set-masi");
  EXPECT_EQ(named(got, "krippendorff_alpha")["status"], "ok");
}

TEST_F(statistics_commands, agree_says_why_nothing_can_be_said) {
  const Json got = json({"agree", file("one.csv", "unit,rater,value\n1,A,x\n2,A,y\n")});
  for (const Json& one : got["coefficients"]) {
    EXPECT_EQ(one["status"], "undefined");
    EXPECT_FALSE(one["reason"].get<std::string>().empty());
    EXPECT_FALSE(one.contains("estimate"));
  }
}

TEST_F(statistics_commands, attribute_asks_the_four_questions) {
  const Json got = json({"attribute", data_ + "attribute-agreement/ratings.csv"});
  EXPECT_EQ(got["units"], 15);
  EXPECT_EQ(got["within"][2]["matched"], 12);
  EXPECT_EQ(got["each_against_standard"][1]["matched"], 11);
  EXPECT_EQ(got["between"]["matched"], 9);
  EXPECT_EQ(got["all_against_standard"]["matched"], 7);
  EXPECT_NEAR(got["between"]["fleiss_kappa"].get<double>(), 0.6417, 5e-5);
  EXPECT_EQ(got["between"]["interval"]["method"], "clopper_pearson");
}

TEST_F(statistics_commands, attribute_counts_a_standard_that_nobody_gave_as_missed) {
  const std::string trials = file("s.csv", "unit,rater,occasion,value\n1,A,1,x\n1,A,2,x\n2,A,1,y\n2,A,2,y\n");
  const Json got = json({"attribute", trials, "--reference", file("t.csv", "unit,value\n1,x\n2,z\n")});
  EXPECT_EQ(got["each_against_standard"][0]["inspected"], 2);
  EXPECT_EQ(got["each_against_standard"][0]["matched"], 1);
}

TEST_F(statistics_commands, truth_guesses_and_is_compared_with_the_reference) {
  const std::string folder = data_ + "adult-content-ratings/";
  const Json got = json({"truth", folder + "ratings.csv", "--model", "dawid-skene", "--repeats", "first", "--order",
                         "G,P,R,X", "--reference", folder + "reference.csv"});
  EXPECT_EQ(got["converged"], true);
  EXPECT_EQ(got["units"].size(), 11040U);
  EXPECT_EQ(got["raters"].size(), 825U);
  EXPECT_NEAR(got["accuracy_against_reference"].get<double>(), 254.0 / 333, 1e-12);
  EXPECT_EQ(got["accuracy_units"], 333);
  double sum = 0;
  for (const auto& [category, p] : got["units"][0]["posterior"].items()) sum += p.get<double>();
  EXPECT_NEAR(sum, 1, 1e-12);
}

TEST_F(statistics_commands, truth_says_why_there_is_none) {
  EXPECT_EQ(run({"truth", file("none.csv", "unit,rater,value\n1,A,\n2,B,NA\n")}), kDone);
  EXPECT_NE(err_.str().find("There are no ratings."), std::string::npos) << err_.str();
}

TEST_F(statistics_commands, items_tell_estimates_that_have_not_converged) {
  const std::string scores = file("w.csv", "p1,p2,p3,p4\n0,0,1,1\n1,1,1,1\n0,1,0,0\n1,0,1,1\n");
  const Json model = json({"items", scores, "--wide", "--model", "2pl"})["model"];
  EXPECT_EQ(model["converged"], false);
  for (const Json& item : model["items"]) {
    EXPECT_EQ(item["status"], "undefined");
    EXPECT_FALSE(item["reason"].get<std::string>().empty());
    EXPECT_TRUE(item["difficulty"].is_null());
  }
  for (const Json& person : model["persons"]) EXPECT_TRUE(person["ability"].is_null());
  EXPECT_EQ(run({"items", scores, "--wide", "--model", "2pl"}), kDone);
  EXPECT_NE(err_.str().find("Not converged"), std::string::npos) << err_.str();
}

TEST_F(statistics_commands, exact_intervals_need_a_reference) {
  EXPECT_EQ(run({"agree", file("r.csv", "unit,rater,value\n1,A,a\n1,B,a\n"), "--exact"}), kUsage);
}

TEST_F(statistics_commands, items_need_a_reference_or_scores) {
  const std::string ratings = file("i.csv", "unit,rater,value\nq1,A,x\nq1,B,x\nq2,A,x\nq2,B,y\n");
  EXPECT_EQ(run({"items", ratings}), kUsage);
  const Json got = json({"items", ratings, "--reference", file("k.csv", "unit,value\nq1,x\nq2,z\n")});
  EXPECT_EQ(got["items"][0]["facility"], 1);
  EXPECT_EQ(got["items"][1]["facility"], 0) << "a reference that nobody chose: all wrong";
  const Json scores = json({"items", file("s.csv", "p1,p2,p3\n1,1,0\n1,0,0\n0,1,1\n"), "--wide", "--model", "rasch"});
  EXPECT_EQ(scores["model"]["name"], "rasch");
  EXPECT_EQ(scores["items"].size(), 3U);
}

}  // namespace
}  // namespace etalon::ui::cli
