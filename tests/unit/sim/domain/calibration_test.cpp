#include "sim/domain/calibration.h"

#include <gtest/gtest.h>

#include "tests/support/tiny_pack.h"

namespace etalon {
namespace {

class calibration : public ::testing::Test {
 protected:
  bool run(const CalibrationCommand& command) {
    auto events = decide(state_, command, pack_);
    if (!events) return false;
    for (const EventBody& body : *events) apply(state_, {Instant{1}, body});
    return true;
  }
  OpenCalibration opening() {
    return {{"Titre", AnalystId("LEAD"), {AnalystId("A"), AnalystId("B")}, {ScenarioId("A1")}, pack_.ref, "1"}};
  }
  CompleteVote vote(const char* analyst) { return {AnalystId(analyst), SessionId(std::string("S") + analyst)}; }

  Pack pack_ = support::tiny_pack();
  CalibrationState state_;
};

TEST_F(calibration, closes_by_itself_with_the_last_vote) {
  ASSERT_TRUE(run(opening()));
  ASSERT_TRUE(run(vote("A")));
  EXPECT_FALSE(state_.closed);
  ASSERT_TRUE(run(vote("B")));
  EXPECT_TRUE(state_.closed);
  EXPECT_FALSE(state_.closed_by_lead);
}

TEST_F(calibration, takes_one_vote_of_each_named_analyst_only) {
  ASSERT_TRUE(run(opening()));
  EXPECT_FALSE(run(vote("C")));
  ASSERT_TRUE(run(vote("A")));
  EXPECT_FALSE(run(vote("A")));
}

TEST_F(calibration, lets_the_lead_close_once_somebody_has_voted) {
  ASSERT_TRUE(run(opening()));
  EXPECT_FALSE(run(CloseRound{}));
  ASSERT_TRUE(run(vote("A")));
  ASSERT_TRUE(run(CloseRound{}));
  EXPECT_TRUE(state_.closed_by_lead);
  EXPECT_FALSE(run(vote("B")));
}

TEST_F(calibration, takes_no_scenario_that_is_not_active) {
  for (const Status status : {Status::Draft, Status::LintPassed, Status::Reviewed, Status::Piloted, Status::Retired}) {
    for (Scenario& scenario : pack_.scenarios) scenario.status = status;
    EXPECT_FALSE(run(opening()));
  }
}

TEST_F(calibration, refuses_an_opening_that_cannot_work) {
  OpenCalibration alone = opening();
  alone.opening.analysts.pop_back();
  EXPECT_FALSE(run(alone));
  OpenCalibration twice = opening();
  twice.opening.analysts.push_back(AnalystId("A"));
  EXPECT_FALSE(run(twice));
  OpenCalibration unknown = opening();
  unknown.opening.scenarios = {ScenarioId("Z9")};
  EXPECT_FALSE(run(unknown));
}

}  // namespace
}  // namespace etalon
