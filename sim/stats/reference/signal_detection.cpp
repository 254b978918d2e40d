#include "sim/stats/reference/signal_detection.h"

#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "sim/stats/quantile.h"

namespace etalon::stats {
namespace {

struct Rate {
  double rate = 0, of = 0;

  bool is_extreme() const { return rate <= 0 || rate >= 1; }
  double z() const { return quantile(boost::math::normal(), rate); }
  // Of z: H (1 - H) / (n phi(z)^2).
  double variance() const {
    const double density = pdf(boost::math::normal(), z());
    return rate * (1 - rate) / (of * density * density);
  }
};

Rate rate_of(std::size_t k, std::size_t others, bool adjusted) {
  const auto yes = static_cast<double>(k), n = static_cast<double>(k + others);
  return adjusted ? Rate{(yes + 0.5) / (n + 1), n + 1} : Rate{n > 0 ? yes / n : 0, n};
}

Estimate undefined(Message reason, std::size_t units) {
  Estimate out;
  out.reason = std::move(reason);
  out.units = units;
  return out;
}

Estimate plain(double value, std::size_t units) {
  Estimate out;
  out.status = Status::Ok;
  out.value = value;
  out.units = units;
  out.interval_reason = msg("This quantity has no interval of its own; resample the units instead.");
  return out;
}

Estimate with_error(double value, double error, double level, std::size_t units) {
  Estimate out = plain(value, units);
  out.standard_error = error;
  const double half = normal_critical(level) * error;
  out.interval = Interval{value - half, value + half, level, "gourevitch_galanter_normal"};
  out.interval_reason = {};
  return out;
}

std::optional<double> a_prime(double h, double f) {
  if (h == f) return h > 0 && h < 1 ? std::optional(0.5) : std::nullopt;
  const double high = std::max(h, f), low = std::min(h, f);
  const double above = (high - low) * (1 + high - low) / (4 * high * (1 - low));
  return h > f ? 0.5 + above : 0.5 - above;
}

std::optional<double> b_double_prime_d(double h, double f) {
  const double no = (1 - h) * (1 - f), yes = h * f;
  return no + yes > 0 ? std::optional((no - yes) / (no + yes)) : std::nullopt;
}

std::optional<double> b_double_prime(double h, double f) {
  const double hit = h * (1 - h), alarm = f * (1 - f);
  if (hit + alarm <= 0) return std::nullopt;
  return (h >= f ? hit - alarm : alarm - hit) / (hit + alarm);
}

void add_gaussian(SignalDetection& out, const Rate& hit, const Rate& alarm, double level, std::size_t units) {
  if (hit.is_extreme() || alarm.is_extreme()) {
    out.d_prime = out.criterion = out.beta = undefined(
        msg("A rate is 0 or 1, so its place on the normal scale is infinite; the log-linear correction would give one."),
        units);
    return;
  }
  const double z_hit = hit.z(), z_alarm = alarm.z(), error = std::sqrt(hit.variance() + alarm.variance());
  const double d = z_hit - z_alarm, c = -(z_hit + z_alarm) / 2;
  out.d_prime = with_error(d, error, level, units);
  out.criterion = with_error(c, error / 2, level, units);
  out.beta = plain(std::exp(d * c), units);
}

}  // namespace

Detections detections(const ConfusionMatrix& matrix, std::size_t category) {
  Detections out;
  out.hits = matrix.at(category, category);
  out.misses = matrix.of_truth(category) - out.hits;
  out.false_alarms = matrix.of_choice(category) - out.hits;
  out.correct_rejections = matrix.units() - out.hits - out.misses - out.false_alarms;
  return out;
}

SignalDetection signal_detection(const Detections& n, bool adjusted, double level) {
  const std::size_t units = n.hits + n.misses + n.false_alarms + n.correct_rejections;
  SignalDetection out;
  const bool one_kind = n.hits + n.misses == 0 || n.false_alarms + n.correct_rejections == 0;
  if (one_kind && !adjusted) {
    out.d_prime = out.criterion = out.beta = undefined(msg("The reference has only one of the two kinds."), units);
  } else {
    add_gaussian(out, rate_of(n.hits, n.misses, adjusted), rate_of(n.false_alarms, n.correct_rejections, adjusted), level,
                 units);
  }
  const Rate hit = rate_of(n.hits, n.misses, false), alarm = rate_of(n.false_alarms, n.correct_rejections, false);
  const auto a = one_kind ? std::nullopt : a_prime(hit.rate, alarm.rate);
  const auto b = one_kind ? std::nullopt : b_double_prime(hit.rate, alarm.rate);
  const auto b_d = one_kind ? std::nullopt : b_double_prime_d(hit.rate, alarm.rate);
  const Message reason = msg("The rates are both 0, both 1, or one of 0 and one of 1, so the lean cannot be told.");
  out.a_prime = a ? plain(*a, units) : undefined(reason, units);
  out.b_double_prime = b ? plain(*b, units) : undefined(reason, units);
  out.b_double_prime_d = b_d ? plain(*b_d, units) : undefined(reason, units);
  return out;
}

}  // namespace etalon::stats
