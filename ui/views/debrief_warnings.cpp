#include "ui/views/debrief.h"

namespace etalon::ui {

// Critical errors come first on the page, then whether this decision counts at all.
void draw_debrief_warnings(const DebriefScreen& screen, tk::Ui& ui) {
  for (std::size_t i = 0; i < screen.critical.size(); ++i) {
    const auto& error = screen.critical[i];
    tk::callout(ui, "critical." + std::to_string(i), tk::CalloutKind::Critical, error.label, error.text);
    ui.space(12);
  }
  if (!screen.settledness) return;
  const auto& note = *screen.settledness;
  const auto kind = note.tone == Tone::Differ ? tk::CalloutKind::Warning : tk::CalloutKind::Info;
  tk::callout(ui, note.id, kind, note.title, note.text);
  ui.space(12);
}

}  // namespace etalon::ui
