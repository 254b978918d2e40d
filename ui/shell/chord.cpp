#include "ui/shell/chord.h"

namespace etalon::ui {
namespace {

using Pressed = toolkit::Key;

bool between(Pressed key, Pressed first, Pressed last) { return key >= first && key <= last; }

char offset(char first, Pressed key, Pressed from) {
  return static_cast<char>(first + (static_cast<int>(key) - static_cast<int>(from)));
}

char character_of(Pressed key) {
  if (between(key, Pressed::A, Pressed::Z)) return offset('A', key, Pressed::A);
  if (between(key, Pressed::Digit0, Pressed::Digit9)) return offset('0', key, Pressed::Digit0);
  if (key == Pressed::Question) return '?';
  if (key == Pressed::Plus) return '+';
  return key == Pressed::Minus ? '-' : '\0';
}

std::optional<Key> named(Pressed key) {
  switch (key) {
    case Pressed::Enter: return Key::Enter;
    case Pressed::Space: return Key::Space;
    case Pressed::Tab: return Key::Tab;
    case Pressed::Escape: return Key::Escape;
    case Pressed::Up: return Key::Up;
    case Pressed::Down: return Key::Down;
    case Pressed::Left: return Key::Left;
    case Pressed::Right: return Key::Right;
    case Pressed::PageUp: return Key::PageUp;
    case Pressed::PageDown: return Key::PageDown;
    case Pressed::F1: return Key::F1;
    default: return std::nullopt;
  }
}

}  // namespace

std::optional<KeyChord> chord_of(const toolkit::KeyEvent& event) {
  if (event.mods.alt || event.mods.super) return std::nullopt;
  if (const char character = character_of(event.key)) {
    return KeyChord{Key::Character, character, event.mods.ctrl, event.mods.shift};
  }
  if (const auto key = named(event.key)) return KeyChord{*key, 0, event.mods.ctrl, event.mods.shift};
  return std::nullopt;
}

bool writes(const toolkit::KeyEvent& event) {
  return event.text == 0 && !event.mods.ctrl && (character_of(event.key) != '\0' || event.key == Pressed::Space);
}

}  // namespace etalon::ui
