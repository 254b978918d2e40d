#include "ui/cli/estimate_json.h"

namespace etalon::ui::cli {

void number(JsonWriter& json, std::string_view name, const std::optional<double>& number) {
  json.key(name);
  number ? json.value(*number) : json.null();
}

void quantity(JsonWriter& json, const World& world, const std::string& name, const stats::Estimate& estimate) {
  number(json, name, estimate.ok() ? std::optional(estimate.value) : std::nullopt);
  if (!estimate.ok()) json.field(name + "_reason", world.catalogue.tr(estimate.reason));
  if (estimate.standard_error) json.field(name + "_standard_error", *estimate.standard_error);
  if (estimate.interval) interval_of(json, name + "_interval", estimate);
}

void interval_of(JsonWriter& json, std::string_view name, const stats::Estimate& estimate) {
  json.key(name);
  if (!estimate.interval) {
    json.null();
    return;
  }
  json.begin_object().field("method", estimate.interval->method).field("level", estimate.interval->level);
  json.field("low", estimate.interval->low).field("high", estimate.interval->high).end_object();
}

}  // namespace etalon::ui::cli
