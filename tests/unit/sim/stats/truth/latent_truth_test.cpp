#include "sim/stats/truth/latent_truth.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "tests/unit/sim/stats/vector_file.h"

namespace etalon::stats {
namespace {

using Json = nlohmann::json;

std::string text_of(const Json& cell) { return cell.is_string() ? cell.get<std::string>() : cell.dump(); }

struct Named {
  RatingTable table{0, 0, {}};
  std::vector<std::string> units, raters;
};

Named from_long(const Json& vector) {
  std::map<std::string, std::size_t> units, raters;
  Named out;
  const auto place = [](std::map<std::string, std::size_t>& known, std::vector<std::string>& names,
                        const std::string& name) {
    const auto [at, is_new] = known.try_emplace(name, names.size());
    if (is_new) names.push_back(name);
    return at->second;
  };
  for (const Json& row : vector["data"]["rows"]) {
    place(units, out.units, text_of(row[0]));
    place(raters, out.raters, text_of(row[1]));
  }
  std::vector<std::vector<std::optional<std::string>>> cells(out.units.size(),
                                                             std::vector<std::optional<std::string>>(out.raters.size()));
  for (const Json& row : vector["data"]["rows"]) cells[units[text_of(row[0])]][raters[text_of(row[1])]] = text_of(row[2]);
  out.table = RatingTable::from_texts(cells);
  return out;
}

LatentTruth after(const RatingTable& table, std::size_t iterations) {
  TruthOptions options;
  options.most_iterations = iterations;
  options.tolerance = 0;
  return latent_truth(table, TruthModel::DawidSkene, options);
}

std::string label_of(const Named& data, const LatentTruth& found, std::size_t unit) {
  return data.table.categories()[static_cast<std::size_t>(found.value(unit))];
}

// Every state that the package's own run passes through: after 0, 1, 2 … iterations from the majority.
TEST(DawidSkene1979, passes_through_the_states_of_the_toy_data_step_by_step) {
  const Json vector = read_vector("F01_crowdkit_toy_ds");
  const Named data = from_long(vector);
  std::size_t checked = 0;
  for (const Json& entry : vector["expected"]) {
    const std::string name = entry["coefficient"];
    if (name.find("state_n_iter=") == std::string::npos || entry["value"]["tol"].get<double>() != 0) continue;
    const Json& state = entry["value"];
    const LatentTruth got = after(data.table, state["iterations_run"]);
    for (std::size_t k = 0; k < 2; ++k) {
      const std::string& category = data.table.categories()[k];
      EXPECT_NEAR(got.priors[k], state["priors"][category].get<double>(), 1e-8) << name;
      for (std::size_t unit = 0; unit < data.units.size(); ++unit)
        EXPECT_NEAR(got.posterior[unit * 2 + k], state["probas"][data.units[unit]][category].get<double>(), 1e-8) << name;
    }
    for (std::size_t unit = 0; unit < data.units.size(); ++unit)
      EXPECT_EQ(label_of(data, got, unit), state["labels"][data.units[unit]]) << name;
    for (const Json& row : state["errors"]) {
      const auto rater =
          static_cast<std::size_t>(std::find(data.raters.begin(), data.raters.end(), row[0]) - data.raters.begin());
      const std::size_t given = row[1] == data.table.categories()[0] ? 0 : 1;
      for (std::size_t truth = 0; truth < 2; ++truth)
        EXPECT_NEAR(got.raters[rater].confusion[truth * 2 + given], row[2 + truth].get<double>(), 1e-8) << name << row;
    }
    ++checked;
  }
  EXPECT_EQ(checked, 4U);
}

// The package's own tests, printed to two decimals.
TEST(DawidSkene1979, first_two_states_of_the_toy_data_as_the_package_prints_them) {
  const Json vector = read_vector("F01_crowdkit_toy_ds");
  const Named data = from_long(vector);
  std::size_t checked = 0;
  for (const Json& entry : vector["expected"]) {
    const std::string name = entry["coefficient"];
    const auto at = name.find("_iter");
    if (entry["origin"] != "package-test" || at == std::string::npos) continue;
    const LatentTruth got = after(data.table, std::stoul(name.substr(at + 5)));
    const double tolerance = entry["tol"];
    for (std::size_t k = 0; k < 2; ++k) {
      const std::string& category = data.table.categories()[k];
      if (name.find("priors") != std::string::npos) {
        EXPECT_NEAR(got.priors[k], entry["value"][category].get<double>(), tolerance) << name;
        continue;
      }
      for (std::size_t unit = 0; unit < data.units.size(); ++unit)
        EXPECT_NEAR(got.posterior[unit * 2 + k], entry["value"][data.units[unit]][category].get<double>(), tolerance)
            << name;
    }
    ++checked;
  }
  EXPECT_EQ(checked, 4U);
}

TEST(OneCoin, finds_the_values_of_the_toy_data) {
  const Json vector = read_vector("F01_crowdkit_toy_ds");
  const Named data = from_long(vector);
  const LatentTruth got = latent_truth(data.table, TruthModel::OneCoin);
  std::size_t checked = 0;
  for (const Json& entry : vector["expected"])
    for (std::size_t unit = 0; entry["coefficient"] == "one_coin_ds.labels" && unit < data.units.size(); ++unit, ++checked)
      EXPECT_EQ(label_of(data, got, unit), entry["value"][data.units[unit]]) << unit;
  EXPECT_EQ(checked, 5U);
}

TEST(DawidSkene1979, goes_on_where_a_package_stops_on_a_clipped_bound) {
  const Named data = from_long(read_vector("F01_crowdkit_toy_ds"));
  const LatentTruth got = latent_truth(data.table, TruthModel::DawidSkene);
  EXPECT_TRUE(got.converged);
  EXPECT_NEAR(*after(data.table, got.iterations + 200).log_likelihood, *got.log_likelihood, 1e-7);
}

TEST(EspelandHandelman1989, caries_of_five_dentists_as_patterns) {
  const Json vector = read_vector("F03_caries_grouped");
  const Json& rows = vector["data"]["rows"];
  std::vector<std::vector<std::optional<std::string>>> cells;
  std::vector<std::size_t> first;  // unit of each pattern
  for (const Json& row : rows) {
    first.push_back(cells.size());
    for (int i = 0; i < row[5].get<int>(); ++i) {
      auto& unit = cells.emplace_back();
      for (std::size_t d = 0; d < 5; ++d) unit.emplace_back(row[d].dump());
    }
  }
  const LatentTruth got = latent_truth(RatingTable::from_texts(cells), TruthModel::DawidSkene);
  ASSERT_TRUE(got.converged);
  for (const Json& entry : vector["expected"]) {
    const std::string name = entry["coefficient"];
    const double tolerance = entry["tol"];
    if (name == "dawid_skene.priors") {
      EXPECT_NEAR(got.priors[0], entry["value"]["1"].get<double>(), tolerance);
    } else if (name == "dawid_skene.P(true=2|pattern)") {
      for (std::size_t i = 0; i < first.size(); ++i)
        EXPECT_NEAR(got.posterior[first[i] * 2 + 1], entry["value"][i].get<double>(), tolerance) << i;
    } else {
      const Json& errors = entry["value"]["rows"];
      for (std::size_t i = 0; i < errors.size(); ++i)
        for (std::size_t truth = 0; truth < 2; ++truth)
          EXPECT_NEAR(got.raters[i / 2].confusion[truth * 2 + i % 2], errors[i][2 + truth].get<double>(), tolerance);
    }
  }
}

TEST(Whitehill2009, first_step_on_one_task) {
  const Json vector = read_vector("F05_glad_estep");
  TruthOptions options;
  options.most_iterations = 1;
  const Named data = from_long(vector);
  const LatentTruth got = latent_truth(data.table, TruthModel::Glad, options);
  for (std::size_t k = 0; k < 2; ++k)
    EXPECT_NEAR(got.posterior[k], vector["expected"][0]["value"][data.table.categories()[k]].get<double>(), 1e-6);
}

class RealData : public testing::TestWithParam<const char*> {};

TEST_P(RealData, is_guessed_as_well_as_by_the_packages) {
  const Json vector = read_vector(GetParam());
  const Named data = from_long(vector);
  const std::map<std::string, TruthModel> models{{"majority_vote.accuracy", TruthModel::Majority},
                                                 {"dawid_skene.accuracy", TruthModel::DawidSkene},
                                                 {"one_coin_ds.accuracy", TruthModel::OneCoin},
                                                 {"mace_vb.accuracy", TruthModel::Mace},
                                                 {"glad.accuracy", TruthModel::Glad}};
  std::size_t checked = 0;
  for (const Json& entry : vector["expected"]) {
    const LatentTruth got = latent_truth(data.table, models.at(entry["coefficient"]));
    double right = 0, all = 0;
    for (std::size_t unit = 0; unit < data.units.size(); ++unit) {
      if (!vector["data"]["gold"].contains(data.units[unit])) continue;
      const Category value = got.value(unit);
      ++all;
      right += data.table.categories()[static_cast<std::size_t>(value)] == text_of(vector["data"]["gold"][data.units[unit]])
                   ? 1
                   : 0;
    }
    EXPECT_NEAR(right / all, entry["value"].get<double>(), entry["tol"].get<double>()) << entry["coefficient"];
    EXPECT_TRUE(got.converged) << entry["coefficient"] << " after " << got.iterations;
    for (std::size_t k = 0; entry.contains("priors") && k < got.priors.size(); ++k)
      EXPECT_NEAR(got.priors[k], entry["priors"][data.table.categories()[k]].get<double>(), entry["tol"].get<double>());
    ++checked;
  }
  EXPECT_EQ(checked, 5U);
}

INSTANTIATE_TEST_SUITE_P(Vectors, RealData, testing::Values("F07_mace_wsd", "F09_mace_temporal", "F11_duck_bluebird"),
                         [](const auto& file) { return std::string(file.param); });

constexpr TruthModel kAll[] = {TruthModel::Majority, TruthModel::DawidSkene, TruthModel::OneCoin, TruthModel::Mace,
                               TruthModel::Glad};

void expect_finite(const LatentTruth& got) {
  for (const double p : got.posterior) ASSERT_TRUE(std::isfinite(p) && p >= 0 && p <= 1 + 1e-12);
  for (const RaterTruth& rater : got.raters) {
    ASSERT_TRUE(std::isfinite(rater.accuracy));
    for (const double p : rater.confusion) ASSERT_TRUE(std::isfinite(p));
  }
}

TEST(LatentTruth, of_edge_cases_is_defined_and_never_nan) {
  const auto no = std::nullopt;
  const RatingTable tables[] = {RatingTable::from_texts({{"a"}, {"b"}, {"a"}}),
                                RatingTable::from_texts({{"a", "a"}, {"a", "a"}}),
                                RatingTable::from_texts({{"a", no, "b"}, {no, no, no}, {"b", no, "b"}}),
                                RatingTable::from_texts({{"a", "b"}, {"b", "a"}}),
                                RatingTable(0, 0, {}),
                                RatingTable(2, 2, {"a", "b"})};
  for (const RatingTable& table : tables)
    for (const TruthModel model : kAll) expect_finite(latent_truth(table, model));
  EXPECT_EQ(latent_truth(tables[2], TruthModel::DawidSkene).value(1), kMissing);
  EXPECT_EQ(latent_truth(tables[5], TruthModel::Glad).reason.text, "There are no ratings.");
}

TEST(LatentTruth, a_tie_takes_the_first_category_and_says_so) {
  const LatentTruth got = latent_truth(RatingTable::from_texts({{"a", "b"}, {"a", "a"}}), TruthModel::Majority);
  EXPECT_EQ(got.value(0), 0);
  EXPECT_TRUE(got.is_tie(0));
  EXPECT_FALSE(got.is_tie(1));
}

TEST(LatentTruth, median_of_ordered_categories_is_where_half_of_the_probability_lies) {
  const LatentTruth got = latent_truth(RatingTable::from_texts({{"1", "1", "2", "3", "3"}}), TruthModel::Majority);
  EXPECT_EQ(got.value(0), 0) << "a tie of 1 and 3";
  EXPECT_EQ(got.median(0), 1);
}

TEST(DawidSkene1979, is_the_same_bits_for_any_number_of_threads) {
  RatingTable table(9'000, 4, {"a", "b", "c"});
  for (std::size_t u = 0; u < 9'000; ++u)
    for (std::size_t r = 0; r < 4; ++r) table.set(u, r, static_cast<Category>((u * 7 + (u % 5 == r ? u : 0)) % 4) - 1);
  TruthOptions three;
  three.threads = 3;
  EXPECT_EQ(latent_truth(table, TruthModel::DawidSkene).posterior,
            latent_truth(table, TruthModel::DawidSkene, three).posterior);
}

TEST(LatentTruth, stops_where_the_progress_says_so_and_does_not_call_it_converged) {
  TruthOptions options;
  options.progress = [](double) { return false; };
  const LatentTruth got = latent_truth(from_long(read_vector("F01_crowdkit_toy_ds")).table, TruthModel::DawidSkene, options);
  EXPECT_FALSE(got.converged);
  EXPECT_EQ(got.iterations, 1U);
}

}  // namespace
}  // namespace etalon::stats
