// etalon agree --reference: every rater against what is true.
#include "sim/base/json_writer.h"
#include "sim/base/text.h"
#include "sim/exchange/reference_file.h"
#include "ui/cli/agree.h"
#include "ui/cli/estimate_json.h"

namespace etalon::ui::cli {
namespace {

std::vector<stats::Category> choices(const stats::RatingTable& table, std::size_t rater) {
  std::vector<stats::Category> out(table.units());
  for (std::size_t unit = 0; unit < out.size(); ++unit) out[unit] = table.at(unit, rater);
  return out;
}

void add_signals(AgainstReference& out, double level) {
  for (std::size_t k = 0; k < out.matrix.categories; ++k) {
    const stats::Detections counts = stats::detections(out.matrix, k);
    out.signals.push_back(stats::signal_detection(counts, false, level));
    out.adjusted_signals.push_back(stats::signal_detection(counts, true, level));
  }
}

void signal(JsonWriter& json, const World& world, const char* name, const stats::SignalDetection& found) {
  json.key(name).begin_object();
  quantity(json, world, "d_prime", found.d_prime);
  quantity(json, world, "criterion", found.criterion);
  quantity(json, world, "beta", found.beta);
  quantity(json, world, "a_prime", found.a_prime);
  quantity(json, world, "b_double_prime", found.b_double_prime);
  quantity(json, world, "b_double_prime_d", found.b_double_prime_d);
  json.end_object();
}

}  // namespace

Result<void> compare_with_reference(const AgreeOptions& options, Agreement& out) {
  if (options.reference.empty()) return {};
  const auto reference = exchange::read_reference(options.reference, out.ratings.units);
  if (!reference) return fail(reference.error());
  const stats::RatingTable& table = out.ratings.table;
  const auto truth = reference->categories(table);
  const auto beyond = reference->beyond(table);
  const bool ordered = !options.ratings.order.empty();
  if (ordered && !beyond.empty())
    return fail(ErrorKind::Input,
                msg("the category “{category}” is not in the order", {{"category", printable(beyond.front())}}),
                msg("add it to --order"), {options.reference.string(), 0});
  out.reference_categories = table.categories();
  out.reference_categories.insert(out.reference_categories.end(), beyond.begin(), beyond.end());
  out.reference_without_ratings = reference->without_ratings;
  const auto interval = options.exact ? stats::ProportionInterval::ClopperPearson : stats::ProportionInterval::Wilson;
  for (std::size_t rater = 0; rater < table.raters(); ++rater) {
    AgainstReference one{
        rater, stats::confusion_matrix(truth, choices(table, rater), out.reference_categories.size()), {}, {}, {}, {}};
    one.validity = stats::validity(one.matrix, {options.level, interval, options.replicates, options.seed});
    if (ordered) one.flagging = stats::flagging(one.matrix, options.level);
    add_signals(one, options.level);
    out.against.push_back(std::move(one));
  }
  return {};
}

void print_against(JsonWriter& json, const World& world, const Agreement& found) {
  const auto& names = found.reference_categories;
  json.key("against_reference").begin_array();
  for (const AgainstReference& one : found.against) {
    const stats::Validity& validity = one.validity;
    json.begin_object().field("rater", found.ratings.raters[one.rater]).field("units", one.matrix.units());
    json.field("left_out", one.matrix.left_out);
    quantity(json, world, "percent_agreement", validity.accuracy);
    interval_of(json, "interval", validity.accuracy);
    quantity(json, world, "cohen_kappa", validity.kappa);
    quantity(json, world, "mcc", validity.mcc);
    quantity(json, world, "balanced_accuracy", validity.balanced_accuracy);
    quantity(json, world, "macro_f1", validity.macro.f1);
    quantity(json, world, "macro_precision", validity.macro.precision);
    quantity(json, world, "macro_recall", validity.macro.recall);
    for (const char* name : {"micro_precision", "micro_recall", "micro_f1"}) quantity(json, world, name, validity.micro);
    quantity(json, world, "weighted_f1", validity.weighted.f1);
    quantity(json, world, "weighted_precision", validity.weighted.precision);
    quantity(json, world, "weighted_recall", validity.weighted.recall);
    if (one.flagging) {
      quantity(json, world, "over", one.flagging->over);
      quantity(json, world, "under", one.flagging->under);
    }
    json.key("categories").begin_array();
    for (std::size_t k = 0; k < validity.categories.size(); ++k) {
      const stats::CategoryValidity& category = validity.categories[k];
      json.begin_object().field("category", names[k]).field("support", category.support);
      quantity(json, world, "sensitivity", category.sensitivity);
      quantity(json, world, "specificity", category.specificity);
      quantity(json, world, "precision", category.precision);
      quantity(json, world, "f1", category.f1);
      json.key("signal_detection").begin_object();
      signal(json, world, "unadjusted", one.signals[k]);
      signal(json, world, "adjusted", one.adjusted_signals[k]);
      json.end_object().end_object();
    }
    json.end_array().key("confusion").begin_object();
    for (std::size_t i = 0; i < names.size(); ++i) {
      json.key(names[i]).begin_object();
      for (std::size_t j = 0; j < names.size(); ++j) json.field(names[j], one.matrix.at(i, j));
      json.end_object();
    }
    json.end_object().end_object();
  }
  json.end_array();
}

Rows against_rows(const Agreement& found) {
  Rows rows{{"rater", "units", "percent_agreement", "low", "high", "cohen_kappa", "mcc", "macro_f1"}, {}};
  const auto of = [](const stats::Estimate& one) { return one.ok() ? Cell(one.value) : Cell(std::string()); };
  for (const AgainstReference& one : found.against) {
    const stats::Estimate& accuracy = one.validity.accuracy;
    std::optional<double> low, high;
    if (accuracy.interval) low = accuracy.interval->low, high = accuracy.interval->high;
    rows.rows.push_back({std::string(found.ratings.raters[one.rater]), count(one.matrix.units()), of(accuracy), cell(low),
                         cell(high), of(one.validity.kappa), of(one.validity.mcc), of(one.validity.macro.f1)});
  }
  return rows;
}

}  // namespace etalon::ui::cli
