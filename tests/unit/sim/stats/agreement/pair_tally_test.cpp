#include "sim/stats/agreement/pair_tally.h"

#include <gtest/gtest.h>

#include "sim/base/rng.h"
#include "sim/stats/agreement/pair_bits.h"
#include "sim/stats/agreement/pairs.h"
#include "tests/unit/sim/stats/vector_file.h"

namespace etalon::stats {
namespace {

RatingTable random_table(std::size_t units, std::size_t raters, std::uint64_t gaps_of_ten) {
  SeededRng rng(4);
  RatingTable out(units, raters, {"a", "b", "c", "d"});
  for (std::size_t u = 0; u < units; ++u)
    for (std::size_t r = 0; r < raters; ++r)
      if (rng.below(10) >= gaps_of_ten) out.set(u, r, static_cast<Category>(rng.below(3)));
  return out;
}

TEST(PairTallies, are_cohens_kappa_of_each_pair_alone) {
  const RatingTable table = random_table(300, 5, 3);
  const Weights weights = *Weights::of_family(WeightFamily::Linear, {1, 2, 3, 4});
  const auto pairs = tally_pairs(table, weights);
  ASSERT_EQ(pairs.size(), 10U);
  for (const PairTally& pair : pairs) {
    const Estimate alone = cohen_kappa(pair_of(table, pair.a, pair.b), {.weights = weights});
    EXPECT_NEAR(*pair.kappa(weights), alone.value, 1e-12);
    EXPECT_EQ(pair.units, alone.units);
    EXPECT_NEAR(pair.agreement(), *alone.observed, 1e-12);
  }
}

TEST(PairTallies, by_bits_are_those_by_units_on_any_number_of_threads) {
  const RatingTable table = random_table(5'000, 6, 2);
  const Weights identity = Weights::identity(4),
                same = *Weights::of_matrix({{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}});
  const auto by_units = tally_pairs(table, same);
  for (const std::size_t threads : {1U, 3U}) {
    const auto by_bits = tally_by_bits(table, threads);
    ASSERT_EQ(by_bits.size(), by_units.size());
    for (std::size_t i = 0; i < by_bits.size(); ++i) {
      EXPECT_EQ(by_bits[i].units, by_units[i].units);
      EXPECT_EQ(by_bits[i].agreeing, by_units[i].agreeing);
      EXPECT_EQ(by_bits[i].by_a, by_units[i].by_a);
      EXPECT_EQ(by_bits[i].by_b, by_units[i].by_b);
    }
  }
}

TEST(PairTallies, of_raters_who_never_meet_do_not_exist) {
  RatingTable table(2, 4, {"a", "b"});
  table.set(0, 0, 0), table.set(0, 1, 1), table.set(1, 2, 0), table.set(1, 3, 0);
  const auto pairs = tally_pairs(table, Weights::identity(2));
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_EQ(pairs[1].a, 2U);
  EXPECT_FALSE(pairs[1].kappa(Weights::identity(2)).has_value()) << "one category";
}

TEST(Cohen1960, greatest_kappa_of_the_first_example) {
  const auto pairs = tally_pairs(ratings_of_table(read_vector("B03_cohen1960_ex1")), Weights::identity(3));
  EXPECT_NEAR(*pairs[0].greatest_kappa(), 0.85, 0.01);
}

}  // namespace
}  // namespace etalon::stats
