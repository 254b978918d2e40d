#include "ui/toolkit/text_edit.h"

#include <algorithm>
#include <cmath>

#include "sim/base/text.h"
#include "ui/toolkit/draw.h"
#include "ui/toolkit/edit_buffer.h"
#include "ui/toolkit/edit_state.h"
#include "ui/toolkit/widgets.h"

namespace etalon::ui::toolkit {
namespace {

constexpr float kPadX = 12;
constexpr float kPadY = 9;

// Everything one field needs while it is drawn.
struct Field {
  Ui& ui;
  EditState& state;
  std::string text;   // as it becomes
  std::string shown;  // the same, or dots
  bool multi = false;
  Face face = Face::Control;
  Rect inner;  // where the text goes
  float step = 20;
  std::vector<Line> lines;
};

EditState& memory(Ui& ui, const std::string& path, std::string_view value) {
  auto& slot = ui.state().edits[path];
  if (!slot) {
    slot = std::make_unique<EditState>();
    slot->caret = slot->anchor = value.size();
  }
  return *slot;
}

void wrap(Field& field, bool secret) {
  field.shown = field.text;
  if (secret) {
    field.shown.clear();
    for (std::size_t i = 0; i < count_code_points(field.text); ++i) field.shown += "•";
  }
  if (field.multi)
    field.lines = field.ui.state().wrap(field.face, field.shown, field.inner.w);
  else
    field.lines = {{0, field.shown.size(), field.shown.size(), 0}};
}

// With dots shown, a place in the text is another place on the screen.
std::size_t to_shown(const Field& field, std::size_t at) {
  if (field.shown.size() == field.text.size() && field.shown == field.text) return at;
  return count_code_points(std::string_view(field.text).substr(0, at)) * std::string_view("•").size();
}

std::size_t line_of(const Field& field, std::size_t at) {
  for (std::size_t i = 0; i + 1 < field.lines.size(); ++i)
    if (at < field.lines[i].next) return i;
  return field.lines.size() - 1;
}

float x_of(const Field& field, std::size_t line, std::size_t at) {
  const std::size_t begin = field.lines[line].begin;
  return at <= begin ? 0 : field.ui.fonts().width(field.face, std::string_view(field.shown).substr(begin, at - begin));
}

std::size_t at_x(const Field& field, std::size_t line, float x) {
  const Line& l = field.lines[line];
  // A wrapped line ends before the spaces it was broken at.
  std::size_t at = l.begin;
  while (at < l.end) {
    const std::size_t next = next_character(field.shown, at);
    if ((x_of(field, line, at) + x_of(field, line, next)) / 2 > x) break;
    at = next;
  }
  if (field.shown == field.text) return at;
  std::size_t in_text = 0;
  for (std::size_t dots = at / std::string_view("•").size(); dots > 0; --dots) in_text = next_character(field.text, in_text);
  return in_text;
}

void move_line(Field& field, int by, bool select) {
  const std::size_t line = line_of(field, field.state.caret);
  if (field.state.goal_x < 0) field.state.goal_x = x_of(field, line, field.state.caret);
  const float goal = field.state.goal_x;
  const auto target = static_cast<std::ptrdiff_t>(line) + by;
  std::size_t to = by < 0 ? 0 : field.text.size();
  if (target >= 0 && target < static_cast<std::ptrdiff_t>(field.lines.size()))
    to = at_x(field, static_cast<std::size_t>(target), goal);
  move_caret(field.state, to, select);
  field.state.goal_x = goal;
}

void type(Field& field, const KeyEvent& key, const TextEditStyle& style) {
  EditBuffer buffer{field.text, field.state, style.limit, field.multi};
  const bool select = key.mods.shift;
  if (key.key == Key::Up) return move_line(field, -1, select);
  if (key.key == Key::Down) return move_line(field, 1, select);
  if (key.key == Key::PageUp) return move_line(field, -6, select);
  if (key.key == Key::PageDown) return move_line(field, 6, select);
  if ((key.key == Key::Home || key.key == Key::End) && !key.mods.ctrl) {
    const Line& line = field.lines[line_of(field, to_shown(field, field.state.caret))];
    const bool whole = !field.multi;
    const std::size_t home = whole ? 0 : line.begin, end = whole ? field.text.size() : line.end;
    return move_caret(field.state, key.key == Key::Home ? home : end, select);
  }
  UiState& ui = field.ui.state();
  const bool copies = key.key == Key::C || key.key == Key::X;
  if (key.mods.ctrl && copies && key.text == 0) {
    if (const std::string chosen = selected_text(buffer); !chosen.empty() && !style.secret) {
      ui.to_clipboard(chosen);
      if (key.key == Key::X) insert(buffer, {});
    }
    return;
  }
  if (key.mods.ctrl && key.key == Key::V && key.text == 0) return insert(buffer, ui.clipboard());
  apply_key(buffer, key);
}

void point(Field& field, const PointerEvent& event) {
  const float y = event.at.y - field.inner.y + field.state.scroll;
  const auto last = static_cast<float>(field.lines.size() - 1);
  const auto line = static_cast<std::size_t>(std::clamp(std::floor(y / field.step), 0.0F, last));
  const float sideways = field.multi ? 0 : field.state.scroll;
  const std::size_t at = at_x(field, line, event.at.x - field.inner.x + sideways);
  if (event.kind == PointerEvent::Kind::Down && event.clicks >= 3) {
    field.state.anchor = 0;
    field.state.caret = field.text.size();
  } else if (event.kind == PointerEvent::Kind::Down && event.clicks == 2) {
    field.state.anchor = word_start(field.text, next_character(field.text, at));
    field.state.caret = word_end(field.text, field.state.anchor);
  } else {
    move_caret(field.state, at, event.kind == PointerEvent::Kind::Drag || event.shift);
  }
}

void follow_caret(Field& field) {
  const std::size_t caret = to_shown(field, field.state.caret);
  const std::size_t line = line_of(field, caret);
  if (field.multi) {
    const float top = static_cast<float>(line) * field.step;
    field.state.scroll = std::clamp(field.state.scroll, top + field.step - field.inner.h, top);
    const float content = static_cast<float>(field.lines.size()) * field.step;
    field.state.scroll = std::clamp(field.state.scroll, 0.0F, std::max(0.0F, content - field.inner.h));
    return;
  }
  const float x = x_of(field, 0, caret);
  field.state.scroll = std::max(0.0F, std::clamp(field.state.scroll, x - field.inner.w + 2, x));
}

void draw_selection(Field& field, std::size_t i, float top, float x) {
  const std::size_t from = to_shown(field, std::min(field.state.caret, field.state.anchor));
  const std::size_t to = to_shown(field, std::max(field.state.caret, field.state.anchor));
  const Line& line = field.lines[i];
  if (from == to || to <= line.begin || from >= line.next) return;
  const float left = x_of(field, i, std::max(from, line.begin));
  float right = x_of(field, i, std::min(to, line.end));
  if (to > line.end) right += 4;  // the line's end is chosen too
  const Theme& t = field.ui.theme();
  field.ui.canvas().fill({x + left, top, right - left, field.step}, blend(t.accent_soft, t.accent, 0.25F));
}

void draw_text(Field& field, bool focused, const TextEditStyle& style) {
  const Theme& t = field.ui.theme();
  Canvas& canvas = field.ui.canvas();
  canvas.push_clip({field.inner.x - 2, field.inner.y, field.inner.w + 4, field.inner.h});
  const float dx = field.multi ? 0 : field.state.scroll;
  const float dy = field.multi ? field.state.scroll : 0;
  float top = field.inner.y - dy;
  for (std::size_t i = 0; i < field.lines.size(); ++i, top += field.step) {
    if (top + field.step < field.inner.y || top > field.inner.bottom()) continue;
    const Line& line = field.lines[i];
    if (focused) draw_selection(field, i, top, field.inner.x - dx);
    canvas.text(field.face, {field.inner.x - dx, text_top(field.ui, top, field.step, field.face)},
                style.enabled ? t.text : t.muted, std::string_view(field.shown).substr(line.begin, line.end - line.begin));
  }
  if (field.text.empty() && !style.hint.empty())
    canvas.text(field.face, {field.inner.x, text_top(field.ui, field.inner.y, field.step, field.face)}, t.muted,
                shortened(field.ui, field.face, style.hint, field.inner.w));
  if (focused && style.enabled) {
    const std::size_t caret = to_shown(field, field.state.caret);
    const std::size_t line = line_of(field, caret);
    const float x = field.inner.x - dx + std::min(x_of(field, line, caret), field.multi ? field.inner.w : 1e6F);
    canvas.fill({x, field.inner.y - dy + static_cast<float>(line) * field.step + 1, 1.5F, field.step - 2}, t.accent);
  }
  canvas.pop_clip();
}

void draw_box(Ui& ui, const Rect& rect, const TextEditStyle& style, const Interaction& it) {
  const Theme& t = ui.theme();
  ui.canvas().fill(rect, style.enabled ? blend(t.background, t.panel, t.name == ThemeName::Light ? 0.0F : 0.3F) : t.neutral,
                   kRadius);
  const Colour edge = style.error ? t.differ : it.focused ? t.accent : it.hovered ? blend(t.line, t.accent, 0.5F) : t.line;
  ui.canvas().frame(rect, edge, kRadius, it.focused || style.error ? 1.5F : 0);
  if (it.ring) focus_ring(ui, rect);
}

std::optional<std::string> edit(Ui& ui, std::string_view id, std::string_view value, const TextEditStyle& style,
                                const Rect& rect, bool multi, float step) {
  const std::string path = ui.path(id);
  Field field{ui,
              memory(ui, path, value),
              std::string(value),
              {},
              multi,
              Face::Control,
              {rect.x + kPadX, rect.y + (multi ? kPadY : (rect.h - step) / 2), rect.w - 2 * kPadX,
               multi ? rect.h - 2 * kPadY : step},
              step,
              {}};
  keep_inside(field.state, field.text);
  ItemSpec spec;
  spec.role = Role::TextField;
  spec.label = style.label.empty() ? style.hint : style.label;
  spec.enabled = style.enabled;
  spec.enter_activates = multi;  // for a field: Enter belongs to it
  const Interaction it = ui.interact(id, rect, spec);
  wrap(field, style.secret);
  if (it.focused && style.enabled) {
    for (const PointerEvent& event : ui.state().pointed) point(field, event);
    for (const KeyEvent& key : ui.state().typed) {
      type(field, key, style);
      wrap(field, style.secret);
    }
    follow_caret(field);
  } else if (!multi) {
    field.state.scroll = 0;
  }
  draw_box(ui, rect, style, it);
  draw_text(field, it.focused, style);
  if (field.text == value) return std::nullopt;
  ui.state().redraw = true;
  return field.text;
}

}  // namespace

std::optional<std::string> text_area(Ui& ui, std::string_view id, std::string_view value, const TextEditStyle& style) {
  const float step = ui.fonts().line_height(Face::Control);
  const float inner = std::max(40.0F, ui.width() - 2 * kPadX);
  const auto lines = static_cast<float>(ui.state().wrap(Face::Control, value, inner).size());
  const float rows = std::clamp(lines, style.min_lines, std::max(style.min_lines, style.max_lines));
  const Rect rect = ui.place(0, rows * step + 2 * kPadY);
  std::optional<std::string> changed = edit(ui, id, value, style, rect, true, step);
  if (!style.count.empty()) {
    TextStyle count;
    count.face = Face::Small;
    count.tone = Tone::Muted;
    count.align = TextStyle::Align::Right;
    ui.space(2);
    text(ui, style.count, count);
  }
  return changed;
}

std::optional<std::string> text_field(Ui& ui, std::string_view id, std::string_view value, const TextEditStyle& style) {
  const float step = ui.fonts().line_height(Face::Control);
  const float w = style.width > 0 ? std::min(style.width, ui.width()) : ui.width();
  return edit(ui, id, value, style, ui.place(w, 36), false, step);
}

}  // namespace etalon::ui::toolkit
