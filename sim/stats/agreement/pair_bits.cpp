#include "sim/stats/agreement/pair_bits.h"

#include <bit>
#include <numeric>

#include "sim/base/parallel.h"

#if defined(__x86_64__)
#define ETALON_POPCNT __attribute__((target("popcnt")))
#endif
#define ETALON_INLINE inline __attribute__((always_inline))

namespace etalon::stats {
namespace {

constexpr std::size_t kWords = 8;  // of 64 units: few enough that the sets of all raters stay in the cache
constexpr std::size_t kUnits = 64 * kWords;

using Word = std::uint64_t;

// The sets of one block: a rater's categories one after the other, then everything the rater rated.
struct Sets {
  std::size_t raters, categories;
  std::vector<Word> words;

  Sets(std::size_t r, std::size_t q) : raters(r), categories(q), words(r * (q + 1) * kWords) {}
  Word* of(std::size_t rater, std::size_t category) { return words.data() + (rater * (categories + 1) + category) * kWords; }
  const Word* of(std::size_t rater, std::size_t category) const {
    return words.data() + (rater * (categories + 1) + category) * kWords;
  }
};

template <class View>
void fill(Sets& sets, const View& codes, std::size_t begin, std::size_t end) {
  std::fill(sets.words.begin(), sets.words.end(), Word{0});
  const std::size_t q = sets.categories, stride = (q + 1) * kWords;
  for (std::size_t unit = begin; unit < end; ++unit) {
    const auto* row = codes.row(unit);
    const Word bit = Word{1} << ((unit - begin) % 64);
    Word* word = sets.words.data() + (unit - begin) / 64;
    // A gap is the greatest code: its place is the last set. Without a branch, which would be guessed wrong.
    for (std::size_t rater = 0; rater < codes.raters; ++rater, word += stride)
      word[std::min<std::size_t>(row[rater], q) * kWords] |= bit;
  }
  // What is no gap was rated; units past the end are in no category, which is all that this is compared with.
  for (std::size_t rater = 0; rater < sets.raters; ++rater)
    for (std::size_t w = 0; w < kWords; ++w) sets.of(rater, q)[w] = ~sets.of(rater, q)[w];
}

// What a pair adds up to: agreeing units, then the two's counts by category.
constexpr std::size_t kHead = 1;
std::size_t numbers_of(std::size_t categories) { return kHead + 2 * categories; }

ETALON_INLINE std::uint64_t common(const Word* x, const Word* y) {
  std::uint64_t out = 0;
  for (std::size_t w = 0; w < kWords; ++w) out += static_cast<std::uint64_t>(std::popcount(x[w] & y[w]));
  return out;
}

ETALON_INLINE void add_pairs(const Sets& sets, std::uint64_t* sums) {
  const std::size_t q = sets.categories;
  for (std::size_t a = 0; a < sets.raters; ++a)
    for (std::size_t b = a + 1; b < sets.raters; ++b, sums += numbers_of(q)) {
      const Word *of_a = sets.of(a, 0), *of_b = sets.of(b, 0), *rated_a = sets.of(a, q), *rated_b = sets.of(b, q);
      for (std::size_t k = 0; k < q; ++k, of_a += kWords, of_b += kWords) {
        sums[0] += common(of_a, of_b);
        sums[kHead + k] += common(of_a, rated_b);
        sums[kHead + q + k] += common(of_b, rated_a);
      }
    }
}

#if defined(__x86_64__)
ETALON_POPCNT void add_pairs_popcnt(const Sets& sets, std::uint64_t* sums) { add_pairs(sets, sums); }
#endif

void add_pairs_here(const Sets& sets, std::uint64_t* sums) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("popcnt")) return add_pairs_popcnt(sets, sums);
#endif
  add_pairs(sets, sums);
}

std::vector<PairTally> tallies(const std::vector<std::uint64_t>& sums, std::size_t raters, std::size_t q) {
  std::vector<PairTally> out;
  const auto* at = sums.data();
  for (std::uint32_t a = 0; a < raters; ++a)
    for (std::uint32_t b = a + 1; b < raters; ++b, at += numbers_of(q)) {
      PairTally one{a, b, 0, static_cast<double>(at[0]), {}, {}};
      one.by_a.assign(at + kHead, at + kHead + q);
      one.by_b.assign(at + kHead + q, at + kHead + 2 * q);
      one.units = std::accumulate(one.by_a.begin(), one.by_a.end(), std::uint64_t{0});
      out.push_back(std::move(one));
    }
  return out;
}

}  // namespace

std::vector<PairTally> tally_by_bits(const RatingTable& table, std::size_t threads) {
  const std::size_t raters = table.raters(), q = table.categories().size(), pairs = raters * (raters - 1) / 2;
  const std::size_t blocks = (table.units() + kUnits - 1) / kUnits;
  const std::size_t parts = std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(1, blocks));
  std::vector<std::vector<std::uint64_t>> sums(parts);  // whole numbers: the same whoever adds them
  table.with_codes([&](const auto& codes) {
    in_parallel(parts, threads, [&](std::size_t part) {
      sums[part].resize(pairs * numbers_of(q));
      Sets sets(raters, q);
      for (std::size_t block = blocks * part / parts; block < blocks * (part + 1) / parts; ++block) {
        fill(sets, codes, block * kUnits, std::min((block + 1) * kUnits, codes.units));
        add_pairs_here(sets, sums[part].data());
      }
    });
  });
  for (std::size_t part = 1; part < parts; ++part)
    for (std::size_t i = 0; i < sums[0].size(); ++i) sums[0][i] += sums[part][i];
  return tallies(sums[0], raters, q);
}

}  // namespace etalon::stats
