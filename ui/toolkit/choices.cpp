#include <algorithm>
#include <cmath>

#include "ui/toolkit/draw.h"
#include "ui/toolkit/widgets.h"

namespace etalon::ui::toolkit {
namespace {

constexpr float kChipHeight = 30;
constexpr float kChipPad = 11;
constexpr float kChipStep = 20;  // line height inside a chip
constexpr float kSegmentHeight = 26;
constexpr float kSegmentPad = 10;

struct ChipLayout {
  float cap = 0, words = 0, detail = 0, w = 0, h = kChipHeight;
  std::vector<Line> lines;
};

ChipLayout lay_out(Ui& ui, const Chip& chip, float room) {
  ChipLayout out;
  out.cap = chip.key.empty() ? 0 : cap_width(ui, chip.key) + 8;
  out.detail = chip.detail.empty() ? 0 : std::ceil(ui.fonts().width(Face::Small, chip.detail)) + 8;
  float free = room - 2 * kChipPad - out.cap;
  if (out.detail > free / 2) out.detail = 0;  // no room for the detail
  // Measured in the weight of a chosen chip, so that choosing moves nothing.
  out.lines = ui.state().wrap(Face::ControlSemi, chip.label, std::max(40.0F, free - out.detail));
  for (const Line& line : out.lines) out.words = std::max(out.words, std::ceil(line.width));
  out.w = 2 * kChipPad + out.cap + out.words + out.detail;
  out.h = std::max(kChipHeight, kChipStep * static_cast<float>(out.lines.size()) + 10);
  return out;
}

void draw_chip(Ui& ui, const Rect& rect, const Chip& chip, const ChipLayout& layout, const Interaction& it, bool active) {
  const Theme& t = ui.theme();
  Colour fill = chip.selected ? t.accent_soft : t.panel;
  if (it.hovered && !chip.selected) fill = blend(t.panel, t.accent_soft, it.pressed ? 1.0F : 0.5F);
  ui.canvas().fill(rect, fill, kRadius);
  ui.canvas().frame(rect, chip.selected ? t.accent : it.hovered ? blend(t.line, t.accent, 0.5F) : t.line, kRadius);
  if (t.name == ThemeName::HighContrast && chip.selected) ui.canvas().frame(rect, t.accent, kRadius, 2);
  if (layout.cap > 0)
    draw_cap(ui, {rect.x + kChipPad - 1, rect.y + (rect.h - kCapHeight) / 2}, chip.key, active || chip.selected);
  const float x = rect.x + kChipPad + layout.cap;
  const float y = rect.y + (rect.h - kChipStep * static_cast<float>(layout.lines.size())) / 2;
  const Face face = chip.selected ? Face::ControlSemi : Face::Control;
  draw_lines(ui, {x, y}, face, chip.enabled ? t.text : t.muted, chip.label, layout.lines, kChipStep);
  if (layout.detail > 0) line_in(ui, rect, rect.w - kChipPad - layout.detail + 8, Face::Small, t.muted, chip.detail);
  if (it.ring) focus_ring(ui, rect);
}

struct SegmentsLayout {
  std::vector<float> widths;
  float w = 0;
};

SegmentsLayout lay_out(Ui& ui, std::span<const Segment> segments) {
  SegmentsLayout out;
  for (const Segment& segment : segments) {
    out.widths.push_back(std::ceil(ui.fonts().width(Face::SmallSemi, segment.label)) + 2 * kSegmentPad);
    out.w += out.widths.back();
  }
  return out;
}

void draw_segment(Ui& ui, const Rect& part, const Segment& segment, const Interaction& it, Canvas::Corners corners,
                  bool enabled) {
  const Theme& t = ui.theme();
  if (segment.selected)
    ui.canvas().fill(part, ground(t, segment.tone), 5, corners);
  else if (it.hovered)
    ui.canvas().fill(part, blend(t.panel, t.neutral, 0.6F), 5, corners);
  Colour words = segment.selected ? ink(t, segment.tone) : t.muted;
  if (!enabled) words = blend(t.muted, t.panel, 0.35F);
  line_centred(ui, part, segment.selected ? Face::SmallSemi : Face::Small, words, segment.label);
}

Canvas::Corners corners_of(std::size_t index, std::size_t count) {
  if (count == 1) return Canvas::Corners::All;
  if (index == 0) return Canvas::Corners::Left;
  return index + 1 == count ? Canvas::Corners::Right : Canvas::Corners::None;
}

std::optional<std::size_t> segments_at(Ui& ui, std::string_view id, const Rect& rect, std::span<const Segment> segments,
                                       const SegmentsLayout& layout, bool enabled) {
  std::optional<std::size_t> hit;
  const std::string group = ui.path(id);
  const auto scope = ui.scope(id);
  ui.canvas().fill(rect, ui.theme().panel, 5);
  Rect ring;
  float x = rect.x;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Rect part{x, rect.y, layout.widths[i], rect.h};
    x += part.w;
    ItemSpec spec;
    spec.role = Role::Segment;
    spec.label = segments[i].label;
    spec.enabled = enabled;
    spec.selected = segments[i].selected;
    spec.group = group;
    spec.enter_activates = false;
    const Interaction it = ui.interact(segments[i].id, part, spec);
    draw_segment(ui, part, segments[i], it, corners_of(i, segments.size()), enabled);
    if (i > 0) ui.canvas().line_v(part.x, rect.y, rect.bottom(), ui.theme().line);
    if (it.ring) ring = part;
    if (it.activated) hit = i;
  }
  ui.canvas().frame(rect, ui.theme().line, 5);
  if (!ring.empty()) focus_ring(ui, ring, 4);
  return hit;
}

}  // namespace

std::optional<std::size_t> chips(Ui& ui, std::string_view id, std::span<const Chip> all, const ChipsStyle& style) {
  std::optional<std::size_t> hit;
  const std::string group = ui.path(id);
  const auto scope = ui.scope(id);
  RowStyle flow;
  flow.wrap = true;
  flow.gap = 6;
  flow.line_gap = 6;
  const float room = ui.width();
  const auto row = ui.row(flow);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const ChipLayout layout = lay_out(ui, all[i], room);
    const Rect rect = ui.place(layout.w, layout.h);
    ItemSpec spec;
    spec.role = Role::Chip;
    spec.label = all[i].label;
    spec.enabled = all[i].enabled;
    spec.selected = all[i].selected;
    spec.group = group;
    spec.enter_activates = false;
    const Interaction it = ui.interact(all[i].id, rect, spec);
    draw_chip(ui, rect, all[i], layout, it, style.active);
    if (it.activated) hit = i;
  }
  return hit;
}

namespace {

// Where the line is too short for one bar: the same choices as chips, which wrap.
std::optional<std::size_t> as_chips(Ui& ui, std::string_view id, std::span<const Segment> segments, bool enabled) {
  std::vector<Chip> out;
  for (const Segment& segment : segments) {
    Chip chip;
    chip.id = segment.id;
    chip.label = segment.label;
    chip.selected = segment.selected;
    chip.enabled = enabled;
    out.push_back(std::move(chip));
  }
  return chips(ui, id, out);
}

}  // namespace

std::optional<std::size_t> segmented(Ui& ui, std::string_view id, std::span<const Segment> segments, bool enabled) {
  const SegmentsLayout layout = lay_out(ui, segments);
  if (layout.w > ui.width()) return as_chips(ui, id, segments, enabled);
  const Rect rect = ui.place(layout.w, kSegmentHeight);
  return segments_at(ui, id, rect, segments, layout, enabled);
}

namespace {

// The facts a row rests on, small, behind the last line of its label.
void draw_facts(Ui& ui, float x, float line_top, float step, const std::vector<std::string>& facts) {
  for (const std::string& fact : facts) {
    ui.canvas().text(Face::Tiny, {x, text_top(ui, line_top, step, Face::Tiny)}, ui.theme().muted, fact);
    x += ui.fonts().width(Face::Tiny, fact) + 6;
  }
}

float facts_width(Ui& ui, const std::vector<std::string>& facts) {
  float w = 0;
  for (const std::string& fact : facts) w += ui.fonts().width(Face::Tiny, fact) + 6;
  return facts.empty() ? 0 : w + 10;
}

}  // namespace

std::optional<std::size_t> state_row(Ui& ui, std::string_view id, const StateRow& row) {
  constexpr float kShortest = 180;  // a label with less room goes above its states
  const SegmentsLayout layout = lay_out(ui, row.states);
  const float facts = facts_width(ui, row.facts);
  const bool stacked = ui.width() - layout.w - 16 - facts < kShortest;
  const float taken = stacked ? 0 : layout.w + 16;
  const std::vector<Line> lines = ui.state().wrap(Face::Control, row.label, std::max(60.0F, ui.width() - taken - facts));
  const std::vector<Line> hint =
      row.hint.empty() ? std::vector<Line>{} : ui.state().wrap(Face::Small, row.hint, std::max(60.0F, ui.width() - taken));
  const float step = ui.fonts().line_height(Face::Control);
  const float hint_step = ui.fonts().line_height(Face::Small) - 2;
  const float words = step * static_cast<float>(lines.size()) + hint_step * static_cast<float>(hint.size());
  const float below = stacked ? kSegmentHeight + 8 : 0;
  const Rect rect = ui.place(0, std::max(38.0F, words + below + 12));
  const float top = rect.y + (rect.h - words - below) / 2;
  if (row.active) ui.canvas().fill({rect.x - 10, rect.y + 8, 3, rect.h - 16}, ui.theme().accent, 1.5F);
  draw_lines(ui, {rect.x, top}, Face::Control, ui.theme().text, row.label, lines, step);
  const float last_top = top + step * static_cast<float>(lines.size() - 1);
  draw_facts(ui, rect.x + lines.back().width + 12, last_top, step, row.facts);
  draw_lines(ui, {rect.x, last_top + step}, Face::Small, ui.theme().muted, row.hint, hint, hint_step);
  if (!row.last) ui.canvas().line_h(rect.x, rect.right(), rect.bottom() - ui.canvas().pixel(), ui.theme().line);
  const Rect beside{rect.right() - layout.w, rect.y + (rect.h - kSegmentHeight) / 2, layout.w, kSegmentHeight};
  const Rect under{rect.x, top + words + 8, layout.w, kSegmentHeight};
  return segments_at(ui, id, stacked ? under : beside, row.states, layout, true);
}

}  // namespace etalon::ui::toolkit
