#include <ostream>

#include "sim/base/json_writer.h"
#include "ui/cli/agree.h"
#include "ui/cli/estimate_json.h"
#include "ui/cli/output.h"

namespace etalon::ui::cli {
namespace {

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

void interval(JsonWriter& json, const char* method, const stats::Interval& interval, double level) {
  json.begin_object().field("method", method).field("formula", interval.method).field("level", level);
  json.field("low", interval.low).field("high", interval.high);
}

void bootstrap_intervals(JsonWriter& json, const AgreeOptions& options, const stats::Bootstrap& bootstrap) {
  const auto write = [&](const char* method, const std::optional<stats::Interval>& found) {
    if (!found) return;
    interval(json, method, *found, options.level);
    json.field("replicates", options.replicates)
        .field("seed", options.seed)
        .field("undefined_replicates", bootstrap.undefined);
    number(json, "standard_error", bootstrap.standard_error);
    json.end_object();
  };
  write("bootstrap", bootstrap.percentile);
  write("bootstrap_bca", bootstrap.bca);
}

void chance(JsonWriter& json, const World& world, const stats::NullTest& found) {
  json.key("against_chance").begin_object().field("status", found.defined ? "ok" : "undefined");
  if (!found.defined) json.field("reason", world.catalogue.tr(found.reason));
  if (found.defined)
    json.field("standard_error", found.null_standard_error).field("z", found.z).field("p_value", found.p_value);
  json.end_object();
}

void coefficient(JsonWriter& json, const World& world, const AgreeOptions& options, const Measured& result) {
  const stats::Estimate& estimate = result.estimate;
  json.begin_object().field("name", result.name);
  if (!result.metric.empty()) json.field("metric", result.metric);
  if (!result.weights.empty()) json.field("weights", result.weights);
  json.field("status", estimate.ok() ? "ok" : "undefined");
  if (!estimate.ok()) json.field("reason", world.catalogue.tr(estimate.reason));
  if (estimate.ok()) json.field("estimate", estimate.value);
  number(json, "observed", estimate.observed);
  number(json, "expected", estimate.expected);
  number(json, "standard_error", estimate.standard_error);
  json.field("units", estimate.units).field("raters", estimate.raters).field("ratings", estimate.ratings);
  json.key("intervals").begin_array();
  if (estimate.interval) {
    interval(json, "analytic", *estimate.interval, estimate.interval->level);
    json.end_object();
  }
  if (result.both && result.both->interval) {
    interval(json, "analytic_units_and_raters", *result.both->interval, result.both->interval->level);
    number(json, "standard_error", result.both->standard_error);
    number(json, "standard_error_raters", result.both->about_raters);
    json.end_object();
  }
  if (const auto normal = result.name == "cohen_kappa" ? stats::cohen_normal_interval(estimate) : std::nullopt) {
    interval(json, "analytic_normal", *normal, normal->level);
    json.end_object();
  }
  if (result.bootstrap) bootstrap_intervals(json, options, *result.bootstrap);
  json.end_array();
  if (estimate.ok() && !estimate.interval) json.field("interval_reason", world.catalogue.tr(estimate.interval_reason));
  if (result.both && !result.both->interval) json.field("units_and_raters_reason", world.catalogue.tr(result.both->reason));
  if (result.bootstrap && !result.bootstrap->percentile)
    json.field("bootstrap_reason", world.catalogue.tr(result.bootstrap->no_percentile));
  if (result.bootstrap && !result.bootstrap->bca) json.field("bca_reason", world.catalogue.tr(result.bootstrap->no_bca));
  if (result.jackknife) {
    json.key("jackknife").begin_object().field("units", result.jackknife->units.size());
    number(json, "standard_error", result.jackknife->standard_error);
    if (!result.jackknife->standard_error) json.field("reason", world.catalogue.tr(result.jackknife->reason));
    json.end_object();
  }
  if (result.chance) chance(json, world, *result.chance);
  json.end_object();
}

void categories(JsonWriter& json, const World& world, const Agreement& found) {
  json.key("categories_detail").begin_array();
  for (std::size_t k = 0; k < found.categories.size(); ++k) {
    const stats::CategoryDetail& one = found.categories[k];
    json.begin_object().field("category", found.ratings.table.categories()[k]).field("ratings", one.ratings);
    json.field("prevalence", one.prevalence);
    quantity(json, world, "specific_agreement", one.specific_agreement);
    quantity(json, world, "fleiss_kappa", one.kappa);
    chance(json, world, found.categories_chance[k]);
    json.end_object();
  }
  json.end_array();
}

void test(JsonWriter& json, const World& world, const char* name, const stats::ChiSquared& found) {
  json.key(name).begin_object().field("status", found.defined ? "ok" : "undefined");
  if (!found.defined) json.field("reason", world.catalogue.tr(found.reason));
  if (found.defined)
    json.field("statistic", found.statistic).field("degrees_of_freedom", found.degrees).field("p_value", found.p_value);
  json.end_object();
}

void pair_detail(JsonWriter& json, const World& world, const stats::PairDetail& pair, const stats::MarginalTests& tests) {
  quantity(json, world, "cohen_kappa", pair.kappa);
  number(json, "greatest_kappa", pair.greatest_kappa);
  number(json, "share_of_greatest", pair.share_of_greatest);
  number(json, "pabak", pair.pabak);
  number(json, "bias_index", pair.bias_index);
  number(json, "prevalence_index", pair.prevalence_index);
  test(json, world, "bowker", tests.bowker);
  test(json, world, "stuart_maxwell", tests.stuart_maxwell);
  test(json, world, "bhapkar", tests.bhapkar);
}

void pairs(JsonWriter& json, const World& world, const Agreement& found) {
  json.key("pairs").begin_array();
  for (std::size_t i = 0; i < found.pairs.size(); ++i) {
    const stats::PairTally& pair = found.pairs[i];
    json.begin_object().field("a", found.ratings.raters[pair.a]).field("b", found.ratings.raters[pair.b]);
    json.field("units", pair.units).field("percent_agreement", pair.agreement());
    if (!found.pair_details.empty()) {
      pair_detail(json, world, found.pair_details[i], found.tests[i]);
    } else {
      number(json, "cohen_kappa", pair.kappa(found.weights));
      number(json, "greatest_kappa", pair.greatest_kappa());
    }
    json.end_object();
  }
  json.end_array();
}

void by_unit(JsonWriter& json, const Agreement& found) {
  json.key("units_detail").begin_array();
  for (const stats::UnitDetail& unit : found.units) {
    json.begin_object().field("unit", found.ratings.units[unit.unit]).field("ratings", unit.ratings);
    json.field("categories", unit.categories).field("entropy", unit.entropy);
    json.field("share_of_disagreement", unit.share_of_disagreement);
    number(json, "dfbeta", unit.dfbeta);
    json.end_object();
  }
  json.end_array().key("raters_detail").begin_array();
  for (const stats::RaterDetail& rater : found.raters) {
    json.begin_object().field("rater", found.ratings.raters[rater.rater]).field("ratings", rater.ratings);
    number(json, "agreement_with_others", rater.agreement_with_others);
    number(json, "dfbeta", rater.dfbeta);
    json.key("categories").begin_object();
    for (std::size_t k = 0; k < rater.counts.size(); ++k) json.field(found.ratings.table.categories()[k], rater.counts[k]);
    json.end_object().end_object();
  }
  json.end_array();
}

void comparison(JsonWriter& json, const World& world, const Agreement& found) {
  json.key("comparison").begin_object().field("shared_units", found.shared_units).key("coefficients").begin_array();
  for (const Compared& one : found.compared) {
    json.begin_object().field("name", one.name);
    quantity(json, world, "first", one.both.first);
    quantity(json, world, "second", one.both.second);
    quantity(json, world, "difference", one.both.difference);
    json.field("undefined_replicates", one.both.undefined).end_object();
  }
  json.end_array().end_object();
}

void print_json(const World& world, const AgreeOptions& options, const Agreement& found) {
  const stats::RatingTable& table = found.ratings.table;
  JsonWriter json;
  json.begin_object().field("units", table.units()).field("raters", table.raters());
  json.field("ratings", count_ratings(table)).key("categories").begin_array();
  for (const std::string& category : table.categories()) json.value(category);
  json.end_array().key("policy").begin_object().field("missing", world.catalogue.tr(missing_policy()));
  json.field("repeats", options.ratings.repeats).field("repeats_left_out", found.ratings.repeats).end_object();
  json.key("coefficients").begin_array();
  for (const Measured& result : found.coefficients) coefficient(json, world, options, result);
  json.end_array();
  quantity(json, world, "all_agree", found.all_agree);
  categories(json, world, found);
  pairs(json, world, found);
  if (options.units) by_unit(json, found);
  if (!options.reference.empty()) {
    json.field("reference_units_without_ratings", found.reference_without_ratings);
    print_against(json, world, found);
  }
  if (options.confidence) print_confidence(json, world, found);
  if (!options.compared.empty()) comparison(json, world, found);
  world.out << json.end_object().text() << '\n';
}

// The columns of what was asked for beside the analytic interval about units.
std::vector<std::string> further_columns(const AgreeOptions& options) {
  std::vector<std::string> out;
  if (options.about_raters()) out = {"units_raters_error", "units_raters_low", "units_raters_high"};
  if (options.replicates > 0) out.insert(out.end(), {"bootstrap_low", "bootstrap_high"});
  return out;
}

Cell low(const std::optional<stats::Interval>& interval) { return interval ? Cell(interval->low) : Cell(std::string()); }
Cell high(const std::optional<stats::Interval>& interval) { return interval ? Cell(interval->high) : Cell(std::string()); }

std::vector<Cell> further_cells(const AgreeOptions& options, const Measured& result) {
  std::vector<Cell> out;
  const stats::UnitsAndRaters both = result.both.value_or(stats::UnitsAndRaters{});
  if (options.about_raters()) out = {cell(both.standard_error), low(both.interval), high(both.interval)};
  const auto resampled = result.bootstrap ? result.bootstrap->percentile : std::nullopt;
  if (options.replicates > 0) out.insert(out.end(), {low(resampled), high(resampled)});
  return out;
}

// Why there is no value, or no interval.
const Message& note(const Measured& result) {
  if (!result.estimate.ok()) return result.estimate.reason;
  const bool about_units = !result.estimate.interval_reason.text.empty() || !result.both;
  return about_units ? result.estimate.interval_reason : result.both->reason;
}

Rows as_rows(const World& world, const AgreeOptions& options, const Agreement& found) {
  Rows rows{{"coefficient", "estimate", "standard_error", "low", "high"}, {}};
  const std::vector<std::string> further = further_columns(options);
  rows.columns.insert(rows.columns.end(), further.begin(), further.end());
  rows.columns.insert(rows.columns.end(), {"units", "note"});
  for (const Measured& result : found.coefficients) {
    const stats::Estimate& estimate = result.estimate;
    const std::optional<double> value = estimate.ok() ? std::optional(estimate.value) : std::nullopt;
    auto& row = rows.rows.emplace_back(std::vector<Cell>{result.name, cell(value), cell(estimate.standard_error),
                                                         low(estimate.interval), high(estimate.interval)});
    for (Cell& one : further_cells(options, result)) row.push_back(std::move(one));
    row.push_back(count(estimate.units));
    row.emplace_back(note(result).text.empty() ? std::string() : world.catalogue.tr(note(result)));
  }
  return rows;
}

Rows comparison_rows(const World& world, const Agreement& found) {
  Rows rows{{"coefficient", "first", "second", "difference", "low", "high", "note"}, {}};
  const auto of = [](const stats::Estimate& one) { return one.ok() ? Cell(one.value) : Cell(std::string()); };
  for (const Compared& one : found.compared) {
    const stats::Estimate& difference = one.both.difference;
    std::optional<double> low, high;
    if (difference.interval) low = difference.interval->low, high = difference.interval->high;
    const Message& reason = difference.ok() ? difference.interval_reason : difference.reason;
    rows.rows.push_back({one.name, of(one.both.first), of(one.both.second), of(difference), cell(low), cell(high),
                         reason.text.empty() ? std::string() : world.catalogue.tr(reason)});
  }
  return rows;
}

}  // namespace

void print_agreement(const World& world, const AgreeOptions& options, const Agreement& found) {
  if (options.format == "json") return print_json(world, options, found);
  print(world.out, options.format, as_rows(world, options, found));
  if (!options.reference.empty()) {
    world.out << '\n';
    print(world.out, options.format, against_rows(found));
  }
  if (!options.compared.empty()) {
    world.out << '\n';
    print(world.out, options.format, comparison_rows(world, found));
  }
}

}  // namespace etalon::ui::cli
