#include "ui/views/bodies.h"
#include "ui/views/parts.h"

namespace etalon::ui {
namespace {

void draw_setting(const SettingRow& setting, tk::Ui& ui, IntentSink& sink) {
  tk::text(ui, setting.label,
           {.face = tk::Face::SmallSemi,
            .tone = setting.selected ? tk::Tone::Accent : tk::Tone::Muted,
            .id = setting.id + ".label"});
  if (!setting.help.empty()) tk::small_print(ui, setting.help, setting.id + ".help");
  ui.space(8);
  draw_segments(setting.id, setting.options, ui, sink);
  ui.space(22);
}

}  // namespace

void draw_body(const SettingsScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink) {
  auto panel = ui.panel("settings", rect, page_style(rect, 760));
  tk::title(ui, screen.title, "title");
  ui.space(20);
  {
    auto card = ui.card("options");
    for (const auto& row : screen.rows) draw_setting(row, ui, sink);
  }
  ui.space(20);
  {
    auto card = ui.card("about");
    tk::label(ui, screen.about_title);
    ui.space(4);
    draw_labelled(screen.about, ui);
  }
  ui.space(12);
  tk::small_print(ui, screen.disclaimer, "disclaimer");
}

}  // namespace etalon::ui
