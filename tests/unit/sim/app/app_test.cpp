#include "sim/app/app.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "sim/journal/journal.h"
#include "tests/support/tiny_pack.h"

namespace etalon::app {
namespace {

namespace fs = std::filesystem;

class application : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              ("etalon_app_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    journal_ = std::move(*journal::Journal::open(folder_ / "etalon.db"));
    app_ = std::make_unique<App>(*journal_, pack_, clock_, rng_);
  }
  void TearDown() override {
    app_.reset();
    journal_.reset();
    fs::remove_all(folder_);
  }

  SessionSnapshot start(const char* analyst, std::vector<ScenarioId> ids, std::optional<CalibrationId> round = {}) {
    auto out = app_->start_session(
        {AnalystId(analyst), round ? Mode::Calibration : Mode::Practice, Language::French, std::move(ids), round});
    EXPECT_TRUE(out) << english(out.error());
    return *out;
  }
  Result<SessionSnapshot> decide_one(const SessionSnapshot& seen, const ScenarioId& id) {
    return app_->execute(
        seen, std::vector<TimedCommand>{{clock_.now(), OpenScenario{id}},
                                        {clock_.now(), RecordDecision{id, support::right_answers(pack_, id), {}, "", {}}}});
  }

  const Pack pack_ = support::tiny_pack();
  ManualClock clock_{Instant{1775121120000}};
  SeededRng rng_{7};
  fs::path folder_;
  std::unique_ptr<journal::Journal> journal_;
  std::unique_ptr<App> app_;
};

const std::vector<ScenarioId> kTwo = {ScenarioId("A1"), ScenarioId("A2")};

TEST_F(application, refuses_a_free_text_that_breaks_its_rule_and_records_nothing) {
  App strict(*journal_, pack_, clock_, rng_, [](std::string_view text) -> Result<void> {
    if (text == "bad") return fail(ErrorKind::Usage, msg("bad text"));
    return {};
  });
  SessionSnapshot session = start("ANA", kTwo);
  session = *strict.execute(session, OpenScenario{kTwo[0]});
  const auto head = journal_->head();
  EXPECT_FALSE(strict.execute(session, WriteRationale{kTwo[0], "bad", {}}));
  EXPECT_FALSE(strict.execute(session, RecordDecision{kTwo[0], support::right_answers(pack_, kTwo[0]), {}, "bad", {}}));
  EXPECT_EQ(journal_->head()->sequence, head->sequence);
  EXPECT_TRUE(strict.execute(session, WriteRationale{kTwo[0], "good", {}}));
}

TEST_F(application, gives_back_a_session_as_it_was_left_draft_included) {
  SessionSnapshot session = start("ANA", kTwo);
  session = *app_->execute(session, OpenScenario{kTwo[0]});
  session = *app_->execute(session, ChooseValue{kTwo[0], FacetId("usable"), Value::of_code("usable"), {5, 0}});
  session = *app_->execute(session, WriteRationale{kTwo[0], "en cours", {}});
  const auto again = app_->resumable(AnalystId("ANA"));
  ASSERT_TRUE(again && *again);
  EXPECT_EQ(***again, *session);
  EXPECT_EQ((**again)->find(kTwo[0])->draft.rationale, "en cours");
}

TEST_F(application, refuses_a_command_made_against_an_old_state) {
  const SessionSnapshot old = start("ANA", kTwo);
  ASSERT_TRUE(app_->execute(old, OpenScenario{kTwo[0]}));
  const auto stale = app_->execute(old, OpenScenario{kTwo[1]});
  ASSERT_FALSE(stale);
  EXPECT_EQ(stale.error().kind, ErrorKind::Usage);
}

TEST_F(application, closes_the_session_with_its_last_decision) {
  SessionSnapshot session = start("ANA", kTwo);
  session = *decide_one(session, kTwo[0]);
  EXPECT_FALSE(session->closed);
  session = *decide_one(session, kTwo[1]);
  EXPECT_TRUE(session->closed && session->finished);
  EXPECT_FALSE(*app_->resumable(AnalystId("ANA")));
}

TEST_F(application, records_nothing_of_a_batch_that_holds_a_refused_command) {
  const SessionSnapshot session = start("ANA", kTwo);
  const auto refused = app_->execute(session, std::vector<TimedCommand>{{clock_.now(), OpenScenario{kTwo[0]}},
                                                                        {clock_.now(), OpenScenario{ScenarioId("Z")}}});
  EXPECT_FALSE(refused);
  EXPECT_EQ((*app_->session(session->id))->version, session->version);
}

TEST_F(application, draws_every_active_scenario_in_an_order_of_the_seed) {
  const SessionSnapshot session = start("ANA", {});
  EXPECT_EQ(session->progress.size(), pack_.scenarios.size());
}

TEST_F(application, keeps_a_round_blind_until_the_last_vote) {
  const auto round = app_->open_calibration({"Équipe", AnalystId("LEAD"), {AnalystId("A"), AnalystId("B")}, kTwo});
  ASSERT_TRUE(round);
  const CalibrationId id = (*round)->id;
  for (const char* analyst : {"A", "B"}) {
    EXPECT_FALSE(app_->reveal(id));
    SessionSnapshot session = start(analyst, {}, id);
    for (const ScenarioId& scenario : kTwo) session = *decide_one(session, scenario);
  }
  EXPECT_TRUE((*app_->calibration(id))->closed);
  const auto reveal = app_->reveal(id);
  ASSERT_TRUE(reveal) << english(reveal.error());
  EXPECT_EQ(reveal->votes, 2U);
  EXPECT_EQ(reveal->scenarios.size(), 2U);
}

TEST_F(application, resumes_an_unfinished_vote_and_refuses_a_second_one) {
  const CalibrationId id =
      (*app_->open_calibration({"Équipe", AnalystId("LEAD"), {AnalystId("A"), AnalystId("B")}, kTwo}))->id;
  const SessionSnapshot first = start("A", {}, id);
  EXPECT_EQ(start("A", {}, id)->id, first->id);
  SessionSnapshot session = *decide_one(first, kTwo[0]);
  session = *decide_one(session, kTwo[1]);
  EXPECT_FALSE(app_->start_session({AnalystId("A"), Mode::Calibration, Language::French, {}, id}));
}

TEST_F(application, takes_no_decision_once_the_lead_has_closed_the_round) {
  const CalibrationId id =
      (*app_->open_calibration({"Équipe", AnalystId("LEAD"), {AnalystId("A"), AnalystId("B")}, {kTwo[0]}}))->id;
  const SessionSnapshot late = start("B", {}, id);
  ASSERT_TRUE(decide_one(start("A", {}, id), kTwo[0]));
  ASSERT_TRUE(app_->close_round(id));
  EXPECT_FALSE(decide_one(late, kTwo[0]));
}

TEST_F(application, leaves_decisions_of_another_pack_out_of_the_report_and_counts_them) {
  ASSERT_TRUE(decide_one(start("ANA", kTwo), kTwo[0]));
  Pack other = pack_;
  other.ref.version = "2.0.0";
  App later(*journal_, other, clock_, rng_);
  const auto report = later.report({});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->counts.decisions, 0U);
  EXPECT_EQ(report->counts.other_pack_left_out, 1U);
  EXPECT_EQ(app_->report({})->counts.decisions, 1U);
}

TEST_F(application, leaves_votes_of_an_open_round_out_of_the_report_until_it_closes) {
  const CalibrationId id =
      (*app_->open_calibration({"Équipe", AnalystId("LEAD"), {AnalystId("A"), AnalystId("B")}, {kTwo[0]}}))->id;
  ASSERT_TRUE(decide_one(start("A", {}, id), kTwo[0]));
  const auto during = app_->report({});
  ASSERT_TRUE(during);
  EXPECT_EQ(during->counts.decisions, 0U);
  EXPECT_EQ(during->counts.blind_left_out, 1U);
  ASSERT_TRUE(app_->close_round(id));
  EXPECT_EQ(app_->report({})->counts.decisions, 1U);
  EXPECT_EQ(app_->report({})->counts.blind_left_out, 0U);
}

TEST_F(application, leaves_an_assessment_out_of_the_report_until_it_is_over) {
  SessionSnapshot session = *app_->start_session({AnalystId("A"), Mode::Assessment, Language::French, kTwo, std::nullopt});
  session = *decide_one(session, kTwo[0]);
  EXPECT_EQ(app_->report({})->counts.blind_left_out, 1U);
  session = *decide_one(session, kTwo[1]);
  EXPECT_EQ(app_->report({})->counts.decisions, 2U);
}

TEST(pseudonym, is_short_plain_and_upper_case) {
  EXPECT_EQ(pseudonym("  analyste-07 ")->value, "ANALYSTE-07");
  for (const char* text : {"", "x", "Marie Dupont", "élan", "a\nb", "<b>"}) EXPECT_FALSE(pseudonym(text)) << text;
}

// The same pack as a later version of itself: its first scenario is retired.
class after_a_new_version : public application {
 protected:
  void SetUp() override {
    application::SetUp();
    old_.content = std::make_shared<const PackContent>(PackContent{{"pack.yaml", "one"}});
    old_.ref.hash = hash_of(*old_.content);
    next_ = old_;
    next_.ref.version = "2.0.0";
    next_.content = std::make_shared<const PackContent>(PackContent{{"pack.yaml", "two"}});
    next_.ref.hash = hash_of(*next_.content);
    next_.scenarios[0].status = Status::Retired;
    app_ = std::make_unique<App>(*journal_, old_, clock_, rng_);
  }
  void move_on() { app_ = std::make_unique<App>(*journal_, next_, clock_, rng_, FreeTextRule(), reader()); }
  KeptPackReader reader() {
    return [this](const PackContent& content, const PackRef& ref) -> Result<Pack> {
      EXPECT_EQ(content, *old_.content);
      EXPECT_EQ(ref, old_.ref);
      ++read_;
      Pack out = old_;
      out.status = PackStatus::Draft;  // as whatever is read from the journal: signatures are not kept
      return out;
    };
  }

  Pack old_ = support::tiny_pack(), next_;
  int read_ = 0;
};

TEST_F(after_a_new_version, an_interrupted_session_goes_on_with_the_one_it_saw) {
  SessionSnapshot session = start("ANA", kTwo);
  session = *decide_one(session, kTwo[1]);
  move_on();
  const auto found = app_->resumable(AnalystId("ANA"));
  ASSERT_TRUE(found && *found);
  session = *decide_one(**found, kTwo[0]);
  EXPECT_TRUE(session->finished);
  EXPECT_EQ(session->start.pack, old_.ref);
  EXPECT_EQ(read_, 1) << "read once, however often it is asked for";
}

TEST_F(after_a_new_version, a_round_is_voted_and_revealed_with_the_one_it_was_opened_with) {
  const auto round = app_->open_calibration({"Round", AnalystId("LEAD"), {AnalystId("ANA"), AnalystId("BEN")}, kTwo});
  ASSERT_TRUE(round) << english(round.error());
  move_on();
  for (const char* analyst : {"ANA", "BEN"}) {
    SessionSnapshot vote = start(analyst, {}, (*round)->id);
    EXPECT_EQ(vote->start.pack, old_.ref);
    for (const ScenarioId& id : kTwo) vote = *decide_one(vote, id);
  }
  const auto reveal = app_->reveal((*round)->id);
  ASSERT_TRUE(reveal) << english(reveal.error());
  EXPECT_EQ(reveal->scenarios.size(), 2U);
}

TEST_F(after_a_new_version, no_retired_scenario_is_drawn) {
  move_on();
  const SessionSnapshot session = start("ANA", {});
  EXPECT_EQ(session->start.pack, next_.ref);
  for (const ScenarioProgress& item : session->progress) EXPECT_NE(item.scenario, kTwo[0]);
}

TEST_F(after_a_new_version, what_was_never_kept_is_said_to_be_missing) {
  old_.content.reset();
  const SessionSnapshot session = start("ANA", kTwo);
  move_on();
  EXPECT_FALSE(*app_->resumable(AnalystId("ANA")));
  EXPECT_EQ(app_->execute(session, OpenScenario{kTwo[0]}).error().kind, ErrorKind::Input);
}

TEST_F(after_a_new_version, what_was_never_kept_is_left_out_of_the_report_on_it_and_counted) {
  old_.content.reset();
  const SessionSnapshot session = *decide_one(start("ANA", kTwo), kTwo[0]);
  move_on();
  DecisionFilter of_it;
  of_it.session = session->id;
  const auto report = app_->report(of_it);
  ASSERT_TRUE(report) << english(report.error());
  EXPECT_EQ(report->counts.other_pack_left_out, 1U);
}

TEST_F(after_a_new_version, a_damaged_pack_is_an_error_and_not_an_empty_report) {
  const SessionSnapshot session = *decide_one(start("ANA", kTwo), kTwo[0]);
  const auto round = app_->open_calibration({"Round", AnalystId("LEAD"), {AnalystId("ANA"), AnalystId("BEN")}, kTwo});
  App later(*journal_, next_, clock_, rng_, {}, [](const PackContent&, const PackRef&) -> Result<Pack> {
    return fail(ErrorKind::Environment, msg("the pack is damaged"));
  });
  DecisionFilter of_session, of_round;
  of_session.session = session->id;
  of_round.calibration = (*round)->id;
  for (const DecisionFilter& filter : {of_session, of_round}) {
    const auto report = later.report(filter);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().kind, ErrorKind::Environment);
  }
  const auto resumed = later.resumable(AnalystId("ANA"));
  ASSERT_FALSE(resumed);
  EXPECT_EQ(resumed.error().kind, ErrorKind::Environment);
}

TEST_F(after_a_new_version, a_session_remembers_whether_its_pack_was_trusted) {
  EXPECT_EQ(start("ANA", kTwo)->start.pack_status, PackStatus::Draft);
  old_.status = PackStatus::Trusted;
  EXPECT_EQ(start("BEN", kTwo)->start.pack_status, PackStatus::Trusted);
}

TEST_F(after_a_new_version, every_vote_has_the_trust_that_the_round_was_opened_with) {
  old_.status = PackStatus::Trusted;
  const auto round = app_->open_calibration({"Round", AnalystId("LEAD"), {AnalystId("ANA"), AnalystId("BEN")}, kTwo});
  ASSERT_TRUE(round) << english(round.error());
  EXPECT_EQ((*round)->opening.pack_status, PackStatus::Trusted);
  EXPECT_EQ(start("ANA", {}, (*round)->id)->start.pack_status, PackStatus::Trusted);
  move_on();
  EXPECT_EQ(start("BEN", {}, (*round)->id)->start.pack_status, PackStatus::Trusted);
  EXPECT_EQ(read_, 1) << "the pack came from the journal";
}

TEST_F(after_a_new_version, a_round_on_a_draft_stays_one_though_the_pack_is_signed_meanwhile) {
  const auto round = app_->open_calibration({"Round", AnalystId("LEAD"), {AnalystId("ANA"), AnalystId("BEN")}, kTwo});
  old_.status = PackStatus::Trusted;
  EXPECT_EQ(start("ANA", {}, (*round)->id)->start.pack_status, PackStatus::Draft);
}

TEST_F(after_a_new_version, a_session_with_a_scenario_that_is_not_active_counts_as_draft) {
  old_.status = PackStatus::Trusted;
  old_.scenarios[1].status = Status::LintPassed;
  EXPECT_EQ(start("ANA", kTwo)->start.pack_status, PackStatus::Draft);
  EXPECT_EQ(start("ANA", {kTwo[0]})->start.pack_status, PackStatus::Trusted);
}

}  // namespace
}  // namespace etalon::app
