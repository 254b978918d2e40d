// The errors under chance of the publications' data sets, and how they differ from the sampling errors.
#include "sim/stats/detail/null_error.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/sim/stats/vector_file.h"

namespace etalon::stats {
namespace {

using Json = nlohmann::json;

// Declared categories, so that unused ones keep their place.
RatingTable from_cells(const Json& vector) {
  const auto& cells = vector["data"]["table"];
  std::vector<std::string> names;
  for (std::size_t k = 0; k < cells.size(); ++k) names.push_back(std::to_string(k + 1));
  std::size_t units = 0, unit = 0;
  for (const auto& row : cells)
    for (const auto& cell : row) units += cell.get<std::size_t>();
  RatingTable out(units, 2, names);
  for (std::size_t a = 0; a < cells.size(); ++a)
    for (std::size_t b = 0; b < cells.size(); ++b)
      for (std::size_t i = 0; i < cells[a][b].get<std::size_t>(); ++i, ++unit)
        out.set(unit, 0, static_cast<Category>(a)), out.set(unit, 1, static_cast<Category>(b));
  return out;
}

RatingTable two_of(const RatingTable& table, const Json& raters) {
  std::vector<std::vector<std::optional<std::string>>> rows(table.units());
  for (std::size_t unit = 0; unit < table.units(); ++unit)
    for (const Json& rater : raters) {
      const Category category = table.at(unit, rater.get<std::size_t>() - 1);
      rows[unit].push_back(category == kMissing ? std::nullopt
                                                : std::optional(table.categories()[static_cast<std::size_t>(category)]));
    }
  return RatingTable::from_texts(rows);
}

// "linear", "quadratic(index)": by position.
Weights weights_of(const Json& entry, std::size_t categories) {
  const std::string name = entry.value("weights", "identity");
  std::vector<double> positions;
  for (std::size_t k = 0; k < categories; ++k) positions.push_back(static_cast<double>(k));
  return *Weights::of_family(*weight_family_from(name.substr(0, name.find('('))), positions);
}

bool printed_to_four_decimals(const Json& entry) { return entry["origin"] == "package-test"; }

class ByTable : public testing::TestWithParam<const char*> {};

TEST_P(ByTable, cohens_error_under_chance_is_that_of_fleiss_cohen_and_everitt_1969) {
  const Json vector = read_vector(GetParam());
  const RatingTable table = from_cells(vector);
  std::size_t checked = 0;
  for (const Json& entry : vector["expected"]) {
    if (!entry.contains("ase_h0")) continue;
    const NullTest found = cohen_null_test(table, {.weights = weights_of(entry, table.categories().size())});
    ASSERT_TRUE(found.defined) << entry;
    const double tolerance = printed_to_four_decimals(entry) ? 5.1e-5 : 1e-9;
    EXPECT_NEAR(found.null_standard_error, entry["ase_h0"].get<double>(), tolerance) << entry;
    EXPECT_NEAR(found.z, entry["z"].get<double>(), tolerance) << entry;
    if (entry.contains("p_two_sided")) { EXPECT_NEAR(found.p_value, entry["p_two_sided"].get<double>(), 5.1e-5) << entry; }
    ++checked;
  }
  EXPECT_GT(checked, 0U);
}

INSTANTIATE_TEST_SUITE_P(Vectors, ByTable,
                         testing::Values("B01_abstractors3x3", "B03_cohen1960_ex1", "B06_artstein_poesio_ex2", "B10_sas_3x3",
                                         "B17_gwet_paradox2x2", "B19_gwet_likert5x5", "B23_large_counts"),
                         [](const auto& file) { return std::string(file.param); });

class ByPairOfRaters : public testing::TestWithParam<const char*> {};

TEST_P(ByPairOfRaters, z_of_cohens_kappa_is_that_of_the_package_irr) {
  const Json vector = read_vector(GetParam());
  const RatingTable table = ratings_of(vector);
  std::size_t checked = 0;
  for (const Json& entry : vector["expected"]) {
    if (entry["coefficient"] != "cohen_kappa" || !entry.contains("raters") || !entry.contains("z")) continue;
    const RatingTable two = two_of(table, entry["raters"]);
    const NullTest found = cohen_null_test(two, {.weights = weights_of(entry, two.categories().size())});
    const double tolerance = std::max(entry["tol"].get<double>(), 1e-9);
    EXPECT_NEAR(found.z, entry["z"].get<double>(), tolerance) << entry;
    if (entry.contains("p_value")) { EXPECT_NEAR(found.p_value, entry["p_value"].get<double>(), tolerance) << entry; }
    ++checked;
  }
  EXPECT_GT(checked, 0U);
}

INSTANTIATE_TEST_SUITE_P(Vectors, ByPairOfRaters, testing::Values("A09_anxiety", "A10_fleiss1971_diagnoses"),
                         [](const auto& file) { return std::string(file.param); });

class ManyRaters : public testing::TestWithParam<const char*> {};

TEST_P(ManyRaters, z_of_fleiss_kappa_and_of_each_category_is_that_of_fleiss_nee_and_landis_1979) {
  const Json vector = read_vector(GetParam());
  const RatingTable table = ratings_of(vector);
  std::size_t checked = 0;
  for (const Json& entry : vector["expected"]) {
    if (entry["coefficient"] != "fleiss_kappa" || !entry.contains("z")) continue;
    EXPECT_NEAR(fleiss_null_test(table).z, entry["z"].get<double>(), 6e-6 + 1e-9) << entry;
    if (!entry.contains("per_category_kappa_z_p")) continue;
    const auto tests = category_null_tests(table);
    for (std::size_t k = 0; k < tests.size(); ++k, ++checked) {
      const Json& printed = entry["per_category_kappa_z_p"][k];
      EXPECT_NEAR(tests[k].z * tests[k].null_standard_error, printed[0].get<double>(), 5.1e-4) << k;
      EXPECT_NEAR(tests[k].z, printed[1].get<double>(), 5.1e-4) << k;
      EXPECT_NEAR(tests[k].p_value, printed[2].get<double>(), 5.1e-4) << k;
    }
  }
  EXPECT_GT(checked, 4U);
}

INSTANTIATE_TEST_SUITE_P(Vectors, ManyRaters, testing::Values("A09_anxiety", "A10_fleiss1971_diagnoses"),
                         [](const auto& file) { return std::string(file.param); });

TEST(Fleiss1971, the_error_under_chance_is_less_than_half_the_sampling_error) {
  const RatingTable table = ratings_of(read_vector("A10_fleiss1971_diagnoses"));
  EXPECT_NEAR(fleiss_null_test(table).null_standard_error, 0.0244, 5e-5);
  EXPECT_NEAR(*fleiss_kappa(table).standard_error, 0.0542, 5e-5);
  EXPECT_NEAR(category_null_tests(table)[0].null_standard_error, std::sqrt(2.0 / (30 * 6 * 5)), 1e-15);
}

TEST(FleissNeeLandis1979, differing_numbers_of_ratings_have_no_error_under_chance) {
  const RatingTable table = ratings_of(read_vector("A01_raw4raters"));
  ASSERT_TRUE(fleiss_kappa(table).ok());
  EXPECT_FALSE(fleiss_null_test(table).defined);
  EXPECT_EQ(english(fleiss_null_test(table).reason),
            "The error under chance alone is known only where every unit has as many ratings.");
  for (const NullTest& one : category_null_tests(table)) EXPECT_FALSE(one.defined);
}

TEST(FleissNeeLandis1979, two_categories_have_the_error_of_each_of_them) {
  const RatingTable table = RatingTable::from_texts({{"a", "a", "b"}, {"b", "b", "a"}, {"a", "a", "a"}, {"b", "b", "b"}});
  const double both = fleiss_null_test(table).null_standard_error;
  for (const NullTest& one : category_null_tests(table)) EXPECT_NEAR(one.null_standard_error, both, 1e-15);
}

TEST(NullTests, units_that_nobody_rated_change_nothing) {
  std::vector<std::vector<std::optional<std::string>>> rows{{"a", "a"}, {"a", "b"}, {"b", "b"}, {"b", "a"}, {"a", "a"}};
  const RatingTable without = RatingTable::from_texts(rows);
  rows.push_back({std::nullopt, std::nullopt});
  const RatingTable with = RatingTable::from_texts(rows);
  EXPECT_EQ(fleiss_null_test(with).z, fleiss_null_test(without).z);
  EXPECT_EQ(cohen_null_test(with).z, cohen_null_test(without).z);
}

TEST(NullTests, say_why_they_are_undefined) {
  for (const char* name : {"E03_single_category", "E05_one_rater"}) {
    const RatingTable table = ratings_of(read_vector(name));
    EXPECT_EQ(fleiss_null_test(table).reason, fleiss_kappa(table).reason) << name;
    EXPECT_EQ(cohen_null_test(table).reason, cohen_kappa(table).reason) << name;
    EXPECT_NE(cohen_null_test(table).reason.text, "") << name;
  }
  EXPECT_FALSE(fleiss_null_test(RatingTable(0, 0, {})).defined);
  EXPECT_TRUE(category_null_tests(RatingTable(0, 0, {})).empty());
  const NullTest one_sided = cohen_null_test(RatingTable::from_texts({{"a", "a"}, {"a", "b"}, {"a", "b"}}));
  EXPECT_FALSE(one_sided.defined) << "a rater with a single category can only get 0";
  EXPECT_NE(one_sided.reason.text, "");
}

}  // namespace
}  // namespace etalon::stats
