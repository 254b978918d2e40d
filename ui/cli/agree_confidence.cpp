// etalon agree --confidence: is everybody as sure as they are right?
#include <map>

#include "sim/base/json_writer.h"
#include "sim/exchange/confidence_file.h"
#include "sim/exchange/reference_file.h"
#include "sim/stats/confidence/calibration.h"
#include "ui/cli/agree.h"
#include "ui/cli/estimate_json.h"

namespace etalon::ui::cli {

Result<void> judge_confidence(const World& world, const AgreeOptions& options, Agreement& out) {
  if (!options.confidence) return {};
  const auto reference = exchange::read_reference(options.reference, out.ratings.units);
  if (!reference) return fail(reference.error());
  const auto decisions =
      exchange::read_confidences(options.ratings.file, reading(world, options.ratings, options.threads).repeats);
  if (!decisions) return fail(decisions.error());
  std::map<std::string, std::string> truth;
  for (std::size_t unit = 0; unit < out.ratings.units.size(); ++unit)
    truth.emplace(out.ratings.units[unit], reference->values[unit]);
  std::vector<stats::Judged> all;
  std::map<std::string, std::vector<stats::Judged>> by_rater;
  for (const exchange::Confident& one : *decisions) {
    const std::string& is = truth.at(one.unit);
    if (is.empty()) continue;
    all.push_back({one.confidence, one.value == is});
    by_rater[one.rater].push_back(all.back());
  }
  stats::CalibrationOptions how;
  how.level = options.level;
  how.seed = options.seed;
  if (options.replicates > 0) how.replicates = options.replicates;
  out.confidence.emplace_back("", stats::calibration(all, how));
  for (const std::string& rater : out.ratings.raters.texts())
    out.confidence.emplace_back(rater, stats::calibration(by_rater[rater], how));
  return {};
}

void print_confidence(JsonWriter& json, const World& world, const Agreement& found) {
  json.key("confidence").begin_array();
  for (const auto& [rater, one] : found.confidence) {
    json.begin_object().key("rater");
    rater.empty() ? json.null() : json.value(rater);
    json.field("decisions", one.brier.units);
    quantity(json, world, "brier", one.brier);
    json.field("reliability", one.reliability).field("resolution", one.resolution).field("uncertainty", one.uncertainty);
    quantity(json, world, "expected_calibration_error", one.expected_calibration_error);
    quantity(json, world, "overconfidence", one.overconfidence);
    json.key("bins").begin_array();
    for (const stats::CalibrationBin& bin : one.bins) {
      json.begin_object().field("low", bin.low).field("high", bin.high).field("decisions", bin.decisions);
      number(json, "confidence", bin.decisions > 0 ? std::optional(bin.confidence) : std::nullopt);
      quantity(json, world, "accuracy", bin.accuracy);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

}  // namespace etalon::ui::cli
