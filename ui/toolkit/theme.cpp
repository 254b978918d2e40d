#include "ui/toolkit/theme.h"

#include <algorithm>
#include <cmath>

namespace etalon::ui::toolkit {
namespace {

constexpr Theme kLight{ThemeName::Light, rgb(0xF6F5F1), rgb(0xFFFFFF), rgb(0xDFDCD3), rgb(0x1D2226), rgb(0x646C73),
                       rgb(0x0E5A6B),    rgb(0xE3EFF1), rgb(0xFFFFFF), rgb(0x2B7A4B), rgb(0xE4F1E8), rgb(0xB5541F),
                       rgb(0xFBEBE1),    rgb(0x9B1B30), rgb(0xF9E4E7), rgb(0xFFF0C2), rgb(0xEDEAE2), rgb(0x0E5A6B)};

constexpr Theme kDark{ThemeName::Dark, rgb(0x13171A), rgb(0x1B2024), rgb(0x30373D), rgb(0xE8E6E0), rgb(0x9AA3AB),
                      rgb(0x6FC3D3),   rgb(0x1F3A41), rgb(0x0F1719), rgb(0x7CCB98), rgb(0x1D3526), rgb(0xF0A070),
                      rgb(0x3A281D),   rgb(0xF08C9C), rgb(0x3D2026), rgb(0x4A4020), rgb(0x2A3136), rgb(0x6FC3D3)};

// Black on white with firm lines: every text pair is at least 7 : 1 (WCAG 2.1 AAA), every line at least 4.5 : 1.
constexpr Theme kHighContrast{ThemeName::HighContrast, rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0x3C3C3C), rgb(0x000000),
                              rgb(0x262626),           rgb(0x00356B), rgb(0xD6E6FA), rgb(0xFFFFFF), rgb(0x00441B),
                              rgb(0xD9F2E0),           rgb(0x6E2500), rgb(0xFFE3D1), rgb(0x7A0019), rgb(0xFFDDE2),
                              rgb(0xFFE866),           rgb(0xE6E6E6), rgb(0xB3005E)};

double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) { return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b); }

std::uint8_t mix(std::uint8_t a, std::uint8_t b, float t) {
  return static_cast<std::uint8_t>(std::lround(static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * t));
}

}  // namespace

Colour blend(Colour a, Colour b, float t) {
  t = std::clamp(t, 0.0F, 1.0F);
  return {mix(a.r, b.r, t), mix(a.g, b.g, t), mix(a.b, b.b, t), mix(a.a, b.a, t)};
}

double contrast(Colour a, Colour b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

const Theme& theme(ThemeName name) {
  switch (name) {
    case ThemeName::Dark: return kDark;
    case ThemeName::HighContrast: return kHighContrast;
    case ThemeName::Light: break;
  }
  return kLight;
}

Colour ink(const Theme& theme, Tone tone) {
  switch (tone) {
    case Tone::Accent: return theme.accent;
    case Tone::Agree: return theme.agree;
    case Tone::Differ: return theme.differ;
    case Tone::Critical: return theme.critical;
    case Tone::Muted: return theme.muted;
    case Tone::Neutral: break;
  }
  return theme.text;
}

Colour ground(const Theme& theme, Tone tone) {
  switch (tone) {
    case Tone::Accent: return theme.accent_soft;
    case Tone::Agree: return theme.agree_soft;
    case Tone::Differ: return theme.differ_soft;
    case Tone::Critical: return theme.critical_soft;
    case Tone::Muted:
    case Tone::Neutral: break;
  }
  return theme.neutral;
}

}  // namespace etalon::ui::toolkit
