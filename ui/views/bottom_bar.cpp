#include "ui/views/frame.h"

namespace etalon::ui {
namespace {

constexpr float kGap = 24;

float hint_width(const KeyHint& hint, const tk::Ui& ui) {
  return ui.fonts().width(tk::Face::Tiny, hint.keys) + ui.fonts().width(tk::Face::Small, hint.label) + 20 + kGap;
}

}  // namespace

// As many keys as fit; the list of all keys is always one key away.
void draw_bottom_bar(const BottomBar& bottom, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink) {
  const tk::Bar bar(ui, "bottom", rect, false);
  const float note = ui.fonts().width(tk::Face::Small, bottom.note);
  float left = rect.w - 48 - hint_width(bottom.all_keys, ui) - 24;
  const bool shows_note = !bottom.note.empty() && left - note > left / 2;
  if (shows_note) left -= note + kGap;
  for (const auto& hint : bottom.keys) {
    left -= hint_width(hint, ui);
    if (left < 0) break;
    tk::key_hint(ui, hint.keys, hint.label);
  }
  ui.spring();
  if (shows_note) tk::text(ui, bottom.note, {.face = tk::Face::Small, .tone = tk::Tone::Muted, .id = "note", .wrap = false});
  if (tk::key_button(ui, "all_keys", bottom.all_keys.keys, bottom.all_keys.label)) sink.emit(ToggleKeyHelp{});
}

}  // namespace etalon::ui
