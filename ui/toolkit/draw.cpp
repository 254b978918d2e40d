#include "ui/toolkit/draw.h"

#include <algorithm>
#include <cmath>

namespace etalon::ui::toolkit {

void focus_ring(Ui& ui, const Rect& rect, float radius) {
  ui.canvas().frame(rect.shrunk(-3), ui.theme().focus, radius + 3, 2);
}

void line_in(Ui& ui, const Rect& rect, float pad, Face face, Colour colour, std::string_view utf8) {
  ui.canvas().text(face, {rect.x + pad, text_top(ui, rect.y, rect.h, face)}, colour, utf8);
}

void line_centred(Ui& ui, const Rect& rect, Face face, Colour colour, std::string_view utf8) {
  const float w = ui.fonts().width(face, utf8);
  line_in(ui, rect, (rect.w - w) / 2, face, colour, utf8);
}

float text_top(Ui& ui, float line_top, float step, Face face) {
  return line_top + (step - ui.canvas().text_height(face)) / 2;
}

void draw_lines(Ui& ui, Point at, Face face, Colour colour, std::string_view utf8, const std::vector<Line>& lines,
                float step) {
  for (const Line& line : lines) {
    ui.canvas().text(face, {at.x, text_top(ui, at.y, step, face)}, colour, utf8.substr(line.begin, line.end - line.begin));
    at.y += step;
  }
}

std::string shortened(Ui& ui, Face face, std::string_view utf8, float width) {
  if (ui.fonts().width(face, utf8) <= width + 0.5F) return std::string(utf8);
  constexpr std::string_view kDots = "…";
  const float room = width - ui.fonts().width(face, kDots);
  std::size_t end = 0;
  for (std::size_t next = next_character(utf8, 0); next <= utf8.size(); next = next_character(utf8, end)) {
    if (ui.fonts().width(face, utf8.substr(0, next)) > room) break;
    end = next;
    if (end == utf8.size()) break;
  }
  return std::string(utf8.substr(0, end)) + std::string(kDots);
}

float cap_width(Ui& ui, std::string_view key) {
  return std::max(kCapHeight, std::ceil(ui.fonts().width(Face::Tiny, key)) + 12);
}

void draw_cap(Ui& ui, Point at, std::string_view key, bool strong) {
  const Theme& t = ui.theme();
  const Rect cap{at.x, at.y, cap_width(ui, key), kCapHeight};
  const Colour edge = strong ? t.accent : blend(t.line, t.muted, 0.25F);
  ui.canvas().fill(cap, edge, 4);
  Rect face = cap;
  const float pixel = ui.canvas().pixel();
  face = {cap.x + pixel, cap.y + pixel, cap.w - 2 * pixel, cap.h - pixel - std::max(pixel, 2.0F)};
  ui.canvas().fill(face, strong ? t.panel : t.background, 3);
  line_centred(ui, {face.x, face.y, face.w, face.h}, Face::Tiny, strong ? t.accent : t.muted, key);
}

}  // namespace etalon::ui::toolkit
