#include "sim/stats/agreement/coincidences.h"

#include <gtest/gtest.h>

#include "tests/unit/sim/stats/vector_file.h"

namespace etalon::stats {
namespace {

TEST(Coincidences, give_the_alpha_of_each_metric_that_the_table_gives) {
  for (const char* name : {"C01_wikipedia_3x15", "C02_krippendorff2011_4x12", "A18_seeded_120x6x5", "A09_anxiety"}) {
    const RatingTable table = ratings_of(read_vector(name));
    const Coincidences met(table);
    for (const Metric metric : {Metric::Nominal, Metric::Ordinal, Metric::Interval, Metric::Ratio}) {
      const Weights weights = *metric_weights(metric, table);
      EXPECT_NEAR(met.alpha(weights)->value(), krippendorff_alpha(table, {.weights = weights}).value, 1e-12) << name;
    }
  }
}

TEST(Coincidences, are_the_same_bits_for_any_number_of_threads) {
  RatingTable table(5'000, 4, {"1", "2", "3"});
  for (std::size_t u = 0; u < 5'000; ++u)
    for (std::size_t r = 0; r < 4; ++r) table.set(u, r, static_cast<Category>((u * 7 + r * r * u) % 4) - 1);
  const Weights weights = *metric_weights(Metric::Interval, table);
  EXPECT_EQ(Coincidences(table, 1).alpha(weights)->value(), Coincidences(table, 3).alpha(weights)->value());
}

TEST(Coincidences, of_nothing_or_of_one_category_have_no_alpha) {
  EXPECT_FALSE(Coincidences(RatingTable(3, 2, {"a", "b"})).alpha(Weights::identity(2)));
  EXPECT_FALSE(Coincidences(RatingTable::from_texts({{"a", "a"}, {"a", "a"}})).alpha(Weights::identity(1)));
}

}  // namespace
}  // namespace etalon::stats
