#include <span>

#include "ui/views/frame.h"

namespace etalon::ui {
namespace {

constexpr float kDashesFrom = 900;  // narrower, the counter alone tells how far one is
constexpr float kGap = 20;

void draw_nav(const std::vector<Action>& actions, tk::Ui& ui, IntentSink& sink) {
  std::vector<tk::NavItem> items;
  for (const auto& action : actions) items.push_back({action.id, action.label, action.selected, action.enabled});
  if (const auto chosen = tk::nav(ui, "nav", items)) sink.emit(actions[*chosen].intent);
}

// What the words and buttons at the right will take, so that the title is cut and not they.
float right_width(const TopBar& bar, const tk::Ui& ui) {
  float width = bar.mark.empty() ? 0 : ui.fonts().width(tk::Face::BodyMedium, bar.mark) + kGap;
  for (const auto& action : bar.right) width += ui.fonts().width(tk::Face::BodyMedium, action.label) + 32 + kGap;
  if (!bar.note.empty()) width += ui.fonts().width(tk::Face::Body, bar.note) + kGap;
  if (!bar.counter.empty()) width += ui.fonts().width(tk::Face::Body, bar.counter) + kGap;
  return width;
}

void draw_title(const TopBar& bar, tk::Ui& ui, bool dashes) {
  const float left = ui.width() - right_width(bar, ui) - (dashes ? static_cast<float>(bar.dashes) * 27 + kGap : 0);
  if (left > 60) { tk::text(ui, bar.title, {.tone = tk::Tone::Muted, .id = "title", .max_width = left, .wrap = false}); }
}

void draw_progress(const TopBar& bar, tk::Ui& ui, bool dashes) {
  if (bar.dashes == 0) return;
  if (dashes) {
    tk::progress_dashes(ui, "progress", bar.dashes_done, bar.dashes, bar.counter);
  } else {
    tk::text(ui, bar.counter, {.tone = tk::Tone::Muted, .id = "progress", .wrap = false});
  }
}

// Beside the navigation, what finds no room is left to the settings and to its key: the note first, then the last ones.
std::size_t fitting(const TopBar& bar, const tk::Ui& ui, bool& note) {
  std::size_t count = bar.right.size();
  if (bar.nav.empty()) return count;
  float taken = right_width(bar, ui);
  if (taken > ui.width() && note) {
    note = false;
    taken -= ui.fonts().width(tk::Face::Body, bar.note) + kGap;
  }
  while (count > 0 && taken > ui.width())
    taken -= ui.fonts().width(tk::Face::BodyMedium, bar.right[--count].label) + 32 + kGap;
  return count;
}

void draw_right(const TopBar& bar, tk::Ui& ui, IntentSink& sink) {
  bool note = !bar.note.empty();
  const std::size_t shown = fitting(bar, ui, note);
  ui.spring();
  if (!bar.mark.empty())
    tk::text(ui, bar.mark, {.face = tk::Face::BodyMedium, .tone = tk::Tone::Critical, .id = "mark", .wrap = false});
  if (note) tk::text(ui, bar.note, {.tone = tk::Tone::Muted, .id = "note", .wrap = false});
  for (const auto& action : std::span(bar.right).first(shown)) {
    const auto kind = bar.nav.empty() ? tk::ButtonStyle::Kind::Secondary : tk::ButtonStyle::Kind::Plain;
    if (tk::button(ui, action.id, action.label, {.kind = kind, .enabled = action.enabled})) sink.emit(action.intent);
  }
}

}  // namespace

void draw_top_bar(const TopBar& top, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink) {
  const tk::Bar bar(ui, "top", rect, true);
  const bool dashes = rect.w >= kDashesFrom;
  tk::logo(ui, top.brand);
  if (!top.nav.empty()) draw_nav(top.nav, ui, sink);
  if (!top.title.empty()) draw_title(top, ui, dashes);
  draw_progress(top, ui, dashes);
  draw_right(top, ui, sink);
}

}  // namespace etalon::ui
