// etalon truth RATINGS
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "sim/exchange/reference_file.h"
#include "sim/stats/proportion.h"
#include "sim/stats/truth/latent_truth.h"
#include "ui/cli/estimate_json.h"
#include "ui/cli/output.h"
#include "ui/cli/ratings_options.h"

namespace etalon::ui::cli {
namespace {

struct Options {
  RatingsArguments ratings;
  std::filesystem::path reference;
  std::string model = "dawid-skene", format;
  std::size_t threads = 0, iterations = stats::TruthOptions().most_iterations;
  double tolerance = stats::TruthOptions().tolerance;
  std::uint64_t seed = 1;
};

struct Found {
  exchange::Ratings ratings;
  stats::LatentTruth truth;
  stats::Estimate accuracy;  // against the reference
  std::size_t without_ratings = 0;
};

// Units whose guessed category is the reference's, of those that have both.
stats::Estimate accuracy(const Found& found, const std::vector<stats::Category>& reference,
                         const std::vector<std::string>& names) {
  std::size_t right = 0, all = 0;
  for (std::size_t unit = 0; unit < reference.size(); ++unit) {
    const stats::Category value = found.truth.value(unit);
    if (names[unit].empty() || value == stats::kMissing) continue;
    ++all;
    right += value == reference[unit] ? 1U : 0U;
  }
  return stats::proportion(right, all);
}

std::string name_of(const Found& found, stats::Category category) {
  return category == stats::kMissing ? "" : found.ratings.table.categories()[static_cast<std::size_t>(category)];
}

void print_units(JsonWriter& json, const Options& options, const Found& found) {
  const auto& categories = found.ratings.table.categories();
  json.key("units").begin_array();
  for (std::size_t unit = 0; unit < found.ratings.units.size(); ++unit) {
    const double* row = found.truth.posterior.data() + unit * categories.size();
    const stats::Category value = found.truth.value(unit);
    json.begin_object().field("unit", found.ratings.units[unit]).key("value");
    value == stats::kMissing ? json.null() : json.value(name_of(found, value));
    number(json, "probability", value == stats::kMissing ? std::nullopt : std::optional(row[value]));
    json.field("tie", found.truth.is_tie(unit));
    if (!options.ratings.order.empty() && value != stats::kMissing)
      json.field("median", name_of(found, found.truth.median(unit)));
    json.key("posterior").begin_object();
    for (std::size_t k = 0; k < categories.size() && value != stats::kMissing; ++k) json.field(categories[k], row[k]);
    json.end_object().end_object();
  }
  json.end_array();
}

void print_raters(JsonWriter& json, const Found& found) {
  const auto& categories = found.ratings.table.categories();
  const std::size_t q = categories.size();
  json.key("raters").begin_array();
  for (std::size_t rater = 0; rater < found.ratings.raters.size(); ++rater) {
    const stats::RaterTruth& one = found.truth.raters[rater];
    json.begin_object().field("rater", found.ratings.raters[rater]).field("ratings", one.ratings);
    number(json, "accuracy", one.ratings > 0 ? std::optional(one.accuracy) : std::nullopt);
    json.key("confusion").begin_object();
    for (std::size_t truth = 0; truth < q && one.ratings > 0; ++truth) {
      json.key(categories[truth]).begin_object();
      for (std::size_t given = 0; given < q; ++given) json.field(categories[given], one.confusion[truth * q + given]);
      json.end_object();
    }
    json.end_object().end_object();
  }
  json.end_array();
}

void print_json(const World& world, const Options& options, const Found& found) {
  JsonWriter json;
  json.begin_object().field("model", options.model).field("converged", found.truth.converged);
  json.field("iterations", found.truth.iterations);
  number(json, "log_likelihood", found.truth.log_likelihood);
  if (!found.truth.reason.text.empty()) json.field("reason", world.catalogue.tr(found.truth.reason));
  json.key("priors").begin_object();
  for (std::size_t k = 0; k < found.truth.priors.size(); ++k)
    json.field(found.ratings.table.categories()[k], found.truth.priors[k]);
  json.end_object().key("policy").begin_object();
  json.field("missing", world.catalogue.tr(msg("A missing rating is left out.")));
  json.field("repeats", options.ratings.repeats).field("repeats_left_out", found.ratings.repeats);
  json.field("ties", world.catalogue.tr(msg("Of several most probable categories the first counts; the unit is marked.")));
  json.field("seed", options.seed).end_object();
  print_units(json, options, found);
  print_raters(json, found);
  if (!options.reference.empty()) {
    quantity(json, world, "accuracy_against_reference", found.accuracy);
    json.field("accuracy_units", found.accuracy.units).field("reference_units_without_ratings", found.without_ratings);
  }
  world.out << json.end_object().text() << '\n';
}

void print_rows(const World& world, const Options& options, const Found& found) {
  if (options.format == "table" && !found.truth.reason.text.empty()) {
    note(world, found.truth.reason);
  } else if (options.format == "table") {
    note(world, found.truth.converged
                    ? msg("Converged after {count} iterations.", {{"count", std::to_string(found.truth.iterations)}})
                    : msg("Not converged after {count} iterations.", {{"count", std::to_string(found.truth.iterations)}}));
    if (found.accuracy.ok())
      note(world,
           msg("{right} of {count} units agree with the reference.",
               {{"right", std::to_string(std::lround(found.accuracy.value * static_cast<double>(found.accuracy.units)))},
                {"count", std::to_string(found.accuracy.units)}}));
  }
  Rows rows{{"unit", "value", "probability"}, {}};
  for (std::size_t unit = 0; unit < found.ratings.units.size(); ++unit) {
    const stats::Category value = found.truth.value(unit);
    const std::size_t at = unit * found.truth.priors.size() + static_cast<std::size_t>(std::max(value, 0));
    rows.rows.push_back({std::string(found.ratings.units[unit]), name_of(found, value),
                         value == stats::kMissing ? Cell(std::string()) : Cell(found.truth.posterior[at])});
  }
  print(world.out, options.format, rows);
}

int truth(const World& world, const Options& options) {
  auto ratings = exchange::read_ratings(options.ratings.file, reading(world, options.ratings, options.threads));
  if (!ratings) return say(world, ratings.error());
  stats::TruthOptions how;
  how.most_iterations = options.iterations;
  how.tolerance = options.tolerance;
  how.seed = options.seed;
  how.threads = options.threads > 0 ? options.threads : usable_threads();
  how.progress = progress_bar(world);
  Found found{std::move(*ratings), {}, {}, 0};
  found.truth = stats::latent_truth(found.ratings.table, *stats::truth_model_from(options.model), how);
  if (how.progress) how.progress(1);  // it mostly converges long before the last iteration
  if (!options.reference.empty()) {
    const auto reference = exchange::read_reference(options.reference, found.ratings.units);
    if (!reference) return say(world, reference.error());
    found.accuracy = accuracy(found, reference->categories(found.ratings.table), reference->values);
    found.without_ratings = reference->without_ratings;
  }
  options.format == "json" ? print_json(world, options, found) : print_rows(world, options, found);
  return kDone;
}

}  // namespace

void add_truth(CLI::App& app, const World& world, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("truth", "What the units truly are, and how far each rater is to be trusted");
  add_ratings(*command, options->ratings);
  command->add_option("--model", options->model)
      ->check(CLI::IsMember({"majority", "dawid-skene", "one-coin", "mace", "glad"}))
      ->capture_default_str();
  command->add_option("--reference", options->reference, "CSV: unit,value");
  command->add_option("--max-iterations", options->iterations)->check(CLI::Range(0, 1'000'000))->capture_default_str();
  command->add_option("--tolerance", options->tolerance, "relative growth of the log-likelihood at which to stop")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command->add_option("--seed", options->seed, "of the starts of mace")->capture_default_str();
  command->add_option("--threads", options->threads)->check(CLI::Range(1, 1'024));
  add_format(*command, options->format);
  command->callback([&world, &status, options] { status = truth(world, *options); });
}

}  // namespace etalon::ui::cli
