// From events to focus, hover and activation, judged against the frame the person saw.
#include <algorithm>
#include <cmath>

#include "ui/toolkit/ui_state.h"

namespace etalon::ui::toolkit {
namespace {

constexpr float kWheelStep = 60;
constexpr float kArrowStep = 40;

int arrow_step(Key key) {
  if (key == Key::Right || key == Key::Down) return 1;
  if (key == Key::Left || key == Key::Up) return -1;
  return 0;
}

bool is_scroll_key(Key key) {
  return key == Key::Up || key == Key::Down || key == Key::PageUp || key == Key::PageDown || key == Key::Home ||
         key == Key::End;
}

bool plain(const Mods& mods) { return !mods.ctrl && !mods.alt && !mods.super; }

bool is_field(const Item* item) { return item != nullptr && item->role == Role::TextField; }

float limit(const PanelMemory& panel, float scroll) {
  return std::clamp(scroll, 0.0F, std::max(0.0F, panel.content - panel.seen));
}

}  // namespace

bool field_uses(const KeyEvent& event, bool multi_line) {
  if (event.text != 0) return true;
  const Mods& mods = event.mods;
  switch (event.key) {
    case Key::None: return false;
    case Key::Tab: return false;
    case Key::Enter: return multi_line && plain(mods);
    case Key::Escape: return true;
    case Key::Up:
    case Key::Down:
    case Key::PageUp:
    case Key::PageDown: return multi_line;
    case Key::A:
    case Key::C:
    case Key::V:
    case Key::X:
    case Key::Y:
    case Key::Z: return !mods.alt && !mods.super;
    case Key::Left:
    case Key::Right:
    case Key::Home:
    case Key::End:
    case Key::Backspace:
    case Key::Delete:
    case Key::Insert: return true;
    default: break;
  }
  if (event.key >= Key::F1 && event.key <= Key::F12) return false;
  return plain(mods);  // the key of a character that comes as text
}

const Item* UiState::seen_item(std::string_view id) const {
  const auto hit = std::find_if(seen.begin(), seen.end(), [&](const Item& item) { return item.id == id; });
  return hit == seen.end() ? nullptr : &*hit;
}

int UiState::top_layer() const {
  int top = 0;
  for (const Item& item : seen) top = std::max(top, item.layer);
  return top;
}

const Item* UiState::under(Point at) const {
  const int top = top_layer();
  for (auto item = seen.rbegin(); item != seen.rend(); ++item)
    if (item->interactive && item->layer == top && item->rect.clipped(item->clip).contains(at)) return &*item;
  return nullptr;
}

void UiState::mouse_moved(Point at) {
  mouse = at;
  const Item* item = under(at);
  hovered = item == nullptr ? std::string() : item->id;
  if (mouse_down && pressed == focus && is_field(seen_item(pressed)))
    pointed.push_back({PointerEvent::Kind::Drag, at, 1, false});
}

void UiState::mouse_button(const MouseButton& button) {
  mouse_moved({button.at.x / fonts.scale(), button.at.y / fonts.scale()});
  mouse_down = button.down;
  const Item* item = under(mouse);
  if (!button.down) {
    if (item != nullptr && item->id == pressed && item->enabled) activated.insert(pressed);
    pressed.clear();
    return;
  }
  pressed = item == nullptr ? std::string() : item->id;
  ring = false;
  focus = item != nullptr && item->focusable && item->enabled ? item->id : std::string();
  typed.clear();
  if (is_field(item)) pointed.push_back({PointerEvent::Kind::Down, mouse, button.clicks, shift_down});
}

void UiState::wheel(const MouseWheel& turn) {
  const int top = top_layer();
  // The innermost panel under the pointer that has something to scroll.
  PanelMemory* best = nullptr;
  for (auto& [id, panel] : panel_memory)
    if (panel.layer == top && panel.rect.contains(mouse) && panel.content > panel.seen &&
        (best == nullptr || best->rect.contains(panel.rect)))
      best = &panel;
  if (best != nullptr) best->scroll = limit(*best, best->scroll - turn.dy * kWheelStep);
}

std::vector<const Item*> UiState::stops() const {
  const int top = top_layer();
  std::vector<const Item*> out;
  for (const Item& item : seen) {
    if (!item.focusable || !item.enabled || item.layer != top) continue;
    if (!item.group.empty()) {
      const auto same = std::find_if(out.begin(), out.end(), [&](const Item* other) { return other->group == item.group; });
      if (same != out.end()) {
        // The stop of a group is where the focus is, else its chosen item, else the first.
        const bool better = item.id == focus || (item.selected && !(*same)->selected && (*same)->id != focus);
        if (better) *same = &item;
        continue;
      }
    }
    out.push_back(&item);
  }
  return out;
}

void UiState::move_focus(int step) {
  const std::vector<const Item*> all = stops();
  if (all.empty()) return;
  const auto now = std::find_if(all.begin(), all.end(), [&](const Item* item) { return item->id == focus; });
  std::size_t next = step > 0 ? 0 : all.size() - 1;
  if (now != all.end()) {
    const auto at = static_cast<std::size_t>(now - all.begin());
    next = step > 0 ? (at + 1) % all.size() : (at + all.size() - 1) % all.size();
  }
  focus = reveal = all[next]->id;
  ring = true;
}

void UiState::move_in_group(int step) {
  const Item* now = seen_item(focus);
  if (now == nullptr || now->group.empty()) return;
  std::vector<const Item*> group;
  for (const Item& item : seen)
    if (item.group == now->group && item.focusable && item.enabled) group.push_back(&item);
  const auto at = static_cast<std::size_t>(std::find(group.begin(), group.end(), now) - group.begin());
  const std::size_t next = step > 0 ? std::min(at + 1, group.size() - 1) : at - (at > 0 ? 1 : 0);
  if (next >= group.size()) return;
  focus = reveal = group[next]->id;
  ring = true;
}

void UiState::scroll_by_key(Key key) {
  const int top = top_layer();
  for (auto& [id, panel] : panel_memory) {
    if (panel.layer != top || (!panel.main && top == 0)) continue;
    float to = panel.scroll;
    if (key == Key::Up) to -= kArrowStep;
    if (key == Key::Down) to += kArrowStep;
    if (key == Key::PageUp) to -= panel.seen * 0.9F;
    if (key == Key::PageDown) to += panel.seen * 0.9F;
    if (key == Key::Home) to = 0;
    if (key == Key::End) to = panel.content;
    panel.scroll = limit(panel, to);
  }
}

bool UiState::wants(const KeyEvent& event) const {
  const Item* item = seen_item(focus);
  if (is_field(item) && field_uses(event, item->enter_activates)) return true;
  if (event.key == Key::Tab) return plain(event.mods);
  if (event.text != 0 || !plain(event.mods)) return false;
  if (is_field(item)) return false;
  if (item != nullptr && ring) {
    if (event.key == Key::Space) return true;
    if (event.key == Key::Enter) return item->enter_activates;
    if (arrow_step(event.key) != 0 && !item->group.empty()) return true;
  }
  if (!is_scroll_key(event.key)) return false;
  return std::any_of(panel_memory.begin(), panel_memory.end(), [&](const auto& entry) {
    return (entry.second.main || entry.second.layer > 0) && entry.second.content > entry.second.seen;
  });
}

void UiState::key(const KeyEvent& event) {
  shift_down = event.mods.shift;
  if (!wants(event)) return;
  const Item* item = seen_item(focus);
  if (is_field(item) && field_uses(event, item->enter_activates)) {
    if (event.key == Key::Escape) {
      focus.clear();
      ring = false;
      return;
    }
    typed.push_back(event);
    reveal = focus;
    return;
  }
  if (event.key == Key::Tab) return move_focus(event.mods.shift ? -1 : 1);
  if (item != nullptr && ring && (event.key == Key::Space || event.key == Key::Enter)) {
    if (item->enabled && !event.repeat) activated.insert(focus);
    return;
  }
  if (item != nullptr && ring && !item->group.empty() && arrow_step(event.key) != 0)
    return move_in_group(arrow_step(event.key));
  scroll_by_key(event.key);
}

void UiState::dispatch(const InputEvent& event) {
  if (const auto* pressed_key = std::get_if<KeyEvent>(&event)) key(*pressed_key);
  if (const auto* move = std::get_if<MouseMove>(&event))
    mouse_moved({move->at.x / fonts.scale(), move->at.y / fonts.scale()});
  if (const auto* button = std::get_if<MouseButton>(&event)) mouse_button(*button);
  if (const auto* turn = std::get_if<MouseWheel>(&event)) wheel(*turn);
  if (std::holds_alternative<MouseLeave>(event)) {
    mouse = {-1, -1};
    hovered.clear();
  }
}

}  // namespace etalon::ui::toolkit
