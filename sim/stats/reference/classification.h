// Validity: one rater's choices against the reference, category by category and as a whole. Units that lack either are left
// out and counted.
//
// Shares of units (accuracy, sensitivity, specificity, precision) have Wilson's or Clopper and Pearson's interval; F1 is van
// Rijsbergen's (Information Retrieval, 2nd ed., 1979), balanced accuracy that of Brodersen et al. 2010 (ICPR, 3121-3124) for
// any number of categories.
//
// A quantity whose denominator is 0 is undefined, with the reason; a mean over categories is over those where the quantity
// is defined (scikit-learn puts 0 there instead, so its means are lower).
#pragma once

#include <cstdint>
#include <vector>

#include "sim/stats/estimate.h"
#include "sim/stats/rating_table.h"

namespace etalon::stats {

// Rows: the reference; columns: what was chosen. Square.
struct ConfusionMatrix {
  std::size_t categories = 0;
  std::vector<std::size_t> cells;
  std::size_t left_out = 0;  // units that lack the reference or the choice

  std::size_t at(std::size_t truth, std::size_t chosen) const { return cells[truth * categories + chosen]; }
  std::size_t units() const;
  std::size_t of_truth(std::size_t category) const;
  std::size_t of_choice(std::size_t category) const;
  std::size_t right() const;
};

// `truth` and `chosen` by unit, kMissing where there is none; equally long.
ConfusionMatrix confusion_matrix(const std::vector<Category>& truth, const std::vector<Category>& chosen,
                                 std::size_t categories);
// One rater of a table.
ConfusionMatrix confusion_matrix(const RatingTable& table, std::size_t rater, const std::vector<Category>& truth);

enum class ProportionInterval { Wilson, ClopperPearson };

struct CategoryValidity {
  std::size_t support = 0;  // units whose reference it is
  Estimate sensitivity;     // of these, chosen (recall)
  Estimate specificity;     // of the others, not chosen
  Estimate precision;       // of the units where it was chosen, right
  Estimate f1;              // 2 right / (support + chosen); no interval of its own
};

struct Means {
  Estimate precision, recall, f1;
};

struct Validity {
  Estimate accuracy;           // right / units
  Estimate balanced_accuracy;  // mean sensitivity over the categories that the reference has
  Estimate mcc;                // Gorodkin 2004 (Comput. Biol. Chem. 28, 367-374); undefined: one of the two is constant
  Estimate kappa;              // Cohen's, with the reference as the other rater
  std::vector<CategoryValidity> categories;
  Means macro, weighted;  // every category alike; by its support
  Estimate micro;         // precision, recall and F1 over all decisions: with one choice a unit all three are the accuracy
};

struct ValidityOptions {
  double level = 0.95;
  ProportionInterval interval = ProportionInterval::Wilson;
  // Balanced accuracy, MCC and the means of F1 get percentile intervals from so many resamples of the units; 0: none.
  std::size_t replicates = 0;
  std::uint64_t seed = 1;
};

Validity validity(const ConfusionMatrix& matrix, const ValidityOptions& options = {});

// How often a category above, or below, the reference was chosen, by the table's order of the categories.
struct Flagging {
  Estimate over, under;
};
Flagging flagging(const ConfusionMatrix& matrix, double level = 0.95);

}  // namespace etalon::stats
