// The loops that the engine of agreement is measured against: one table shape, one coefficient, no check, no missing-data
// policy but the one that the coefficient needs, nothing returned but the number. What a person would write for one paper.
#pragma once

#include <cstdint>
#include <vector>

namespace etalon::bench {

inline constexpr std::uint8_t kGap = 255;

struct Matrix {
  const std::uint8_t* cells;
  std::size_t units, raters, categories;  // at most 32 raters and 32 categories
};

double bare_nominal_alpha(const Matrix& matrix, std::size_t threads);
// Nominal, ordinal and interval.
std::vector<double> bare_three_alphas(const Matrix& matrix, std::size_t threads);
// AC1 and its error, Fleiss' kappa and its error.
std::vector<double> bare_ac1_and_fleiss(const Matrix& matrix, std::size_t threads);
double bare_jackknife_error(const Matrix& matrix);
// The deviation of the replicates.
double bare_nominal_bootstrap(const Matrix& matrix, std::size_t replicates, std::size_t threads);
double bare_ordinal_bootstrap(const Matrix& matrix, std::size_t replicates, std::size_t threads);
double bare_masi_alpha(const std::vector<std::uint64_t>& sets, std::size_t units, std::size_t raters);

}  // namespace etalon::bench
