#include "ui/toolkit/table.h"

#include <algorithm>
#include <cmath>

#include "ui/toolkit/draw.h"
#include "ui/toolkit/widgets.h"

namespace etalon::ui::toolkit {
namespace {

constexpr float kCellPad = 8;
constexpr float kSignRoom = 20;

struct SignLook {
  std::string_view mark;
  Tone tone = Tone::Neutral;
};

SignLook look_of(Sign sign) {
  switch (sign) {
    case Sign::Agree: return {"✓", Tone::Agree};
    case Sign::Differ: return {"✗", Tone::Differ};
    case Sign::Partly: return {"≈", Tone::Muted};
    case Sign::Critical: return {"!", Tone::Critical};
    case Sign::Excluded: return {"–", Tone::Muted};
    case Sign::None: break;
  }
  return {};
}

struct Grid {
  std::vector<float> x, w;
};

Grid columns_of(std::span<const TableColumn> columns, const Rect& rect) {
  float room = rect.w, shares = 0;
  for (const TableColumn& column : columns) {
    room -= column.fixed;
    if (column.fixed <= 0) shares += column.share;
  }
  Grid grid;
  float x = rect.x;
  for (const TableColumn& column : columns) {
    const float w = column.fixed > 0 ? column.fixed : std::max(40.0F, room * column.share / std::max(shares, 0.001F));
    grid.x.push_back(x);
    grid.w.push_back(w);
    x += w;
  }
  return grid;
}

float facts_width(Ui& ui, const Cell& cell) {
  float w = 0;
  for (const std::string& fact : cell.facts) w += ui.fonts().width(Face::Tiny, fact) + 6;
  return w;
}

Face face_of(const Cell& cell) { return cell.strong || cell.sign != Sign::None ? Face::ControlSemi : Face::Control; }

const std::vector<Line>& lines_of(Ui& ui, const Cell& cell, float w) {
  const float sign = cell.sign == Sign::None ? 0 : kSignRoom;
  return ui.state().wrap(face_of(cell), cell.text, std::max(24.0F, w - 2 * kCellPad - sign - facts_width(ui, cell)));
}

void draw_cell(Ui& ui, const Cell& cell, const Rect& rect, bool right, float step) {
  const Theme& t = ui.theme();
  const std::vector<Line>& lines = lines_of(ui, cell, rect.w);
  float x = rect.x + kCellPad;
  Tone tone = cell.tone;
  if (cell.sign != Sign::None) {
    const SignLook look = look_of(cell.sign);
    ui.canvas().text(Face::ControlSemi, {x, text_top(ui, rect.y, step, Face::ControlSemi)}, ink(t, look.tone), look.mark);
    x += kSignRoom;
    if (tone == Tone::Neutral) tone = look.tone;
  }
  float y = rect.y;
  for (const Line& line : lines) {
    const float at = right ? rect.right() - kCellPad - line.width : x;
    ui.canvas().text(face_of(cell), {at, text_top(ui, y, step, face_of(cell))}, ink(t, tone),
                     std::string_view(cell.text).substr(line.begin, line.end - line.begin));
    y += step;
  }
  float number = x + lines.back().width + 6;
  for (const std::string& fact : cell.facts) {
    ui.canvas().text(Face::Tiny, {number, text_top(ui, y - step, step, Face::Tiny)}, t.muted, fact);
    number += ui.fonts().width(Face::Tiny, fact) + 6;
  }
}

void draw_header(Ui& ui, std::span<const TableColumn> columns, const Grid& grid, const Rect& rect) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string words = shortened(ui, Face::SmallSemi, columns[i].title, grid.w[i] - 2 * kCellPad);
    const float w = ui.fonts().width(Face::SmallSemi, words);
    const float x = columns[i].right ? grid.x[i] + grid.w[i] - kCellPad - w : grid.x[i] + kCellPad;
    ui.canvas().text(Face::SmallSemi, {x, text_top(ui, rect.y, rect.h, Face::SmallSemi)}, ui.theme().muted, words);
  }
  ui.canvas().line_h(rect.x, rect.right(), rect.bottom() - ui.canvas().pixel(), ui.theme().line);
}

// True when the row was activated.
bool row_ground(Ui& ui, const TableRow& row, const Rect& rect, const TableStyle& style, const std::string& group) {
  if (!style.selectable) {
    ui.note(row.id, rect, Role::Row, row.cells.empty() ? std::string() : row.cells.front().text, row.selected);
    if (row.selected) ui.canvas().fill(rect, ui.theme().accent_soft);
    return false;
  }
  ItemSpec spec;
  spec.role = Role::Row;
  spec.label = row.cells.empty() ? std::string() : row.cells.front().text;
  spec.selected = row.selected;
  spec.group = group;
  const Interaction it = ui.interact(row.id, rect, spec);
  if (row.selected || it.hovered)
    ui.canvas().fill(rect, row.selected ? ui.theme().accent_soft : blend(ui.theme().panel, ui.theme().accent_soft, 0.5F));
  if (it.ring) focus_ring(ui, rect.shrunk(3), 3);
  return it.activated;
}

bool wide_row(Ui& ui, std::span<const TableColumn> columns, const TableRow& row, const Grid& grid, const TableStyle& style,
              const std::string& group) {
  const float step = ui.fonts().line_height(Face::Control);
  const std::size_t count = std::min(columns.size(), row.cells.size());
  std::size_t most = 1;
  for (std::size_t i = 0; i < count; ++i) most = std::max(most, lines_of(ui, row.cells[i], grid.w[i]).size());
  const Rect rect = ui.place(0, step * static_cast<float>(most) + 15);
  const bool hit = row_ground(ui, row, rect, style, group);
  const auto scope = ui.scope(row.id);
  for (std::size_t i = 0; i < count; ++i) {
    const Rect cell{grid.x[i], rect.y + 7, grid.w[i], rect.h - 15};
    draw_cell(ui, row.cells[i], cell, columns[i].right, step);
    ui.note(std::to_string(i), cell, Role::Text, row.cells[i].text);
  }
  ui.canvas().line_h(rect.x, rect.right(), rect.bottom() - ui.canvas().pixel(), ui.theme().line);
  return hit;
}

// Too narrow for columns: the first cell is the heading of a block, each other one "title: cell" below.
bool block_row(Ui& ui, std::span<const TableColumn> columns, const TableRow& row, const TableStyle& style,
               const std::string& group) {
  const float step = ui.fonts().line_height(Face::Control);
  const float w = ui.width();
  const float name = std::floor(w * 0.36F);
  const std::size_t count = std::min(columns.size(), row.cells.size());
  float h = 12;
  const auto has_name = [&](std::size_t i) { return i > 0 && !columns[i].title.empty(); };
  for (std::size_t i = 0; i < count; ++i)
    h += step * static_cast<float>(lines_of(ui, row.cells[i], has_name(i) ? w - name : w).size());
  const Rect rect = ui.place(0, h);
  const bool hit = row_ground(ui, row, rect, style, group);
  const auto scope = ui.scope(row.id);
  float y = rect.y + 6;
  for (std::size_t i = 0; i < count; ++i) {
    const bool titled = has_name(i);
    const Rect cell{titled ? rect.x + name : rect.x, y, titled ? w - name : w,
                    step * static_cast<float>(lines_of(ui, row.cells[i], titled ? w - name : w).size())};
    if (titled)
      ui.canvas().text(Face::SmallSemi, {rect.x + kCellPad, text_top(ui, y, step, Face::SmallSemi)}, ui.theme().muted,
                       shortened(ui, Face::SmallSemi, columns[i].title, name - kCellPad));
    draw_cell(ui, row.cells[i], cell, false, step);
    ui.note(std::to_string(i), cell, Role::Text, row.cells[i].text);
    y += cell.h;
  }
  ui.canvas().line_h(rect.x, rect.right(), rect.bottom() - ui.canvas().pixel(), ui.theme().line);
  return hit;
}

}  // namespace

std::optional<std::size_t> table(Ui& ui, std::string_view id, std::span<const TableColumn> columns,
                                 std::span<const TableRow> rows, const TableStyle& style) {
  const std::string group = ui.path(id);
  const auto scope = ui.scope(id);
  const bool blocks = style.min_width > 0 && ui.width() < style.min_width;
  const Rect line{ui.cursor().x, ui.cursor().y, ui.width(), 0};
  const Grid grid = columns_of(columns, line);
  if (style.header && !blocks) draw_header(ui, columns, grid, ui.place(0, 34));
  std::optional<std::size_t> hit;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool activated =
        blocks ? block_row(ui, columns, rows[i], style, group) : wide_row(ui, columns, rows[i], grid, style, group);
    if (activated) hit = i;
  }
  return hit;
}

}  // namespace etalon::ui::toolkit
