#include "sim/stats/attribute/attribute_agreement.h"

#include <gtest/gtest.h>

namespace etalon::stats {
namespace {

constexpr auto kNo = std::nullopt;

TEST(AttributeAgreement, asks_the_four_questions) {
  // Two raters, two occasions, three units: the first rater is steady, the second changes once; the standard is a, b, b.
  const RatingTable trials = RatingTable::from_texts({{"a", "a", "a", "a"}, {"b", "b", "b", "a"}, {"a", "a", "a", "a"}});
  const AttributeAgreement got = attribute_agreement(trials, 2, {0, 1, 1});
  EXPECT_EQ(got.within[0].matched, 3U);
  EXPECT_EQ(got.within[1].matched, 2U);
  EXPECT_EQ(got.each_against_standard[0].matched, 2U);
  EXPECT_EQ(got.each_against_standard[1].matched, 1U);
  EXPECT_EQ(got.between.matched, 2U);
  EXPECT_EQ(got.all_against_standard.matched, 1U);
  EXPECT_EQ(got.between.share.interval->method, "clopper_pearson");
}

TEST(AttributeAgreement, leaves_out_units_without_all_trials_and_counts_them) {
  const RatingTable trials = RatingTable::from_texts({{"a", kNo, "a", "a"}, {"b", "b", "b", "b"}});
  const AttributeAgreement got = attribute_agreement(trials, 2, {0, kMissing});
  EXPECT_EQ(got.within[0].inspected, 1U);
  EXPECT_EQ(got.within[0].left_out, 1U);
  EXPECT_EQ(got.within[1].inspected, 2U);
  EXPECT_EQ(got.all_against_standard.inspected, 0U);
  EXPECT_FALSE(got.all_against_standard.share.ok());
}

TEST(AttributeAgreement, one_occasion_one_rater_or_no_standard_leave_a_question_undefined_with_the_reason) {
  const AttributeAgreement once = attribute_agreement(RatingTable::from_texts({{"a", "b"}}), 1, {});
  EXPECT_FALSE(once.within[0].share.ok());
  EXPECT_NE(once.within[0].share.reason.text, "");
  EXPECT_NE(once.all_against_standard.kappa.reason.text, "");
  const AttributeAgreement alone = attribute_agreement(RatingTable::from_texts({{"a", "b"}}), 2, {});
  EXPECT_TRUE(alone.within[0].share.ok());
  EXPECT_FALSE(alone.between.share.ok());
  EXPECT_FALSE(attribute_agreement(RatingTable(0, 0, {}), 1, {}).between.share.ok());
}

}  // namespace
}  // namespace etalon::stats
