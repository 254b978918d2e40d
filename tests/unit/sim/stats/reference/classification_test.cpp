#include "sim/stats/reference/classification.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sim/stats/clopper_pearson.h"
#include "sim/stats/reference/signal_detection.h"
#include "tests/unit/sim/stats/vector_file.h"

namespace etalon::stats {
namespace {

using Json = nlohmann::json;

ConfusionMatrix matrix_of(const Json& truth, const Json& chosen, std::size_t categories) {
  return confusion_matrix(truth.get<std::vector<Category>>(), chosen.get<std::vector<Category>>(), categories);
}

double of_category(const CategoryValidity& one, const std::string& name) {
  if (name == "precision") return one.precision.value;
  if (name == "recall") return one.sensitivity.value;
  return name == "f1" ? one.f1.value : static_cast<double>(one.support);
}

TEST(ScikitLearn, iris_predictions_entry_by_entry) {
  const Json vector = read_vector("I01_sklearn_iris_svc");
  const ConfusionMatrix m = matrix_of(vector["data"]["y_true"], vector["data"]["y_pred"], 3);
  const Validity v = validity(m);
  const std::map<std::string, double> whole{{"accuracy", v.accuracy.value},
                                            {"mcc", v.mcc.value},
                                            {"balanced_accuracy", v.balanced_accuracy.value},
                                            {"cohen_kappa", v.kappa.value}};
  const std::map<std::string, std::vector<double>> means{
      {"precision_recall_f1.micro", {v.micro.value, v.micro.value, v.micro.value}},
      {"precision_recall_f1.macro", {v.macro.precision.value, v.macro.recall.value, v.macro.f1.value}},
      {"precision_recall_f1.weighted", {v.weighted.precision.value, v.weighted.recall.value, v.weighted.f1.value}}};
  for (const Json& entry : vector["expected"]) {
    const std::string name = entry["coefficient"];
    // The package's own test compares to two decimals, which means 0.015; its run has all digits.
    const double tolerance = entry["origin"] == "package-test" ? 0.015 : std::max(entry["tol"].get<double>(), 1e-15);
    if (const auto hit = whole.find(name); hit != whole.end()) {
      EXPECT_NEAR(hit->second, entry["value"].get<double>(), tolerance) << name;
    } else if (name == "confusion_matrix(rows=true)") {
      for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j) EXPECT_EQ(m.at(i, j), entry["value"][i][j].get<std::size_t>());
    } else {
      for (std::size_t k = 0; k < 3; ++k) {
        const double got = means.count(name) > 0 ? means.at(name)[k] : of_category(v.categories[k], name);
        EXPECT_NEAR(got, entry["value"][k].get<double>(), tolerance) << name;
      }
    }
  }
  EXPECT_EQ(vector["expected"].size(), 15U);
}

TEST(Gorodkin2004, correlation_of_several_categories_is_undefined_where_one_side_is_constant) {
  const Json vector = read_vector("I03_mcc_a");
  const Json& cases = vector["data"]["cases"];
  const bool defined[] = {true, false, true, false};
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const Estimate mcc = validity(matrix_of(cases[i]["y_true"], cases[i]["y_pred"], 4)).mcc;
    EXPECT_EQ(mcc.ok(), defined[i]);
    if (mcc.ok()) { EXPECT_NEAR(mcc.value, vector["expected"][0]["value"][i].get<double>(), 1e-12); }
    if (!mcc.ok()) { EXPECT_NE(mcc.reason.text, ""); }
  }
}

TEST(SignalDetection, of_six_tables_with_and_without_the_log_linear_correction) {
  const Json vector = read_vector("H01_dprime_a");
  const Json& rows = vector["data"]["rows"];
  std::size_t checked = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const SignalDetection got = signal_detection({rows[i][0], rows[i][2], rows[i][1], rows[i][3]}, rows[i][4]);
    const std::map<std::string, Estimate> by_name{{"dprime", got.d_prime},
                                                  {"beta", got.beta},
                                                  {"c", got.criterion},
                                                  {"aprime", got.a_prime},
                                                  {"bppd", got.b_double_prime}};
    for (const Json& entry : vector["expected"]) {
      const Estimate& one = by_name.at(entry["coefficient"]);
      const Json& value = entry["value"][i];
      EXPECT_EQ(one.ok(), value.is_number()) << entry["coefficient"] << " of row " << i;
      if (one.ok() && value.is_number()) { EXPECT_NEAR(one.value, value.get<double>(), 1e-9) << entry["coefficient"] << i; }
      ++checked;
    }
  }
  EXPECT_EQ(checked, 60U);
}

// A package calls Grier's B'' by the name of Donaldson's B''D: they are different numbers.
TEST(Donaldson1992, b_double_prime_d_is_not_griers) {
  const SignalDetection got = signal_detection({9, 1, 2, 7}, false);
  EXPECT_NEAR(got.b_double_prime_d.value, (0.1 * 7 / 9 - 0.9 * 2 / 9) / (0.1 * 7 / 9 + 0.9 * 2 / 9), 1e-12);
  EXPECT_GT(std::abs(got.b_double_prime_d.value - got.b_double_prime.value), 0.1);
}

TEST(ClopperPearson1934, nine_of_fifteen_and_the_ends) {
  const Estimate nine = exact_proportion(9, 15);
  EXPECT_NEAR(nine.interval->low, 0.32287, 5e-6);
  EXPECT_NEAR(nine.interval->high, 0.83664, 5e-6);
  EXPECT_EQ(exact_proportion(0, 15).interval->low, 0);
  EXPECT_NEAR(exact_proportion(0, 15).interval->high, 0.21801, 5e-5);
  EXPECT_EQ(exact_proportion(15, 15).interval->high, 1);
  EXPECT_FALSE(exact_proportion(0, 0).ok());
}

TEST(Validity, leaves_out_units_without_a_reference_and_counts_them) {
  const ConfusionMatrix m = confusion_matrix({0, 1, kMissing, 1}, {0, 1, 1, kMissing}, 2);
  EXPECT_EQ(m.units(), 2U);
  EXPECT_EQ(m.left_out, 2U);
}

TEST(Validity, of_no_unit_is_undefined_everywhere_with_a_reason) {
  const Validity v = validity(confusion_matrix(std::vector<Category>{}, {}, 2));
  for (const Estimate& one : {v.accuracy, v.balanced_accuracy, v.mcc, v.kappa, v.macro.f1, v.categories[0].f1}) {
    EXPECT_FALSE(one.ok());
    EXPECT_NE(one.reason.text, "");
  }
}

TEST(Validity, bootstrap_has_the_width_of_wilson_where_both_exist) {
  const ConfusionMatrix m{2, {70, 30, 30, 70}, 0};
  const Validity v = validity(m, {.replicates = 2'000});
  const Interval &wilson = *v.accuracy.interval, &resampled = *v.balanced_accuracy.interval;
  EXPECT_NEAR(resampled.high - resampled.low, wilson.high - wilson.low, 0.01);
  EXPECT_EQ(validity(m, {.replicates = 200}).mcc.interval, validity(m, {.replicates = 200}).mcc.interval);
}

TEST(Flagging, counts_choices_above_and_below_the_reference) {
  const Flagging f = flagging({3, {5, 2, 1, 1, 5, 1, 0, 2, 5}, 0});
  EXPECT_NEAR(f.over.value, 4.0 / 22, 1e-12);
  EXPECT_NEAR(f.under.value, 3.0 / 22, 1e-12);
}

RC_GTEST_PROP(Validity, does_not_depend_on_the_order_of_the_units, ()) {
  auto pairs =
      *rc::gen::container<std::vector<std::pair<int, int>>>(rc::gen::pair(rc::gen::inRange(0, 3), rc::gen::inRange(0, 3)));
  const auto of = [&] {
    std::vector<Category> truth, chosen;
    for (const auto& [t, c] : pairs) truth.push_back(t), chosen.push_back(c);
    return validity(confusion_matrix(truth, chosen, 3));
  };
  const Validity before = of();
  std::reverse(pairs.begin(), pairs.end());
  const Validity after = of();
  RC_ASSERT(before.mcc == after.mcc && before.macro.f1 == after.macro.f1);
  RC_ASSERT(!before.accuracy.ok() || before.micro.value == before.accuracy.value);
}

}  // namespace
}  // namespace etalon::stats
