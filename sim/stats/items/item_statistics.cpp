#include "sim/stats/items/item_statistics.h"

#include <algorithm>
#include <boost/math/distributions/fisher_f.hpp>
#include <cmath>

#include "sim/stats/proportion.h"

namespace etalon::stats {
namespace {

Estimate plain(double value, std::size_t units) {
  Estimate out;
  out.status = Status::Ok;
  out.value = value;
  out.units = units;
  out.interval_reason = msg("This quantity has no interval of its own; resample the units instead.");
  return out;
}

Estimate undefined(Message reason) {
  Estimate out;
  out.reason = std::move(reason);
  return out;
}

double mean(const std::vector<double>& x) {
  double sum = 0;
  for (const double one : x) sum += one;
  return sum / static_cast<double>(x.size());
}

double covariance(const std::vector<double>& x, const std::vector<double>& y) {
  const double mx = mean(x), my = mean(y);
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += (x[i] - mx) * (y[i] - my);
  return sum / static_cast<double>(x.size() - 1);
}

// Of each person who answered the item and another one: the item's score, and the share right of the rest.
struct Scores {
  std::vector<double> item, rest;
};

// Right answers and answers of each person.
struct Totals {
  std::vector<double> right, answers;
};

Totals totals(const Responses& responses) {
  Totals out{std::vector<double>(responses.persons), std::vector<double>(responses.persons)};
  for (std::size_t person = 0; person < responses.persons; ++person)
    for (std::size_t item = 0; item < responses.items; ++item)
      if (const int score = responses.at(person, item); score >= 0) out.right[person] += score, out.answers[person] += 1;
  return out;
}

Scores scores(const Responses& responses, const Totals& all, std::size_t item) {
  Scores out;
  for (std::size_t person = 0; person < responses.persons; ++person) {
    const int score = responses.at(person, item);
    if (score < 0 || all.answers[person] < 2) continue;
    out.item.push_back(score);
    out.rest.push_back((all.right[person] - score) / (all.answers[person] - 1));
  }
  return out;
}

void add_discrimination(ItemStatistics& out, Scores scores) {
  const std::size_t n = scores.item.size();
  const double item = n > 1 ? covariance(scores.item, scores.item) : 0,
               rest = n > 1 ? covariance(scores.rest, scores.rest) : 0;
  if (item < 1e-14 || rest < 1e-14) {
    out.discrimination_index = out.discriminative_efficiency =
        undefined(item < 1e-14 ? msg("All or none answered rightly, so the item separates nobody.")
                               : msg("All do alike on the other items, so there is nothing to compare with."));
    return;
  }
  const double together = covariance(scores.item, scores.rest);
  out.discrimination_index = plain(together / std::sqrt(item * rest), n);
  std::sort(scores.item.begin(), scores.item.end());
  std::sort(scores.rest.begin(), scores.rest.end());
  out.discriminative_efficiency = plain(together / covariance(scores.item, scores.rest), n);
}

void add_choices(ItemStatistics& out, const RatingTable& table, std::size_t item, Category right) {
  std::vector<std::size_t> counts(table.categories().size());
  std::size_t all = 0;
  for (std::size_t person = 0; person < table.raters(); ++person)
    if (const Category given = table.at(item, person); given != kMissing) ++counts[static_cast<std::size_t>(given)], ++all;
  double entropy = 0;
  for (std::size_t k = 0; k < counts.size(); ++k) {
    const double share = all > 0 ? static_cast<double>(counts[k]) / static_cast<double>(all) : 0;
    if (share > 0 && share < 1) entropy -= share * std::log2(share);
    if (static_cast<Category>(k) == right || right == kMissing || counts[k] <= out.wrong_answers) continue;
    out.wrong_answer = static_cast<Category>(k);
    out.wrong_answers = counts[k];
  }
  const Message nobody = msg("Nobody answered.");
  out.entropy = all > 0 ? plain(entropy, all) : undefined(nobody);
  out.relative_entropy = all == 0            ? undefined(nobody)
                         : counts.size() < 2 ? undefined(msg("There is a single category."))
                                             : plain(entropy / std::log2(static_cast<double>(counts.size())), all);
}

Estimate cronbach(const Responses& responses, const Totals& all, double level) {
  std::vector<std::size_t> complete;
  for (std::size_t person = 0; person < responses.persons; ++person)
    if (all.answers[person] == static_cast<double>(responses.items)) complete.push_back(person);
  if (complete.size() < 2 || responses.items < 2)
    return undefined(msg("It takes two persons who answered every item, and two items."));
  double of_items = 0;
  std::vector<double> sums;
  for (const std::size_t person : complete) sums.push_back(all.right[person]);
  for (std::size_t item = 0; item < responses.items; ++item) {
    std::vector<double> scores;
    for (const std::size_t person : complete) scores.push_back(responses.at(person, item));
    of_items += covariance(scores, scores);
  }
  const double of_sums = covariance(sums, sums), k = static_cast<double>(responses.items);
  if (of_sums < 1e-14) return undefined(msg("All persons have the same number of right answers."));
  Estimate out = plain(k / (k - 1) * (1 - of_items / of_sums), complete.size());
  const double persons = static_cast<double>(complete.size());
  const boost::math::fisher_f f(persons - 1, (persons - 1) * (k - 1));
  const double tail = (1 - level) / 2;
  out.interval = Interval{1 - (1 - out.value) * quantile(complement(f, tail)), 1 - (1 - out.value) * quantile(f, tail),
                          level, "feldt_f"};
  out.interval_reason = {};
  return out;
}

}  // namespace

ItemsStatistics item_statistics(const RatingTable& table, const std::vector<Category>& reference, double level) {
  const Responses answers = responses(table, reference);
  const Totals all = totals(answers);
  ItemsStatistics out;
  for (std::size_t item = 0; item < answers.items; ++item) {
    ItemStatistics one;
    std::vector<double> scores_of_item;
    for (std::size_t person = 0; person < answers.persons; ++person)
      if (const int score = answers.at(person, item); score >= 0) scores_of_item.push_back(score);
    one.answers = scores_of_item.size();
    const auto right = static_cast<std::size_t>(std::count(scores_of_item.begin(), scores_of_item.end(), 1.0));
    one.facility = proportion(right, one.answers, level);
    if (!one.facility.ok()) one.facility.reason = msg("Nobody answered, or there is no reference.");
    one.deviation = one.answers > 1 ? plain(std::sqrt(covariance(scores_of_item, scores_of_item)), one.answers)
                                    : undefined(msg("It takes two answers."));
    add_discrimination(one, scores(answers, all, item));
    add_choices(one, table, item, reference[item]);
    out.items.push_back(std::move(one));
  }
  out.alpha = cronbach(answers, all, level);
  return out;
}

}  // namespace etalon::stats
