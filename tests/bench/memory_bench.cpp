// How much memory each task needs at its peak, as a multiple of the table it works on: 1,000,000 units x 10 raters, a byte a
// rating. The table itself counts as one; three are allowed. What a task is asked for and has to hand back (posteriors, the
// names of the units) is told apart and not counted.
// etalon_bench_memory [threads, default 2]
#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>

#include "sim/base/assert.h"
#include "sim/exchange/ratings_file.h"
#include "sim/stats/agreement/coincidences.h"
#include "sim/stats/agreement/metric.h"
#include "sim/stats/agreement/pair_tally.h"
#include "sim/stats/resampling/bootstrap.h"
#include "sim/stats/resampling/jackknife.h"
#include "sim/stats/truth/latent_truth.h"
#include "tests/bench/long_file.h"
#include "tests/bench/seeded_matrix.h"

namespace etalon::bench {
namespace {

using namespace stats;
using enum Coefficient;

constexpr double kMost = 3;
constexpr Shape kShape = kShapes[2];
constexpr auto kTable = static_cast<double>(kShape.units * kShape.raters);  // bytes

double peak() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_maxrss) * 1024;
}

struct Task {
  const char* name;
  std::function<void()> work;
  double result = 0;         // bytes that have to be handed back beside a table
  bool makes_table = false;  // the table is among what the task allocates
};

// In a process of its own, whose peak begins at what it has from here: no task finds memory that another one left behind.
bool kept(const Task& task) {
  ::malloc_trim(0);
  std::fflush(stdout);
  const pid_t child = ::fork();
  ETALON_ASSERT(child >= 0);
  if (child == 0) {
    const double before = peak();
    task.work();
    const double needed = peak() - before - task.result + (task.makes_table ? 0 : kTable);
    const bool ok = needed <= kMost * kTable;
    std::printf("%-3s %-44s %7.2f x table (at most %g), to hand back %6.2f x  %s\n", kShape.name, task.name, needed / kTable,
                kMost, task.result / kTable, ok ? "ok" : "MISSED");
    std::fflush(stdout);
    ::_exit(ok ? 0 : 1);
  }
  int status = 0;
  ETALON_ASSERT(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

Question asked(const RatingTable& table, Coefficient coefficient, Metric metric = Metric::Nominal) {
  return {coefficient, *metric_weights(metric, table), metric == Metric::Ordinal};
}

void resample(const RatingTable& table, Metric metric, std::size_t threads) {
  const std::vector<Question> alpha{asked(table, KrippendorffAlpha, metric)};
  BootstrapOptions options;
  options.threads = threads;
  ETALON_ASSERT(bootstrap(table, alpha, measure(table, alpha), options).has_value());
}

void leave_out(const RatingTable& table, std::size_t threads) {
  const Question alpha = asked(table, KrippendorffAlpha);
  ETALON_ASSERT(jackknife(table, alpha, measure(table, {alpha})[0], threads).standard_error.has_value());
}

void guess_truth(const RatingTable& table, std::size_t threads) {
  TruthOptions options;
  options.most_iterations = 5;
  options.threads = threads;
  ETALON_ASSERT(!latent_truth(table, TruthModel::DawidSkene, options).posterior.empty());
}

void read(const std::filesystem::path& file, std::size_t threads) {
  exchange::RatingsOptions options;
  options.threads = threads;
  ETALON_ASSERT(exchange::read_ratings(file, options)->units.size() == kShape.units);
}

bool all_tasks(std::size_t threads) {
  const RatingTable table = seeded_matrix(kShape);
  const AgreementOptions options{.threads = threads};
  const auto file = long_file();
  // Of a unit's name eight letters and where they end; of its posterior a number for each category.
  const auto names = static_cast<double>(kShape.units * (8 + sizeof(std::uint64_t)));
  const auto posteriors = static_cast<double>(kShape.units * kShape.categories * sizeof(double));
  const auto without = static_cast<double>(kShape.units * sizeof(Without));
  const Task tasks[] = {
      {"nominal alpha", [&] { value_alone(table, asked(table, KrippendorffAlpha), threads); }},
      {"alpha, three metrics", [&] { const Coincidences met(table, threads); }},
      {"AC1 and Fleiss, with errors",
       [&] {
         measure(table, {asked(table, GwetAc), asked(table, FleissKappa)}, options);
       }},
      {"jackknife of nominal alpha", [&] { leave_out(table, threads); }, without},
      {"bootstrap and BCa of nominal alpha, 1,000", [&] { resample(table, Metric::Nominal, threads); }},
      {"bootstrap and BCa of ordinal alpha, 1,000", [&] { resample(table, Metric::Ordinal, threads); }},
      {"kappa of all pairs", [&] { tally_pairs(table, asked(table, CohenKappa).weights, threads); }},
      {"Dawid-Skene, 5 iterations", [&] { guess_truth(table, threads); }, posteriors},
      {"reading 10,000,000 ratings", [&] { read(file, threads); }, names, true},
  };
  bool all = true;
  for (const Task& task : tasks) all = kept(task) && all;
  return all;
}

}  // namespace
}  // namespace etalon::bench

int main(int argc, char** argv) {
  const int threads = argc > 1 ? std::atoi(argv[1]) : 2;
  return etalon::bench::all_tasks(static_cast<std::size_t>(threads < 1 ? 1 : threads)) ? 0 : 1;
}
