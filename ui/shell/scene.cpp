#include "ui/shell/scene.h"

#include <cmath>
#include <utility>

#include "ui/shell/chord.h"

namespace etalon::ui {
namespace {

toolkit::ThemeName theme_name(Theme theme) {
  switch (theme) {
    case Theme::Light: return toolkit::ThemeName::Light;
    case Theme::Dark: return toolkit::ThemeName::Dark;
    case Theme::HighContrast: return toolkit::ThemeName::HighContrast;
  }
  return toolkit::ThemeName::Light;
}

}  // namespace

// A control with the focus ring keeps the keys that work on it; all others are the key map's before they are the
// toolkit's. Tab is the key map's where it has a meaning of its own (from facet to facet).
bool Scene::take_key(const toolkit::KeyEvent& key, Instant at) {
  if (key.key == toolkit::Key::None) return std::exchange(drop_text_, false);
  drop_text_ = false;
  const bool of_control = !ui_.typing() && key.key != toolkit::Key::Tab && !ui_.focused().empty() && ui_.wants(key);
  if (of_control) return false;
  const auto chord = chord_of(key);
  const auto intent = chord ? director_.intent_of(*chord) : std::nullopt;
  if (!intent) return false;
  drop_text_ = writes(key);
  director_.handle(*intent, at);
  return true;
}

void Scene::dress(const Screen& screen) {
  ui_.set_theme(theme_name(screen.theme));
  const int percent = static_cast<int>(std::lround(screen.scale * static_cast<double>(content_scale_) * 100));
  if (percent != ui_.percent()) ui_.set_percent(percent);
}

// Where the last page was scrolled to means nothing on this one.
void Scene::turn_page(const Screen& screen) {
  if (screen.page == page_) return;
  page_ = screen.page;
  cursor_.clear();
  ui_.scroll_to_top();
}

// A click into a field, or Tab out of one, is told to the model.
void Scene::follow_ui(const Screen& screen, Instant now) {
  if (ui_.focused() == ui_focus_) return;
  ui_focus_ = ui_.focused();
  const TextTarget target = field_at(screen, ui_focus_);
  const TextTarget known = field_at(screen, path_of(ui_, focused_field(screen)));
  if (target == known) return;
  director_.handle(FocusText{target}, now);
  field_ = ui_focus_.empty() || target == TextTarget::None ? std::string() : focused_field(director_.screen());
  stale_ = true;
}

// What the model says has the focus gets it, once.
void Scene::follow_screen(const Screen& screen) {
  const std::string field = focused_field(screen);
  if (field == field_) return;
  if (field.empty()) {
    ui_.clear_focus();
  } else {
    const std::string path = path_of(ui_, field);
    if (path.empty()) return;  // not drawn yet
    ui_.set_focus(path);
  }
  field_ = field;
  ui_focus_ = ui_.focused();
  stale_ = true;
}

void Scene::follow_cursor(const Screen& screen) {
  const std::string cursor = under_cursor(screen);
  if (cursor == cursor_) return;
  const std::string path = path_of(ui_, cursor);
  if (!cursor.empty() && path.empty()) return;
  if (!path.empty()) ui_.reveal(path);
  cursor_ = cursor;
  stale_ = true;
}

void Scene::draw_once(Instant at) {
  stale_ = false;
  director_.catch_up(at);
  const Screen screen = director_.screen();
  dress(screen);
  turn_page(screen);
  ui_.begin_frame(input_);
  input_.events.clear();
  draw(screen, ui_, sink_);
  ui_.end_frame();
  const auto intents = sink_.take();
  for (const auto& intent : intents) director_.handle(intent, at);
  stale_ = !intents.empty();
  follow_ui(screen, at);
  if (stale_) return;  // the screen has moved on: the next drawing follows it
  follow_screen(screen);
  follow_cursor(screen);
}

// What was typed before a key counts before it: the toolkit draws, and answers, up to there.
void Scene::frame(toolkit::Point pixels, float content_scale, const std::vector<StampedEvent>& events, Instant now) {
  input_.size = pixels;
  content_scale_ = content_scale;
  for (const auto& [event, at] : events) {
    director_.touch(at);
    const auto* key = std::get_if<toolkit::KeyEvent>(&event);
    if (key && key->key != toolkit::Key::None && !input_.events.empty()) draw_once(at);
    if (!key || !take_key(*key, at)) input_.events.push_back(event);
  }
  draw_once(events.empty() ? now : events.back().at);
}

}  // namespace etalon::ui
