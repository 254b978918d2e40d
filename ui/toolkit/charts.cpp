#include "ui/toolkit/charts.h"

#include <algorithm>
#include <cmath>

#include "ui/toolkit/draw.h"

namespace etalon::ui::toolkit {
namespace {

constexpr float kBar = 22;
constexpr float kLegendStep = 20;

// Accent, neutral, muted are three steps from strong to faint, so that parts without a judgement still differ.
Colour bar_fill(const Theme& t, Tone tone) {
  if (tone == Tone::Accent) return t.accent;
  return tone == Tone::Neutral ? t.accent_soft : ground(t, tone);
}
Colour bar_words(const Theme& t, Tone tone) {
  if (tone == Tone::Accent) return t.on_accent;
  return tone == Tone::Muted ? t.text : ink(t, tone);
}

struct Part {
  Rect rect;
  bool inside = false;  // the label fits in it
};

std::vector<Part> parts_of(Ui& ui, const VoteBar& bar, const Rect& room) {
  int total = 0;
  for (const VotePart& part : bar.parts) total += std::max(0, part.count);
  std::vector<Part> out;
  float x = room.x;
  for (const VotePart& part : bar.parts) {
    const float w = total == 0 ? 0 : room.w * static_cast<float>(std::max(0, part.count)) / static_cast<float>(total);
    const float right = ui.canvas().snap(x + w);
    const Rect rect{ui.canvas().snap(x), room.y, right - ui.canvas().snap(x), room.h};
    out.push_back({rect, ui.fonts().width(Face::SmallSemi, part.label) + 16 <= rect.w});
    x += w;
  }
  return out;
}

Canvas::Corners corners(std::size_t first, std::size_t last, std::size_t i) {
  if (first == last) return Canvas::Corners::All;
  if (i == first) return Canvas::Corners::Left;
  return i == last ? Canvas::Corners::Right : Canvas::Corners::None;
}

// The labels that found no room in their part: a swatch and the words, flowing below the bar.
void legend(Ui& ui, const VoteBar& bar, const std::vector<Part>& parts, float indent) {
  const Theme& t = ui.theme();
  float x = indent;
  Rect line;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].inside || bar.parts[i].count <= 0) continue;
    const std::string words = shortened(ui, Face::Small, bar.parts[i].label, ui.width() - indent - 18);
    const float w = std::ceil(ui.fonts().width(Face::Small, words)) + 34;
    if (line.empty() || (x > indent && x + w - 16 > ui.width())) {
      line = ui.place(0, kLegendStep);
      x = indent;
    }
    const Rect swatch{line.x + x, line.y + 6, 10, 10};
    ui.canvas().fill(swatch, bar_fill(t, bar.parts[i].tone), 2);
    ui.canvas().frame(swatch, blend(t.line, t.muted, 0.4F), 2);
    ui.canvas().text(Face::Small, {swatch.right() + 6, text_top(ui, line.y, kLegendStep, Face::Small)}, t.text, words);
    x += w;
  }
}

}  // namespace

void vote_bar(Ui& ui, std::string_view id, const VoteBar& bar) {
  const Theme& t = ui.theme();
  const bool above = bar.label_width > ui.width() / 2;
  const float indent = bar.label.empty() || above ? 0 : bar.label_width;
  if (!bar.label.empty() && above) {
    const Rect line = ui.place(0, 22);
    line_in(ui, line, 0, Face::Control, t.text, shortened(ui, Face::Control, bar.label, line.w));
  }
  const Rect rect = ui.place(0, kBar);
  Rect room = rect;
  const Rect left = room.cut_left(indent);
  if (indent > 0) line_in(ui, left, 0, Face::Control, t.text, shortened(ui, Face::Control, bar.label, indent - 12));
  const std::vector<Part> parts = parts_of(ui, bar, room);
  std::size_t first = parts.size(), last = 0;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (!parts[i].rect.empty()) {
      first = std::min(first, i);
      last = i;
    }
  if (first == parts.size()) ui.canvas().fill(room, t.neutral, 4);
  std::string words = bar.label;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    words += (words.empty() ? "" : " · ") + bar.parts[i].label;
    if (parts[i].rect.empty()) continue;
    const Rect& part = parts[i].rect;
    ui.canvas().fill(part, bar_fill(t, bar.parts[i].tone), 4, corners(first, last, i));
    // Neighbours may have the same tone.
    if (i != first) ui.canvas().line_v(part.x, part.y, part.bottom(), t.panel);
    if (parts[i].inside) line_in(ui, part, 8, Face::SmallSemi, bar_words(t, bar.parts[i].tone), bar.parts[i].label);
  }
  ui.note(id, rect, Role::Chart, words);
  legend(ui, bar, parts, indent);
}

namespace {

struct Scale {
  double from = 0, to = 1;
  float left = 0, right = 1;
  float operator()(double value) const {
    const double t = to > from ? std::clamp((value - from) / (to - from), 0.0, 1.0) : 0;
    return left + static_cast<float>(t) * (right - left);
  }
};

void interval_mark(Ui& ui, const IntervalRow& row, const Scale& scale, float y) {
  const Colour colour = ui.theme().accent;
  const float x = scale(row.value);
  const float low = scale(row.low), high = scale(row.high);
  ui.canvas().fill({low, y - 1, std::max(2.0F, high - low), 2}, colour);
  ui.canvas().disc({x, y}, 4.5F, colour);
}

}  // namespace

void interval_chart(Ui& ui, std::string_view id, const IntervalChart& chart) {
  const Theme& t = ui.theme();
  constexpr float kRow = 30;
  const float w = ui.width();
  const float label_width = chart.label_width > 0 ? std::min(chart.label_width, w / 2) : std::floor(w * 0.34F);
  float words_width = 44;
  for (const IntervalRow& row : chart.rows)
    if (row.defined) words_width = std::max(words_width, std::ceil(ui.fonts().width(Face::Small, row.words)) + 12);
  const float footer = chart.reference ? 24.0F : 0.0F;
  const Rect rect = ui.place(0, kRow * static_cast<float>(chart.rows.size()) + footer);
  const Scale scale{chart.from, chart.to, rect.x + label_width + 8, rect.right() - words_width - 10};
  const float bottom = rect.bottom() - footer;
  if (chart.reference) {
    const float x = scale(*chart.reference);
    ui.canvas().dashed_v(x, rect.y, bottom + 2, t.muted);
    const float words = ui.fonts().width(Face::Small, chart.reference_words);
    const float at = std::clamp(x - words / 2, rect.x, std::max(rect.x, rect.right() - words));
    ui.canvas().text(Face::Small, {at, text_top(ui, bottom + 3, 20, Face::Small)}, t.muted, chart.reference_words);
  }
  const auto scope = ui.scope(id);
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const IntervalRow& row = chart.rows[i];
    const Rect line{rect.x, rect.y + kRow * static_cast<float>(i), rect.w, kRow};
    const float note = row.note.empty() ? 0 : ui.fonts().width(Face::Small, row.note) + 8;
    const std::string name = shortened(ui, Face::Small, row.label, label_width - note);
    line_in(ui, line, 0, Face::Small, t.text, name);
    line_in(ui, line, ui.fonts().width(Face::Small, name) + 8, Face::Small, t.muted, row.note);
    if (row.defined) {
      interval_mark(ui, row, scale, line.y + kRow / 2);
      line_in(ui, line, rect.w - words_width + 12, Face::Small, t.muted, row.words);
    } else {
      // The reason takes the place of the picture; over the reference line it needs a ground of its own.
      const std::string reason = shortened(ui, Face::Small, row.words, rect.right() - scale.left);
      ui.canvas().fill({scale.left, line.y + 4, ui.fonts().width(Face::Small, reason) + 4, kRow - 8}, t.panel);
      line_in(ui, line, scale.left - rect.x, Face::Small, t.muted, reason);
    }
    ui.note(std::to_string(i), line, Role::Chart, row.label + " " + row.words);
  }
}

void line_chart(Ui& ui, std::string_view id, const LineChart& chart) {
  const Theme& t = ui.theme();
  const Rect rect = ui.place(0, chart.height);
  ui.note(id, rect, Role::Chart, chart.points.size() < 2 ? chart.empty_words : chart.reference_words);
  if (chart.points.size() < 2) {
    const std::vector<Line> lines = ui.state().wrap(Face::Small, chart.empty_words, rect.w);
    draw_lines(ui, {rect.x, rect.y + 8}, Face::Small, t.muted, chart.empty_words, lines,
               ui.fonts().line_height(Face::Small));
    return;
  }
  const float words = chart.reference ? ui.fonts().width(Face::Small, chart.reference_words) + 8 : 0;
  const Scale x{chart.points.front().x, chart.points.back().x, rect.x + 2, rect.right() - words - 4};
  const Scale y{chart.from, chart.to, rect.bottom() - 6, rect.y + 6};
  std::vector<Point> line;
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const BandPoint& p = chart.points[i];
    line.push_back({x(p.x), y(p.value)});
    if (i == 0) continue;
    const BandPoint& q = chart.points[i - 1];
    ui.canvas().quad({x(q.x), y(q.high)}, {x(p.x), y(p.high)}, {x(p.x), y(p.low)}, {x(q.x), y(q.low)}, t.accent_soft);
  }
  ui.canvas().line_h(rect.x, rect.right() - words, rect.bottom() - 1, t.line);
  if (chart.reference) {
    const float at = y(*chart.reference);
    ui.canvas().dashed_h(x.left, x.right, at, t.muted);
    ui.canvas().text(Face::Small, {x.right + 6, text_top(ui, at - 10, 20, Face::Small)}, t.muted, chart.reference_words);
  }
  ui.canvas().polyline(line, 2.2F, t.accent);
}

}  // namespace etalon::ui::toolkit
