#include "ui/toolkit/rich_text.h"

#include <algorithm>
#include <cmath>

#include "ui/toolkit/draw.h"
#include "ui/toolkit/rich_layout.h"

namespace etalon::ui::toolkit {
namespace {

constexpr float kTimeColumn = 88;  // times stand right-aligned in it
constexpr float kNarrowTime = 52;
constexpr float kDot = 4.5F;
constexpr float kNumberGap = 4;

// The rail gives up its air before the text gives up its measure.
float time_column(float room) { return room < 420 ? kNarrowTime : kTimeColumn; }
float text_indent(float room) { return time_column(room) + (room < 420 ? 36 : 47); }

Rect piece_rect(const RichPiece& piece, Point origin, float step) {
  return {origin.x + piece.x, origin.y + static_cast<float>(piece.line) * step, piece.width + piece.number, step};
}

struct Look {
  bool hovered = false, ring = false;
};

void draw_fact(Ui& ui, const Rect& at, const Run& run, const Look& look) {
  const Theme& t = ui.theme();
  Canvas& canvas = ui.canvas();
  const float line = at.bottom() - 2;
  const Rect behind{at.x, at.y + 1, at.w, at.h - 2};
  if (run.marked) canvas.fill(behind, t.mark);
  if (look.hovered && !run.marked) canvas.fill(behind, blend(t.background, t.mark, 0.5F));
  if (run.marked || run.determinative)
    canvas.fill({at.x, line, at.w, run.determinative ? 1.5F : canvas.pixel()}, run.determinative ? t.accent : t.text);
  else
    canvas.dotted_h(at.x, at.right(), line, look.hovered ? t.text : t.muted);
}

// The first and last line of a span may start and end anywhere: one ring a line.
void draw_rings(Ui& ui, const std::vector<Rect>& rects) {
  for (const Rect& rect : rects) ui.canvas().frame(rect.shrunk(-2, 0), ui.theme().focus, 4, 2);
}

Rect around(const std::vector<Rect>& rects) {
  Rect out = rects.front();
  for (const Rect& rect : rects) {
    const float left = std::min(out.x, rect.x), top = std::min(out.y, rect.y);
    out = {left, top, std::max(out.right(), rect.right()) - left, std::max(out.bottom(), rect.bottom()) - top};
  }
  return out;
}

// A span over several lines is several rectangles to the pointer and one control to the keyboard: the widest line is
// the control, the other lines lead the pointer to it.
Interaction span_interaction(Ui& ui, const Run& run, const std::vector<Rect>& rects, const ItemSpec& spec) {
  const auto widest = std::max_element(rects.begin(), rects.end(), [](const Rect& a, const Rect& b) { return a.w < b.w; });
  Interaction it = ui.interact(run.fact, *widest, spec);
  ItemSpec part = spec;
  part.focusable = false;
  for (std::size_t i = 0; i < rects.size(); ++i) {
    if (&rects[i] == &*widest) continue;
    const Interaction more = ui.interact(run.fact + ":" + std::to_string(i), rects[i], part);
    it.activated = it.activated || more.activated;
    it.hovered = it.hovered || more.hovered;
  }
  return it;
}

}  // namespace

std::optional<std::size_t> rich_text(Ui& ui, std::string_view id, std::span<const Run> runs, const RichTextStyle& style) {
  UiState& s = ui.state();
  const Fonts& fonts = ui.fonts();
  const RichMeasure measure{[&](std::string_view part) { return fonts.width(style.face, part); },
                            [&](std::string_view part) { return fonts.width(Face::Tiny, part) + kNumberGap; }};
  const RichLayout layout = lay_out(s.breaker, runs, ui.width(), measure);
  const float step = fonts.line_height(style.face);
  const Rect rect = ui.place(0, step * static_cast<float>(layout.lines));
  std::string whole;
  for (const Run& run : runs) whole += run.text;
  ui.note(id, rect, Role::Text, whole);
  ItemSpec spec;
  spec.role = Role::Fact;
  spec.enter_activates = false;
  spec.group = style.group.empty() ? ui.path(id) : std::string(style.group);
  const auto scope = ui.scope(id);
  std::optional<std::size_t> hit;
  std::vector<std::vector<Rect>> rects(runs.size());
  for (const RichPiece& piece : layout.pieces)
    if (piece.width > 0) rects[piece.run].push_back(piece_rect(piece, {rect.x, rect.y}, step));
  for (std::size_t r = 0; r < runs.size(); ++r) {
    if (runs[r].fact.empty() || rects[r].empty()) continue;
    spec.label = runs[r].text;
    spec.selected = runs[r].marked;
    Look look;
    if (style.interactive) {
      const Interaction it = span_interaction(ui, runs[r], rects[r], spec);
      look = {it.hovered, it.ring};
      if (it.activated) hit = r;
    } else {
      ui.note(runs[r].fact, around(rects[r]), Role::Fact, runs[r].text, runs[r].marked);
    }
    for (const Rect& part : rects[r]) draw_fact(ui, part, runs[r], look);
    if (look.ring) draw_rings(ui, rects[r]);
  }
  for (const RichPiece& piece : layout.pieces) {
    const Rect at = piece_rect(piece, {rect.x, rect.y}, step);
    const Theme& t = ui.theme();
    ui.canvas().text(style.face, {at.x, text_top(ui, at.y, step, style.face)}, t.text, piece.text);
    if (piece.number <= 0) continue;
    const Run& run = runs[piece.run];
    ui.canvas().text(Face::Tiny, {at.right() - piece.number + kNumberGap - 1, text_top(ui, at.y, step, Face::Tiny)},
                     run.determinative ? t.accent : t.muted, run.fact);
  }
  return hit;
}

Rail::Rail(Ui& ui, std::string_view id, const RailStep& step) : ui_(ui), last_(step.last) {
  const Theme& t = ui.theme();
  const Point at = ui.cursor();
  const float room = ui.width();
  const float times = time_column(room);
  const float line = ui.fonts().line_height(Face::Small);
  const auto right = [&](std::string_view words, float y) {
    const float w = ui.fonts().width(Face::Small, words);
    ui.canvas().text(Face::Small, {at.x + times - w, text_top(ui, y, line, Face::Small)}, t.muted, words);
  };
  if (!step.day.empty()) right(step.day, at.y);
  right(step.time, step.day.empty() ? at.y : at.y + line - 1);
  dot_ = {at.x + times + (room < 420 ? 16 : 23), at.y + line / 2};
  ui.canvas().text(Face::SmallSemi, {at.x + text_indent(room), text_top(ui, at.y, line, Face::SmallSemi)}, t.accent,
                   step.title);
  ui.note(id, {at.x, at.y, room, line}, Role::Heading, step.title);
  UiState& s = ui.state();
  Flow flow;
  flow.x = at.x + text_indent(room);
  flow.w = std::max(60.0F, room - text_indent(room));
  flow.y = at.y + line + 2;
  s.flows.push_back(flow);
}

Rail::~Rail() {
  UiState& s = ui_.state();
  // A short text still leaves room for a day above its time.
  const float bottom = std::max(s.flow().y, dot_.y + 32) + 20;
  s.flows.pop_back();
  s.flow().y = bottom;
  const float pixel = ui_.canvas().pixel();
  if (!last_) ui_.canvas().line_v(dot_.x - pixel / 2, dot_.y + kDot + 1, bottom + 5, ui_.theme().line);
  ui_.canvas().disc(dot_, kDot, ui_.theme().accent);
}

bool rail_next(Ui& ui, std::string_view id, std::string_view words, std::string_view key) {
  const float room = ui.width();
  const float indent = text_indent(room);
  const float w = std::ceil(ui.fonts().width(Face::Body, words)) + 10 + cap_width(ui, key);
  const Rect rect = ui.place(indent + w, 26);
  const Point dot{rect.x + time_column(room) + (room < 420 ? 16 : 23), rect.y + 10};
  ui.canvas().dashed_ring(dot, 5, 1.2F, ui.theme().muted);
  const Rect control{rect.x + indent, rect.y - 2, w, 26};
  ItemSpec spec;
  spec.label = words;
  const Interaction it = ui.interact(id, control, spec);
  line_in(ui, control, 0, Face::Body, it.hovered ? ui.theme().text : ui.theme().muted, words);
  draw_cap(ui, {control.right() - cap_width(ui, key), control.y + 4}, key);
  if (it.ring) focus_ring(ui, control, 4);
  return it.activated;
}

}  // namespace etalon::ui::toolkit
