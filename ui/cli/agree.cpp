// etalon agree RATINGS
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

#include "sim/base/json_writer.h"
#include "sim/exchange/ratings_file.h"
#include "sim/stats/agreement/coefficients.h"
#include "sim/stats/agreement/metric.h"
#include "ui/cli/cli.h"
#include "ui/cli/output.h"

namespace etalon::ui::cli {
namespace {

struct Options {
  std::filesystem::path file;
  bool wide = false, table = false;
  std::string repeats = "error", metric = "nominal", weights = "identity", format;
  std::vector<std::string> order, categories, coefficients;
  double level = 0.95;
};

struct Named {
  const char* name;
  stats::Estimate (*measure)(const stats::RatingTable&, const stats::AgreementOptions&);
};

constexpr Named kCoefficients[] = {{"percent_agreement", stats::pairwise_agreement},
                                   {"cohen_kappa", stats::cohen_kappa},
                                   {"conger_kappa", stats::conger_kappa},
                                   {"fleiss_kappa", stats::fleiss_kappa},
                                   {"light_kappa", stats::light_kappa},
                                   {"scott_pi", stats::scott_pi},
                                   {"krippendorff_alpha", stats::krippendorff_alpha},
                                   {"gwet_ac1", stats::gwet_ac},
                                   {"gwet_ac2", stats::gwet_ac},
                                   {"brennan_prediger", stats::brennan_prediger}};

struct Measured {
  std::string name, metric, weights;
  stats::Estimate estimate;
};

bool wanted(const Options& options, const std::string& name) {
  const bool weighted = options.weights != "identity";
  if ((name == "gwet_ac1" && weighted) || (name == "gwet_ac2" && !weighted)) return false;
  const auto& list = options.coefficients;
  return list.empty() || std::find(list.begin(), list.end(), name) != list.end();
}

Result<std::vector<Measured>> measure(const Options& options, const exchange::Ratings& ratings) {
  const stats::RatingTable& table = ratings.table;
  auto metric = stats::metric_weights(*stats::metric_from(options.metric), table);
  if (!metric) return fail(metric.error());
  auto weights = stats::Weights::of_family(
      *stats::weight_family_from(options.weights),
      options.order.empty() ? stats::category_values(table.categories()) : stats::category_values(options.order));
  if (!weights) return fail(weights.error());
  std::vector<Measured> out;
  for (const Named& one : kCoefficients) {
    if (!wanted(options, one.name)) continue;
    const bool alpha = std::string(one.name) == "krippendorff_alpha";
    const stats::AgreementOptions how{alpha ? *metric : *weights, options.level, options.table};
    out.push_back({one.name, alpha ? options.metric : "", alpha ? "" : options.weights, one.measure(table, how)});
  }
  return out;
}

void write(JsonWriter& json, std::string_view name, const std::optional<double>& number) {
  json.key(name);
  number ? json.value(*number) : json.null();
}

void write(JsonWriter& json, const World& world, const Measured& result) {
  const stats::Estimate& estimate = result.estimate;
  json.begin_object().field("name", result.name);
  if (!result.metric.empty()) json.field("metric", result.metric);
  if (!result.weights.empty()) json.field("weights", result.weights);
  json.field("status", estimate.ok() ? "ok" : "undefined");
  if (!estimate.ok()) json.field("reason", world.catalogue.tr(estimate.reason));
  if (estimate.ok()) json.field("estimate", estimate.value);
  write(json, "observed", estimate.observed);
  write(json, "expected", estimate.expected);
  write(json, "standard_error", estimate.standard_error);
  json.field("units", estimate.units).field("raters", estimate.raters).field("ratings", estimate.ratings);
  json.key("intervals").begin_array();
  if (estimate.interval)
    json.begin_object()
        .field("method", "analytic")
        .field("formula", estimate.interval->method)
        .field("level", estimate.interval->level)
        .field("low", estimate.interval->low)
        .field("high", estimate.interval->high)
        .end_object();
  json.end_array();
  if (estimate.ok() && !estimate.interval) json.field("interval_reason", world.catalogue.tr(estimate.interval_reason));
  json.end_object();
}

std::size_t count_ratings(const stats::RatingTable& table) {
  std::size_t ratings = 0;
  for (std::size_t unit = 0; unit < table.units(); ++unit)
    for (std::size_t rater = 0; rater < table.raters(); ++rater)
      ratings += table.at(unit, rater) == stats::kMissing ? 0U : 1U;
  return ratings;
}

Message missing_policy() {
  return msg("A missing rating is left out; each coefficient says in its documentation which units remain.");
}

void print_json(const World& world, const Options& options, const exchange::Ratings& ratings,
                const std::vector<Measured>& results) {
  JsonWriter json;
  json.begin_object().field("units", ratings.table.units()).field("raters", ratings.table.raters());
  json.field("ratings", count_ratings(ratings.table)).key("categories").begin_array();
  for (const std::string& category : ratings.table.categories()) json.value(category);
  json.end_array().key("policy").begin_object().field("missing", world.catalogue.tr(missing_policy()));
  json.field("repeats", options.repeats).field("repeats_left_out", ratings.repeats).end_object();
  json.key("coefficients").begin_array();
  for (const Measured& result : results) write(json, world, result);
  json.end_array().end_object();
  world.out << json.text() << '\n';
}

Cell cell(const std::optional<double>& number) { return number ? Cell(*number) : Cell(std::string()); }

Rows as_rows(const World& world, const std::vector<Measured>& results) {
  Rows rows{{"coefficient", "estimate", "standard_error", "low", "high", "units", "note"}, {}};
  for (const Measured& result : results) {
    const stats::Estimate& estimate = result.estimate;
    std::optional<double> value, low, high;
    if (estimate.ok()) value = estimate.value;
    if (estimate.interval) low = estimate.interval->low, high = estimate.interval->high;
    const Message& reason = estimate.ok() ? estimate.interval_reason : estimate.reason;
    rows.rows.push_back({result.name, cell(value), cell(estimate.standard_error), cell(low), cell(high),
                         count(estimate.units), reason.text.empty() ? std::string() : world.catalogue.tr(reason)});
  }
  return rows;
}

int agree(const World& world, const Options& options) {
  exchange::RatingsOptions how;
  how.layout = options.wide ? exchange::Layout::Wide : options.table ? exchange::Layout::Table : exchange::Layout::Long;
  if (options.repeats != "error")
    how.repeats = options.repeats == "first" ? exchange::Repeats::First : exchange::Repeats::Last;
  how.order = options.order;
  how.categories = options.categories;
  const auto ratings = exchange::read_ratings(options.file, how);
  if (!ratings) return say(world, ratings.error());
  const auto results = measure(options, *ratings);
  if (!results) return say(world, results.error());
  if (options.format == "json")
    print_json(world, options, *ratings, *results);
  else
    print(world.out, options.format, as_rows(world, *results));
  return kDone;
}

std::vector<std::string> coefficient_names() {
  std::vector<std::string> out;
  for (const Named& one : kCoefficients) out.emplace_back(one.name);
  return out;
}

}  // namespace

void add_agree(CLI::App& app, const World& world, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("agree", "Agreement of the raters of any ratings file");
  command->add_option("ratings", options->file, "CSV: unit,rater,value")->required();
  auto* wide = command->add_flag("--wide", options->wide, "a row a unit, a column a rater");
  command->add_flag("--table", options->table, "two raters' contingency table")->excludes(wide);
  command->add_option("--repeats", options->repeats, "where one rater rated one unit more than once")
      ->check(CLI::IsMember({"error", "first", "last"}))
      ->capture_default_str();
  command->add_option("--order", options->order, "the categories in ascending order")->delimiter(',');
  command->add_option("--categories", options->categories, "categories that may not occur")->delimiter(',');
  command->add_option("--metric", options->metric, "alpha's distance")
      ->check(CLI::IsMember({"nominal", "ordinal", "interval", "ratio"}))
      ->capture_default_str();
  command->add_option("--weights", options->weights, "of all other coefficients")
      ->check(CLI::IsMember({"identity", "linear", "quadratic", "ordinal", "radical", "ratio", "circular", "bipolar"}))
      ->capture_default_str();
  command->add_option("--coefficient", options->coefficients, "only this one; may be repeated")
      ->check(CLI::IsMember(coefficient_names()));
  command->add_option("--level", options->level, "of the intervals")->check(CLI::Range(0.5, 0.9999))->capture_default_str();
  add_format(*command, options->format);
  command->callback([&world, &status, options] { status = agree(world, *options); });
}

}  // namespace etalon::ui::cli
