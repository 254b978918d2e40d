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

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"
#include "sim/stats/agreement/set_likeness.h"

namespace etalon::stats {

enum class WeightFamily { Identity, Linear, Quadratic, Ordinal, Radical, Ratio, Circular, Bipolar };
std::string_view code(WeightFamily family);  // "identity" …
std::optional<WeightFamily> weight_family_from(std::string_view code);

// A small value: copies share what they hold.
class Weights {
 public:
  // Only these kinds need no cell for each pair of categories.
  enum class Kind { Identity, Scores, Sets, Matrix };
  static constexpr std::size_t kMostOfMatrix = 4'000;  // categories

  static Weights identity(std::size_t categories);
  // `values` ascend. Refused (Input): ratio weights where two values sum to 0, more than kMostOfMatrix.
  static Result<Weights> of_family(WeightFamily family, const std::vector<double>& values);
  // Row by row, square, symmetric, within [0, 1], 1 on the diagonal; else refused (Input).
  static Result<Weights> of_matrix(const std::vector<std::vector<double>>& rows);
  // 1 - ((x_k - x_l) / (largest - smallest score))^2.
  static Weights of_scores(const std::vector<double>& scores);
  static Weights of_sets(std::vector<std::uint64_t> sets, SetLikeness likeness);

  std::size_t categories() const { return categories_; }
  Kind kind() const { return kind_; }
  double at(std::size_t k, std::size_t l) const;
  bool same_as(const Weights& other) const;  // copies of one value; not: equal cells
  double total() const;                      // the sum of all cells

  // sum over k, l of a_k w_kl b_l.
  double form(const std::vector<double>& a, const std::vector<double>& b) const;
  // sum over l of w_kl shares_l, for each k.
  std::vector<double> smoothed(const std::vector<double>& shares) const;

  const std::vector<double>& numbers() const { return *numbers_; }   // Scores: scaled to a range of 1. Matrix: the cells
  const std::vector<std::uint64_t>& sets() const { return *sets_; }  // Sets
  SetLikeness likeness() const { return likeness_; }

 private:
  Weights(Kind kind, std::size_t categories) : kind_(kind), categories_(categories) {}
  static Weights matrix(std::size_t categories, std::vector<double> cells);

  Kind kind_;
  std::size_t categories_;
  SetLikeness likeness_ = SetLikeness::Jaccard;
  std::shared_ptr<const std::vector<double>> numbers_;
  std::shared_ptr<const std::vector<std::uint64_t>> sets_;
};

// Whether two different values sum to 0, so that a ratio of them does not exist.
bool sums_to_zero(const std::vector<double>& values);

// The categories' own numbers where every one is a number, else their positions 1, 2, 3 …
std::vector<double> category_values(const std::vector<std::string>& categories);

}  // namespace etalon::stats
