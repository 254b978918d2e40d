#include "tests/bench/bare_agreement.h"

#include <algorithm>
#include <bit>
#include <boost/random/binomial_distribution.hpp>
#include <cmath>
#include <thread>

namespace etalon::bench {
namespace {

constexpr std::size_t kMost = 32;

template <class Work>
void split(std::size_t threads, std::size_t all, const Work& work) {
  std::vector<std::thread> list;
  for (std::size_t t = 1; t < threads; ++t)
    list.emplace_back([&, t] { work(t, all * t / threads, all * (t + 1) / threads); });
  work(0, 0, all / threads);
  for (std::thread& one : list) one.join();
}

struct Histogram {
  std::uint8_t n[256];
  std::size_t m;

  void count(const std::uint8_t* row, std::size_t raters) {
    for (std::size_t k = 0; k < kMost; ++k) n[k] = 0;
    n[kGap] = 0;
    for (std::size_t r = 0; r < raters; ++r) ++n[row[r]];
    m = raters - n[kGap];
  }
  std::uint32_t squares(std::size_t q) const {
    std::uint32_t out = 0;
    for (std::size_t k = 0; k < q; ++k) out += static_cast<std::uint32_t>(n[k]) * n[k];
    return out;
  }
};

struct Sums {
  std::uint64_t units[kMost + 1] = {}, squares[kMost + 1] = {}, counts[kMost + 1][kMost] = {};
};

Sums sums_of(const Matrix& x, std::size_t threads) {
  std::vector<Sums> parts(threads);
  split(threads, x.units, [&](std::size_t t, std::size_t begin, std::size_t end) {
    Sums& sums = parts[t];
    Histogram h;
    for (std::size_t u = begin; u < end; ++u) {
      h.count(x.cells + u * x.raters, x.raters);
      ++sums.units[h.m];
      sums.squares[h.m] += h.squares(x.categories);
      for (std::size_t k = 0; k < x.categories; ++k) sums.counts[h.m][k] += h.n[k];
    }
  });
  for (std::size_t t = 1; t < threads; ++t)
    for (std::size_t m = 0; m <= x.raters; ++m) {
      parts[0].units[m] += parts[t].units[m];
      parts[0].squares[m] += parts[t].squares[m];
      for (std::size_t k = 0; k < x.categories; ++k) parts[0].counts[m][k] += parts[t].counts[m][k];
    }
  return parts[0];
}

double nominal_alpha(const Sums& sums, const Matrix& x) {
  double agreeing = 0, all = 0, counts[kMost] = {}, same = 0;
  for (std::size_t m = 2; m <= x.raters; ++m) {
    const auto units = static_cast<double>(sums.units[m] * m);
    agreeing += (static_cast<double>(sums.squares[m]) - units) / static_cast<double>(m - 1);
    all += units;
    for (std::size_t k = 0; k < x.categories; ++k) counts[k] += static_cast<double>(sums.counts[m][k]);
  }
  for (std::size_t k = 0; k < x.categories; ++k) same += counts[k] * (counts[k] - 1);
  return 1 - (all - 1) * (all - agreeing) / (all * (all - 1) - same);
}

// Alpha from sums of n_k n_l by the number of ratings.
template <class Products>
double alpha_of(const Products& products, const std::vector<double>& counts, std::size_t raters,
                const std::vector<double>& x) {
  const std::size_t q = counts.size();
  double all = 0, observed = 0, expected = 0;
  for (const double count : counts) all += count;
  for (std::size_t k = 0; k < q; ++k)
    for (std::size_t l = k + 1; l < q; ++l) {
      const double distance = x.empty() ? 1 : (x[k] - x[l]) * (x[k] - x[l]);
      expected += counts[k] * counts[l] * distance;
      for (std::size_t m = 2; m <= raters; ++m)
        observed += static_cast<double>(products(m, k, l)) * distance / static_cast<double>(m - 1);
    }
  return 1 - (all - 1) * observed / expected;
}

std::vector<double> ranks(const std::vector<double>& counts) {
  std::vector<double> out;
  double below = 0;
  for (const double count : counts) out.push_back(below + count / 2), below += count;
  return out;
}

struct Stream {
  std::uint64_t state;
  using result_type = std::uint64_t;
  static constexpr std::uint64_t min() { return 0; }
  static constexpr std::uint64_t max() { return ~std::uint64_t{0}; }
  std::uint64_t operator()() {
    std::uint64_t z = (state += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
};

#if defined(__x86_64__)
#define BARE_WIDE __attribute__((target("avx2")))
#else
#define BARE_WIDE
#endif

// Blocks of 256 units, each unit a row of counts and other small numbers; replicates add the rows that they draw.
// `kLanes` numbers of 16 bits a row.
template <std::size_t kLanes>
struct Rows {
  using Vector = std::uint16_t __attribute__((vector_size(32)));
  static constexpr std::size_t kVectors = kLanes / 16, kHeld = std::min<std::size_t>(4, kVectors);
  Vector rows[256][kVectors];
  std::uint8_t drawn[1024];

  BARE_WIDE void add(Stream& random, std::size_t draws, std::size_t size, std::uint64_t* sums) {
    if (size == 256) {
      for (std::size_t i = 0; i < draws; i += 8) {
        const std::uint64_t bytes = random();
        __builtin_memcpy(drawn + i, &bytes, 8);
      }
    } else {
      for (std::size_t i = 0; i < draws;) {
        std::uint64_t bytes = random();
        for (int j = 0; j < 8; ++j, bytes >>= 8)
          if ((bytes & 255) < size) drawn[i++] = static_cast<std::uint8_t>(bytes);
      }
    }
    for (std::size_t done = 0; done < draws; done += 160) {
      const std::size_t until = std::min(draws, done + 160);
      for (std::size_t v = 0; v < kVectors; v += kHeld) {
        Vector total[kHeld] = {};
        for (std::size_t i = done; i < until; ++i)
#pragma GCC unroll 4
          for (std::size_t w = 0; w < kHeld; ++w)
            if (v + w < kVectors) total[w] += rows[drawn[i]][v + w];
        for (std::size_t w = 0; w < kHeld && v + w < kVectors; ++w)
          for (std::size_t lane = 0; lane < 16; ++lane) sums[(v + w) * 16 + lane] += total[w][lane];
      }
    }
  }
};

template <std::size_t kLanes, class Fill, class Value>
double bootstrap(const Matrix& x, std::size_t replicates, std::size_t threads, const Fill& fill, const Value& value) {
  std::vector<std::vector<std::uint32_t>> by_ratings(x.raters + 1);
  Histogram h;
  for (std::size_t u = 0; u < x.units; ++u) {
    h.count(x.cells + u * x.raters, x.raters);
    by_ratings[h.m].push_back(static_cast<std::uint32_t>(u));
  }
  std::size_t pairable = 0;
  for (std::size_t m = 2; m <= x.raters; ++m) pairable += by_ratings[m].size();
  std::vector<double> values(replicates);
  split(threads, replicates, [&](std::size_t, std::size_t begin, std::size_t end) {
    const std::size_t count = end - begin, stride = kLanes * (x.raters + 1);
    std::vector<std::uint64_t> sums(count * stride), drawn(count * (x.raters + 1));
    std::vector<std::size_t> left(count, pairable);
    std::size_t units_left = pairable, number = 0;
    Rows<kLanes> block;
    for (std::size_t m = 2; m <= x.raters; ++m)
      for (std::size_t at = 0; at < by_ratings[m].size(); at += 256, ++number) {
        const std::size_t size = std::min<std::size_t>(256, by_ratings[m].size() - at);
        for (std::size_t i = 0; i < size; ++i)
          fill(x.cells + by_ratings[m][at + i] * x.raters, reinterpret_cast<std::uint16_t*>(block.rows[i]));
        for (std::size_t i = 0; i < count; ++i) {
          Stream random{(begin + i) * 0x2545f4914f6cdd1d + number * 0x9e3779b97f4a7c15};
          std::size_t draws = left[i];
          if (size < units_left && draws > 0)
            draws = static_cast<std::size_t>(boost::random::binomial_distribution<std::int64_t, double>(
                static_cast<std::int64_t>(draws), static_cast<double>(size) / static_cast<double>(units_left))(random));
          left[i] -= draws;
          drawn[i * (x.raters + 1) + m] += draws;
          block.add(random, draws, size, sums.data() + i * stride + m * kLanes);
        }
        units_left -= size;
      }
    for (std::size_t i = 0; i < count; ++i)
      values[begin + i] = value(sums.data() + i * stride, drawn.data() + i * (x.raters + 1));
  });
  double mean = 0, squares = 0;
  for (const double v : values) mean += v / static_cast<double>(replicates);
  for (const double v : values) squares += (v - mean) * (v - mean);
  return std::sqrt(squares / static_cast<double>(replicates - 1));
}

template <std::size_t kLanes>
double nominal_bootstrap(const Matrix& x, std::size_t replicates, std::size_t threads) {
  const std::size_t q = x.categories;
  return bootstrap<kLanes>(
      x, replicates, threads,
      [&](const std::uint8_t* row, std::uint16_t* lanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) lanes[lane] = 0;
        for (std::size_t r = 0; r < x.raters; ++r)
          if (row[r] != kGap) ++lanes[row[r]];
        for (std::size_t k = 0; k < q; ++k) lanes[q] = static_cast<std::uint16_t>(lanes[q] + lanes[k] * lanes[k]);
      },
      [&](const std::uint64_t* lanes, const std::uint64_t* drawn) {
        Sums sums;
        for (std::size_t m = 2; m <= x.raters; ++m) {
          sums.units[m] = drawn[m];
          sums.squares[m] = lanes[m * kLanes + q];
          for (std::size_t k = 0; k < q; ++k) sums.counts[m][k] = lanes[m * kLanes + k];
        }
        return nominal_alpha(sums, x);
      });
}

template <std::size_t kLanes>
double ordinal_bootstrap(const Matrix& x, std::size_t replicates, std::size_t threads) {
  const std::size_t q = x.categories;
  return bootstrap<kLanes>(
      x, replicates, threads,
      [&](const std::uint8_t* row, std::uint16_t* lanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) lanes[lane] = 0;
        for (std::size_t r = 0; r < x.raters; ++r)
          if (row[r] != kGap) ++lanes[row[r]];
        std::uint16_t* product = lanes + q;
        for (std::size_t k = 0; k < q; ++k)
          for (std::size_t l = k + 1; l < q; ++l) *product++ = static_cast<std::uint16_t>(lanes[k] * lanes[l]);
      },
      [&](const std::uint64_t* lanes, const std::uint64_t*) {
        std::vector<double> counts(q);
        for (std::size_t m = 2; m <= x.raters; ++m)
          for (std::size_t k = 0; k < q; ++k) counts[k] += static_cast<double>(lanes[m * kLanes + k]);
        const auto product = [&](std::size_t m, std::size_t k, std::size_t l) {
          return lanes[m * kLanes + q + k * q - k * (k + 1) / 2 + l - k - 1];
        };
        return alpha_of(product, counts, x.raters, ranks(counts));
      });
}

}  // namespace

double bare_nominal_alpha(const Matrix& x, std::size_t threads) { return nominal_alpha(sums_of(x, threads), x); }

std::vector<double> bare_three_alphas(const Matrix& x, std::size_t threads) {
  using Products = std::vector<std::uint64_t>;  // (m * q + k) * q + l
  const std::size_t q = x.categories;
  std::vector<Products> parts(threads, Products((x.raters + 1) * q * q));
  split(threads, x.units, [&](std::size_t t, std::size_t begin, std::size_t end) {
    std::uint8_t seen[kMost];
    for (std::size_t u = begin; u < end; ++u) {
      std::size_t m = 0;
      for (std::size_t r = 0; r < x.raters; ++r)
        if (const std::uint8_t code = x.cells[u * x.raters + r]; code != kGap) seen[m++] = code;
      std::uint64_t* products = parts[t].data() + m * q * q;
      for (std::size_t i = 0; i < m; ++i)
        for (std::size_t j = 0; j < i; ++j) ++products[seen[i] * q + seen[j]];
    }
  });
  for (std::size_t t = 1; t < threads; ++t)
    for (std::size_t i = 0; i < parts[0].size(); ++i) parts[0][i] += parts[t][i];
  std::vector<double> counts(q), values(q);
  for (std::size_t k = 0; k < q; ++k) values[k] = static_cast<double>(k);
  const auto product = [&](std::size_t m, std::size_t k, std::size_t l) {
    return parts[0][(m * q + k) * q + l] + parts[0][(m * q + l) * q + k];
  };
  for (std::size_t m = 2; m <= x.raters; ++m)
    for (std::size_t k = 0; k < q; ++k)
      for (std::size_t l = 0; l < q; ++l) counts[k] += static_cast<double>(product(m, k, l)) / static_cast<double>(m - 1);
  return {alpha_of(product, counts, x.raters, {}), alpha_of(product, counts, x.raters, ranks(counts)),
          alpha_of(product, counts, x.raters, values)};
}

std::vector<double> bare_ac1_and_fleiss(const Matrix& x, std::size_t threads) {
  const Sums sums = sums_of(x, threads);
  const auto q = static_cast<double>(x.categories);
  double units = 0, pairable = 0, observed = 0, shares[kMost] = {}, fleiss = 0;
  for (std::size_t m = 1; m <= x.raters; ++m) {
    const auto n = static_cast<double>(sums.units[m]), ratings = static_cast<double>(m);
    units += n;
    for (std::size_t k = 0; k < x.categories; ++k) shares[k] += static_cast<double>(sums.counts[m][k]) / ratings;
    if (m < 2) continue;
    pairable += n;
    observed += (static_cast<double>(sums.squares[m]) - n * ratings) / (ratings * (ratings - 1));
  }
  observed /= pairable;
  for (std::size_t k = 0; k < x.categories; ++k) shares[k] /= units, fleiss += shares[k] * shares[k];
  const double ac = (1 - fleiss) / (q - 1);
  const double kappa = (observed - fleiss) / (1 - fleiss), ac1 = (observed - ac) / (1 - ac), scale = units / pairable;
  std::vector<double> squares(2 * threads);
  split(threads, x.units, [&](std::size_t t, std::size_t begin, std::size_t end) {
    Histogram h;
    double of_ac1 = 0, of_kappa = 0;
    for (std::size_t u = begin; u < end; ++u) {
      h.count(x.cells + u * x.raters, x.raters);
      if (h.m == 0) continue;
      double dot = 0;
      for (std::size_t k = 0; k < x.categories; ++k) dot += h.n[k] * shares[k];
      const auto m = static_cast<double>(h.m);
      dot /= m;
      const double own = h.m < 2 ? 0 : (h.squares(x.categories) - m) / (m * (m - 1)), pair = h.m < 2 ? 0 : scale;
      const double a = pair * (own - ac) / (1 - ac) - 2 * (1 - ac1) * ((1 - dot) / (q - 1) - ac) / (1 - ac) - ac1;
      const double f = pair * (own - fleiss) / (1 - fleiss) - 2 * (1 - kappa) * (dot - fleiss) / (1 - fleiss) - kappa;
      of_ac1 += a * a;
      of_kappa += f * f;
    }
    squares[2 * t] = of_ac1, squares[2 * t + 1] = of_kappa;
  });
  for (std::size_t t = 1; t < threads; ++t) squares[0] += squares[2 * t], squares[1] += squares[2 * t + 1];
  return {ac1, std::sqrt(squares[0] / (units * (units - 1))), kappa, std::sqrt(squares[1] / (units * (units - 1)))};
}

double bare_jackknife_error(const Matrix& x) {
  const Sums sums = sums_of(x, 1);
  double agreeing = 0, all = 0, counts[kMost] = {}, same = 0;
  for (std::size_t m = 2; m <= x.raters; ++m) {
    const auto units = static_cast<double>(sums.units[m] * m);
    agreeing += (static_cast<double>(sums.squares[m]) - units) / static_cast<double>(m - 1);
    all += units;
    for (std::size_t k = 0; k < x.categories; ++k) counts[k] += static_cast<double>(sums.counts[m][k]);
  }
  for (std::size_t k = 0; k < x.categories; ++k) same += counts[k] * counts[k];
  std::vector<double> values;
  values.reserve(x.units);
  Histogram h;
  for (std::size_t u = 0; u < x.units; ++u) {
    h.count(x.cells + u * x.raters, x.raters);
    if (h.m < 2) continue;
    double dot = 0;
    for (std::size_t k = 0; k < x.categories; ++k) dot += h.n[k] * counts[k];
    const auto m = static_cast<double>(h.m), squares = static_cast<double>(h.squares(x.categories));
    const double left = all - m, still = agreeing - (squares - m) / (m - 1);
    values.push_back(1 - (left - 1) * (left - still) / (left * left - (same - 2 * dot + squares)));
  }
  double mean = 0, spread = 0;
  const auto n = static_cast<double>(values.size());
  for (const double v : values) mean += v / n;
  for (const double v : values) spread += (v - mean) * (v - mean);
  return std::sqrt((n - 1) / n * spread);
}

double bare_nominal_bootstrap(const Matrix& x, std::size_t replicates, std::size_t threads) {
  return x.categories < 16 ? nominal_bootstrap<16>(x, replicates, threads) : nominal_bootstrap<32>(x, replicates, threads);
}

double bare_ordinal_bootstrap(const Matrix& x, std::size_t replicates, std::size_t threads) {
  return x.categories <= 12 ? ordinal_bootstrap<80>(x, replicates, threads) : ordinal_bootstrap<304>(x, replicates, threads);
}

#if defined(__x86_64__)
#define BARE_COUNTS __attribute__((target("popcnt")))
#else
#define BARE_COUNTS
#endif

namespace {

// Shared / all labels, for each number of either.
struct Shares {
  double of[64][64] = {};
  Shares() {
    for (std::size_t shared = 0; shared < 64; ++shared)
      for (std::size_t all = 1; all < 64; ++all) of[shared][all] = static_cast<double>(shared) / static_cast<double>(all);
  }
};

inline __attribute__((always_inline)) double distance(const Shares& shares, std::uint64_t a, std::uint64_t b) {
  if (a == b) return 0;
  const std::uint64_t both = a & b;
  return 1 - shares.of[std::popcount(both)][std::popcount(a | b)] * (both == a || both == b ? 2.0 / 3 : 1.0 / 3);
}

}  // namespace

BARE_COUNTS double bare_masi_alpha(const std::vector<std::uint64_t>& sets, std::size_t units, std::size_t raters) {
  const Shares shares;
  std::vector<double> of_set(1U << 12U);
  double observed = 0, expected = 0;
  for (std::size_t u = 0; u < units; ++u)
    for (std::size_t i = 0; i < raters; ++i) {
      const std::uint64_t set = sets[u * raters + i];
      ++of_set[set];
      for (std::size_t j = 0; j < i; ++j)
        observed += 2 * distance(shares, set, sets[u * raters + j]) / static_cast<double>(raters - 1);
    }
  const auto all = static_cast<double>(units * raters);
  std::vector<std::uint64_t> list;
  std::vector<double> counts;
  for (std::uint64_t set = 0; set < of_set.size(); ++set)
    if (of_set[set] > 0) list.push_back(set), counts.push_back(of_set[set]);
  for (std::size_t k = 0; k < list.size(); ++k) {
    double sum = 0;
    for (std::size_t l = 0; l < k; ++l) sum += counts[l] * distance(shares, list[k], list[l]);
    expected += 2 * counts[k] * sum;
  }
  return 1 - (all - 1) * observed / expected;
}

}  // namespace etalon::bench
