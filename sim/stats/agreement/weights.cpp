#include "sim/stats/agreement/weights.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <numbers>
#include <numeric>

#include "sim/stats/agreement/set_likeness.h"
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

Weights Weights::matrix(std::size_t categories, std::vector<double> cells) {
  Weights out(Kind::Matrix, categories);
  out.numbers_ = std::make_shared<const std::vector<double>>(std::move(cells));
  return out;
}

Weights Weights::identity(std::size_t categories) { return {Kind::Identity, categories}; }

Weights Weights::of_scores(const std::vector<double>& scores) {
  const auto [low, high] = std::minmax_element(scores.begin(), scores.end());
  if (scores.empty() || *low == *high) return identity(scores.size());
  std::vector<double> scaled;
  scaled.reserve(scores.size());
  for (const double score : scores) scaled.push_back((score - *low) / (*high - *low));
  Weights out(Kind::Scores, scores.size());
  out.numbers_ = std::make_shared<const std::vector<double>>(std::move(scaled));
  return out;
}

Weights Weights::of_sets(std::vector<std::uint64_t> sets, SetLikeness likeness) {
  Weights out(Kind::Sets, sets.size());
  out.likeness_ = likeness;
  out.sets_ = std::make_shared<const std::vector<std::uint64_t>>(std::move(sets));
  return out;
}

Result<Weights> Weights::of_family(WeightFamily family, const std::vector<double>& values) {
  if (family == WeightFamily::Ratio && sums_to_zero(values))
    return refused(msg("ratio weights do not exist where two categories sum to zero"));
  const std::size_t q = values.size();
  if (family == WeightFamily::Identity || q < 2) return identity(q);
  if (family == WeightFamily::Quadratic) return of_scores(values);
  if (q > kMostOfMatrix)
    return refused(
        msg("there are too many categories for these weights: at most {most}", {{"most", std::to_string(kMostOfMatrix)}}));
  std::vector<double> cells(q * q);
  for (std::size_t k = 0; k < q; ++k)
    for (std::size_t l = 0; l < q; ++l)
      cells[k * q + l] = family == WeightFamily::Ordinal
                             ? ordinal_distance(k, l)
                             : distance(family, values[k], values[l], values.front(), values.back());
  const double largest = *std::max_element(cells.begin(), cells.end());
  for (double& cell : cells) cell = 1 - cell / largest;
  return matrix(q, std::move(cells));
}

Result<Weights> Weights::of_matrix(const std::vector<std::vector<double>>& rows) {
  std::vector<double> cells(rows.size() * rows.size());
  for (std::size_t k = 0; k < rows.size(); ++k) {
    if (rows[k].size() != rows.size()) return refused(msg("the weights do not form a square"));
    for (std::size_t l = 0; l < rows.size(); ++l) {
      const double weight = rows[k][l];
      if (!(weight >= 0 && weight <= 1)) return refused(msg("a weight is not between 0 and 1"));
      if (k == l && weight != 1) return refused(msg("a category does not agree with itself: its weight is not 1"));
      if (l < k && weight != rows[l][k]) return refused(msg("the weights are not symmetric"));
      cells[k * rows.size() + l] = weight;
    }
  }
  return matrix(rows.size(), std::move(cells));
}

double Weights::at(std::size_t k, std::size_t l) const {
  switch (kind_) {
    case Kind::Identity: return k == l ? 1 : 0;
    case Kind::Scores: return 1 - square((*numbers_)[k] - (*numbers_)[l]);
    case Kind::Sets: return set_likeness(likeness_, (*sets_)[k], (*sets_)[l]);
    case Kind::Matrix: break;
  }
  return (*numbers_)[k * categories_ + l];
}

bool Weights::same_as(const Weights& other) const {
  return kind_ == other.kind_ && categories_ == other.categories_ && likeness_ == other.likeness_ &&
         numbers_ == other.numbers_ && sets_ == other.sets_;
}

double Weights::total() const {
  const std::vector<double> ones(categories_, 1);
  return form(ones, ones);
}

double Weights::form(const std::vector<double>& a, const std::vector<double>& b) const {
  if (kind_ == Kind::Sets && &a == &b) return form_of_sets(likeness_, *sets_, a);
  const std::vector<double> beside = smoothed(b);
  return std::inner_product(a.begin(), a.end(), beside.begin(), 0.0);
}

std::vector<double> Weights::smoothed(const std::vector<double>& shares) const {
  if (kind_ == Kind::Identity) return shares;
  std::vector<double> out(categories_);
  if (kind_ == Kind::Scores) {  // sum_l p_l (1 - (x_k - x_l)^2), without a loop over pairs
    double sum = 0, first = 0, second = 0;
    for (std::size_t l = 0; l < categories_; ++l) {
      const double x = (*numbers_)[l];
      sum += shares[l], first += shares[l] * x, second += shares[l] * x * x;
    }
    for (std::size_t k = 0; k < categories_; ++k) {
      const double x = (*numbers_)[k];
      out[k] = sum - (x * x * sum - 2 * x * first + second);
    }
    return out;
  }
  for (std::size_t l = 0; l < categories_; ++l)
    if (shares[l] != 0)
      for (std::size_t k = 0; k < categories_; ++k) out[k] += at(k, l) * shares[l];
  return out;
}

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
