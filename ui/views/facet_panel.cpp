#include "ui/views/parts.h"
#include "ui/views/replay.h"

namespace etalon::ui {
namespace {

void draw_chips(const FacetPanel& facet, tk::Ui& ui, IntentSink& sink) {
  std::vector<tk::Chip> chips;
  for (const auto& chip : facet.chips) chips.push_back({chip.id, chip.label, chip.key, chip.chosen, true, {}});
  const auto hit = tk::chips(ui, facet.id, chips, {.multiple = facet.several, .active = facet.focused});
  if (hit) sink.emit(facet.chips[*hit].intent);
  for (const auto& chip : facet.chips) {
    if (chip.cursor) draw_cursor(ui.path(facet.id) + "/" + chip.id, ui);
  }
}

tk::Tone state_tone(std::size_t state) {
  return state == 0 ? tk::Tone::Agree : state == 1 ? tk::Tone::Differ : tk::Tone::Neutral;
}

void draw_elements(const FacetPanel& facet, tk::Ui& ui, IntentSink& sink) {
  for (const auto& element : facet.rows) {
    tk::StateRow row{element.label, {}, {}, &element == &facet.rows.back(), element.cursor, {}};
    for (std::size_t i = 0; i < element.states.size(); ++i) {
      const auto& state = element.states[i];
      row.states.push_back({state.id, state.label, state_tone(i), state.chosen});
    }
    if (element.cursor) row.hint = element.question;
    if (const auto hit = tk::state_row(ui, element.id, row)) sink.emit(element.states[*hit].intent);
  }
}

}  // namespace

void draw_facet(const FacetPanel& facet, tk::Ui& ui, IntentSink& sink) {
  tk::text(
      ui, facet.label,
      {.face = tk::Face::SmallSemi, .tone = facet.focused ? tk::Tone::Accent : tk::Tone::Muted, .id = facet.id + ".label"});
  if (facet.focused && !facet.help.empty()) {
    ui.space(2);
    tk::small_print(ui, facet.help, facet.id + ".help");
  }
  ui.space(8);
  if (!facet.pillars.empty()) {
    draw_segments(facet.id + ".pillars", facet.pillars, ui, sink);
    ui.space(8);
  }
  if (facet.kind == FacetKind::Chips) draw_chips(facet, ui, sink);
  if (facet.kind == FacetKind::Checklist) draw_elements(facet, ui, sink);
  if (facet.note.empty()) return;
  ui.space(8);
  tk::small_print(ui, facet.note, facet.id + ".note");
}

}  // namespace etalon::ui
