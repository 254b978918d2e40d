// The engine of agreement against bare loops on seeded matrices, in one run.
// etalon_bench_agreement [matrices, default abc]
#include <cmath>
#include <cstring>

#include "sim/base/assert.h"
#include "sim/stats/agreement/coincidences.h"
#include "sim/stats/agreement/metric.h"
#include "sim/stats/resampling/bootstrap.h"
#include "sim/stats/resampling/jackknife.h"
#include "tests/bench/bare_agreement.h"
#include "tests/bench/seeded_matrix.h"
#include "tests/bench/timing.h"

namespace etalon::bench {
namespace {

using namespace stats;
using enum Coefficient;

constexpr double kMost = 1.5;
constexpr std::size_t kReplicates = 1'000;

bool close(double a, double b, double tolerance) { return std::abs(a - b) <= tolerance; }

struct Task {
  const Shape& shape;
  const RatingTable& table;
  Matrix matrix;
  std::size_t threads;
  int turns;

  bool told(const char* what, const Compared& found) const { return report(shape.name, what, threads, found, kMost); }
  AgreementOptions options() const { return {.threads = threads}; }
};

Question nominal(const RatingTable& table, Coefficient coefficient) {
  return {coefficient, Weights::identity(table.categories().size())};
}

bool nominal_alpha(const Task& task) {
  double bare = 0, ours = 0;
  const Compared found = compare(
      task.turns, [&] { bare = bare_nominal_alpha(task.matrix, task.threads); },
      [&] {
        // The value alone, as the bare loop gives; the error is measured with AC1 and Fleiss.
        ours = value_alone(task.table, nominal(task.table, KrippendorffAlpha), task.threads)->value();
      });
  ETALON_ASSERT(close(bare, ours, 1e-12));
  return task.told("nominal alpha", found);
}

bool three_alphas(const Task& task) {
  std::vector<double> bare, ours;
  const auto engine = [&] {
    const Coincidences met(task.table, task.threads);
    ours = {met.alpha(Weights::identity(task.table.categories().size()))->value(),
            met.alpha(rank_weights(met.counts()))->value(),
            met.alpha(*metric_weights(Metric::Interval, task.table))->value()};
  };
  const Compared found = compare(
      task.turns, [&] { bare = bare_three_alphas(task.matrix, task.threads); }, engine);
  for (std::size_t i = 0; i < 3; ++i) ETALON_ASSERT(close(bare[i], ours[i], 1e-9));
  return task.told("alpha, three metrics", found);
}

bool ac1_and_fleiss(const Task& task) {
  std::vector<double> bare;
  std::vector<Estimate> ours;
  const Compared found = compare(
      task.turns, [&] { bare = bare_ac1_and_fleiss(task.matrix, task.threads); },
      [&] {
        ours = measure(task.table, {nominal(task.table, GwetAc), nominal(task.table, FleissKappa)}, task.options());
      });
  ETALON_ASSERT(close(bare[0], ours[0].value, 1e-12) && close(bare[1], *ours[0].standard_error, 1e-9));
  ETALON_ASSERT(close(bare[2], ours[1].value, 1e-12) && close(bare[3], *ours[1].standard_error, 1e-9));
  return task.told("AC1 and Fleiss, with errors", found);
}

bool leaving_out(const Task& task) {
  if (task.threads > 1) return true;
  double bare = 0, ours = 0;
  const Question alpha = nominal(task.table, KrippendorffAlpha);
  const Estimate answer = measure(task.table, {alpha})[0];
  const Compared found = compare(
      task.turns, [&] { bare = bare_jackknife_error(task.matrix); },
      [&] { ours = *jackknife(task.table, alpha, answer).standard_error; });
  ETALON_ASSERT(close(bare, ours, 1e-8));
  return task.told("jackknife of nominal alpha", found);
}

bool resampling(const Task& task, bool ordinal) {
  const RatingTable& table = task.table;
  const Question alpha{KrippendorffAlpha, *metric_weights(ordinal ? Metric::Ordinal : Metric::Nominal, table), ordinal};
  const std::vector<Estimate> answer = measure(table, {alpha});
  double bare = 0, ours = 0;
  const auto limit = [&] {
    bare = ordinal ? bare_ordinal_bootstrap(task.matrix, kReplicates, task.threads)
                   : bare_nominal_bootstrap(task.matrix, kReplicates, task.threads);
  };
  const auto engine = [&] {
    BootstrapOptions options;
    options.replicates = kReplicates;
    options.threads = task.threads;
    ours = *(*bootstrap(table, {alpha}, answer, options))[0].standard_error;
  };
  const Compared found = compare(task.turns > 3 ? 3 : 1, limit, engine);
  ETALON_ASSERT(std::abs(ours / bare - 1) < 0.15);
  return task.told(ordinal ? "bootstrap and BCa of ordinal alpha, 1,000" : "bootstrap and BCa of nominal alpha, 1,000",
                   found);
}

bool all_tasks(const Shape& shape) {
  const RatingTable table = seeded_matrix(shape);
  bool kept = true;
  table.with_codes([&](const auto& codes) {
    const auto* cells = reinterpret_cast<const std::uint8_t*>(codes.cells);
    for (const std::size_t threads : {1U, 2U}) {
      const Task task{
          shape, table, {cells, shape.units, shape.raters, shape.categories}, threads, shape.units > 500'000 ? 3 : 9};
      for (const auto& one : {nominal_alpha, three_alphas, ac1_and_fleiss, leaving_out}) kept = one(task) && kept;
      for (const bool ordinal : {false, true}) kept = resampling(task, ordinal) && kept;
    }
  });
  return kept;
}

bool masi() {
  constexpr std::size_t kUnits = 10'000, kRaters = 5, kLabels = 12;
  SeededRng rng(21);
  std::vector<std::uint64_t> sets;
  std::vector<std::vector<std::optional<std::string>>> texts(kUnits);
  for (std::size_t unit = 0; unit < kUnits; ++unit) {
    const std::uint64_t truth = rng.below(1U << kLabels);
    for (std::size_t rater = 0; rater < kRaters; ++rater) {
      sets.push_back(truth ^ (rng.below(1U << kLabels) & rng.below(1U << kLabels) & rng.below(1U << kLabels)));
      texts[unit].emplace_back(std::to_string(sets.back()));
    }
  }
  const RatingTable table = RatingTable::from_texts(texts);
  std::vector<std::uint64_t> masks;
  for (const std::string& name : table.categories()) masks.push_back(std::stoull(name));
  double bare = 0, ours = 0;
  const Compared found = compare(
      5, [&] { bare = bare_masi_alpha(sets, kUnits, kRaters); },
      [&] {
        ours = value_alone(table, {KrippendorffAlpha, Weights::of_sets(masks, SetLikeness::Masi)}, 1)->value();
      });
  ETALON_ASSERT(close(bare, ours, 1e-9));
  return report("", "MASI alpha, 10,000 units, 5 sets of 12 labels", 1, found, kMost);
}

}  // namespace
}  // namespace etalon::bench

int main(int argc, char** argv) {
  const char* wanted = argc > 1 ? argv[1] : "abc";
  bool kept = true;
  for (const auto& shape : etalon::bench::kShapes)
    if (std::strstr(wanted, shape.name)) kept = etalon::bench::all_tasks(shape) && kept;
  kept = etalon::bench::masi() && kept;
  return kept ? 0 : 1;
}
