#include "sim/stats/agreement/weights.h"

#include <gtest/gtest.h>

#include "tests/unit/sim/stats/vector_file.h"

namespace etalon::stats {
namespace {

TEST(Gwet2014Weights, eight_families_on_the_values_1_to_5) {
  const auto vector = read_vector("W01_weights_1to5");
  for (const auto& expected : vector["expected"]) {
    const std::string name = expected["coefficient"].get<std::string>().substr(std::string("weights.").size());
    const auto family = weight_family_from(name);
    ASSERT_TRUE(family) << name;
    const auto weights = Weights::of_family(*family, {1, 2, 3, 4, 5});
    ASSERT_TRUE(weights) << name;
    for (std::size_t k = 0; k < 5; ++k)
      for (std::size_t l = 0; l < 5; ++l)
        EXPECT_NEAR(weights->at(k, l), expected["value"][k][l].get<double>(), 1e-12) << name << k << l;
  }
}

TEST(Weights, of_a_ratio_with_a_zero_sum_are_refused) {
  EXPECT_FALSE(Weights::of_family(WeightFamily::Ratio, {-1, 0, 1}));
  EXPECT_TRUE(Weights::of_family(WeightFamily::Ratio, {0, 1, 2}));
}

TEST(Weights, of_a_file_are_square_symmetric_and_shares) {
  EXPECT_TRUE(Weights::of_matrix({{1, 0.5}, {0.5, 1}}));
  EXPECT_FALSE(Weights::of_matrix({{1, 0.5}, {0.4, 1}}));
  EXPECT_FALSE(Weights::of_matrix({{1, 0.5}}));
  EXPECT_FALSE(Weights::of_matrix({{0.9, 0}, {0, 1}}));
  EXPECT_FALSE(Weights::of_matrix({{1, 1.5}, {1.5, 1}}));
}

TEST(Weights, go_by_value_where_every_category_is_a_number_and_else_by_position) {
  EXPECT_EQ(category_values({"1", "2.5", "9"}), (std::vector<double>{1, 2.5, 9}));
  EXPECT_EQ(category_values({"1", "b", "9"}), (std::vector<double>{1, 2, 3}));
}

}  // namespace
}  // namespace etalon::stats
