// What `etalon agree` finds, apart from how it is printed.
#pragma once

#include "sim/exchange/ratings_file.h"
#include "sim/stats/agreement/pair_tally.h"
#include "sim/stats/comparison/paired.h"
#include "sim/stats/confidence/calibration.h"
#include "sim/stats/detail/by_category.h"
#include "sim/stats/detail/by_pair.h"
#include "sim/stats/detail/by_unit.h"
#include "sim/stats/detail/marginals.h"
#include "sim/stats/detail/null_error.h"
#include "sim/stats/detail/strict.h"
#include "sim/stats/reference/classification.h"
#include "sim/stats/reference/signal_detection.h"
#include "sim/stats/resampling/bootstrap.h"
#include "sim/stats/resampling/jackknife.h"
#include "sim/stats/resampling/units_and_raters.h"
#include "ui/cli/cli.h"
#include "ui/cli/output.h"
#include "ui/cli/ratings_options.h"

namespace etalon {
class JsonWriter;
}

namespace etalon::ui::cli {

struct AgreeOptions {
  RatingsArguments ratings;
  std::filesystem::path reference, compared;
  bool table = false, counts = false, jackknife = false, units = false, exact = false, confidence = false;
  std::string metric = "nominal", weights = "identity", inference = "units", format;
  std::vector<std::string> coefficients;
  double level = 0.95;
  std::size_t replicates = 0, threads = 0;
  std::uint64_t seed = 1;

  bool about_raters() const { return inference != "units"; }
};

struct Measured {
  std::string name, metric, weights;  // of the last two one is empty, or both
  stats::Estimate estimate;
  std::optional<stats::Bootstrap> bootstrap;
  std::optional<stats::Jackknife> jackknife;
  std::optional<stats::UnitsAndRaters> both;  // where it was asked for
  std::optional<stats::NullTest> chance;      // of Cohen's and Fleiss' kappa: is it more than chance?
};

struct AgainstReference {
  std::size_t rater = 0;
  stats::ConfusionMatrix matrix;
  stats::Validity validity;
  std::optional<stats::Flagging> flagging;  // where the categories have an order
  // Each category as the signal, the others as noise: with the rates as they are, and with the log-linear correction.
  std::vector<stats::SignalDetection> signals, adjusted_signals;
};

// A coefficient of the ratings and of those that they are compared with.
struct Compared {
  std::string name;
  stats::PairedDifference both;
};

struct Agreement {
  exchange::Ratings ratings;
  std::vector<Measured> coefficients = {};
  stats::Estimate all_agree = {};  // the share of the units on which all who rated them agree
  std::vector<stats::CategoryDetail> categories = {};
  std::vector<stats::NullTest> categories_chance = {};
  std::vector<stats::UnitDetail> units = {};
  std::vector<stats::RaterDetail> raters = {};
  stats::Weights weights = stats::Weights::identity(0);  // of the pairs
  std::vector<stats::PairTally> pairs = {};
  std::vector<stats::PairDetail> pair_details = {};    // of each pair; empty: too many pairs, …
  std::vector<stats::MarginalTests> tests = {};        // … and so are these
  std::vector<std::string> reference_categories = {};  // the table's and, after them, those of the reference alone
  std::vector<AgainstReference> against = {};
  std::size_t reference_without_ratings = 0;
  std::vector<std::pair<std::string, stats::Calibration>> confidence = {};  // of all (no name), then of each rater
  std::vector<Compared> compared = {};
  std::size_t shared_units = 0;  // with the ratings compared
};

// Fills in `against`, where a reference is asked for (agree_against.cpp).
Result<void> compare_with_reference(const AgreeOptions& options, Agreement& out);
void print_against(JsonWriter& json, const World& world, const Agreement& found);
Rows against_rows(const Agreement& found);

// Fills in `confidence`, where it is asked for (agree_confidence.cpp).
Result<void> judge_confidence(const World& world, const AgreeOptions& options, Agreement& out);
void print_confidence(JsonWriter& json, const World& world, const Agreement& found);

void print_agreement(const World& world, const AgreeOptions& options, const Agreement& found);

}  // namespace etalon::ui::cli
