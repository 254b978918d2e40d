#include <algorithm>
#include <cmath>
#include <map>

#include "sim/stats/items/marginal.h"
#include "sim/stats/items/maximise.h"

namespace etalon::stats {
namespace {

// Persons who were asked the same items: how many had each sum, how often each item was right.
struct Group {
  std::vector<std::size_t> items;
  std::vector<double> sums, right;
};

std::vector<Group> groups(const Responses& responses, const std::vector<std::size_t>& kept) {
  std::map<std::vector<std::size_t>, Group> known;
  for (std::size_t person = 0; person < responses.persons; ++person) {
    std::vector<std::size_t> asked;
    for (std::size_t i = 0; i < kept.size(); ++i)
      if (responses.at(person, kept[i]) >= 0) asked.push_back(i);
    if (asked.empty()) continue;
    Group& group = known[asked];
    group.items = asked;
    group.sums.resize(asked.size() + 1);
    group.right.resize(asked.size());
    std::size_t sum = 0;
    for (std::size_t j = 0; j < asked.size(); ++j)
      if (responses.at(person, kept[asked[j]]) == 1) ++sum, group.right[j] += 1;
    group.sums[sum] += 1;
  }
  std::vector<Group> out;
  for (auto& [items, group] : known) out.push_back(std::move(group));
  return out;
}

// Elementary symmetric functions of exp(easiness), all but one of them; sums of positive numbers, so nothing cancels.
std::vector<double> symmetric(const std::vector<double>& easiness, std::size_t left_out) {
  std::vector<double> out{1};
  for (std::size_t i = 0; i < easiness.size(); ++i) {
    if (i == left_out) continue;
    const double e = std::exp(easiness[i]);
    out.push_back(0);
    for (std::size_t r = out.size() - 1; r > 0; --r) out[r] += e * out[r - 1];
  }
  return out;
}

constexpr std::size_t kNone = ~std::size_t{0};

// Easiness of all items but the last, which is minus their sum.
std::vector<double> summing_to_zero(const std::vector<double>& x) {
  std::vector<double> out = x;
  double sum = 0;
  for (const double one : x) sum += one;
  out.push_back(-sum);
  return out;
}

double log_likelihood(const std::vector<Group>& groups, const std::vector<double>& x, std::vector<double>& gradient) {
  const std::vector<double> easiness = summing_to_zero(x);
  std::vector<double> slopes(easiness.size());
  double out = 0;
  for (const Group& group : groups) {
    std::vector<double> own;
    for (const std::size_t item : group.items) own.push_back(easiness[item]);
    const std::vector<double> all = symmetric(own, kNone);
    for (std::size_t r = 0; r < all.size(); ++r) out -= group.sums[r] * std::log(all[r]);
    for (std::size_t j = 0; j < own.size(); ++j) {
      out += group.right[j] * own[j];
      const std::vector<double> others = symmetric(own, j);
      double expected = 0;
      for (std::size_t r = 1; r < all.size(); ++r) expected += group.sums[r] * std::exp(own[j]) * others[r - 1] / all[r];
      slopes[group.items[j]] += group.right[j] - expected;
    }
  }
  for (std::size_t i = 0; i < x.size(); ++i) gradient[i] = slopes[i] - slopes.back();
  return out;
}

// Items that some and not all answered rightly, of persons who were neither all right nor all wrong on such items.
std::vector<std::size_t> informative(const Responses& responses) {
  std::vector<std::size_t> out;
  for (std::size_t item = 0; item < responses.items; ++item) {
    bool right = false, wrong = false;
    for (std::size_t person = 0; person < responses.persons; ++person) {
      right = right || responses.at(person, item) == 1;
      wrong = wrong || responses.at(person, item) == 0;
    }
    if (right && wrong) out.push_back(item);
  }
  return out;
}

// Warm 1989: the ability where right - sum P + J / (2 I) = 0, I = sum P Q, J = sum P Q (1 - 2 P); by halving.
PersonParameters warm(const Responses& responses, std::size_t person, const std::vector<ItemParameters>& items) {
  std::vector<double> difficulties;
  double right = 0;
  for (std::size_t item = 0; item < items.size(); ++item) {
    const int score = responses.at(person, item);
    if (score < 0 || !items[item].defined) continue;
    difficulties.push_back(items[item].difficulty);
    right += score;
  }
  if (difficulties.empty()) return {};
  double information = 0;
  const auto gap = [&](double ability) {
    double expected = 0, bend = 0;
    information = 0;
    for (const double difficulty : difficulties) {
      const double p = 1 / (1 + std::exp(difficulty - ability)), pq = p * (1 - p);
      expected += p, information += pq, bend += pq * (1 - 2 * p);
    }
    return right - expected + bend / (2 * information);
  };
  double low = -30, high = 30;
  for (int i = 0; i < 200; ++i) (gap((low + high) / 2) > 0 ? low : high) = (low + high) / 2;
  gap((low + high) / 2);
  return {(low + high) / 2, 1 / std::sqrt(information)};
}

void add_errors(ItemResponse& out, const std::vector<std::size_t>& kept,
                const std::vector<std::vector<double>>& covariance) {
  double last = 0;
  for (std::size_t i = 0; i < covariance.size(); ++i) {
    out.items[kept[i]].difficulty_error = std::sqrt(covariance[i][i]);
    for (std::size_t j = 0; j < covariance.size(); ++j) last += covariance[i][j];
  }
  out.items[kept.back()].difficulty_error = std::sqrt(std::max(0.0, last));
}

}  // namespace

ItemResponse conditional_rasch(const Responses& responses) {
  ItemResponse out;
  out.items.resize(responses.items);
  out.persons.resize(responses.persons);
  const std::vector<std::size_t> kept = informative(responses);
  if (kept.size() < 2) {
    out.reason = msg("It takes two items that some, and not all, answered rightly.");
    return out;
  }
  const std::vector<Group> asked = groups(responses, kept);
  const Smooth function = [&](const std::vector<double>& x, std::vector<double>& gradient) {
    return log_likelihood(asked, x, gradient);
  };
  const Maximum best = maximise(function, std::vector<double>(kept.size() - 1));
  out.converged = best.converged;
  out.iterations = best.iterations;
  out.log_likelihood = best.value;
  const std::vector<double> easiness = summing_to_zero(best.x);
  for (std::size_t i = 0; i < kept.size(); ++i) out.items[kept[i]] = {true, -easiness[i], 1, std::nullopt, std::nullopt};
  if (const auto covariance = covariance_at(function, best.x)) add_errors(out, kept, *covariance);
  for (std::size_t person = 0; person < responses.persons; ++person)
    out.persons[person] = warm(responses, person, out.items);
  return out;
}

}  // namespace etalon::stats
