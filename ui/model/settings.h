// What the window remembers from one start to the next, and its JSON text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/base/language.h"
#include "sim/base/message.h"

namespace etalon::ui {

enum class Theme { Light, Dark, HighContrast };
std::string_view code(Theme theme);  // "light", "dark", "high_contrast"
std::optional<Theme> theme_from(std::string_view code);

inline constexpr double kSmallestScale = 1.0;
inline constexpr double kLargestScale = 2.0;
inline constexpr double kScaleStep = 0.1;

struct Settings {
  Language language = Language::French;
  Theme theme = Theme::Light;
  double font_scale = 1.0;  // kSmallestScale to kLargestScale, in steps of kScaleStep
  int window_width = 1440;  // screen units, 640 to 16384
  int window_height = 900;  // 480 to 16384
  std::string analyst;      // the pseudonym used last; empty: none yet
  friend bool operator==(const Settings&, const Settings&) = default;
};

// Nearest allowed scale.
double clamp_scale(double scale);

// One line of JSON, keys in a fixed order, with a final line feed.
std::string to_json(const Settings& settings);

// Never fails: a value that is missing or out of range takes its default. `problem` says so when the text was not ours
// to read, so that the window can tell and go on.
struct ReadSettings {
  Settings settings;
  std::optional<Message> problem;
  friend bool operator==(const ReadSettings&, const ReadSettings&) = default;
};
inline constexpr std::size_t kSettingsLimit = 64 * 1024;  // bytes
ReadSettings settings_from_json(std::string_view text);

}  // namespace etalon::ui
