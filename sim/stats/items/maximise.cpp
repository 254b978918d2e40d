#include "sim/stats/items/maximise.h"

#include <algorithm>
#include <cmath>

namespace etalon::stats {
namespace {

using Vector = std::vector<double>;
using Matrix = std::vector<Vector>;

double dot(const Vector& a, const Vector& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

Matrix identity(std::size_t n) {
  Matrix out(n, Vector(n));
  for (std::size_t i = 0; i < n; ++i) out[i][i] = 1;
  return out;
}

Vector times(const Matrix& m, const Vector& v) {
  Vector out;
  for (const Vector& row : m) out.push_back(dot(row, v));
  return out;
}

double largest(const Vector& v) {
  double out = 0;
  for (const double x : v) out = std::max(out, std::abs(x));
  return out;
}

// BFGS: H + (1 + y'Hy / s'y) ss' / s'y - (Hy s' + s y'H) / s'y, where s'y > 0.
void update(Matrix& h, const Vector& s, const Vector& y) {
  const double sy = dot(s, y);
  if (sy <= 1e-14) return;
  const Vector hy = times(h, y);
  const double scale = (1 + dot(y, hy) / sy) / sy;
  for (std::size_t i = 0; i < s.size(); ++i)
    for (std::size_t j = 0; j < s.size(); ++j) h[i][j] += scale * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
}

// Cholesky; none: not positive definite.
std::optional<Matrix> inverse(const Matrix& m) {
  const std::size_t n = m.size();
  Matrix l(n, Vector(n)), out(n, Vector(n));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = m[i][j];
      for (std::size_t k = 0; k < j; ++k) sum -= l[i][k] * l[j][k];
      if (i == j && sum <= 0) return std::nullopt;
      l[i][j] = i == j ? std::sqrt(sum) : sum / l[j][j];
    }
  for (std::size_t column = 0; column < n; ++column) {
    Vector x(n);
    for (std::size_t i = 0; i < n; ++i) {
      x[i] = i == column ? 1 : 0;
      for (std::size_t k = 0; k < i; ++k) x[i] -= l[i][k] * x[k];
      x[i] /= l[i][i];
    }
    for (std::size_t i = n; i-- > 0;) {
      for (std::size_t k = i + 1; k < n; ++k) x[i] -= l[k][i] * x[k];
      x[i] /= l[i][i];
      out[i][column] = x[i];
    }
  }
  return out;
}

}  // namespace

Maximum maximise(const Smooth& function, Vector start, std::size_t most_iterations) {
  Maximum out{std::move(start), 0, false, 0};
  const std::size_t n = out.x.size();
  Vector gradient(n), next_gradient(n);
  out.value = function(out.x, gradient);
  Matrix h = identity(n);
  for (double& x : gradient) x = -x;  // of the function turned upside down
  bool fresh = true;
  while (out.iterations < most_iterations) {
    out.converged = largest(gradient) <= 1e-9 * (1 + std::abs(out.value));
    if (out.converged) break;
    Vector step = times(h, gradient);
    const double longest = largest(step), shrink = longest > 2 ? 2 / longest : 1;
    for (double& x : step) x *= -shrink;
    double scale = 1, value = 0;
    Vector x(n);
    bool found = false;
    for (int halvings = 0; halvings < 50 && !found; ++halvings, scale /= 2) {
      for (std::size_t i = 0; i < n; ++i) x[i] = out.x[i] + scale * step[i];
      value = function(x, next_gradient);
      found = std::isfinite(value) && value >= out.value + 1e-4 * scale * -dot(gradient, step);
    }
    ++out.iterations;
    if (!found && fresh) break;
    if (!found) {
      h = identity(n);
      fresh = true;
      continue;
    }
    Vector s(n), y(n);
    for (std::size_t i = 0; i < n; ++i) {
      s[i] = x[i] - out.x[i];
      y[i] = -next_gradient[i] - gradient[i];
      gradient[i] = -next_gradient[i];
    }
    update(h, s, y);
    fresh = false;
    out.x = std::move(x);
    out.value = value;
  }
  return out;
}

std::optional<Matrix> covariance_at(const Smooth& function, const Vector& x) {
  const std::size_t n = x.size();
  Matrix curvature(n, Vector(n));
  Vector up(n), down(n);
  for (std::size_t i = 0; i < n; ++i) {
    const double width = 1e-5 * std::max(1.0, std::abs(x[i]));
    Vector moved = x;
    moved[i] = x[i] + width;
    function(moved, up);
    moved[i] = x[i] - width;
    function(moved, down);
    for (std::size_t j = 0; j < n; ++j) curvature[i][j] = -(up[j] - down[j]) / (2 * width);
  }
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < i; ++j) curvature[i][j] = curvature[j][i] = (curvature[i][j] + curvature[j][i]) / 2;
  return inverse(curvature);
}

}  // namespace etalon::stats
