// What `etalon agree` finds, apart from how it is printed.
#pragma once

#include "sim/exchange/ratings_file.h"
#include "sim/stats/agreement/pair_tally.h"
#include "sim/stats/detail/by_category.h"
#include "sim/stats/detail/by_unit.h"
#include "sim/stats/detail/marginals.h"
#include "sim/stats/detail/strict.h"
#include "sim/stats/reference/classification.h"
#include "sim/stats/resampling/bootstrap.h"
#include "sim/stats/resampling/jackknife.h"
#include "sim/stats/resampling/units_and_raters.h"
#include "ui/cli/cli.h"
#include "ui/cli/ratings_options.h"

namespace etalon::ui::cli {

struct AgreeOptions {
  RatingsArguments ratings;
  std::filesystem::path reference;
  bool table = false, counts = false, jackknife = false, units = false;
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
};

struct AgainstReference {
  std::size_t rater = 0;
  stats::ConfusionMatrix matrix;
  stats::Validity validity;
  std::optional<stats::Flagging> flagging;  // where the categories have an order
};

struct Agreement {
  exchange::Ratings ratings;
  std::vector<Measured> coefficients;
  stats::Estimate all_agree;  // the share of the units on which all who rated them agree
  std::vector<stats::CategoryDetail> categories;
  std::vector<stats::UnitDetail> units;
  std::vector<stats::RaterDetail> raters;
  std::vector<stats::PairTally> pairs;
  std::vector<stats::MarginalTests> tests;  // of each pair; empty: too many pairs
  std::vector<AgainstReference> against;
  std::size_t reference_without_ratings = 0;
};

void print_agreement(const World& world, const AgreeOptions& options, const Agreement& found);

}  // namespace etalon::ui::cli
