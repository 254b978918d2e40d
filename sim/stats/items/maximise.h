// The maximum of a smooth function of a few variables: BFGS (Nocedal and Wright 2006, ch. 6) with halved steps, and the
// curvature there. For the sources of this folder.
#pragma once

#include <functional>
#include <optional>
#include <vector>

namespace etalon::stats {

// The value; fills in the gradient, as long as the variables.
using Smooth = std::function<double(const std::vector<double>& x, std::vector<double>& gradient)>;

struct Maximum {
  std::vector<double> x;
  double value = 0;
  bool converged = false;  // no gradient larger than 1e-9 times (1 + |value|)
  std::size_t iterations = 0;
};

Maximum maximise(const Smooth& function, std::vector<double> start, std::size_t most_iterations = 1'000);

// The inverse of the curvature with its sign turned, by differences of the gradient: the covariance of maximum likelihood
// estimates. None: it is not positive definite.
std::optional<std::vector<std::vector<double>>> covariance_at(const Smooth& function, const std::vector<double>& x);

}  // namespace etalon::stats
