// Kappa of all pairs of raters against a bare loop that knows the shape of the matrix beforehand, in one run; and how long
// many raters who share few units take.
// etalon_bench_pairs
#include <cmath>
#include <cstring>
#include <thread>

#include "sim/base/assert.h"
#include "sim/stats/agreement/pair_tally.h"
#include "sim/stats/detail/by_pair.h"
#include "tests/bench/seeded_matrix.h"
#include "tests/bench/timing.h"

#if defined(__x86_64__)
#define ETALON_POPCNT __attribute__((target("popcnt")))
#else
#define ETALON_POPCNT
#endif
#define ETALON_INLINE inline __attribute__((always_inline))

namespace etalon::bench {
namespace {

using namespace stats;
using Word = std::uint64_t;

constexpr double kMost = 1.5, kMostMs = 500;
constexpr std::size_t kWords = 8;

// Knows raters and categories when it is compiled.
template <std::size_t kRaters, std::size_t kCategories>
struct BarePairs {
  static constexpr std::size_t kPairs = kRaters * (kRaters - 1) / 2, kRated = kCategories;

  struct Sums {
    std::uint32_t same[kPairs] = {}, by_a[kPairs][kCategories] = {}, by_b[kPairs][kCategories] = {};
  };
  // Of 64 * kWords units: a set for each category, then what was rated.
  using Sets = Word[kRaters][kCategories + 1][kWords];

  static void read(const std::uint8_t* cells, std::size_t begin, std::size_t end, Sets& sets) {
    std::memset(sets, 0, sizeof sets);
    for (std::size_t unit = begin; unit < end; ++unit) {
      const std::uint8_t* row = cells + unit * kRaters;
      const std::size_t word = (unit - begin) / 64;
      const Word bit = Word{1} << ((unit - begin) % 64);
      // Gaps (255) first go where what was rated goes later: no branch.
      for (std::size_t r = 0; r < kRaters; ++r) sets[r][std::min<std::size_t>(row[r], kRated)][word] |= bit;
    }
    for (auto& of_rater : sets)
      for (std::size_t w = 0; w < kWords; ++w) {
        Word rated = 0;
        for (std::size_t k = 0; k < kCategories; ++k) rated |= of_rater[k][w];
        of_rater[kRated][w] = rated;
      }
  }

  static ETALON_INLINE std::uint32_t common(const Word* x, const Word* y) {
    std::uint64_t out = 0;
    for (std::size_t w = 0; w < kWords; ++w) out += static_cast<std::uint64_t>(__builtin_popcountll(x[w] & y[w]));
    return static_cast<std::uint32_t>(out);
  }

  ETALON_POPCNT static void add(const Sets& sets, Sums& sums) {
    std::size_t pair = 0;
    for (std::size_t a = 0; a < kRaters; ++a)
      for (std::size_t b = a + 1; b < kRaters; ++b, ++pair)
        for (std::size_t k = 0; k < kCategories; ++k) {
          sums.same[pair] += common(sets[a][k], sets[b][k]);
          sums.by_a[pair][k] += common(sets[a][k], sets[b][kRated]);
          sums.by_b[pair][k] += common(sets[b][k], sets[a][kRated]);
        }
  }

  static void part_of(const std::uint8_t* cells, std::size_t begin, std::size_t end, Sums& sums) {
    Sets sets;
    for (std::size_t at = begin; at < end; at += 64 * kWords) {
      read(cells, at, std::min(at + 64 * kWords, end), sets);
      add(sets, sums);
    }
  }

  static double kappa(const Sums& sums, std::size_t pair) {
    double n = 0, chance = 0;
    for (std::size_t k = 0; k < kCategories; ++k) n += sums.by_a[pair][k];
    for (std::size_t k = 0; k < kCategories; ++k) chance += sums.by_a[pair][k] / n * (sums.by_b[pair][k] / n);
    return (sums.same[pair] / n - chance) / (1 - chance);
  }

  static std::vector<double> kappas(const std::uint8_t* cells, std::size_t units, std::size_t threads) {
    std::vector<Sums> sums(threads);
    const auto part = [&](std::size_t i) { part_of(cells, units * i / threads, units * (i + 1) / threads, sums[i]); };
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(part, i);
    part(0);
    for (std::thread& other : others) other.join();
    for (std::size_t i = 1; i < threads; ++i) {
      auto *all = reinterpret_cast<std::uint32_t*>(sums.data()), *own = reinterpret_cast<std::uint32_t*>(&sums[i]);
      for (std::size_t j = 0; j < sizeof(Sums) / sizeof(std::uint32_t); ++j) all[j] += own[j];
    }
    std::vector<double> out;
    for (std::size_t pair = 0; pair < kPairs; ++pair) out.push_back(kappa(sums[0], pair));
    return out;
  }
};

std::vector<double> kappas(const RatingTable& table, std::size_t threads) {
  const Weights identity = Weights::identity(table.categories().size());
  std::vector<double> out;
  for (const PairTally& pair : tally_pairs(table, identity, threads)) out.push_back(*pair.kappa(identity));
  return out;
}

bool told(const char* what, const std::function<std::size_t()>& work) {
  std::size_t pairs = 0;
  const double ms = milliseconds([&] { pairs = work(); });
  std::printf("    %-44s 1 thread  %10.2f ms (at most %g), %zu pairs  %s\n", what, ms, kMostMs, pairs,
              ms <= kMostMs ? "ok" : "MISSED");
  return ms <= kMostMs;
}

template <std::size_t kShape>
bool all_pairs(const RatingTable& table, std::size_t threads) {
  constexpr Shape kIs = kShapes[kShape];
  using Bare = BarePairs<kIs.raters, kIs.categories>;
  std::vector<double> bare, ours;
  const auto cells = table.with_codes([](const auto& codes) { return reinterpret_cast<const std::uint8_t*>(codes.cells); });
  const Compared found = compare(
      15, [&] { bare = Bare::kappas(cells, kIs.units, threads); }, [&] { ours = kappas(table, threads); });
  ETALON_ASSERT(bare.size() == ours.size());
  for (std::size_t i = 0; i < bare.size(); ++i) ETALON_ASSERT(std::abs(bare[i] - ours[i]) < 1e-12);
  return report(kIs.name, "kappa of all pairs", threads, found, kMost);
}

template <std::size_t kShape>
bool shape() {
  const RatingTable table = seeded_matrix(kShapes[kShape]);
  bool kept = true;
  for (const std::size_t threads : {1U, 2U}) kept = all_pairs<kShape>(table, threads) && kept;
  if (kShapes[kShape].raters == 20) kept = told("all 190 pairs with errors", [&] { return by_pair(table).size(); }) && kept;
  return kept;
}

// 825 raters, 11,040 units, some 92,700 ratings: each unit goes to eight or nine who work in the same weeks.
RatingTable few_units_each() {
  constexpr std::size_t kUnits = 11'040, kMany = 825, kWeek = 60;
  SeededRng rng(7);
  RatingTable out(kUnits, kMany, {"1", "2", "3", "4", "5"});
  for (std::size_t unit = 0; unit < kUnits; ++unit) {
    const std::size_t first = rng.below(kMany - kWeek), raters = 8 + (rng.below(5) < 2 ? 1 : 0);
    const std::uint64_t truth = rng.below(5);
    for (std::size_t i = 0; i < raters;) {
      const std::size_t rater = first + rng.below(kWeek);
      if (out.at(unit, rater) != kMissing) continue;
      out.set(unit, rater, static_cast<Category>(rng.below(10) < 6 ? truth : rng.below(5)));
      ++i;
    }
  }
  return out;
}

}  // namespace
}  // namespace etalon::bench

int main() {
  using namespace etalon::bench;
  using etalon::stats::by_pair;
  bool kept = shape<0>();
  kept = shape<1>() && kept;
  kept = shape<2>() && kept;
  const auto sparse = few_units_each();
  kept = told("825 raters who share few units: kappa", [&] { return kappas(sparse, 1).size(); }) && kept;
  kept = told("825 raters who share few units: with errors", [&] { return by_pair(sparse).size(); }) && kept;
  return kept ? 0 : 1;
}
