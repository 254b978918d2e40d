// How much two categories agree: 1 for the same one, down to 0. Gwet's families (Handbook of Inter-Rater Reliability,
// 4th ed., 2014, ch. 3), each on the categories' values x_1 … x_q:
//   identity   1 for the same category, else 0
//   linear     1 - |x_k - x_l| / (max - min)
//   quadratic  1 - ((x_k - x_l) / (max - min))^2
//   radical    1 - sqrt(|x_k - x_l| / (max - min))
//   ordinal    1 - C(m, 2) / C(q, 2), m the number of categories from k to l, both included; by position, not by value
//   ratio      1 - ((x_k - x_l) / (x_k + x_l))^2 / ((max - min) / (max + min))^2
//   circular   1 - sin^2(180° (x_k - x_l) / (max - min + 1)) / the largest of these
//   bipolar    1 - (x_k - x_l)^2 / ((x_k + x_l - 2 min) (2 max - x_k - x_l)) / the largest of these
// Gwet's ordinal weights are not Krippendorff's ordinal distance: that one hangs on how often a category is used.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"

namespace etalon::stats {

enum class WeightFamily { Identity, Linear, Quadratic, Ordinal, Radical, Ratio, Circular, Bipolar };
std::string_view code(WeightFamily family);  // "identity" …
std::optional<WeightFamily> weight_family_from(std::string_view code);

class Weights {
 public:
  static Weights identity(std::size_t categories);
  // `values` ascend. Refused (Input): ratio weights where two values sum to 0.
  static Result<Weights> of_family(WeightFamily family, const std::vector<double>& values);
  // Row by row, square, symmetric, within [0, 1], 1 on the diagonal; else refused (Input).
  static Result<Weights> of_matrix(std::vector<std::vector<double>> rows);

  std::size_t categories() const { return categories_; }
  double at(std::size_t k, std::size_t l) const { return cells_[k * categories_ + l]; }
  double total() const;  // the sum of all cells

 private:
  explicit Weights(std::size_t categories) : categories_(categories), cells_(categories * categories) {}

  std::size_t categories_;
  std::vector<double> cells_;
};

// Whether two different values sum to 0, so that a ratio of them does not exist.
bool sums_to_zero(const std::vector<double>& values);

// The categories' own numbers where every one is a number, else their positions 1, 2, 3 …
std::vector<double> category_values(const std::vector<std::string>& categories);

}  // namespace etalon::stats
