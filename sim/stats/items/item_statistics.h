// How an item behaves, after the definitions that Moodle publishes for its quiz statistics. A missing answer leaves the
// person out of that item; the rest of a person is the share right of the other items that the person answered.
#pragma once

#include "sim/stats/estimate.h"
#include "sim/stats/items/responses.h"

namespace etalon::stats {

struct ItemStatistics {
  std::size_t answers = 0;
  Estimate facility;   // share right, with Wilson's interval
  Estimate deviation;  // standard deviation of the scores (n - 1)
  // Correlation of the item's score with the rest, -1 … 1 (Moodle shows it in percent). Undefined: all or none right, or
  // nobody differs in the rest.
  Estimate discrimination_index;
  // Covariance of the two over the greatest that their scores allow, each sorted: what the index would be were the facility
  // no limit. Undefined where the index is.
  Estimate discriminative_efficiency;
  // Of the categories chosen, in bits; and over log2 of the categories there are (0 … 1). Undefined: nobody chose; one
  // category.
  Estimate entropy, relative_entropy;
  Category wrong_answer = kMissing;  // the most frequent one, the first of several
  std::size_t wrong_answers = 0;     // how often
};

struct ItemsStatistics {
  std::vector<ItemStatistics> items;
  // Cronbach 1951 (KR-20): k / (k - 1) (1 - sum of item variances / variance of the sums), over persons who answered
  // everything; standard error after Feldt 1965, by F. Undefined: fewer than two such persons or items, or all have the same
  // sum.
  Estimate alpha;
};

ItemsStatistics item_statistics(const RatingTable& table, const std::vector<Category>& reference, double level = 0.95);

}  // namespace etalon::stats
