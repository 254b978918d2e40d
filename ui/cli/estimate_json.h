// Estimates as JSON: a number, or null with the reason beside it.
#pragma once

#include <optional>
#include <string_view>

#include "sim/base/json_writer.h"
#include "sim/stats/estimate.h"
#include "ui/cli/cli.h"

namespace etalon::ui::cli {

// The number, or null.
void number(JsonWriter& json, std::string_view name, const std::optional<double>& number);
// The value and, where there is one, name_interval; undefined: null and name_reason.
void quantity(JsonWriter& json, const World& world, const std::string& name, const stats::Estimate& estimate);
// {method, level, low, high}, or null.
void interval_of(JsonWriter& json, std::string_view name, const stats::Estimate& estimate);

}  // namespace etalon::ui::cli
