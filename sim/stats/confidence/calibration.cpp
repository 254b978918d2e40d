#include "sim/stats/confidence/calibration.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/base/assert.h"
#include "sim/base/rng.h"
#include "sim/stats/proportion.h"
#include "sim/stats/quantile.h"
#include "sim/stats/resampling/interval.h"

namespace etalon::stats {
namespace {

struct Sums {
  double confidence = 0, right = 0, decisions = 0;
};

std::size_t bin_of(double confidence, std::size_t bins) {
  return std::min(static_cast<std::size_t>(confidence * static_cast<double>(bins)), bins - 1);
}

double calibration_error(const std::vector<Sums>& bins, double decisions) {
  double out = 0;
  for (const Sums& bin : bins) out += std::abs(bin.right - bin.confidence) / decisions;
  return out;
}

// The mean of `of`, with a normal interval.
template <class Of>
Estimate mean(const std::vector<Judged>& decisions, double level, const Of& of) {
  const auto n = static_cast<double>(decisions.size());
  Estimate out;
  out.status = Status::Ok;
  out.units = decisions.size();
  for (const Judged& one : decisions) out.value += of(one) / n;
  if (decisions.size() < 2) {
    out.interval_reason = msg("One decision alone gives no interval.");
    return out;
  }
  double squares = 0;
  for (const Judged& one : decisions) squares += (of(one) - out.value) * (of(one) - out.value);
  out.standard_error = std::sqrt(squares / (n * (n - 1)));
  const double half = normal_critical(level) * *out.standard_error;
  out.interval = Interval{out.value - half, out.value + half, level, "normal"};
  return out;
}

void decompose(Calibration& out, const std::vector<Judged>& decisions) {
  std::map<double, Sums> distinct;
  const auto n = static_cast<double>(decisions.size());
  double right = 0;
  for (const Judged& one : decisions) {
    Sums& sums = distinct[one.confidence];
    ++sums.decisions;
    sums.right += one.right ? 1 : 0;
    right += one.right ? 1 / n : 0;
  }
  for (const auto& [confidence, sums] : distinct) {
    const double share = sums.right / sums.decisions;
    out.reliability += sums.decisions / n * (confidence - share) * (confidence - share);
    out.resolution += sums.decisions / n * (share - right) * (share - right);
  }
  out.uncertainty = right * (1 - right);
}

std::vector<Sums> into_bins(const std::vector<Judged>& decisions, std::size_t bins) {
  std::vector<Sums> out(bins);
  for (const Judged& one : decisions) {
    Sums& sums = out[bin_of(one.confidence, bins)];
    sums.confidence += one.confidence;
    sums.right += one.right ? 1 : 0;
    ++sums.decisions;
  }
  return out;
}

void add_bins(Calibration& out, const std::vector<Sums>& bins, double level) {
  const auto width = 1 / static_cast<double>(bins.size());
  for (std::size_t i = 0; i < bins.size(); ++i) {
    const auto right = static_cast<std::size_t>(bins[i].right), all = static_cast<std::size_t>(bins[i].decisions);
    out.bins.push_back({static_cast<double>(i) * width, static_cast<double>(i + 1) * width, all,
                        all > 0 ? bins[i].confidence / bins[i].decisions : 0, proportion(right, all, level)});
  }
}

void add_error(Calibration& out, const std::vector<Judged>& decisions, const CalibrationOptions& options) {
  Estimate& error = out.expected_calibration_error;
  const auto n = static_cast<double>(decisions.size());
  error.status = Status::Ok;
  error.units = decisions.size();
  error.value = calibration_error(into_bins(decisions, options.bins), n);
  if (decisions.size() < 2 || options.replicates < 2) {
    error.interval_reason = msg("One decision alone gives no interval.");
    return;
  }
  SeededRng rng(options.seed);
  std::vector<double> values;
  std::vector<Judged> drawn(decisions.size());
  for (std::size_t i = 0; i < options.replicates; ++i) {
    for (Judged& one : drawn) one = decisions[rng.below(decisions.size())];
    values.push_back(calibration_error(into_bins(drawn, options.bins), n));
  }
  error.interval = percentile_interval(std::move(values), options.level);
}

}  // namespace

Calibration calibration(const std::vector<Judged>& decisions, const CalibrationOptions& options) {
  ETALON_ASSERT(options.bins > 0);
  Calibration out;
  if (decisions.empty()) {
    out.brier.reason = out.expected_calibration_error.reason = out.overconfidence.reason =
        msg("No decision has a confidence.");
    return out;
  }
  out.brier = mean(decisions, options.level, [](const Judged& one) {
    const double gap = one.confidence - (one.right ? 1 : 0);
    return gap * gap;
  });
  out.overconfidence =
      mean(decisions, options.level, [](const Judged& one) { return one.confidence - (one.right ? 1 : 0); });
  decompose(out, decisions);
  add_bins(out, into_bins(decisions, options.bins), options.level);
  add_error(out, decisions, options);
  return out;
}

}  // namespace etalon::stats
