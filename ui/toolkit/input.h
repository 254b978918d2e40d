// What comes in from a window, in our own words: the shell translates GLFW's callbacks into these, tests write
// them by hand. Positions and sizes are in pixels of the frame buffer.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "ui/toolkit/geometry.h"

namespace etalon::ui::toolkit {

enum class Key : std::uint8_t {
  None,  // a character without a key we name (see KeyEvent::text)
  Tab,
  Enter,
  Escape,
  Space,
  Backspace,
  Delete,
  Insert,
  Left,
  Right,
  Up,
  Down,
  Home,
  End,
  PageUp,
  PageDown,
  A,
  B,
  C,
  D,
  E,
  F,
  G,
  H,
  I,
  J,
  K,
  L,
  M,
  N,
  O,
  P,
  Q,
  R,
  S,
  T,
  U,
  V,
  W,
  X,
  Y,
  Z,
  Digit0,
  Digit1,
  Digit2,
  Digit3,
  Digit4,
  Digit5,
  Digit6,
  Digit7,
  Digit8,
  Digit9,
  F1,
  F2,
  F3,
  F4,
  F5,
  F6,
  F7,
  F8,
  F9,
  F10,
  F11,
  F12,
  Question,
  Plus,
  Minus,
};

struct Mods {
  bool shift = false;
  bool ctrl = false;
  bool alt = false;
  bool super = false;
  friend bool operator==(const Mods&, const Mods&) = default;
};

// A key went down or repeats (key != None), a character was typed (text != 0), or both at once.
// The shell may send key and character as two events; what is typed into a field is only ever `text`.
struct KeyEvent {
  Key key = Key::None;
  Mods mods;
  char32_t text = 0;
  bool repeat = false;
  friend bool operator==(const KeyEvent&, const KeyEvent&) = default;
};

struct MouseMove {
  Point at;
};
struct MouseButton {
  bool down = false;  // left button only
  Point at;
  int clicks = 1;  // 2: double click
};
struct MouseWheel {
  float dx = 0;  // in notches, as GLFW counts
  float dy = 0;
};
struct MouseLeave {};

using InputEvent = std::variant<KeyEvent, MouseMove, MouseButton, MouseWheel, MouseLeave>;

struct FrameInput {
  Point size;                      // of the frame buffer
  float dt = 1.0F / 60;            // seconds since the last frame
  std::vector<InputEvent> events;  // in the order they happened
};

}  // namespace etalon::ui::toolkit
