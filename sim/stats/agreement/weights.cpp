#include "sim/stats/agreement/weights.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <numbers>
#include <numeric>

#include "sim/stats/rating_table.h"

namespace etalon::stats {
namespace {

constexpr std::string_view kCodes[] = {"identity", "linear", "quadratic", "ordinal",
                                       "radical",  "ratio",  "circular",  "bipolar"};

double square(double x) { return x * x; }

// The distance of two values, before it is scaled so that the largest is 1; `low` and `high` are the extreme values.
double distance(WeightFamily family, double x, double y, double low, double high) {
  const double gap = std::abs(x - y);
  switch (family) {
    case WeightFamily::Linear: return gap;
    case WeightFamily::Quadratic: return square(gap);
    case WeightFamily::Radical: return std::sqrt(gap);
    case WeightFamily::Ratio: return square(gap / (x + y));
    case WeightFamily::Circular: return square(std::sin(std::numbers::pi * gap / (high - low + 1)));
    case WeightFamily::Bipolar: return gap == 0 ? 0 : square(gap) / ((x + y - 2 * low) * (2 * high - x - y));
    case WeightFamily::Identity:
    case WeightFamily::Ordinal: break;
  }
  return gap == 0 ? 0 : 1;
}

// Pairs of categories among those from k to l.
double ordinal_distance(std::size_t k, std::size_t l) {
  const double span = static_cast<double>(k > l ? k - l : l - k) + 1;
  return span * (span - 1) / 2;
}

tl::unexpected<Error> refused(Message what) {
  return fail(ErrorKind::Input, std::move(what), msg("choose other weights, or correct the file"));
}

}  // namespace

bool sums_to_zero(const std::vector<double>& values) {
  for (std::size_t k = 0; k < values.size(); ++k)
    for (std::size_t l = k + 1; l < values.size(); ++l)
      if (values[k] + values[l] == 0) return true;
  return false;
}

std::string_view code(WeightFamily family) { return kCodes[static_cast<std::size_t>(family)]; }

std::optional<WeightFamily> weight_family_from(std::string_view text) {
  const auto hit = std::find(std::begin(kCodes), std::end(kCodes), text);
  if (hit == std::end(kCodes)) return std::nullopt;
  return static_cast<WeightFamily>(hit - std::begin(kCodes));
}

Weights Weights::identity(std::size_t categories) {
  Weights out(categories);
  for (std::size_t k = 0; k < categories; ++k) out.cells_[k * categories + k] = 1;
  return out;
}

Result<Weights> Weights::of_family(WeightFamily family, const std::vector<double>& values) {
  if (family == WeightFamily::Ratio && sums_to_zero(values))
    return refused(msg("ratio weights do not exist where two categories sum to zero"));
  const std::size_t q = values.size();
  if (family == WeightFamily::Identity || q < 2) return identity(q);
  Weights out(q);
  for (std::size_t k = 0; k < q; ++k)
    for (std::size_t l = 0; l < q; ++l)
      out.cells_[k * q + l] = family == WeightFamily::Ordinal
                                  ? ordinal_distance(k, l)
                                  : distance(family, values[k], values[l], values.front(), values.back());
  const double largest = *std::max_element(out.cells_.begin(), out.cells_.end());
  for (double& cell : out.cells_) cell = 1 - cell / largest;
  return out;
}

Result<Weights> Weights::of_matrix(std::vector<std::vector<double>> rows) {
  Weights out(rows.size());
  for (std::size_t k = 0; k < rows.size(); ++k) {
    if (rows[k].size() != rows.size()) return refused(msg("the weights do not form a square"));
    for (std::size_t l = 0; l < rows.size(); ++l) {
      const double weight = rows[k][l];
      if (!(weight >= 0 && weight <= 1)) return refused(msg("a weight is not between 0 and 1"));
      if (k == l && weight != 1) return refused(msg("a category does not agree with itself: its weight is not 1"));
      if (l < k && weight != rows[l][k]) return refused(msg("the weights are not symmetric"));
      out.cells_[k * rows.size() + l] = weight;
    }
  }
  return out;
}

double Weights::total() const { return std::accumulate(cells_.begin(), cells_.end(), 0.0); }

std::vector<double> category_values(const std::vector<std::string>& categories) {
  std::vector<double> numbers, positions;
  for (const std::string& category : categories) {
    if (const auto value = category_number(category)) numbers.push_back(*value);
    positions.push_back(static_cast<double>(positions.size() + 1));
  }
  const bool ascending = std::is_sorted(numbers.begin(), numbers.end(), std::less_equal<>());
  return numbers.size() == categories.size() && ascending ? numbers : positions;
}

}  // namespace etalon::stats
