// Rasch and two-parameter models on the data sets of Bock and Lieberman 1970 (LSAT) and McGrath and Waterton 1986
// (Abortion).
#include "sim/stats/items/item_response.h"

#include <gtest/gtest.h>

#include "sim/stats/items/item_statistics.h"
#include "tests/unit/sim/stats/vector_file.h"

namespace etalon::stats {
namespace {

using Json = nlohmann::json;

Responses from_patterns(const Json& vector) {
  const Json &patterns = vector["data"]["pattern"], &counts = vector["data"]["count"];
  Responses out{0, patterns[0].get<std::string>().size(), {}};
  for (std::size_t i = 0; i < patterns.size(); ++i)
    for (int n = 0; n < counts[i].get<int>(); ++n, ++out.persons)
      for (const char c : patterns[i].get<std::string>()) out.cells.push_back(c == '1' ? 1 : 0);
  return out;
}

// Rows of value, error and z: the difficulties, then the discriminations.
void check_marginal(const Json& entry, const ItemResponse& got) {
  const double tolerance = entry["tol"];
  const Json& rows = entry["value"]["value_se_z"];
  const std::size_t items = got.items.size();
  EXPECT_NEAR(got.log_likelihood, entry["value"]["log_lik"].get<double>(), tolerance);
  EXPECT_NEAR(got.aic, entry["value"]["aic"].get<double>(), 2 * tolerance);
  EXPECT_NEAR(got.bic, entry["value"]["bic"].get<double>(), 2 * tolerance);
  EXPECT_GE(got.log_likelihood, entry["value"]["log_lik"].get<double>() - 1e-8) << "a maximum no lower than the package's";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ItemParameters& item = got.items[i < items ? i : i - items];
    // Where the likelihood is flat the package stops a little before the top: up to 0.3 % of a standard error.
    const double slack = rows[i][1].is_null() ? tolerance : std::max(tolerance, 0.003 * rows[i][1].get<double>());
    EXPECT_NEAR(i < items ? item.difficulty : item.discrimination, rows[i][0].get<double>(), slack) << i;
    if (rows[i][1].is_null()) continue;
    EXPECT_NEAR(i < items ? *item.difficulty_error : *item.discrimination_error, rows[i][1].get<double>(), tolerance) << i;
  }
}

void check_published(const Json& entry, const ItemResponse& got) {
  EXPECT_NEAR(got.log_likelihood, entry["value"]["log_lik"].get<double>(), entry["tol"].get<double>());
  for (std::size_t i = 0; i < got.items.size(); ++i)
    EXPECT_NEAR(got.items[i].difficulty, entry["value"]["difficulty"][i].get<double>(), entry["tol"].get<double>());
  EXPECT_NEAR(got.items[0].discrimination, entry["value"]["discrimination"].get<double>(), entry["tol"].get<double>());
}

void check_conditional(const Json& entry, const ItemResponse& got) {
  EXPECT_NEAR(got.log_likelihood, entry["value"]["cond_log_lik"].get<double>(), 1e-5);
  std::size_t i = 0;
  for (const auto& [name, easiness] : entry["value"]["item_easiness_sum_zero"].items()) {
    EXPECT_NEAR(-got.items[i].difficulty, easiness.get<double>(), 1e-5) << name;
    EXPECT_NEAR(*got.items[i].difficulty_error, entry["value"]["se"][i].get<double>(), 1e-5) << name;
    ++i;
  }
}

class ItemResponseData : public testing::TestWithParam<const char*> {};

TEST_P(ItemResponseData, is_reproduced_entry_by_entry) {
  const Json vector = read_vector(GetParam());
  const Responses responses = from_patterns(vector);
  for (const Json& entry : vector["expected"]) {
    const std::string name = entry["coefficient"];
    const ItemModel model = name == "irt.rasch_cml"                ? ItemModel::RaschConditional
                            : name == "irt.rasch_mml_common_slope" ? ItemModel::RaschMarginal
                            : name == "irt.rasch_mml_slope1"       ? ItemModel::RaschUnit
                                                                   : ItemModel::TwoParameters;
    const ItemResponse got = item_response(responses, model);
    EXPECT_TRUE(got.converged) << name;
    if (name == "irt.2pl_eap_by_pattern") {
      std::size_t person = 0;
      for (std::size_t i = 0; i < entry["value"].size(); ++i) {
        EXPECT_NEAR(*got.persons[person].ability, entry["value"][i]["theta"].get<double>(), entry["tol"].get<double>());
        EXPECT_NEAR(got.persons[person].error, entry["value"][i]["se"].get<double>(), entry["tol"].get<double>());
        person += vector["data"]["count"][i].get<std::size_t>();
      }
    } else if (name == "irt.rasch_cml") {
      check_conditional(entry, got);
    } else if (entry["value"].contains("value_se_z")) {
      check_marginal(entry, got);
    } else {
      check_published(entry, got);
    }
  }
  EXPECT_GE(vector["expected"].size(), 5U);
}

INSTANTIATE_TEST_SUITE_P(Vectors, ItemResponseData, testing::Values("G01_LSAT6", "G03_Abortion"),
                         [](const auto& file) { return std::string(file.param); });

TEST(ItemResponse, leaves_items_that_all_answered_alike_without_an_estimate) {
  const Responses responses{4, 3, {1, 1, 0, 1, 0, 1, 1, 1, 0, 1, 0, 0}};
  for (const ItemModel model : {ItemModel::RaschConditional, ItemModel::RaschUnit}) {
    const ItemResponse got = item_response(responses, model);
    EXPECT_FALSE(got.items[0].defined);
    EXPECT_TRUE(got.items[1].defined);
    EXPECT_TRUE(got.persons[3].ability.has_value()) << "all wrong on the others";
  }
}

TEST(ItemResponse, of_nothing_says_why) {
  EXPECT_NE(item_response({2, 2, {-1, -1, -1, -1}}, ItemModel::TwoParameters).reason.text, "");
  EXPECT_NE(item_response({2, 2, {1, 1, 1, 1}}, ItemModel::RaschConditional).reason.text, "");
  EXPECT_NE(item_response({2, 1, {1, 1}}, ItemModel::RaschUnit).reason.text, "");
}

TEST(ItemResponse, of_missing_answers_uses_those_there_are) {
  Responses responses = from_patterns(read_vector("G01_LSAT6"));
  for (std::size_t person = 0; person < responses.persons; person += 3) responses.cells[person * 5 + person % 5] = -1;
  const ItemResponse got = item_response(responses, ItemModel::RaschConditional);
  EXPECT_TRUE(got.converged);
  EXPECT_NEAR(-got.items[2].difficulty, -1.236, 0.12) << "close to the complete data";
}

RatingTable three_by_four() {
  // Units are items; the reference is always a. Right: item 0 by persons 0-2, item 1 by 0 and 1, item 2 by 0.
  return RatingTable::from_texts({{"a", "a", "a", "b"}, {"a", "a", "b", "b"}, {"a", "b", "b", "c"}});
}

TEST(Moodle, facility_discrimination_and_efficiency_by_hand) {
  const ItemsStatistics got = item_statistics(three_by_four(), {0, 0, 0});
  EXPECT_EQ(got.items[0].facility.value, 0.75);
  // Scores of item 1: 1 1 0 0; right on the others: 2 1 1 0 of 2. Covariance 1/6 · …: r = 1 / sqrt(1 * 2) * sqrt(…).
  EXPECT_NEAR(got.items[1].discrimination_index.value, 0.7071067811865475, 1e-12);
  EXPECT_NEAR(got.items[1].discriminative_efficiency.value, 1, 1e-12) << "the able are right, as far as can be";
  EXPECT_EQ(got.items[2].wrong_answer, 1);
  EXPECT_EQ(got.items[2].wrong_answers, 2U);
  EXPECT_NEAR(got.items[2].entropy.value, 1.5, 1e-12);
  EXPECT_NEAR(got.alpha.value, 0.75, 1e-12);
}

TEST(ItemStatistics, say_why_they_are_undefined) {
  const ItemsStatistics got = item_statistics(RatingTable::from_texts({{"a", "a"}, {"a", "b"}}), {0, kMissing});
  EXPECT_FALSE(got.items[0].discrimination_index.ok());
  EXPECT_FALSE(got.items[1].facility.ok());
  EXPECT_NE(got.items[1].facility.reason.text, "");
  EXPECT_FALSE(got.alpha.ok());
  EXPECT_TRUE(got.items[1].entropy.ok()) << "choices need no reference";
}

}  // namespace
}  // namespace etalon::stats
