#include <algorithm>
#include <cmath>

#include "ui/views/frame.h"
#include "ui/views/parts.h"

namespace etalon::ui {
namespace {

tk::CalloutKind callout_kind(Tone tone) {
  switch (tone) {
    case Tone::Critical: return tk::CalloutKind::Critical;
    case Tone::Differ: return tk::CalloutKind::Warning;
    case Tone::Agree: return tk::CalloutKind::Good;
    default: return tk::CalloutKind::Info;
  }
}

}  // namespace

float banner_height(const Banner& banner, const tk::Ui& ui, float width) {
  const float room = std::max(200.0F, width - 56 - 32 - ui.fonts().width(tk::Face::BodyMedium, banner.dismiss.label));
  const auto lines = [&](const std::string& text) {
    return text.empty() ? 0.0F : std::ceil(ui.fonts().width(tk::Face::Body, text) * 1.08F / room);
  };
  return 28 + (lines(banner.text) + lines(banner.detail)) * ui.fonts().line_height(tk::Face::Body);
}

void draw_banner(const Banner& banner, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink) {
  auto panel = ui.panel("banner", rect, {.ground = tk::Ground::Surface, .pad_x = 0, .pad_y = 0, .line_bottom = true});
  if (tk::banner(ui, "message", callout_kind(banner.tone), banner.text, banner.detail, banner.dismiss.label)) {
    sink.emit(banner.dismiss.intent);
  }
}

void draw_dialog(const Dialog& dialog, tk::Ui& ui, IntentSink& sink) {
  auto sheet = ui.overlay("dialog", 460);
  tk::lead(ui, dialog.title, "title");
  ui.space(8);
  tk::text(ui, dialog.text, {.id = "text"});
  ui.space(20);
  draw_actions({dialog.confirm, dialog.cancel}, ui, sink);
}

void draw_key_help(const KeyHelp& help, tk::Ui& ui, IntentSink& sink) {
  std::vector<tk::KeyHelpGroup> groups;
  for (const auto& section : help.sections) {
    tk::KeyHelpGroup group{section.title, {}};
    for (const auto& key : section.keys) group.lines.push_back({{key.keys}, key.label});
    groups.push_back(std::move(group));
  }
  if (tk::key_help(ui, "key_help", help.title, groups, help.close.label)) sink.emit(help.close.intent);
}

}  // namespace etalon::ui
