#include "sim/stats/detail/strict.h"

#include <gtest/gtest.h>

#include "sim/stats/agreement/coefficients.h"
#include "sim/stats/proportion.h"
#include "tests/unit/sim/stats/vector_file.h"

namespace etalon::stats {
namespace {

using enum StrictUnits;

// Three raters: all agree, two of three agree, a gap with the other two agreeing, a single rating, nobody.
RatingTable five_units() {
  return RatingTable::from_texts({{"a", "a", "a"},
                                  {"a", "b", "a"},
                                  {"b", std::nullopt, "b"},
                                  {"a", std::nullopt, std::nullopt},
                                  {std::nullopt, std::nullopt, std::nullopt}});
}

TEST(StrictAgreement, counts_the_units_on_which_everybody_agrees) {
  const Estimate complete = strict_agreement(five_units(), Complete);
  EXPECT_EQ(complete.value, 0.5);
  EXPECT_EQ(complete.units, 2U);
  EXPECT_EQ(complete.ratings, 6U);
  EXPECT_EQ(complete.raters, 3U);
  const Estimate pairable = strict_agreement(five_units(), Pairable);
  EXPECT_EQ(pairable.value, 2.0 / 3);
  EXPECT_EQ(pairable.units, 3U);
  EXPECT_EQ(pairable.ratings, 8U);
}

TEST(StrictAgreement, is_not_the_other_two_percentages) {
  const RatingTable table = five_units();
  EXPECT_NEAR(percent_agreement(table).value, (1 + 1.0 / 3 + 1) / 3, 1e-15);               // over units
  EXPECT_NEAR(pairwise_agreement(table).value, (1.0 / 2 + 3.0 / 3 + 1.0 / 2) / 3, 1e-15);  // over pairs
  EXPECT_EQ(strict_agreement(table, Pairable).value, 2.0 / 3);
}

TEST(StrictAgreement, has_wilsons_interval_at_the_level_asked_for) {
  const Estimate found = strict_agreement(five_units(), Pairable, 0.9);
  EXPECT_EQ(found.interval, proportion(2, 3, 0.9).interval);
  EXPECT_EQ(found.interval->method, "wilson");
}

TEST(StrictAgreement, of_two_raters_is_the_percentage) {
  const RatingTable table = ratings_of_table(read_vector("B03_cohen1960_ex1"));
  EXPECT_NEAR(strict_agreement(table, Complete).value, percent_agreement(table).value, 1e-15);
}

TEST(StrictAgreement, a_rater_without_ratings_does_not_make_every_unit_incomplete) {
  const RatingTable table = ratings_of(read_vector("E13_empty_rater"));
  EXPECT_TRUE(strict_agreement(table, Complete).ok());
  EXPECT_LT(strict_agreement(table, Complete).raters, table.raters());
}

TEST(StrictAgreement, says_why_it_is_undefined) {
  const auto reason = [](const RatingTable& table, StrictUnits units) {
    const Estimate found = strict_agreement(table, units);
    return found.ok() ? "" : english(found.reason);
  };
  EXPECT_EQ(reason(RatingTable(0, 0, {}), Complete), "There are no ratings.");
  EXPECT_EQ(reason(RatingTable(3, 2, {"a"}), Pairable), "There are no ratings.");
  EXPECT_EQ(reason(ratings_of(read_vector("E05_one_rater")), Complete), "Only one person rated; agreement needs two.");
  EXPECT_EQ(reason(RatingTable::from_texts({{"a", std::nullopt}, {std::nullopt, "a"}}), Pairable),
            "Nothing was rated by two people.");
  const RatingTable never_all =
      RatingTable::from_texts({{"a", "a", std::nullopt}, {"a", std::nullopt, "a"}, {std::nullopt, "a", "a"}});
  EXPECT_EQ(reason(never_all, Complete), "No unit was rated by everybody.");
  EXPECT_EQ(strict_agreement(never_all, Pairable).value, 1) << "one category is no obstacle to a percentage";
}

}  // namespace
}  // namespace etalon::stats
