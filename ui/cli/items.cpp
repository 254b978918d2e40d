// etalon items RATINGS
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

#include "sim/exchange/reference_file.h"
#include "sim/stats/items/item_response.h"
#include "sim/stats/items/item_statistics.h"
#include "ui/cli/estimate_json.h"
#include "ui/cli/output.h"
#include "ui/cli/ratings_options.h"

namespace etalon::ui::cli {
namespace {

struct Options {
  RatingsArguments ratings;
  std::filesystem::path reference;
  std::string model = "none", format;
  double level = 0.95;
};

struct Found {
  exchange::Ratings ratings;
  std::vector<stats::Category> reference;
  stats::ItemsStatistics statistics;
  std::optional<stats::ItemResponse> model;
  std::size_t without_ratings = 0;
};

// Scores of 0 and 1 are their own reference: right is 1.
std::optional<std::vector<stats::Category>> scores_as_reference(const stats::RatingTable& table) {
  const auto& names = table.categories();
  const auto one = std::find(names.begin(), names.end(), "1");
  const bool scores = std::all_of(names.begin(), names.end(), [](const std::string& n) { return n == "0" || n == "1"; });
  if (!scores || one == names.end()) return std::nullopt;
  return std::vector<stats::Category>(table.units(), static_cast<stats::Category>(one - names.begin()));
}

void print_items(JsonWriter& json, const World& world, const Found& found) {
  json.key("items").begin_array();
  for (std::size_t i = 0; i < found.statistics.items.size(); ++i) {
    const stats::ItemStatistics& item = found.statistics.items[i];
    json.begin_object().field("unit", found.ratings.units[i]).field("n", item.answers);
    quantity(json, world, "facility", item.facility);
    quantity(json, world, "standard_deviation", item.deviation);
    quantity(json, world, "discrimination_index", item.discrimination_index);
    quantity(json, world, "discriminative_efficiency", item.discriminative_efficiency);
    quantity(json, world, "entropy", item.entropy);
    quantity(json, world, "relative_entropy", item.relative_entropy);
    json.key("most_frequent_wrong_answer");
    item.wrong_answer == stats::kMissing
        ? json.null()
        : json.value(found.ratings.table.categories()[static_cast<std::size_t>(item.wrong_answer)]);
    json.field("wrong_answers", item.wrong_answers).end_object();
  }
  json.end_array();
}

// Why an item has no parameters; empty: it has. Where the likelihood was not at rest, its numbers are of no use.
Message why_missing(const stats::ItemResponse& model, const stats::ItemParameters& item) {
  if (!item.defined) return msg("All or none answered rightly, so the item separates nobody.");
  if (!model.converged) return msg("The model did not converge.");
  return {};
}

void print_model(JsonWriter& json, const World& world, const Options& options, const Found& found) {
  const stats::ItemResponse& model = *found.model;
  json.key("model").begin_object().field("name", options.model).field("converged", model.converged);
  if (!model.reason.text.empty()) json.field("reason", world.catalogue.tr(model.reason));
  json.field("iterations", model.iterations).field("log_likelihood", model.log_likelihood);
  json.field("aic", model.aic).field("bic", model.bic).key("items").begin_array();
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const stats::ItemParameters& item = model.items[i];
    const Message missing = why_missing(model, item);
    const bool ok = missing.text.empty();
    const auto of = [ok](const std::optional<double>& value) { return ok ? value : std::nullopt; };
    json.begin_object().field("unit", found.ratings.units[i]).field("status", ok ? "ok" : "undefined");
    if (!ok) json.field("reason", world.catalogue.tr(missing));
    number(json, "difficulty", of(item.difficulty));
    number(json, "difficulty_se", of(item.difficulty_error));
    number(json, "discrimination", of(item.discrimination));
    number(json, "discrimination_se", of(item.discrimination_error));
    json.end_object();
  }
  json.end_array().key("persons").begin_array();
  for (std::size_t i = 0; i < model.persons.size(); ++i) {
    const stats::PersonParameters& person = model.persons[i];
    json.begin_object().field("rater", found.ratings.raters[i]);
    const auto ability = model.converged ? person.ability : std::nullopt;
    number(json, "ability", ability);
    number(json, "standard_error", ability ? std::optional(person.error) : std::nullopt);
    json.end_object();
  }
  json.end_array().end_object();
}

void print_json(const World& world, const Options& options, const Found& found) {
  JsonWriter json;
  json.begin_object().field("persons", found.ratings.raters.size());
  json.key("policy").begin_object();
  json.field("missing", world.catalogue.tr(msg("A missing answer leaves the person out of that item.")));
  json.field("repeats", options.ratings.repeats).field("repeats_left_out", found.ratings.repeats);
  json.field("reference_units_without_ratings", found.without_ratings).end_object();
  quantity(json, world, "cronbach_alpha", found.statistics.alpha);
  print_items(json, world, found);
  if (found.model) print_model(json, world, options, found);
  world.out << json.end_object().text() << '\n';
}

Rows as_rows(const Found& found) {
  Rows rows{{"unit", "n", "facility", "low", "high", "discrimination_index", "discriminative_efficiency", "entropy",
             "difficulty", "discrimination"},
            {}};
  const auto cell = [](const stats::Estimate& one) { return one.ok() ? Cell(one.value) : Cell(std::string()); };
  for (std::size_t i = 0; i < found.statistics.items.size(); ++i) {
    const stats::ItemStatistics& item = found.statistics.items[i];
    const auto& interval = item.facility.interval;
    const bool known = found.model && why_missing(*found.model, found.model->items[i]).text.empty();
    rows.rows.push_back({std::string(found.ratings.units[i]), count(item.answers), cell(item.facility),
                         interval ? Cell(interval->low) : Cell(std::string()),
                         interval ? Cell(interval->high) : Cell(std::string()), cell(item.discrimination_index),
                         cell(item.discriminative_efficiency), cell(item.entropy),
                         known ? Cell(found.model->items[i].difficulty) : Cell(std::string()),
                         known ? Cell(found.model->items[i].discrimination) : Cell(std::string())});
  }
  return rows;
}

Result<void> take_reference(const Options& options, Found& found) {
  if (!options.reference.empty()) {
    const auto read = exchange::read_reference(options.reference, found.ratings.units);
    if (!read) return fail(read.error());
    found.reference = read->categories(found.ratings.table);
    found.without_ratings = read->without_ratings;
    return {};
  }
  auto scores = scores_as_reference(found.ratings.table);
  if (!scores)
    return fail(ErrorKind::Usage, msg("without --reference the values are scores, 0 or 1"), msg("give --reference FILE"));
  found.reference = std::move(*scores);
  return {};
}

// Estimates of a model that has not converged are not to be read as such.
Message how_it_ended(const stats::ItemResponse& model) {
  if (!model.reason.text.empty()) return model.reason;
  return model.converged ? msg("Converged after {count} iterations.", {{"count", std::to_string(model.iterations)}})
                         : msg("Not converged after {count} iterations.", {{"count", std::to_string(model.iterations)}});
}

int items(const World& world, const Options& options) {
  auto ratings = exchange::read_ratings(options.ratings.file, reading(world, options.ratings, 0));
  if (!ratings) return say(world, ratings.error());
  Found found{std::move(*ratings), {}, {}, std::nullopt, 0};
  if (const auto done = take_reference(options, found); !done) return say(world, done.error());
  found.statistics = stats::item_statistics(found.ratings.table, found.reference, options.level);
  if (const auto model = stats::item_model_from(options.model))
    found.model = stats::item_response(stats::responses(found.ratings.table, found.reference), *model);
  if (options.format == "json") {
    print_json(world, options, found);
    return kDone;
  }
  if (found.model && options.format == "table") note(world, how_it_ended(*found.model));
  print(world.out, options.format, as_rows(found));
  return kDone;
}

}  // namespace

void add_items(CLI::App& app, const World& world, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("items", "How the items behave: facility, discrimination, entropy, item response models");
  add_ratings(*command, options->ratings);
  command->add_option("--reference", options->reference, "CSV: unit,value; without it the values are scores, 0 or 1");
  command->add_option("--model", options->model, "an item response model")
      ->check(CLI::IsMember({"none", "rasch", "rasch-marginal", "rasch-unit", "2pl"}))
      ->capture_default_str();
  command->add_option("--level", options->level, "of the intervals")->check(CLI::Range(0.5, 0.9999))->capture_default_str();
  add_format(*command, options->format);
  command->callback([&world, &status, options] { status = items(world, *options); });
}

}  // namespace etalon::ui::cli
