// Set-valued ratings: Jaccard, and the MASI of Passonneau 2006. The other two measures of that name are not ours.
#include <gtest/gtest.h>

#include <bit>
#include <map>

#include "sim/stats/agreement/coefficients.h"
#include "tests/unit/sim/stats/vector_file.h"

namespace etalon::stats {
namespace {

using Json = nlohmann::json;

std::uint64_t mask_of(const Json& set) {
  std::uint64_t out = 0;
  for (const Json& label : set)
    out |= std::uint64_t{1} << static_cast<unsigned>(std::tolower(label.get<std::string>()[0]) - 'a');
  return out;
}

struct Sets {
  RatingTable table{0, 0, {}};
  std::vector<std::uint64_t> masks;  // by category
};

Sets sets_of(const std::string& name) {
  std::vector<std::vector<std::optional<std::string>>> rows;
  const Json vector = read_vector(name);
  for (const Json& unit : vector["data"]["sets"]) {
    auto& row = rows.emplace_back();
    for (const Json& set : unit) row.push_back(set.is_null() ? std::nullopt : std::optional(std::to_string(mask_of(set))));
  }
  Sets out{RatingTable::from_texts(rows), {}};
  for (const std::string& category : out.table.categories()) out.masks.push_back(std::stoull(category));
  return out;
}

double alpha(const Sets& sets, const std::string& metric) {
  const Weights weights = metric == "jaccard"         ? Weights::of_sets(sets.masks, SetLikeness::Jaccard)
                          : metric == "masi(2/3,1/3)" ? Weights::of_sets(sets.masks, SetLikeness::Masi)
                                                      : Weights::identity(sets.masks.size());
  return krippendorff_alpha(sets.table, {.weights = weights}).value;
}

TEST(Passonneau2006, masi_and_jaccard_alpha_of_the_set_data) {
  std::size_t checked = 0;
  for (const char* name : {"D01_dkpro_sets", "D06_seeded_sets_60x5"}) {
    const Sets sets = sets_of(name);
    const Json vector = read_vector(name);
    for (const Json& entry : vector["expected"]) {
      if (entry["coefficient"] != "krippendorff_alpha") continue;
      const std::string metric = entry["metric"];
      const bool ours = metric == "jaccard" || metric == "masi(2/3,1/3)" || metric == "nominal(set equality)";
      const double value = entry["value"];
      if (ours) {
        EXPECT_NEAR(alpha(sets, metric), value, entry["tol"].get<double>()) << entry;
        ++checked;
      } else {
        EXPECT_GT(std::abs(alpha(sets, "masi(2/3,1/3)") - value), 5e-4) << "another measure of the same name: " << entry;
      }
    }
  }
  EXPECT_EQ(checked, 7U);
}

TEST(Passonneau2006, distances_of_pairs_of_sets) {
  const Json vector = read_vector("D04_set_distances_a");
  const std::map<std::string, SetLikeness> ours{{"jaccard_distance", SetLikeness::Jaccard},
                                                {"masi_distance(2/3,1/3)", SetLikeness::Masi}};
  std::size_t checked = 0;
  for (const Json& entry : vector["expected"]) {
    const auto likeness = ours.find(entry["coefficient"].get<std::string>());
    if (likeness == ours.end()) {
      EXPECT_EQ(entry["coefficient"], "masi_distance(nltk)") << "0.67 and 0.33 for 2/3 and 1/3: not ours";
      continue;
    }
    for (std::size_t i = 0; i < entry["value"].size(); ++i, ++checked) {
      const Json& pair = vector["data"]["pairs"][i];
      EXPECT_NEAR(1 - set_likeness(likeness->second, mask_of(pair[0]), mask_of(pair[1])), entry["value"][i].get<double>(),
                  1e-12);
    }
  }
  EXPECT_EQ(checked, 14U);
}

// Without chance, the sets taken for alike in three ways: the same; any label in common; Dice. Two empty sets are the
// same with us; there they share nothing in the last two, which is one unit of the nine.
TEST(DkproStatistics, three_percentages_of_sets) {
  const Sets sets = sets_of("D01_dkpro_sets");
  using Likeness = double (*)(std::uint64_t, std::uint64_t);
  const std::map<std::string, Likeness> ways{
      {"percent_agreement", [](std::uint64_t, std::uint64_t) { return 0.0; }},
      {"max_percent_agreement", [](std::uint64_t a, std::uint64_t b) { return (a & b) != 0 ? 1.0 : 0.0; }},
      {"dice_agreement",
       [](std::uint64_t a, std::uint64_t b) { return 2.0 * std::popcount(a & b) / (std::popcount(a) + std::popcount(b)); }}};
  std::size_t checked = 0;
  const Json vector = read_vector("D01_dkpro_sets");
  for (const Json& entry : vector["expected"]) {
    const auto way = ways.find(entry["coefficient"].get<std::string>());
    if (way == ways.end()) continue;
    std::vector<std::vector<double>> matrix;
    for (const std::uint64_t a : sets.masks) {
      auto& row = matrix.emplace_back();
      for (const std::uint64_t b : sets.masks) row.push_back(a == b ? 1 : way->second(a, b));
    }
    const Estimate got = percent_agreement(sets.table, {.weights = *Weights::of_matrix(matrix)});
    const double empty = way->first == "percent_agreement" ? 0 : 1.0 / 9;
    EXPECT_NEAR(got.value - empty, entry["value"].get<double>(), entry["tol"].get<double>()) << entry;
    ++checked;
  }
  EXPECT_EQ(checked, 3U);
}

TEST(Sets, two_empty_ones_are_the_same_and_an_empty_one_shares_nothing) {
  EXPECT_EQ(set_likeness(SetLikeness::Masi, 0, 0), 1);
  EXPECT_EQ(set_likeness(SetLikeness::Jaccard, 0, 5), 0);
}

TEST(Sets, weights_form_the_same_sum_pair_by_pair) {
  const std::vector<std::uint64_t> masks{0, 1, 3, 7, 12, 15, ~std::uint64_t{0}};
  const Weights weights = Weights::of_sets(masks, SetLikeness::Masi);
  const std::vector<double> x{0.1, 0.2, 0, 0.3, 0.1, 0.2, 0.1};
  double sum = 0;
  for (std::size_t k = 0; k < x.size(); ++k)
    for (std::size_t l = 0; l < x.size(); ++l) sum += x[k] * weights.at(k, l) * x[l];
  EXPECT_NEAR(weights.form(x, x), sum, 1e-14);
}

}  // namespace
}  // namespace etalon::stats
