// Every expected value of the data sets of tests/data/vectors that the coefficients on agreement weights cover: raw
// ratings, long ones, counts and two raters' tables, each entry with its own tolerance. An entry that is not understood
// fails, unless it stands in `left_for_others`.
#include <gtest/gtest.h>

#include <cmath>

#include "sim/stats/agreement/coefficients.h"
#include "sim/stats/agreement/metric.h"
#include "tests/unit/sim/stats/vector_file.h"

namespace etalon::stats {
namespace {

using Json = nlohmann::json;

std::string text_of(const Json& cell) { return cell.is_string() ? cell.get<std::string>() : cell.dump(); }

std::vector<std::string> declared(const Json& vector) {
  std::vector<std::string> out;
  for (const Json& category : vector["data"]["categories"]) out.push_back(text_of(category));
  return out;
}

Category index_of(const std::vector<std::string>& categories, const Json& cell) {
  if (cell.is_null()) return kMissing;
  const auto hit = std::find(categories.begin(), categories.end(), text_of(cell));
  EXPECT_NE(hit, categories.end()) << cell;
  return static_cast<Category>(hit - categories.begin());
}

RatingTable raw(const Json& vector) {
  if (!vector["data"].contains("categories")) return ratings_of(vector);
  const auto& rows = vector["data"]["ratings"];
  RatingTable out(rows.size(), rows[0].size(), declared(vector));
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = 0; j < rows[i].size(); ++j) out.set(i, j, index_of(out.categories(), rows[i][j]));
  return out;
}

RatingTable from_cells(const Json& vector) {
  const auto& cells = vector["data"]["table"];
  std::size_t units = 0, unit = 0;
  for (const Json& row : cells)
    for (const Json& cell : row) units += cell.get<std::size_t>();
  RatingTable out(units, 2, declared(vector));
  for (std::size_t a = 0; a < cells.size(); ++a)
    for (std::size_t b = 0; b < cells.size(); ++b)
      for (std::size_t k = 0; k < cells[a][b].get<std::size_t>(); ++k, ++unit) {
        out.set(unit, 0, static_cast<Category>(a));
        out.set(unit, 1, static_cast<Category>(b));
      }
  return out;
}

// A row a unit, how many raters chose each category; who they were is not known.
RatingTable from_counts(const Json& rows, std::vector<std::string> categories) {
  std::size_t raters = 0;
  for (const Json& row : rows) {
    std::size_t own = 0;
    for (const Json& cell : row) own += cell.get<std::size_t>();
    raters = std::max(raters, own);
  }
  RatingTable out(rows.size(), raters, std::move(categories));
  for (std::size_t unit = 0; unit < rows.size(); ++unit)
    for (std::size_t k = 0, rater = 0; k < rows[unit].size(); ++k)
      for (std::size_t i = 0; i < rows[unit][k].get<std::size_t>(); ++i, ++rater)
        out.set(unit, rater, static_cast<Category>(k));
  return out;
}

// Rows of unit, rater, rating; where a pair repeats the first row counts.
RatingTable from_rows(const Json& rows) {
  std::map<Json, std::size_t> units, raters;
  for (const Json& row : rows) units.try_emplace(row[0], units.size()), raters.try_emplace(row[1], raters.size());
  std::vector<std::vector<std::optional<std::string>>> cells(units.size(),
                                                             std::vector<std::optional<std::string>>(raters.size()));
  for (const Json& row : rows)
    if (auto& cell = cells[units[row[0]]][raters[row[1]]]; !cell) cell = text_of(row[2]);
  return RatingTable::from_texts(cells);
}

RatingTable table_of(const Json& vector) {
  const Json& data = vector["data"];
  if (data.contains("table")) return from_cells(vector);
  if (data.contains("counts")) return from_counts(data["counts"], declared(vector));
  return data.contains("rows") ? from_rows(data["rows"]) : raw(vector);
}

// Two raters alone, with the categories that they use.
RatingTable pair_of(const RatingTable& table, const Json& raters) {
  std::vector<std::vector<std::optional<std::string>>> rows;
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    auto& row = rows.emplace_back();
    for (const Json& rater : raters) {
      const Category category = table.at(unit, rater.get<std::size_t>() - 1);
      row.push_back(category == kMissing ? std::nullopt
                                         : std::optional(table.categories()[static_cast<std::size_t>(category)]));
    }
  }
  return RatingTable::from_texts(rows);
}

using Coefficient = Estimate (*)(const RatingTable&, const AgreementOptions&);
Coefficient coefficient_of(const std::string& name) {
  static const std::map<std::string, Coefficient> kKnown{{"percent_agreement", percent_agreement},
                                                         {"fleiss_kappa", fleiss_kappa},
                                                         {"gwet_ac", gwet_ac},
                                                         {"brennan_prediger", brennan_prediger},
                                                         {"bennett_s", brennan_prediger},
                                                         {"conger_kappa", conger_kappa},
                                                         {"cohen_kappa", cohen_kappa},
                                                         {"weighted_kappa", cohen_kappa},
                                                         {"scott_pi", scott_pi},
                                                         {"light_kappa", light_kappa},
                                                         {"krippendorff_alpha", krippendorff_alpha},
                                                         {"mean_pairwise_percent_agreement", pairwise_agreement}};
  const auto hit = kKnown.find(name.substr(0, name.find_first_of(" (")));
  return hit == kKnown.end() ? nullptr : hit->second;
}

// Not coefficients: reproduced by the tests of resampling (jackknife, bootstrap) and of the detail (by unit, by category,
// by pair), which count the entries that they find.
bool left_for_others(const Json& entry) {
  static const std::set<std::string> kOthers{"krippendorff_alpha.jackknife_se_units",
                                             "krippendorff_alpha.bootstrap_units_percentile",
                                             "krippendorff_alpha.dfbeta_unit6",
                                             "fleiss_kappa.per_category",
                                             "cohen_kappa.observed",
                                             "cohen_kappa.expected",
                                             "cohen_kappa.max"};
  return kOthers.count(entry["coefficient"]) > 0;
}

// What goes by the same name and is not ours: alpha in the form of an analysis of variance, another meaning of missing
// (ratings weighted by the inverse of their probability), and what a package computes wrongly.
bool is_another_measure(const Json& entry) {
  const bool anova = entry["coefficient"].get<std::string>().find("NOT canonical") != std::string::npos;
  return anova || entry.contains("estimator") || entry["origin"] == "known-wrong-peer";
}

// Artstein and Poesio 2008: "0 same, 0.5 if either is category 3, else 1".
bool has_own_distance(const Json& entry) { return entry.value("metric", "").find("custom distance") != std::string::npos; }

// "irrcac:linear" and "identity" go by value, "linear(index)" by position.
std::optional<Weights> weights_of(const Json& entry, const RatingTable& table) {
  const std::vector<std::string>& categories = table.categories();
  if (has_own_distance(entry)) return *Weights::of_matrix({{1, 0, 0.5}, {0, 1, 0.5}, {0.5, 0.5, 1}});
  if (entry.contains("metric")) return *metric_weights(*metric_from(entry["metric"].get<std::string>()), table);
  if (!entry.contains("weights")) return std::nullopt;
  std::string name = entry["weights"];
  const bool by_index = name.find("(index)") != std::string::npos;
  name = name.substr(0, name.find('('));
  if (const auto colon = name.find(':'); colon != std::string::npos) name = name.substr(colon + 1);
  const auto family = weight_family_from(name);
  EXPECT_TRUE(family) << entry;
  std::vector<double> values = category_values(categories);
  if (by_index)
    for (std::size_t k = 0; k < values.size(); ++k) values[k] = static_cast<double>(k);
  return *Weights::of_family(family.value_or(WeightFamily::Identity), values);
}

double first_number(const Json& json) { return json.is_array() ? first_number(json[0]) : json.get<double>(); }

double error_tolerance(const Json& entry) {
  const std::string origin = entry["origin"], source = entry["src"];
  if (origin != "peer-run") return 6e-4;
  return source.find("kgwet") != std::string::npos ? 6e-6 : 1e-9;
}

void check_errors(const Json& entry, const Estimate& got) {
  if (entry.contains("ase_fleiss1969")) {
    EXPECT_NEAR(*got.standard_error, entry["ase_fleiss1969"].get<double>(), error_tolerance(entry)) << entry;
  }
  if (entry.contains("asymptotic_variance")) {  // divided by the units, where the handbook takes one off
    const auto n = static_cast<double>(got.units);
    const double variance = *got.standard_error * *got.standard_error * (n - 1) / n;
    EXPECT_NEAR(variance, entry["asymptotic_variance"].get<double>(), 1e-12) << entry;
  }
  if (entry.contains("ci95_normal") && got.interval) {
    const Interval normal = *cohen_normal_interval(got);
    EXPECT_NEAR(normal.low, std::max(-1.0, entry["ci95_normal"][0].get<double>()), error_tolerance(entry)) << entry;
    EXPECT_NEAR(normal.high, std::min(1.0, entry["ci95_normal"][1].get<double>()), error_tolerance(entry)) << entry;
  }
  if (entry.contains("se") && first_number(entry["se"]) > 1e-6) {
    EXPECT_NEAR(*got.standard_error, first_number(entry["se"]), error_tolerance(entry)) << entry;
  }
  if (!got.interval) return;
  const double low = got.interval->low, high = got.interval->high;
  for (const char* name : {"ci95", "ci95_3digits"}) {
    if (!entry.contains(name)) continue;
    const double tolerance = std::string(name) == "ci95" ? error_tolerance(entry) : 6e-4;
    EXPECT_NEAR(low, std::max(first_number(entry[name][0]), -1.0), tolerance) << entry;
    EXPECT_NEAR(high, std::min(first_number(entry[name][1]), 1.0), tolerance) << entry;
  }
}

bool printed_to_two_decimals(const Json& entry) {
  return entry["src"].get<std::string>().find("Freelon 2010 Table 9") != std::string::npos;
}

void check(const Json& entry, const RatingTable& whole, bool contingency) {
  const Coefficient coefficient = coefficient_of(entry["coefficient"]);
  ASSERT_NE(coefficient, nullptr) << "not understood: " << entry;
  const RatingTable table = entry.contains("raters") ? pair_of(whole, entry["raters"]) : whole;
  const Estimate got = coefficient(table, {.weights = weights_of(entry, table), .contingency_table = contingency});
  if (entry["value"].is_null()) {
    EXPECT_FALSE(got.ok()) << entry;
    return;
  }
  ASSERT_TRUE(got.ok()) << entry << english(got.reason);
  const double value = entry["value"].get<double>(), tolerance = entry["tol"].get<double>();
  if (is_another_measure(entry)) {
    EXPECT_GT(std::abs(got.value - value), tolerance) << "tuned to another value: " << entry;
    return;
  }
  EXPECT_NEAR(got.value, value, printed_to_two_decimals(entry) ? 0.005 : tolerance) << entry;
  if (entry.contains("pa")) { EXPECT_NEAR(*got.observed, entry["pa"].get<double>(), std::max(tolerance, 1e-9)) << entry; }
  // Some outputs hold 0 where they do not know the expected part.
  if (entry.contains("pe") && entry["pe"].get<double>() > 0) {
    EXPECT_NEAR(*got.expected, entry["pe"].get<double>(), std::max(tolerance, 1e-9)) << entry;
  }
  check_errors(entry, got);
}

class Publications : public testing::TestWithParam<const char*> {};

TEST_P(Publications, are_reproduced_entry_by_entry) {
  const Json vector = read_vector(GetParam());
  const bool contingency = vector["data"].contains("table");
  const RatingTable table = table_of(vector);
  std::size_t checked = 0;
  for (const Json& entry : vector["expected"]) {
    if (left_for_others(entry)) continue;
    check(entry, table, contingency);
    ++checked;
  }
  EXPECT_GT(checked, 0U);
  RecordProperty("checked", static_cast<int>(checked));
}

INSTANTIATE_TEST_SUITE_P(
    Vectors, Publications,
    testing::Values("A01_raw4raters", "A03_raw_g1g2", "A05_ben_gerry", "A06_klein2018", "A09_anxiety",
                    "A10_fleiss1971_diagnoses", "A14_distrib6raters", "A16_mcduff_positive_sparse", "A18_seeded_120x6x5",
                    "B01_abstractors3x3", "B03_cohen1960_ex1", "B06_artstein_poesio_ex2", "B08_brennan_prediger_ex1",
                    "B10_sas_3x3", "B12_krippendorff2004_4a", "B14_zwick1", "B16_zwick3", "B17_gwet_paradox2x2",
                    "B19_gwet_likert5x5", "B21_gwet2008_hand", "B23_large_counts", "B25_warrens2012", "B26_mieskes2009",
                    "C01_wikipedia_3x15", "C02_krippendorff2011_4x12", "C05_krippendorff_binary10",
                    "C07_krippendorff2018_p306", "C09_chan_saeltzer2020", "C10_nltk_easy", "C12_freelon_r201",
                    "C14_freelon_r203", "C16_freelon_r205", "C18_freelon_r207", "C20_freelon_r209", "C22_freelon_r301",
                    "C24_freelon_r303", "C26_freelon_r305", "C28_freelon_r307", "C30_freelon_r309", "C32_cartilage_interval",
                    "E09_perfect_disagreement2", "E13_empty_rater", "E15_negative_alpha", "E01_all_agree_3cats",
                    "E03_single_category", "E05_one_rater", "E07_empty_units", "E11_one_unit"),
    [](const auto& file) { return std::string(file.param); });

// A category that nobody chose counts for chance by the number of categories (table 3).
TEST(Randolph2005, free_marginal_kappa_of_four_tables_of_counts) {
  const Json vector = read_vector("A13_randolph_counts");
  for (const Json& entry : vector["expected"]) {
    const Json& counts = vector["data"]["tables"][entry["table_index"].get<std::size_t>()];
    std::vector<std::string> categories;
    for (std::size_t k = 0; k < counts[0].size(); ++k) categories.push_back(std::to_string(k + 1));
    check(entry, from_counts(counts, categories), false);
  }
  EXPECT_EQ(vector["expected"].size(), 6U);
}

}  // namespace
}  // namespace etalon::stats
