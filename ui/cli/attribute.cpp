// etalon attribute FILE
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "sim/exchange/reference_file.h"
#include "sim/exchange/trials_file.h"
#include "sim/stats/attribute/attribute_agreement.h"
#include "ui/cli/estimate_json.h"
#include "ui/cli/output.h"

namespace etalon::ui::cli {
namespace {

struct Options {
  std::filesystem::path file, reference;
  std::string format;
  double level = 0.95;
};

// A row a question and rater.
struct Line {
  std::string question, rater;
  const stats::AttributeAnswer* answer;
};

// With the categories of the standard that nobody chose, so that whoever judged such a unit counts as wrong.
stats::RatingTable with_more(const stats::RatingTable& table, const std::vector<std::string>& more) {
  std::vector<std::string> names = table.categories();
  names.insert(names.end(), more.begin(), more.end());
  stats::RatingTable out(table.units(), table.raters(), std::move(names));
  for (std::size_t unit = 0; unit < table.units(); ++unit)
    for (std::size_t trial = 0; trial < table.raters(); ++trial) out.set(unit, trial, table.at(unit, trial));
  return out;
}

std::vector<Line> lines(const exchange::Trials& trials, const stats::AttributeAgreement& found) {
  std::vector<Line> out;
  for (std::size_t i = 0; i < trials.raters.size(); ++i)
    out.push_back({"within", std::string(trials.raters[i]), &found.within[i]});
  for (std::size_t i = 0; i < trials.raters.size(); ++i)
    out.push_back({"each_against_standard", std::string(trials.raters[i]), &found.each_against_standard[i]});
  out.push_back({"between", "", &found.between});
  out.push_back({"all_against_standard", "", &found.all_against_standard});
  return out;
}

void write(JsonWriter& json, const World& world, const exchange::Trials& trials, const Line& line) {
  const stats::AttributeAnswer& answer = *line.answer;
  json.begin_object();
  if (!line.rater.empty()) json.field("rater", line.rater);
  json.field("inspected", answer.inspected).field("matched", answer.matched).field("left_out", answer.left_out);
  number(json, "share", answer.share.ok() ? std::optional(answer.share.value) : std::nullopt);
  if (!answer.share.ok()) json.field("share_reason", world.catalogue.tr(answer.share.reason));
  interval_of(json, "interval", answer.share);
  quantity(json, world, "fleiss_kappa", answer.kappa);
  if (!answer.by_category.empty()) {
    json.key("categories").begin_array();
    for (std::size_t k = 0; k < answer.by_category.size(); ++k) {
      json.begin_object().field("category", trials.table.categories()[k]);
      quantity(json, world, "fleiss_kappa", answer.by_category[k]);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

void print_json(const World& world, const Options& options, const exchange::Trials& trials,
                const stats::AttributeAgreement& found) {
  JsonWriter json;
  json.begin_object().field("units", trials.units.size()).field("raters", trials.raters.size());
  json.field("occasions", trials.occasions.size()).field("level", options.level);
  std::string open;
  for (const Line& line : lines(trials, found)) {
    const bool listed = !line.rater.empty();
    if (line.question != open) {
      if (!open.empty() && open != "between" && open != "all_against_standard") json.end_array();
      json.key(line.question);
      if (listed) json.begin_array();
      open = line.question;
    }
    write(json, world, trials, line);
  }
  json.key("policy").begin_object();
  json.field("missing",
             world.catalogue.tr(msg("A unit counts in a question when all trials that it looks at were made; others "
                                    "are left out and counted. Kappa takes all ratings that there are.")));
  world.out << json.end_object().end_object().text() << '\n';
}

Rows as_rows(const World& world, const exchange::Trials& trials, const stats::AttributeAgreement& found) {
  Rows rows{{"question", "rater", "matched", "inspected", "share", "low", "high", "fleiss_kappa", "note"}, {}};
  const auto cell = [](bool there, double value) { return there ? Cell(value) : Cell(std::string()); };
  for (const Line& line : lines(trials, found)) {
    const stats::AttributeAnswer& answer = *line.answer;
    const auto& interval = answer.share.interval;
    rows.rows.push_back(
        {line.question, line.rater, count(answer.matched), count(answer.inspected),
         cell(answer.share.ok(), answer.share.value), cell(interval.has_value(), interval ? interval->low : 0),
         cell(interval.has_value(), interval ? interval->high : 0), cell(answer.kappa.ok(), answer.kappa.value),
         answer.share.ok() ? std::string() : world.catalogue.tr(answer.share.reason)});
  }
  return rows;
}

int attribute(const World& world, const Options& options) {
  auto trials = exchange::read_trials(options.file);
  if (!trials) return say(world, trials.error());
  if (!options.reference.empty()) {
    const auto reference = exchange::read_reference(options.reference, trials->units);
    if (!reference) return say(world, reference.error());
    trials->table = with_more(trials->table, reference->beyond(trials->table));
    trials->standard = reference->categories(trials->table);
  }
  const std::size_t occasions = std::max<std::size_t>(1, trials->occasions.size());
  const auto found = stats::attribute_agreement(trials->table, occasions, trials->standard, options.level);
  if (options.format == "json")
    print_json(world, options, *trials, found);
  else
    print(world.out, options.format, as_rows(world, *trials, found));
  return kDone;
}

}  // namespace

void add_attribute(CLI::App& app, const World& world, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("attribute", "The four questions of attribute agreement, on repeated trials");
  command->add_option("study", options->file, "CSV: unit,rater,occasion,value and optionally reference")->required();
  command->add_option("--reference", options->reference, "CSV: unit,value; instead of the study's own");
  command->add_option("--level", options->level, "of the intervals")->check(CLI::Range(0.5, 0.9999))->capture_default_str();
  add_format(*command, options->format);
  command->callback([&world, &status, options] { status = attribute(world, *options); });
}

}  // namespace etalon::ui::cli
