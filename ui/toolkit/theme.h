// The colours of the three themes. Colour never carries a meaning alone: a sign and a word stand beside it.
#pragma once

#include <cstdint>

namespace etalon::ui::toolkit {

struct Colour {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  friend bool operator==(const Colour&, const Colour&) = default;
};

constexpr Colour rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16 & 0xFF), static_cast<std::uint8_t>(hex >> 8 & 0xFF),
          static_cast<std::uint8_t>(hex & 0xFF), 255};
}
// `t` in 0..1: 0 gives a, 1 gives b.
Colour blend(Colour a, Colour b, float t);
// WCAG 2.1 contrast ratio, 1..21.
double contrast(Colour a, Colour b);

enum class ThemeName { Light, Dark, HighContrast };

struct Theme {
  ThemeName name = ThemeName::Light;
  Colour background, panel, line, text, muted;
  Colour accent, accent_soft, on_accent;  // on_accent: text on a filled accent
  Colour agree, agree_soft;
  Colour differ, differ_soft;
  Colour critical, critical_soft;
  Colour mark;     // behind a marked fact
  Colour neutral;  // behind badges, unknown and "other" segments
  Colour focus;    // keyboard focus ring
};

const Theme& theme(ThemeName name);

// What something means. Widgets pick the colours.
enum class Tone { Neutral, Accent, Agree, Differ, Critical, Muted };

Colour ink(const Theme& theme, Tone tone);
Colour ground(const Theme& theme, Tone tone);

}  // namespace etalon::ui::toolkit
