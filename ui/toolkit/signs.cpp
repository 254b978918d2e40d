// Badges, callouts, list rows, the bars at the top and the bottom.
#include <algorithm>
#include <cmath>

#include "ui/toolkit/draw.h"
#include "ui/toolkit/widgets.h"

namespace etalon::ui::toolkit {
namespace {

constexpr float kBadgeHeight = 25;

Tone tone_of(CalloutKind kind) {
  switch (kind) {
    case CalloutKind::Critical: return Tone::Critical;
    case CalloutKind::Warning: return Tone::Differ;
    case CalloutKind::Good: return Tone::Agree;
    case CalloutKind::Info: break;
  }
  return Tone::Accent;
}

float badge_width(Ui& ui, std::string_view words) { return std::ceil(ui.fonts().width(Face::SmallSemi, words)) + 22; }

void draw_badge(Ui& ui, const Rect& rect, std::string_view words, Tone tone) {
  const Theme& t = ui.theme();
  ui.canvas().fill(rect, ground(t, tone), 5);
  ui.canvas().frame(rect, tone == Tone::Neutral || tone == Tone::Muted ? t.line : blend(ground(t, tone), ink(t, tone), 0.2F),
                    5);
  line_centred(ui, rect, Face::SmallSemi, ink(t, tone), words);
}

}  // namespace

void badge(Ui& ui, std::string_view words, Tone tone, std::string_view id) {
  const Rect rect = ui.place(badge_width(ui, words), kBadgeHeight);
  draw_badge(ui, rect, words, tone);
  if (!id.empty()) ui.note(id, rect, Role::Badge, words);
}

void value_row(Ui& ui, std::string_view id, const ValueRow& row) {
  const float value = std::min(badge_width(ui, row.value), ui.width() / 2);
  const std::vector<Line> lines = ui.state().wrap(Face::Control, row.label, std::max(40.0F, ui.width() - value - 12));
  const float step = ui.fonts().line_height(Face::Control);
  const float words = step * static_cast<float>(lines.size());
  const Rect rect = ui.place(0, std::max(38.0F, words + 12));
  draw_lines(ui, {rect.x, rect.y + (rect.h - words) / 2}, Face::Control, ui.theme().text, row.label, lines, step);
  if (!row.value.empty())
    draw_badge(ui, {rect.right() - value, rect.y + (rect.h - kBadgeHeight) / 2, value, kBadgeHeight},
               shortened(ui, Face::SmallSemi, row.value, value - 12), row.tone);
  if (!row.last) ui.canvas().line_h(rect.x, rect.right(), rect.bottom() - ui.canvas().pixel(), ui.theme().line);
  ui.note(id, rect, Role::Row, row.label + " " + row.value);
}

void callout(Ui& ui, std::string_view id, CalloutKind kind, std::string_view word, std::string_view words) {
  const Theme& t = ui.theme();
  const Tone tone = tone_of(kind);
  const float lead_width = word.empty() ? 0 : std::ceil(ui.fonts().width(Face::BodySemi, word)) + 12;
  const std::vector<Line> lines = ui.state().wrap(Face::Body, words, std::max(60.0F, ui.width() - 32 - lead_width));
  const float step = ui.fonts().line_height(Face::Body);
  const Rect rect = ui.place(0, step * static_cast<float>(lines.size()) + 22);
  ui.canvas().fill(rect, ground(t, tone), 8);
  ui.canvas().frame(rect, blend(ground(t, tone), ink(t, tone), t.name == ThemeName::HighContrast ? 1.0F : 0.18F), 8);
  ui.canvas().text(Face::BodySemi, {rect.x + 16, text_top(ui, rect.y + 11, step, Face::BodySemi)}, ink(t, tone), word);
  draw_lines(ui, {rect.x + 16 + lead_width, rect.y + 11}, Face::Body, t.text, words, lines, step);
  ui.note(id, rect, Role::Callout, std::string(word) + " " + std::string(words));
}

bool banner(Ui& ui, std::string_view id, CalloutKind kind, std::string_view words, std::string_view how,
            std::string_view dismiss_label) {
  const Theme& t = ui.theme();
  const Tone tone = tone_of(kind);
  const float close = std::ceil(ui.fonts().width(Face::BodyMedium, dismiss_label)) + 32;
  const float room = std::max(80.0F, ui.width() - close - 60);
  const float step = ui.fonts().line_height(Face::Body);
  const float how_step = ui.fonts().line_height(Face::Small);
  const std::vector<Line> lines = ui.state().wrap(Face::BodyMedium, words, room);
  const std::vector<Line> mend = how.empty() ? std::vector<Line>{} : ui.state().wrap(Face::Small, how, room);
  const float text_height = step * static_cast<float>(lines.size()) + how_step * static_cast<float>(mend.size());
  const Rect rect = ui.place(0, std::max(52.0F, text_height + 20));
  ui.canvas().fill(rect, ground(t, tone));
  ui.canvas().fill({rect.x, rect.y, 4, rect.h}, ink(t, tone));
  ui.canvas().line_h(rect.x, rect.right(), rect.bottom() - ui.canvas().pixel(), blend(ground(t, tone), ink(t, tone), 0.3F));
  const float top = rect.y + (rect.h - text_height) / 2;
  draw_lines(ui, {rect.x + 24, top}, Face::BodyMedium, ink(t, tone), words, lines, step);
  draw_lines(ui, {rect.x + 24, top + step * static_cast<float>(lines.size())}, Face::Small, t.text, how, mend, how_step);
  ui.note(id, rect, Role::Banner, words);
  const auto scope = ui.scope(id);
  const Rect at{rect.right() - close - 24, rect.y + (rect.h - 36) / 2, close, 36};
  ItemSpec spec;
  spec.label = dismiss_label;
  const Interaction it = ui.interact("dismiss", at, spec);
  ui.canvas().fill(at, it.hovered ? blend(t.panel, t.neutral, 0.5F) : t.panel, kRadius);
  ui.canvas().frame(at, t.line, kRadius);
  line_centred(ui, at, Face::BodyMedium, t.text, dismiss_label);
  if (it.ring) focus_ring(ui, at);
  return it.activated;
}

bool list_row(Ui& ui, std::string_view id, const ListRow& row, std::string_view group) {
  const Theme& t = ui.theme();
  constexpr float kPad = 10;
  const float value = row.value.empty() ? 0 : std::ceil(ui.fonts().width(Face::Control, row.value)) + 12;
  const float room = std::max(60.0F, ui.width() - 2 * kPad - value);
  const std::vector<Line> lines = ui.state().wrap(Face::ControlSemi, row.title, room);
  const std::vector<Line> detail = row.detail.empty() ? std::vector<Line>{} : ui.state().wrap(Face::Small, row.detail, room);
  const float step = ui.fonts().line_height(Face::Control) + 1;
  const float detail_step = ui.fonts().line_height(Face::Small);
  const float words = step * static_cast<float>(lines.size()) + detail_step * static_cast<float>(detail.size());
  const Rect rect = ui.place(0, std::max(44.0F, words + 20));
  ItemSpec spec;
  spec.role = Role::Row;
  spec.label = row.title;
  spec.enabled = row.enabled;
  spec.selected = row.selected;
  if (!group.empty()) spec.group = ui.path(group);
  const Interaction it = ui.interact(id, rect, spec);
  if (row.selected || it.hovered)
    ui.canvas().fill(rect, row.selected ? t.accent_soft : blend(t.background, t.accent_soft, 0.5F), kRadius);
  if (row.selected) ui.canvas().fill({rect.x, rect.y + 10, 3, rect.h - 20}, t.accent, 1.5F);
  const float top = rect.y + (rect.h - words) / 2;
  draw_lines(ui, {rect.x + kPad, top}, Face::ControlSemi, row.enabled ? t.text : t.muted, row.title, lines, step);
  draw_lines(ui, {rect.x + kPad, top + step * static_cast<float>(lines.size())}, Face::Small, t.muted, row.detail, detail,
             detail_step);
  if (value > 0) line_in(ui, rect, rect.w - kPad - value + 12, Face::Control, ink(t, row.value_tone), row.value);
  if (!row.last) ui.canvas().line_h(rect.x, rect.right(), rect.bottom() - ui.canvas().pixel(), t.line);
  if (it.ring) focus_ring(ui, rect.shrunk(3));
  return it.activated;
}

std::optional<std::size_t> nav(Ui& ui, std::string_view id, std::span<const NavItem> items) {
  std::optional<std::size_t> hit;
  const std::string group = ui.path(id);
  const auto scope = ui.scope(id);
  const Theme& t = ui.theme();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const float w = std::ceil(ui.fonts().width(Face::BodySemi, items[i].label)) + 8;
    const Rect rect = ui.place(w, 32);
    ItemSpec spec;
    spec.role = Role::Tab;
    spec.label = items[i].label;
    spec.enabled = items[i].enabled;
    spec.selected = items[i].selected;
    spec.group = group;
    const Interaction it = ui.interact(items[i].id, rect, spec);
    const Colour words = items[i].selected || it.hovered ? t.text : t.muted;
    line_in(ui, rect, 4, items[i].selected ? Face::BodySemi : Face::Body, words, items[i].label);
    if (it.ring) focus_ring(ui, rect.shrunk(0, 3));
    if (it.activated) hit = i;
  }
  return hit;
}

void logo(Ui& ui, std::string_view name) {
  const float words = std::ceil(ui.fonts().width(Face::BodySemi, name));
  const Rect rect = ui.place(words > 0 ? 26 + words : 18, 26);
  Canvas& canvas = ui.canvas();
  const Point centre{canvas.snap(rect.x + 8), canvas.snap(rect.y + 13)};
  canvas.ring(centre, 7, 2, ui.theme().accent);
  canvas.fill({centre.x - 1, centre.y - 12, 2, 24}, ui.theme().accent);
  line_in(ui, rect, 26, Face::BodySemi, ui.theme().text, name);
}

void progress_dashes(Ui& ui, std::string_view id, int done, int total, std::string_view words) {
  const Theme& t = ui.theme();
  const float words_width = std::ceil(ui.fonts().width(Face::Body, words));
  const int count = std::max(1, total);
  const float room = std::max(40.0F, ui.width() - words_width - 200);
  const float pitch = std::min(27.0F, room / static_cast<float>(count));
  const float gap = pitch > 10 ? 5 : 1;
  const Rect rect = ui.place(pitch * static_cast<float>(count) + 14 + words_width, 24);
  // Firm lines would look like done ones.
  const Colour ahead = t.name == ThemeName::HighContrast ? blend(t.line, t.panel, 0.7F) : t.line;
  for (int i = 0; i < count; ++i)
    ui.canvas().fill({rect.x + pitch * static_cast<float>(i), rect.y + 10, pitch - gap, 4}, i < done ? t.accent : ahead, 2);
  line_in(ui, rect, rect.w - words_width, Face::Body, t.muted, words);
  ui.note(id, rect, Role::Text, words);
}

Bar::Bar(Ui& ui, std::string_view id, const Rect& rect, bool top)
    : panel_(ui.panel(id, rect,
                      [&] {
                        PanelStyle style;
                        style.ground = Ground::Surface;
                        style.pad_x = 24;
                        style.pad_y = 0;
                        style.scroll = false;
                        style.line_bottom = top;
                        style.line_top = !top;
                        return style;
                      }())),
      row_(ui.row([&] {
        RowStyle style;
        style.gap = 18;
        style.height = rect.h;
        return style;
      }())) {}

bool key_help(Ui& ui, std::string_view id, std::string_view heading, std::span<const KeyHelpGroup> groups,
              std::string_view close_label) {
  const auto sheet = ui.overlay(id, 720);
  title(ui, heading, "title");
  ui.space(16);
  {
    const auto columns = ui.columns({Track{1, 0, 260}, Track{1, 0, 260}}, 32);
    const std::size_t half = (groups.size() + 1) / 2;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (g == half) ui.next_column();
      label(ui, groups[g].title);
      ui.space(4);
      for (const KeyHelpLine& line : groups[g].lines) {
        RowStyle style;
        style.gap = 6;
        style.height = 28;
        const auto row = ui.row(style);
        for (const std::string& key : line.keys) key_cap(ui, key);
        ui.space(4);
        TextStyle words;
        words.face = Face::Control;
        text(ui, line.what, words);
      }
      ui.space(16);
    }
  }
  return button(ui, "close", close_label);
}

}  // namespace etalon::ui::toolkit
