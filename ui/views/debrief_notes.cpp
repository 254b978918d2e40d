#include "ui/views/debrief.h"
#include "ui/views/parts.h"

namespace etalon::ui {
namespace {

void draw_optional(const std::optional<Note>& note, tk::Ui& ui) {
  if (!note || note->text.empty()) return;
  draw_note(*note, ui);
  ui.space(20);
}

void draw_alternatives(const DebriefScreen& screen, tk::Ui& ui) {
  if (screen.alternatives.empty()) return;
  tk::label(ui, screen.alternatives_title);
  for (const auto& alternative : screen.alternatives) {
    ui.space(8);
    tk::text(ui, alternative.title, {.face = tk::Face::ControlSemi, .id = alternative.id + ".title"});
    tk::text(ui, alternative.text, {.face = tk::Face::Control, .id = alternative.id});
  }
  ui.space(20);
}

}  // namespace

void draw_debrief_notes(const DebriefScreen& screen, tk::Ui& ui) {
  draw_optional(screen.why, ui);
  draw_alternatives(screen, ui);
  draw_optional(screen.facts, ui);
  {
    auto columns = ui.columns({{.share = 1, .min = 160}, {.share = 2, .min = 200}}, 24);
    draw_note(screen.certainty, ui);
    ui.next_column();
    if (screen.twin) draw_note(*screen.twin, ui);
  }
  ui.space(20);
  draw_optional(screen.your_rationale, ui);
}

}  // namespace etalon::ui
