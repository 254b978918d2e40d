#include "sim/analysis/consistency_report.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/analysis_pack.h"

namespace etalon::analysis {
namespace {

using namespace etalon::support;

const FacetValidity& facet(const ConsistencyReport& report, const char* id) {
  const auto& facets = report.validity.facets;
  return *std::find_if(facets.begin(), facets.end(), [&](const auto& row) { return row.facet == FacetId(id); });
}

const FacetReliability& between(const ConsistencyReport& report, const char* id) {
  const auto& facets = report.reliability->facets;
  return *std::find_if(facets.begin(), facets.end(), [&](const auto& row) { return row.facet == FacetId(id); });
}

// S1 six times: four right, one accepted alternative, one missed. S4 six times: five right, one over-flagged.
std::vector<DecisionRow> twelve_decisions() {
  std::vector<DecisionRow> rows;
  for (std::uint64_t i = 1; i <= 4; ++i) rows.push_back(make_row(i, "ANA", "S1", illegal()));
  rows.push_back(make_row(5, "ANA", "S1", {"potential", "A1", ElementState::Met, {"forward", "note"}, "2"}));
  rows.push_back(make_row(6, "ANA", "S1", {"lawful", "B1", ElementState::NotMet, {"close"}, "3"}));
  for (std::uint64_t i = 7; i <= 11; ++i) rows.push_back(make_row(i, "ANA", "S4", {}));
  rows.push_back(make_row(12, "ANA", "S4", illegal()));
  return rows;
}

TEST(Validity, counts_each_facet_and_gives_wilson_interval_and_credit) {
  const auto report = make_report(small_pack(), twelve_decisions(), {});
  ASSERT_TRUE(report.validity.verdict_allowed);
  const FacetValidity& legality = facet(report, "legality");
  EXPECT_EQ(legality.n, 12U);
  EXPECT_EQ(legality.agreed, 9U);
  EXPECT_EQ(legality.accepted, 1U);
  EXPECT_EQ(legality.differs, 2U);
  EXPECT_DOUBLE_EQ(legality.agreement.value, 0.75);
  EXPECT_NEAR(legality.agreement.interval->low, 0.4677, 1e-4);
  EXPECT_NEAR(legality.agreement.interval->high, 0.9111, 1e-4);
  EXPECT_DOUBLE_EQ(*legality.mean_credit, 9.5 / 12);
}

TEST(Validity, kappa_takes_decisions_against_references) {
  const auto report = make_report(small_pack(), twelve_decisions(), {});
  const Estimate& kappa = facet(report, "legality").kappa;
  ASSERT_TRUE(kappa.ok());
  // Reference: manifest 6, lawful 6. Chosen: manifest 5, potential 1, lawful 6.
  EXPECT_NEAR(*kappa.expected, 6.0 / 12 * 5 / 12 + 6.0 / 12 * 6 / 12, 1e-12);
  EXPECT_NEAR(*kappa.observed, 0.75, 1e-12);
  EXPECT_NEAR(kappa.value, (0.75 - 11.0 / 24) / (1 - 11.0 / 24), 1e-12);
}

TEST(Validity, actions_with_a_permitted_extra_agree) {
  const auto report = make_report(small_pack(), twelve_decisions(), {});
  EXPECT_EQ(facet(report, "actions").agreed, 10U);
  EXPECT_NEAR(*facet(report, "actions").kappa.observed, 10.0 / 12, 1e-12);
}

TEST(Validity, names_what_was_taken_for_what) {
  const auto report = make_report(small_pack(), twelve_decisions(), {});
  const auto& pairs = facet(report, "legality").confusions;
  ASSERT_EQ(pairs.size(), 2U) << "an accepted alternative is no confusion";
  EXPECT_EQ(pairs[0].reference, "lawful");
  EXPECT_EQ(pairs[0].chosen, "manifest");
  EXPECT_EQ(pairs[0].chosen_label.en, "manifestly illegal");
  EXPECT_EQ(pairs[0].n, 1U);
}

TEST(Validity, one_category_leaves_kappa_undefined_with_its_reason) {
  const auto report = make_report(small_pack(), twelve_decisions(), {});
  EXPECT_EQ(facet(report, "usable").agreement.value, 1);
  EXPECT_FALSE(facet(report, "usable").kappa.ok());
  EXPECT_NE(facet(report, "usable").kappa.reason.text, "");
}

TEST(Validity, separates_over_flagging_from_under_flagging) {
  const auto report = make_report(small_pack(), twelve_decisions(), {});
  EXPECT_EQ(report.validity.over_flagging.k, 1U);
  EXPECT_EQ(report.validity.over_flagging.n, 6U);
  EXPECT_EQ(report.validity.under_flagging.k, 1U);
  EXPECT_EQ(report.validity.under_flagging.n, 6U);
  EXPECT_TRUE(report.validity.under_flagging.estimate.interval.has_value());
}

TEST(Validity, lists_critical_errors_with_the_decision) {
  const auto report = make_report(small_pack(), twelve_decisions(), {});
  ASSERT_EQ(report.validity.critical_errors.size(), 1U);
  EXPECT_EQ(report.validity.critical_errors[0].error, "missed");
  EXPECT_EQ(report.validity.critical_errors[0].decision, 6U);
  EXPECT_EQ(report.validity.critical_errors[0].scenario, ScenarioId("S1"));
  EXPECT_EQ(report.validity.decisions_with_critical_error, 1U);
}

TEST(Validity, element_accuracy_takes_only_decisions_on_the_same_offence) {
  const auto report = make_report(small_pack(), twelve_decisions(), {});
  ASSERT_EQ(report.validity.element_accuracy.size(), 2U);
  const ElementAccuracy& publicity = report.validity.element_accuracy[0];
  EXPECT_EQ(publicity.element, ElementId("publicity"));
  EXPECT_EQ(publicity.agreement.n, 11U) << "the decision that examined B1 is left out";
  EXPECT_EQ(publicity.agreement.k, 10U);
  EXPECT_EQ(report.validity.elements.n, 22U);
  EXPECT_EQ(report.validity.elements.k, 21U);
}

TEST(Validity, contested_references_are_counted_and_never_score) {
  auto rows = twelve_decisions();
  rows.push_back(make_row(13, "ANA", "S3", {}));
  const auto report = make_report(small_pack(), rows, {});
  EXPECT_EQ(report.counts.decisions, 13U);
  EXPECT_EQ(report.counts.scored, 12U);
  EXPECT_EQ(report.counts.contested_left_out, 1U);
  EXPECT_EQ(facet(report, "legality").n, 12U);
}

TEST(Validity, a_facet_that_was_never_reached_does_not_agree) {
  auto rows = twelve_decisions();
  rows.push_back(make_unusable_row(13, "ANA", "S1"));
  const auto report = make_report(small_pack(), rows, {});
  EXPECT_EQ(facet(report, "legality").not_reached, 1U);
  EXPECT_EQ(facet(report, "legality").n, 13U);
  EXPECT_EQ(facet(report, "legality").kappa.units, 12U);
  EXPECT_EQ(report.validity.under_flagging.k, 2U) << "not reaching legality leaves the content unflagged";
}

TEST(Validity, nine_decisions_give_counts_and_no_verdict) {
  auto rows = twelve_decisions();
  rows.resize(9);
  const auto report = make_report(small_pack(), rows, {});
  EXPECT_FALSE(report.validity.verdict_allowed);
  const FacetValidity& legality = facet(report, "legality");
  EXPECT_EQ(legality.n, 9U);
  EXPECT_EQ(legality.agreed, 7U);
  EXPECT_FALSE(legality.agreement.ok());
  EXPECT_EQ(english(legality.agreement.reason), "Decisions that count: 9. Under 10 there is no verdict, only counts.");
  EXPECT_FALSE(legality.kappa.ok());
  EXPECT_FALSE(legality.mean_credit.has_value());
  EXPECT_FALSE(report.validity.over_flagging.estimate.ok());
  EXPECT_FALSE(report.validity.confidence.mean.has_value());
  EXPECT_FALSE(report.median_active_seconds.has_value());
  EXPECT_EQ(report.validity.critical_errors.size(), 1U) << "a critical error is a fact, not a rate";
}

TEST(Validity, confidence_is_held_against_correctness) {
  const auto report = make_report(small_pack(), twelve_decisions(), {});
  const ConfidenceCalibration& confidence = report.validity.confidence;
  ASSERT_EQ(confidence.levels.size(), 3U);
  EXPECT_EQ(confidence.levels[2].correct.n, 6U);
  EXPECT_EQ(confidence.levels[2].correct.k, 4U);
  EXPECT_EQ(confidence.levels[1].correct.k, 6U) << "an accepted alternative is correct";
  EXPECT_FALSE(confidence.levels[0].correct.estimate.ok());
  EXPECT_DOUBLE_EQ(*confidence.mean, 2.5);
  EXPECT_DOUBLE_EQ(*confidence.mean_when_wrong, 3);
}

TEST(Twins, a_flip_counts_when_both_siblings_are_right) {
  auto rows =
      std::vector<DecisionRow>{make_row(1, "ANA", "S1", illegal()), make_row(2, "ANA", "S2", {}),  // sees the difference
                               make_row(3, "BEN", "S1", illegal()), make_row(4, "BEN", "S2", illegal()),  // does not
                               make_row(5, "CLO", "S1", illegal())};  // did not decide both
  for (std::uint64_t i = 6; i <= 10; ++i) rows.push_back(make_row(i, "CLO", "S4", {}));
  const auto report = make_report(small_pack(), rows, {});
  ASSERT_EQ(report.validity.twins.size(), 1U);
  EXPECT_TRUE(report.validity.twins[0].legality);
  EXPECT_EQ(report.validity.twins[0].n, 2U);
  EXPECT_EQ(report.validity.twins[0].detected, 1U);
  EXPECT_DOUBLE_EQ(report.validity.twin_flips.estimate.value, 0.5);
}

TEST(Reliability, needs_two_analysts) {
  EXPECT_FALSE(make_report(small_pack(), twelve_decisions(), {}).reliability.has_value());
}

TEST(Reliability, takes_first_decisions_and_needs_no_reference) {
  std::vector<DecisionRow> rows;
  std::uint64_t sequence = 0;
  for (const char* scenario : {"S1", "S2", "S3", "S4"})
    for (const char* analyst : {"ANA", "BEN", "CLO"})
      rows.push_back(make_row(++sequence, analyst, scenario, std::string_view(scenario) == "S1" ? illegal() : Answer{}));
  rows.push_back(make_row(13, "CLO", "S1", {}));  // a repeat: does not count between people
  const auto report = make_report(small_pack(), rows, {});
  ASSERT_TRUE(report.reliability.has_value());
  EXPECT_TRUE(report.reliability->verdict_allowed);
  EXPECT_EQ(report.reliability->decisions, 12U);
  const FacetReliability& legality = between(report, "legality");
  EXPECT_EQ(legality.units, 4U) << "the contested scenario is in";
  EXPECT_EQ(legality.raters, 3U);
  EXPECT_EQ(legality.ratings, 12U);
  EXPECT_NEAR(legality.fleiss_kappa.value, 1, 1e-12);
  EXPECT_NEAR(legality.krippendorff_alpha.value, 1, 1e-12);
  EXPECT_FALSE(between(report, "usable").krippendorff_alpha.ok());
}

TEST(Reliability, a_team_can_agree_and_be_wrong) {
  std::vector<DecisionRow> rows;
  std::uint64_t sequence = 0;
  for (const char* scenario : {"S1", "S2", "S4"})
    for (const char* analyst : {"ANA", "BEN", "CLO", "DEE"})
      rows.push_back(make_row(++sequence, analyst, scenario, std::string_view(scenario) == "S1" ? Answer{} : illegal()));
  const auto report = make_report(small_pack(), rows, {});
  EXPECT_EQ(facet(report, "legality").agreement.value, 0);
  EXPECT_NEAR(between(report, "legality").fleiss_kappa.value, 1, 1e-12);
}

TEST(Report, head_lets_a_third_party_recompute_it) {
  ReportContext context;
  context.head = {42, hash_of("head")};
  context.generated_at = Instant{1000};
  context.other_pack_left_out = 3;
  auto rows = twelve_decisions();
  rows.push_back(make_row(13, "ANA", "S99", {}));
  const auto report = make_report(small_pack(), rows, context);
  EXPECT_EQ(report.head.journal_sequence, 42U);
  EXPECT_EQ(report.head.journal_hash, hash_of("head"));
  EXPECT_EQ(report.head.pack, small_pack().ref);
  EXPECT_EQ(report.head.scheme_version, "1.0.0");
  EXPECT_FALSE(report.head.formulas.empty());
  EXPECT_FALSE(report.head.policy.empty());
  EXPECT_EQ(report.counts.other_pack_left_out, 4U) << "a scenario that the pack does not hold is of another pack";
  EXPECT_EQ(report.counts.decisions, 12U);
}

TEST(Report, says_in_how_many_sessions_the_pack_was_a_draft) {
  const std::vector<DecisionRow> rows{make_row(1, "ANA", "S1", {}), make_row(2, "ANA", "S2", {}),
                                      make_row(3, "BEN", "S1", {}), make_row(4, "CLO", "S1", {})};
  ReportContext context;
  context.pack_statuses = {{SessionId("session of ANA"), PackStatus::Draft},
                           {SessionId("session of BEN"), PackStatus::Trusted},
                           {SessionId("not counted"), PackStatus::Draft}};
  const auto standing = [&] { return make_report(small_pack(), rows, context).head.pack_standing; };
  EXPECT_EQ(standing().draft, 1U);
  EXPECT_EQ(standing().trusted, 1U);
  EXPECT_EQ(standing().not_said, 1U);
  EXPECT_EQ(standing().status, PackStatus::Draft);
  context.pack_statuses[SessionId("session of ANA")] = PackStatus::Trusted;
  EXPECT_EQ(standing().status, PackStatus::NotSaid);
  context.pack_statuses[SessionId("session of CLO")] = PackStatus::Trusted;
  EXPECT_EQ(standing().status, PackStatus::Trusted);
  Pack trusted = small_pack();
  trusted.status = PackStatus::Trusted;
  EXPECT_EQ(make_report(trusted, {}, {}).head.pack_standing.status, PackStatus::Trusted);
}

TEST(Report, of_nothing_is_empty_and_says_so) {
  const auto report = make_report(small_pack(), {}, {});
  EXPECT_EQ(report.counts.decisions, 0U);
  EXPECT_TRUE(report.validity.facets.empty());
  EXPECT_FALSE(report.validity.over_flagging.estimate.ok());
  EXPECT_FALSE(report.reliability.has_value());
}

TEST(Report, time_is_the_median_over_all_decisions) {
  EXPECT_DOUBLE_EQ(*make_report(small_pack(), twelve_decisions(), {}).median_active_seconds, 65);
}

}  // namespace
}  // namespace etalon::analysis
