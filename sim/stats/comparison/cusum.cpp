#include "sim/stats/comparison/cusum.h"

#include <algorithm>
#include <cmath>

namespace etalon::stats {
namespace {

constexpr double kCells = 200;  // of the lattice, in the larger of the two steps

struct Steps {
  double error = 0, right = 0;  // one is above 0, the other below
};

Steps steps(const CusumDesign& design) {
  return {std::log(design.changed / design.usual), std::log((1 - design.changed) / (1 - design.usual))};
}

// The chance that S has reached `limit` cells within the decisions. Steps are rounded up: S is never too small.
double alarm_chance(const CusumDesign& design, long up_error, long up_right, std::size_t limit) {
  std::vector<double> now(limit), next(limit);
  now[0] = 1;
  double alarms = 0;
  for (std::size_t i = 0; i < design.within; ++i) {
    std::fill(next.begin(), next.end(), 0);
    const auto move = [&](std::size_t from, long step, double chance) {
      const long to = std::max(0L, static_cast<long>(from) + step);
      if (to >= static_cast<long>(limit))
        alarms += chance;
      else
        next[static_cast<std::size_t>(to)] += chance;
    };
    for (std::size_t s = 0; s < limit; ++s) {
      if (now[s] == 0) continue;
      move(s, up_error, now[s] * design.usual);
      move(s, up_right, now[s] * (1 - design.usual));
    }
    now.swap(next);
  }
  return alarms;
}

bool is_share(double p) { return p > 0 && p < 1; }

}  // namespace

Result<CusumLimit> cusum_limit(const CusumDesign& design) {
  if (!is_share(design.usual) || !is_share(design.changed) || design.usual == design.changed ||
      !is_share(design.false_alarms) || design.within == 0 || design.within > 100'000)
    return fail(ErrorKind::Usage, msg("a share is not between 0 and 1, the two are the same, or there are no decisions"),
                msg("give two different shares of errors and up to 100,000 decisions"));
  const Steps step = steps(design);
  const double cell = std::max(std::abs(step.error), std::abs(step.right)) / kCells;
  const auto up = [&](double x) { return static_cast<long>(std::ceil(x / cell - 1e-9)); };
  const long error = up(step.error), right = up(step.right);
  std::size_t low = 1, high = 2;
  while (alarm_chance(design, error, right, high) > design.false_alarms) low = high, high *= 2;
  while (low + 1 < high) {
    const std::size_t middle = (low + high) / 2;
    (alarm_chance(design, error, right, middle) > design.false_alarms ? low : high) = middle;
  }
  return CusumLimit{static_cast<double>(high) * cell, alarm_chance(design, error, right, high)};
}

Cusum cusum(const std::vector<bool>& errors, const CusumDesign& design, double limit) {
  const Steps step = steps(design);
  Cusum out;
  double sum = 0;
  for (std::size_t i = 0; i < errors.size(); ++i) {
    sum = std::max(0.0, sum + (errors[i] ? step.error : step.right));
    out.sums.push_back(sum);
    if (!out.alarm && sum >= limit) out.alarm = i;
  }
  return out;
}

}  // namespace etalon::stats
