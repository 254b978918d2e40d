// A table with hairlines: cells wrap, signs have a colour and a word.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/toolkit/ui.h"

namespace etalon::ui::toolkit {

// ✓ agrees, ✗ differs, ≈ accepted in part, ! critical, – does not count
enum class Sign { None, Agree, Differ, Partly, Critical, Excluded };

struct Cell {
  std::string text;
  Sign sign = Sign::None;          // drawn before the text, in its colour
  std::vector<std::string> facts;  // small fact numbers behind the text
  Tone tone = Tone::Neutral;
  bool strong = false;
};

struct TableColumn {
  std::string title;
  float share = 1;     // of the width …
  float fixed = 0;     // … or this many units
  bool right = false;  // aligned right (numbers)
};

struct TableRow {
  std::string id;
  std::vector<Cell> cells;
  bool selected = false;
};

struct TableStyle {
  bool selectable = false;  // rows can be focused and activated
  bool header = true;
  float min_width = 0;  // under it the table shows one block a row instead: "title: cell" lines
};

// The index of the row that was activated. Cells are in the probe as <id>/<row id>/<column index>.
std::optional<std::size_t> table(Ui& ui, std::string_view id, std::span<const TableColumn> columns,
                                 std::span<const TableRow> rows, const TableStyle& style = {});

}  // namespace etalon::ui::toolkit
