#include "ui/model/settings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/base/json_writer.h"
#include "sim/base/text.h"

namespace etalon::ui {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<Theme, std::string_view>, 3> kThemes = {
    {{Theme::Light, "light"}, {Theme::Dark, "dark"}, {Theme::HighContrast, "high_contrast"}}};
constexpr int kSmallestWidth = 640, kSmallestHeight = 480, kLargestSide = 16384;
constexpr std::size_t kLongestPseudonym = 40;

std::optional<std::string> text_at(const json& object, const char* key) {
  const auto hit = object.find(key);
  if (hit == object.end() || !hit->is_string()) return std::nullopt;
  return hit->get<std::string>();
}

void read_size(const json& object, const char* key, int smallest, int& out) {
  const auto hit = object.find(key);
  if (hit == object.end() || !hit->is_number_integer()) return;
  const auto value = hit->get<std::int64_t>();
  if (value >= smallest && value <= kLargestSide) out = static_cast<int>(value);
}

void read_fields(const json& object, Settings& out) {
  if (const auto text = text_at(object, "language")) out.language = language_from(*text).value_or(out.language);
  if (const auto text = text_at(object, "theme")) out.theme = theme_from(*text).value_or(out.theme);
  if (const auto hit = object.find("font_scale"); hit != object.end() && hit->is_number())
    out.font_scale = clamp_scale(hit->get<double>());
  read_size(object, "window_width", kSmallestWidth, out.window_width);
  read_size(object, "window_height", kSmallestHeight, out.window_height);
  const auto analyst = text_at(object, "analyst");
  if (analyst && count_code_points(*analyst) <= kLongestPseudonym && printable(*analyst) == *analyst) out.analyst = *analyst;
}

}  // namespace

std::string_view code(Theme theme) {
  for (const auto& [key, text] : kThemes)
    if (key == theme) return text;
  return kThemes.front().second;
}

std::optional<Theme> theme_from(std::string_view code) {
  for (const auto& [key, text] : kThemes)
    if (text == code) return key;
  return std::nullopt;
}

double clamp_scale(double scale) {
  if (!std::isfinite(scale)) return kSmallestScale;
  const double limited = std::clamp(scale, kSmallestScale, kLargestScale);
  return std::round(limited * 10) / 10;  // steps of kScaleStep, without the crumbs that adding 0.1 leaves
}

std::string to_json(const Settings& settings) {
  JsonWriter out;
  out.begin_object();
  out.field("language", code(settings.language)).field("theme", code(settings.theme));
  out.field("font_scale", settings.font_scale);
  out.field("window_width", settings.window_width).field("window_height", settings.window_height);
  out.field("analyst", settings.analyst).end_object();
  return out.take() + "\n";
}

ReadSettings settings_from_json(std::string_view text) {
  ReadSettings out;
  const json object = text.size() > kSettingsLimit ? json(json::value_t::discarded) : json::parse(text, nullptr, false);
  if (object.is_discarded() || !object.is_object()) {
    out.problem = msg("The settings file cannot be read; the window starts with the usual settings.");
    return out;
  }
  read_fields(object, out.settings);
  return out;
}

}  // namespace etalon::ui
