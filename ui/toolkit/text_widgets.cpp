#include <algorithm>
#include <cmath>

#include "ui/toolkit/draw.h"
#include "ui/toolkit/widgets.h"

namespace etalon::ui::toolkit {
namespace {

Colour colour_of(Ui& ui, Tone tone) { return ink(ui.theme(), tone); }

// Left edge of a line that is `w` wide in a region.
float aligned(TextStyle::Align align, const Rect& region, float w) {
  if (align == TextStyle::Align::Right) return region.right() - w;
  if (align == TextStyle::Align::Centre) return region.x + (region.w - w) / 2;
  return region.x;
}

void one_line(Ui& ui, std::string_view utf8, const TextStyle& style, float room) {
  const std::string shown = shortened(ui, style.face, utf8, room);
  const float w = std::ceil(ui.fonts().width(style.face, shown));
  const bool whole = style.align != TextStyle::Align::Left;
  const Rect rect = ui.place(whole ? room : std::max(w, 1.0F), ui.fonts().line_height(style.face));
  ui.canvas().text(style.face, {aligned(style.align, rect, w), text_top(ui, rect.y, rect.h, style.face)},
                   colour_of(ui, style.tone), shown);
  if (!style.id.empty()) ui.note(style.id, rect, Role::Text, utf8);
}

}  // namespace

void text(Ui& ui, std::string_view utf8, const TextStyle& style) {
  const float room = style.max_width > 0 ? std::min(style.max_width, ui.width()) : ui.width();
  if (!style.wrap) return one_line(ui, utf8, style, room);
  // In a wrapping row a text that needs it starts on a line of its own.
  const Flow& flow = ui.state().flow();
  if (flow.is_row && flow.row.wrap && flow.started && ui.fonts().width(style.face, utf8) > room) {
    ui.new_line();
    return text(ui, utf8, style);
  }
  const std::vector<Line>& lines = ui.state().wrap(style.face, utf8, room);
  const float step = ui.fonts().line_height(style.face);
  float widest = 1;
  for (const Line& line : lines) widest = std::max(widest, std::ceil(line.width));
  const bool whole = style.align != TextStyle::Align::Left;
  const Rect rect = ui.place(whole ? room : widest, step * static_cast<float>(lines.size()));
  float y = rect.y;
  for (const Line& line : lines) {
    ui.canvas().text(style.face, {aligned(style.align, rect, line.width), text_top(ui, y, step, style.face)},
                     colour_of(ui, style.tone), utf8.substr(line.begin, line.end - line.begin));
    y += step;
  }
  if (!style.id.empty()) ui.note(style.id, rect, Role::Text, utf8);
}

namespace {

void styled(Ui& ui, std::string_view utf8, std::string_view id, Face face, Tone tone) {
  TextStyle style;
  style.face = face;
  style.tone = tone;
  style.id = id;
  text(ui, utf8, style);
}

}  // namespace

void big_title(Ui& ui, std::string_view utf8, std::string_view id) { styled(ui, utf8, id, Face::Big, Tone::Neutral); }
void title(Ui& ui, std::string_view utf8, std::string_view id) { styled(ui, utf8, id, Face::Title, Tone::Neutral); }
void lead(Ui& ui, std::string_view utf8, std::string_view id) { styled(ui, utf8, id, Face::Lead, Tone::Neutral); }
void label(Ui& ui, std::string_view utf8, std::string_view id) { styled(ui, utf8, id, Face::SmallSemi, Tone::Muted); }
void muted(Ui& ui, std::string_view utf8, std::string_view id) { styled(ui, utf8, id, Face::Body, Tone::Muted); }
void small_print(Ui& ui, std::string_view utf8, std::string_view id) { styled(ui, utf8, id, Face::Small, Tone::Muted); }

}  // namespace etalon::ui::toolkit
