// Regions: panels, cards, columns, rows, the overlay; and where the next control goes.
#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/base/assert.h"
#include "ui/toolkit/ui_state.h"

namespace etalon::ui::toolkit {
namespace {

constexpr float kCardRadius = 10;
constexpr float kScrollBar = 6;
constexpr float kRevealMargin = 16;

Flow stack(float x, float y, float w) {
  Flow flow;
  flow.x = x;
  flow.y = y;
  flow.w = std::max(0.0F, w);
  return flow;
}

// A row's line ends: what follows goes below it.
void end_line(Flow& row) {
  if (!row.started) return;
  row.y += std::max(row.line_h, row.row.height);
  row.line_h = 0;
  row.started = false;
  row.next_x = row.x;
}

void draw_card(Ui& ui, const PendingCard& card) {
  UiState& s = ui.state();
  s.canvas.to(s.layer, card.depth);
  const Theme& t = ui.theme();
  if (card.ground != Ground::None)
    s.canvas.fill(card.rect, card.ground == Ground::Page ? t.background : t.panel, kCardRadius);
  s.canvas.frame(card.rect, t.line, kCardRadius);
  s.canvas.to(s.layer, Canvas::kContent);
}

void draw_panel(Ui& ui, const Rect& rect, const PanelStyle& style) {
  UiState& s = ui.state();
  const Theme& t = ui.theme();
  s.canvas.to(s.layer, 0);
  if (style.ground != Ground::None) s.canvas.fill(rect, style.ground == Ground::Page ? t.background : t.panel);
  const float pixel = s.canvas.pixel();
  s.canvas.to(s.layer, Canvas::kContent);
  if (style.line_left) s.canvas.line_v(rect.x, rect.y, rect.bottom(), t.line);
  if (style.line_right) s.canvas.line_v(rect.right() - pixel, rect.y, rect.bottom(), t.line);
  if (style.line_top) s.canvas.line_h(rect.x, rect.right(), rect.y, t.line);
  if (style.line_bottom) s.canvas.line_h(rect.x, rect.right(), rect.bottom() - pixel, t.line);
}

float limited(const PanelMemory& memory, float scroll) {
  return std::clamp(scroll, 0.0F, std::max(0.0F, memory.content - memory.seen));
}

// Brings the item that was asked for into view, once it is known where it is.
void settle_reveal(UiState& s, const OpenPanel& panel, PanelMemory& memory) {
  if (s.reveal.empty()) return;
  for (std::size_t i = panel.first_item; i < s.items.size(); ++i) {
    const Item& item = s.items[i];
    if (item.id != s.reveal) continue;
    float to = memory.scroll;
    const float below = item.rect.bottom() + kRevealMargin - panel.rect.bottom();
    if (below > 0) to += below;
    const float above = panel.rect.y - (item.rect.y - (to - memory.scroll) - kRevealMargin);
    if (above > 0) to -= above;
    s.reveal.clear();
    const float limit = limited(memory, to);
    s.redraw = s.redraw || limit != memory.scroll;
    memory.scroll = limit;
    return;
  }
}

void draw_scroll_bar(Ui& ui, const OpenPanel& panel, PanelMemory& memory) {
  if (memory.content <= memory.seen + 0.5F) return;
  const float track = panel.rect.h - 8;
  const float length = std::max(24.0F, track * memory.seen / memory.content);
  const float travel = memory.content - memory.seen;
  const float y = panel.rect.y + 4 + (track - length) * memory.scroll / travel;
  const Rect thumb{panel.rect.right() - kScrollBar - 3, y, kScrollBar, length};
  ItemSpec spec;
  spec.role = Role::Panel;
  spec.focusable = false;
  const auto scope = ui.scope(panel.id);
  const Interaction it = ui.interact("scroll-bar", thumb.shrunk(-3, 0), spec);
  UiState& s = ui.state();
  const bool held = s.mouse_down && s.pressed == ui.path("scroll-bar");
  if (held && track > length) {
    const float share = (s.mouse.y - panel.rect.y - 4 - length / 2) / (track - length);
    const float to = limited(memory, share * travel);
    s.redraw = s.redraw || std::abs(to - memory.scroll) > 0.01F;
    memory.scroll = to;
  }
  const Theme& t = ui.theme();
  s.canvas.fill(thumb, blend(t.line, t.muted, held || it.hovered ? 0.6F : 0.15F), kScrollBar / 2);
}

std::vector<float> track_widths(const std::vector<Track>& tracks, float room) {
  float shares = 0;
  for (const Track& track : tracks) {
    room -= track.fixed;
    if (track.fixed <= 0) shares += track.share;
  }
  std::vector<float> widths;
  for (const Track& track : tracks)
    widths.push_back(track.fixed > 0 ? track.fixed : std::max(0.0F, room) * track.share / std::max(shares, 0.001F));
  return widths;
}

}  // namespace

Rect Ui::screen() const { return {0, 0, state_->size.x, state_->size.y}; }

float Ui::width() const {
  const Flow& flow = state_->flows.back();
  if (!flow.is_row) return flow.w;
  return std::max(0.0F, flow.x + flow.w - (flow.started ? flow.next_x : flow.x));
}

float Ui::line_width() const {
  const Flow& flow = state_->flows.back();
  return flow.is_row && flow.row.wrap ? flow.w : width();
}

Point Ui::cursor() const {
  const Flow& flow = state_->flows.back();
  return {flow.is_row && flow.started ? flow.next_x : flow.x, flow.y};
}

Rect Ui::place(float w, float h) {
  Flow& flow = state_->flow();
  if (!flow.is_row) {
    const Rect rect{flow.x, flow.y, w <= 0 ? flow.w : w, h};
    flow.y += h;
    return rect;
  }
  if (w <= 0) w = width();
  if (flow.row.wrap && flow.started && flow.next_x + w > flow.x + flow.w + 0.5F) new_line();
  const float x = flow.started ? flow.next_x : flow.x;
  flow.started = true;
  flow.next_x = x + w + flow.row.gap;
  flow.line_h = std::max(flow.line_h, h);
  return {x, flow.y + (flow.row.height > 0 ? (flow.row.height - h) / 2 : 0), w, h};
}

void Ui::space(float amount) {
  Flow& flow = state_->flow();
  if (flow.is_row)
    flow.next_x = (flow.started ? flow.next_x : flow.x) + amount, flow.started = true;
  else
    flow.y += amount;
}

void Ui::hairline(float before, float after) {
  space(before);
  const Rect rect = place(0, state_->canvas.pixel());
  state_->canvas.line_h(rect.x, rect.right(), rect.y, theme().line);
  space(after);
}

Scoped Ui::panel(std::string_view id, const Rect& rect, const PanelStyle& style) {
  begin_panel(id, rect, style);
  return Scoped(*this, &Ui::end_panel);
}

void Ui::begin_panel(std::string_view id, const Rect& rect, const PanelStyle& style) {
  UiState& s = *state_;
  draw_panel(*this, rect, style);
  OpenPanel panel{path(id), rect, style, 0, s.items.size()};
  PanelMemory& memory = s.panel_memory[panel.id];
  memory.rect = rect;
  memory.seen = rect.h;
  memory.layer = s.layer;
  memory.main = style.main;
  memory.alive = true;
  if (!style.scroll) memory.scroll = 0;
  panel.content_top = rect.y - s.canvas.snap(memory.scroll);
  float width = rect.w - 2 * style.pad_x;
  float x = rect.x + style.pad_x;
  if (style.max_width > 0 && width > style.max_width) {
    if (style.centred) x += (width - style.max_width) / 2;
    width = style.max_width;
  }
  s.canvas.push_clip(rect);
  s.clips.push_back(rect.clipped(s.clips.back()));
  s.flows.push_back(stack(x, panel.content_top + style.pad_y, width));
  s.panels.push_back(std::move(panel));
  s.scope_lengths.push_back(s.scope.size());
  s.scope = s.panels.back().id;
}

void Ui::end_panel() {
  UiState& s = *state_;
  end_scope();
  const OpenPanel panel = std::move(s.panels.back());
  s.panels.pop_back();
  PanelMemory& memory = s.panel_memory[panel.id];
  memory.content = s.flow().y + panel.style.pad_y - panel.content_top;
  s.flows.pop_back();
  if (panel.style.scroll) {
    const float valid = limited(memory, memory.scroll);
    s.redraw = s.redraw || valid != memory.scroll;
    memory.scroll = valid;
    settle_reveal(s, panel, memory);
    const std::string outer = std::exchange(s.scope, std::string());
    draw_scroll_bar(*this, panel, memory);
    s.scope = outer;
  } else {
    memory.content = 0;
  }
  s.clips.pop_back();
  s.canvas.pop_clip();
}

Scoped Ui::card(std::string_view id, const CardStyle& style) {
  UiState& s = *state_;
  const Flow& flow = s.flow();
  const int depth = std::min(Canvas::kContent - 1, static_cast<int>(s.cards.size()) + 1);
  const Rect rect{cursor().x, flow.y, width(), 0};
  s.cards.push_back({{rect, depth, style.ground}, style.pad, style.min_height});
  s.flows.push_back(stack(rect.x + style.pad, rect.y + style.pad, rect.w - 2 * style.pad));
  s.scope_lengths.push_back(s.scope.size());
  s.scope = path(id);
  return Scoped(*this, &Ui::end_card);
}

void Ui::end_card() {
  UiState& s = *state_;
  end_scope();
  OpenCard open = s.cards.back();
  s.cards.pop_back();
  Rect& rect = open.card.rect;
  rect.h = std::max(open.min_height, s.flow().y + open.pad - rect.y);
  s.flows.pop_back();
  place(rect.w, rect.h);
  // In columns the height waits for the neighbours.
  const bool direct = !s.columns.empty() && s.flow().x == rect.x && s.columns.back().x <= rect.x && !s.flow().is_row;
  if (direct)
    s.columns.back().cards.push_back(open.card);
  else
    draw_card(*this, open.card);
}

Scoped Ui::columns(const std::vector<Track>& tracks, float gap) {
  ETALON_ASSERT(!tracks.empty());
  UiState& s = *state_;
  OpenColumns columns;
  const float all = width();
  columns.gap = gap;
  columns.x = cursor().x;
  columns.top = columns.bottom = s.flow().y;
  columns.widths = track_widths(tracks, all - gap * static_cast<float>(tracks.size() - 1));
  for (std::size_t i = 0; i < tracks.size(); ++i) columns.stacked = columns.stacked || columns.widths[i] < tracks[i].min;
  if (columns.stacked) columns.widths.assign(tracks.size(), all);
  s.flows.push_back(stack(columns.x, columns.top, columns.widths.front()));
  s.columns.push_back(std::move(columns));
  return Scoped(*this, &Ui::end_columns);
}

void Ui::next_column() {
  UiState& s = *state_;
  OpenColumns& columns = s.columns.back();
  columns.bottom = std::max(columns.bottom, s.flow().y);
  const float w = columns.widths[columns.index];
  ++columns.index;
  ETALON_ASSERT(columns.index < columns.widths.size());
  if (columns.stacked) {
    s.flow().y += columns.gap;
    return;
  }
  const float x = s.flow().x + w + columns.gap;
  s.flow() = stack(x, columns.top, columns.widths[columns.index]);
}

void Ui::end_columns() {
  UiState& s = *state_;
  const OpenColumns columns = std::move(s.columns.back());
  s.columns.pop_back();
  const float bottom = std::max(columns.bottom, s.flow().y);
  s.flows.pop_back();
  const auto alone = [&](const PendingCard& card) {
    return card.rect.y == columns.top &&
           std::count_if(columns.cards.begin(), columns.cards.end(),
                         [&](const PendingCard& other) { return other.rect.x == card.rect.x; }) == 1;
  };
  for (PendingCard card : columns.cards) {
    if (!columns.stacked && alone(card)) card.rect.h = bottom - card.rect.y;
    draw_card(*this, card);
  }
  place(0, bottom - columns.top);
}

Scoped Ui::row(const RowStyle& style) {
  UiState& s = *state_;
  Flow flow = stack(cursor().x, s.flow().y, width());
  flow.is_row = true;
  flow.row = style;
  flow.next_x = flow.x;
  s.flows.push_back(flow);
  return Scoped(*this, &Ui::end_row);
}

void Ui::spring() {
  UiState& s = *state_;
  Flow& row = s.flow();
  if (!row.is_row || row.sprung) return;
  row.sprung = true;
  row.spring_mark = s.canvas.mark();
  row.spring_items = s.items.size();
}

namespace {

void release_spring(UiState& s, Flow& row) {
  if (!row.sprung) return;
  row.sprung = false;
  const float dx = s.canvas.snap(row.x + row.w - (row.next_x - row.row.gap));
  if (!row.started || dx <= 0) return;
  s.canvas.shift(row.spring_mark, dx, 0);
  for (std::size_t i = row.spring_items; i < s.items.size(); ++i) s.items[i].rect.x += dx;
}

}  // namespace

void Ui::new_line() {
  UiState& s = *state_;
  Flow& row = s.flow();
  if (!row.is_row) return;
  release_spring(s, row);
  if (!row.started) return;
  end_line(row);
  row.y += row.row.line_gap;
}

void Ui::end_row() {
  UiState& s = *state_;
  Flow row = s.flow();
  release_spring(s, row);
  end_line(row);
  s.flows.pop_back();
  const float top = s.flow().y;
  place(0, std::max(row.y - top, row.row.height));
}

Scoped Ui::indent(float left, float right) {
  UiState& s = *state_;
  const Flow& flow = s.flow();
  s.flows.push_back(stack(flow.x + left, flow.y, flow.w - left - right));
  return Scoped(*this, &Ui::end_indent);
}

void Ui::end_indent() {
  UiState& s = *state_;
  const float y = s.flow().y;
  s.flows.pop_back();
  s.flow().y = y;
}

Scoped Ui::overlay(std::string_view id, float width) {
  UiState& s = *state_;
  ETALON_ASSERT(s.layer == 0);
  s.layer = 1;
  s.canvas.to(1, 0);
  const Colour dim = theme().name == ThemeName::Dark ? Colour{0, 0, 0, 150} : Colour{29, 34, 38, 90};
  s.canvas.fill(screen(), dim);
  const std::string full = path(id);
  const float wanted = s.panel_memory[full].content;
  const float w = std::min(width, s.size.x - 32);
  const float h = std::min(wanted > 0 ? wanted : s.size.y, s.size.y - 32);
  const Rect sheet{s.canvas.snap((s.size.x - w) / 2), s.canvas.snap((s.size.y - h) / 2), w, h};
  note(id, sheet, Role::Overlay, {});
  s.canvas.fill(sheet, theme().panel, kCardRadius);
  s.canvas.frame(sheet, theme().line, kCardRadius);
  PanelStyle style;
  style.ground = Ground::None;
  style.pad_x = style.pad_y = 28;
  s.canvas.to(1, Canvas::kContent);
  begin_panel(id, sheet, style);
  return Scoped(*this, &Ui::end_overlay);
}

void Ui::end_overlay() {
  end_panel();
  state_->layer = 0;
  state_->canvas.to(0, Canvas::kContent);
}

}  // namespace etalon::ui::toolkit
