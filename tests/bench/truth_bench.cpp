// Dawid-Skene and the reading of a long file against bare loops, in one run.
// etalon_bench_truth [matrices, default bc]
#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <string>
#include <thread>

#include "sim/base/assert.h"
#include "sim/exchange/ratings_file.h"
#include "sim/stats/truth/latent_truth.h"
#include "tests/bench/long_file.h"
#include "tests/bench/seeded_matrix.h"
#include "tests/bench/timing.h"

namespace etalon::bench {
namespace {

using namespace stats;

// EM without anything around it: shares of the ratings, then so many times confusions and posteriors.
template <class View>
class BareDawidSkene {
 public:
  BareDawidSkene(const View& codes, std::size_t q, std::size_t threads)
      : codes_(codes), q_(q), cells_(codes.raters * q * q), sums_(threads, std::vector<double>(cells_ + q)) {}

  // The mean of the posterior of the first category.
  double run(std::size_t iterations) {
    split([&](std::size_t t, std::size_t u) { start(u), gather(t, u); });
    for (std::size_t i = 0; i < iterations; ++i) {
      m_step();
      split([&](std::size_t t, std::size_t u) { e_step(u), gather(t, u); });
    }
    double out = 0;
    for (std::size_t u = 0; u < codes_.units; ++u) out += posterior_[u * q_] / static_cast<double>(codes_.units);
    return out;
  }

 private:
  template <class Work>
  void split(const Work& work) {
    const auto part = [&](std::size_t t) {
      for (std::size_t u = codes_.units * t / sums_.size(); u < codes_.units * (t + 1) / sums_.size(); ++u) work(t, u);
    };
    std::vector<std::thread> others;
    for (std::size_t t = 1; t < sums_.size(); ++t) others.emplace_back(part, t);
    part(0);
    for (std::thread& other : others) other.join();
  }

  template <class Take>
  void each_rating(std::size_t u, const Take& take) const {
    for (std::size_t r = 0; r < codes_.raters; ++r)
      if (const auto code = codes_.row(u)[r]; code != View::kGap) take((r * q_ + code) * q_, code);
  }

  void start(std::size_t u) {
    double m = 0;
    each_rating(u, [&](std::size_t, auto code) { ++posterior_[u * q_ + code], ++m; });
    for (std::size_t k = 0; k < q_ && m > 0; ++k) posterior_[u * q_ + k] /= m;
  }

  void gather(std::size_t t, std::size_t u) {
    double* mine = sums_[t].data();
    const double* p = posterior_.data() + u * q_;
    each_rating(u, [&](std::size_t row, auto) {
      for (std::size_t k = 0; k < q_; ++k) mine[row + k] += p[k];
    });
    for (std::size_t k = 0; k < q_; ++k) mine[cells_ + k] += p[k];
  }

  void m_step() {
    std::vector<double>& all = sums_[0];
    for (std::size_t t = 1; t < sums_.size(); ++t)
      for (std::size_t i = 0; i < all.size(); ++i) all[i] += sums_[t][i];
    for (std::size_t r = 0; r < codes_.raters; ++r)
      for (std::size_t k = 0; k < q_; ++k) {
        double total = 0;
        for (std::size_t j = 0; j < q_; ++j) total += all[(r * q_ + j) * q_ + k];
        for (std::size_t j = 0; j < q_; ++j) logs_[(r * q_ + j) * q_ + k] = std::log(all[(r * q_ + j) * q_ + k] / total);
      }
    for (std::size_t k = 0; k < q_; ++k) prior_[k] = std::log(all[cells_ + k] / static_cast<double>(codes_.units));
    for (auto& list : sums_) list.assign(cells_ + q_, 0);
  }

  void e_step(std::size_t u) {
    double* p = posterior_.data() + u * q_;
    std::copy(prior_.begin(), prior_.end(), p);
    each_rating(u, [&](std::size_t row, auto) {
      for (std::size_t k = 0; k < q_; ++k) p[k] += logs_[row + k];
    });
    const double most = *std::max_element(p, p + q_);
    double sum = 0;
    for (std::size_t k = 0; k < q_; ++k) sum += p[k] = std::exp(p[k] - most);
    for (std::size_t k = 0; k < q_; ++k) p[k] /= sum;
  }

  const View& codes_;
  std::size_t q_, cells_;
  std::vector<std::vector<double>> sums_;
  std::vector<double> posterior_ = std::vector<double>(codes_.units * q_), logs_ = std::vector<double>(cells_),
                      prior_ = std::vector<double>(q_);
};

double bare_dawid_skene(const RatingTable& table, std::size_t iterations, std::size_t threads) {
  double out = 0;
  table.with_codes([&](const auto& codes) {
    out = BareDawidSkene<std::decay_t<decltype(codes)>>(codes, table.categories().size(), threads).run(iterations);
  });
  return out;
}

bool dawid_skene(const Shape& shape, std::size_t threads) {
  const RatingTable table = seeded_matrix(shape);
  const std::size_t iterations = shape.units > 500'000 ? 5 : 3;
  double bare = 0, ours = 0;
  TruthOptions options;
  options.most_iterations = iterations;
  options.tolerance = 0;
  options.threads = threads;
  const Compared found = compare(
      3, [&] { bare = bare_dawid_skene(table, iterations, threads); },
      [&] { ours = latent_truth(table, TruthModel::DawidSkene, options).priors[0]; });
  ETALON_ASSERT(std::abs(bare - ours) < 1e-4);  // ours is over rated units
  return report(shape.name, iterations == 3 ? "Dawid-Skene, 3 iterations" : "Dawid-Skene, 5 iterations", threads, found,
                1.5);
}

// 10,000,000 ratings as text; the limit is counting its lines, as `wc -l` does, and three times that is allowed.
bool reading(std::size_t threads) {
  const auto file = long_file();
  std::size_t lines = 0, units = 0;
  const auto count = [&] {
    lines = 0;
    std::FILE* in = std::fopen(file.c_str(), "rb");
    static constexpr std::size_t kBuffer = 1 << 18;
    std::vector<char> buffer(kBuffer);
    while (const std::size_t got = std::fread(buffer.data(), 1, kBuffer, in))
      for (const char *at = buffer.data(), *end = at + got;
           (at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)))); ++at)
        ++lines;
    std::fclose(in);
  };
  exchange::RatingsOptions options;
  options.threads = threads;
  const Compared found = compare(3, count, [&] { units = exchange::read_ratings(file, options)->units.size(); });
  ETALON_ASSERT(lines == 10'000'001 && units == 1'000'000);
  return report("", "reading 10,000,000 ratings, against counting lines", threads, found, 3);
}

}  // namespace
}  // namespace etalon::bench

int main(int argc, char** argv) {
  const char* wanted = argc > 1 ? argv[1] : "bc";
  bool kept = true;
  for (const std::size_t threads : {1U, 2U}) {
    for (const auto& shape : etalon::bench::kShapes)
      if (std::strstr(wanted, shape.name)) kept = etalon::bench::dawid_skene(shape, threads) && kept;
    kept = etalon::bench::reading(threads) && kept;
  }
  return kept ? 0 : 1;
}
