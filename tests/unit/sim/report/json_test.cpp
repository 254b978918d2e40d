#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sim/report/writers.h"
#include "tests/support/sample_report.h"

namespace etalon::report {
namespace {

using namespace etalon::support;
using nlohmann::json;

TEST(Json, holds_the_numbers_of_the_report_unrounded) {
  const auto report = team_report();
  const json read = json::parse(to_json(report));
  const auto& legality = report.validity.facets[1];
  EXPECT_EQ(read["validity"]["facets"][1]["facet"], "legality");
  EXPECT_EQ(read["validity"]["facets"][1]["agreement"]["estimate"].get<double>(), legality.agreement.value);
  EXPECT_EQ(read["validity"]["facets"][1]["agreement"]["interval"]["low"].get<double>(), legality.agreement.interval->low);
  EXPECT_EQ(read["validity"]["facets"][1]["cohen_kappa"]["expected"].get<double>(), *legality.kappa.expected);
  EXPECT_EQ(read["reliability"]["facets"][1]["krippendorff_alpha"]["estimate"].get<double>(),
            report.reliability->facets[1].krippendorff_alpha.value);
  EXPECT_EQ(read["median_active_seconds"].get<double>(), *report.median_active_seconds);
}

TEST(Json, says_why_a_number_is_not_there) {
  auto rows = team_decisions();
  rows.resize(4);
  const json read = json::parse(to_json(analysis::make_report(small_pack(), rows, {})));
  EXPECT_EQ(read["validity"]["verdict_allowed"], false);
  EXPECT_EQ(read["validity"]["facets"][0]["agreement"]["status"], "undefined");
  EXPECT_EQ(read["validity"]["facets"][0]["agreement"]["reason"],
            "Decisions that count: 3. Under 10 there is no verdict, only counts.");
  EXPECT_FALSE(read["validity"]["facets"][0]["agreement"].contains("estimate"));
  EXPECT_TRUE(read["reliability"].is_null());
}

TEST(Json, names_what_is_needed_to_recompute_it) {
  const json head = json::parse(to_json(team_report()))["head"];
  EXPECT_EQ(head["journal"]["sequence"], 241);
  EXPECT_EQ(head["journal"]["hash"], hex(hash_of("head")));
  EXPECT_EQ(head["pack"]["hash"], hex(hash_of("small")));
  EXPECT_EQ(head["scheme"]["version"], "1.0.0");
  EXPECT_GE(head["formulas"].size(), 5U);
}

TEST(Json, is_the_same_bytes_each_time) { EXPECT_EQ(to_json(team_report()), to_json(team_report())); }

TEST(Json, names_nobody_of_a_group) {
  const std::string text = to_json(team_report());
  for (const char* name : {"ANA", "BEN", "CLO", "DEE"}) EXPECT_EQ(text.find(name), std::string::npos) << name;
}

TEST(Json, keeps_hostile_text_as_text) {
  const json read = json::parse(to_json(team_report(hostile_pack())));
  EXPECT_EQ(read["validity"]["facets"][0]["label"]["fr"], kHostile);
}

}  // namespace
}  // namespace etalon::report
