#include <algorithm>
#include <cmath>

#include "ui/toolkit/draw.h"
#include "ui/toolkit/widgets.h"

namespace etalon::ui::toolkit {
namespace {

constexpr float kButtonHeight = 36;
constexpr float kButtonPad = 16;

struct ButtonColours {
  Colour fill, edge, words;
};

ButtonColours colours(const Theme& t, const ButtonStyle& style, const Interaction& it) {
  if (!style.enabled) {
    const Colour faint = blend(t.muted, t.panel, 0.35F);
    return {t.neutral, t.line, faint};
  }
  const float press = it.pressed ? 0.18F : it.hovered ? 0.09F : 0.0F;
  if (style.kind == ButtonStyle::Kind::Primary) {
    const Colour fill = blend(t.accent, t.name == ThemeName::Dark ? rgb(0xFFFFFF) : rgb(0x000000), press);
    return {fill, fill, t.on_accent};
  }
  return {blend(t.panel, t.accent_soft, press * 5), it.hovered ? blend(t.line, t.accent, 0.5F) : t.line, t.text};
}

Face face_of(const ButtonStyle& style) { return style.kind == ButtonStyle::Kind::Plain ? Face::Body : Face::BodyMedium; }

void draw_button(Ui& ui, const Rect& rect, std::string_view label, const ButtonStyle& style, const Interaction& it) {
  const ButtonColours c = colours(ui.theme(), style, it);
  if (style.kind == ButtonStyle::Kind::Plain) {
    const Colour words = !style.enabled ? c.words : it.hovered ? ui.theme().accent : ui.theme().muted;
    line_centred(ui, rect, face_of(style), words, label);
  } else {
    ui.canvas().fill(rect, c.fill, kRadius);
    ui.canvas().frame(rect, c.edge, kRadius);
    line_centred(ui, rect, Face::BodyMedium, c.words, label);
  }
  if (it.ring) focus_ring(ui, rect);
}

float button_width(Ui& ui, std::string_view label, const ButtonStyle& style) {
  if (style.width > 0) return style.width;
  const bool plain = style.kind == ButtonStyle::Kind::Plain;
  return std::ceil(ui.fonts().width(face_of(style), label)) + (plain ? 8 : 2 * kButtonPad);
}

constexpr float kHintGap = 6;

Rect place_hint(Ui& ui, std::string_view key, std::string_view label) {
  return ui.place(cap_width(ui, key) + kHintGap + std::ceil(ui.fonts().width(Face::Small, label)), 20);
}

void draw_hint(Ui& ui, const Rect& rect, std::string_view key, std::string_view label, Colour words) {
  draw_cap(ui, {rect.x, rect.y + 1}, key);
  line_in(ui, rect, cap_width(ui, key) + kHintGap, Face::Small, words, label);
}

}  // namespace

bool button(Ui& ui, std::string_view id, std::string_view label, const ButtonStyle& style) {
  const float w = std::min(button_width(ui, label, style), std::max(ui.line_width(), 80.0F));
  const float cap = style.key.empty() ? 0 : cap_width(ui, style.key) + 12;
  Rect rect = ui.place(w + cap, kButtonHeight);
  if (cap > 0) {
    const Rect beside = rect.cut_right(cap);
    draw_cap(ui, {beside.x + 12, beside.y + (beside.h - kCapHeight) / 2}, style.key);
  }
  ItemSpec spec;
  spec.label = label;
  spec.enabled = style.enabled;
  const Interaction it = ui.interact(id, rect, spec);
  const std::string shown = shortened(ui, Face::BodyMedium, label, rect.w - 8);
  draw_button(ui, rect, style.kind == ButtonStyle::Kind::Plain ? label : std::string_view(shown), style, it);
  return it.activated;
}

bool primary_button(Ui& ui, std::string_view id, std::string_view label, std::string_view key, bool enabled) {
  ButtonStyle style;
  style.kind = ButtonStyle::Kind::Primary;
  style.key = key;
  style.enabled = enabled;
  return button(ui, id, label, style);
}

void key_cap(Ui& ui, std::string_view key) {
  const Rect rect = ui.place(cap_width(ui, key), kCapHeight);
  draw_cap(ui, {rect.x, rect.y}, key);
}

void key_hint(Ui& ui, std::string_view key, std::string_view label) {
  draw_hint(ui, place_hint(ui, key, label), key, label, ui.theme().muted);
}

bool key_button(Ui& ui, std::string_view id, std::string_view key, std::string_view label) {
  const Rect rect = place_hint(ui, key, label);
  ItemSpec spec;
  spec.label = label;
  const Interaction it = ui.interact(id, rect, spec);
  draw_hint(ui, rect, key, label, it.hovered ? ui.theme().accent : ui.theme().muted);
  if (it.ring) focus_ring(ui, rect);
  return it.activated;
}

bool check(Ui& ui, std::string_view id, std::string_view label, bool on, bool enabled) {
  constexpr float kBox = 18;
  const float room = std::max(40.0F, ui.width() - kBox - 10);
  const std::vector<Line> lines = ui.state().wrap(Face::Body, label, room);
  const float step = ui.fonts().line_height(Face::Body);
  float widest = 0;
  for (const Line& line : lines) widest = std::max(widest, line.width);
  const Rect rect = ui.place(kBox + 10 + std::ceil(widest), std::max(28.0F, step * static_cast<float>(lines.size()) + 4));
  ItemSpec spec;
  spec.role = Role::Chip;
  spec.label = label;
  spec.enabled = enabled;
  spec.selected = on;
  spec.enter_activates = false;
  const Interaction it = ui.interact(id, rect, spec);
  const Theme& t = ui.theme();
  const Rect box{rect.x, rect.y + 5, kBox, kBox};
  ui.canvas().fill(box, on ? t.accent : t.panel, 4);
  ui.canvas().frame(box, on || it.hovered ? t.accent : blend(t.line, t.muted, 0.4F), 4);
  if (on) line_centred(ui, box, Face::ControlSemi, t.on_accent, "✓");
  draw_lines(ui, {rect.x + kBox + 10, rect.y + 3}, Face::Body, enabled ? t.text : t.muted, label, lines, step);
  if (it.ring) focus_ring(ui, rect);
  return it.activated;
}

}  // namespace etalon::ui::toolkit
