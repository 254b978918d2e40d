#include <algorithm>
#include <cmath>

#include "sim/base/text.h"
#include "ui/views/debrief.h"
#include "ui/views/parts.h"

namespace etalon::ui {
namespace {

constexpr float kTableFrom = 520;  // narrower, each facet becomes a block of lines

tk::Sign sign_of(Tone tone) {
  switch (tone) {
    case Tone::Agree: return tk::Sign::Agree;
    case Tone::Accepted: return tk::Sign::Partly;
    case Tone::Differ: return tk::Sign::Differ;
    case Tone::Critical: return tk::Sign::Critical;
    default: return tk::Sign::Excluded;
  }
}

std::vector<std::string> facts_of(const CompareRow& row) {
  std::vector<std::string> facts;
  if (row.facts.empty()) return facts;
  for (const auto part : split(row.facts, ',')) facts.emplace_back(trim(part));
  return facts;
}

tk::Cell cell(const std::string& text) {
  tk::Cell cell;
  cell.text = text;
  return cell;
}

tk::TableRow line_of(const CompareRow& row) {
  tk::Cell reference = cell(row.reference), status = cell(row.status);
  reference.facts = facts_of(row);
  status.sign = sign_of(row.tone);
  status.tone = tone(row.tone);
  return {row.id, {cell(row.label), cell(row.yours), reference, status}, false};
}

// The judgement is one word, which must not be broken.
float judgement_width(const DebriefScreen& screen, const tk::Ui& ui) {
  float widest = 0;
  for (const auto* rows : {&screen.rows, &screen.elements})
    for (const auto& row : *rows) widest = std::max(widest, ui.fonts().width(tk::Face::ControlSemi, row.status));
  return std::ceil(widest) + 40;  // the sign, and the space around
}

}  // namespace

void draw_debrief_table(const DebriefScreen& screen, tk::Ui& ui) {
  const std::vector<tk::TableColumn> columns{{.title = screen.head_facet, .share = 1.0F},
                                             {.title = screen.head_yours, .share = 1.25F},
                                             {.title = screen.head_reference, .share = 1.35F},
                                             {.title = "", .fixed = judgement_width(screen, ui)}};
  std::vector<tk::TableRow> rows;
  for (const auto& row : screen.rows) rows.push_back(line_of(row));
  tk::table(ui, "comparison", columns, rows, {.min_width = kTableFrom});
  ui.space(24);
  if (screen.elements.empty()) return;
  tk::label(ui, screen.elements_title);
  ui.space(4);
  rows.clear();
  for (const auto& row : screen.elements) rows.push_back(line_of(row));
  tk::table(ui, "elements", columns, rows, {.header = false, .min_width = kTableFrom});
  ui.space(24);
}

}  // namespace etalon::ui
