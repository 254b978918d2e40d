#include "ui/shell/keys.h"

#include <GLFW/glfw3.h>

#include <array>
#include <utility>

namespace etalon::ui {

using namespace toolkit;

namespace {

constexpr std::array<std::pair<int, Key>, 17> kNamed{{
    {GLFW_KEY_TAB, Key::Tab},
    {GLFW_KEY_ENTER, Key::Enter},
    {GLFW_KEY_KP_ENTER, Key::Enter},
    {GLFW_KEY_ESCAPE, Key::Escape},
    {GLFW_KEY_SPACE, Key::Space},
    {GLFW_KEY_BACKSPACE, Key::Backspace},
    {GLFW_KEY_DELETE, Key::Delete},
    {GLFW_KEY_INSERT, Key::Insert},
    {GLFW_KEY_LEFT, Key::Left},
    {GLFW_KEY_RIGHT, Key::Right},
    {GLFW_KEY_UP, Key::Up},
    {GLFW_KEY_DOWN, Key::Down},
    {GLFW_KEY_HOME, Key::Home},
    {GLFW_KEY_END, Key::End},
    {GLFW_KEY_PAGE_UP, Key::PageUp},
    {GLFW_KEY_PAGE_DOWN, Key::PageDown},
    {GLFW_KEY_UNKNOWN, Key::None},
}};

Key offset(Key first, int by) { return static_cast<Key>(static_cast<int>(first) + by); }

bool between(int key, int first, int last) { return key >= first && key <= last; }

// The letter that the layout has at this place; the US letter where GLFW does not know.
Key letter(int glfw_key, int scancode) {
  const char* name = glfwGetKeyName(glfw_key, scancode);
  if (name && name[0] >= 'a' && name[0] <= 'z' && name[1] == '\0') return offset(Key::A, name[0] - 'a');
  if (name && between(glfw_key, GLFW_KEY_A, GLFW_KEY_Z)) return Key::None;  // AZERTY has punctuation in the place of M
  return between(glfw_key, GLFW_KEY_A, GLFW_KEY_Z) ? offset(Key::A, glfw_key - GLFW_KEY_A) : Key::None;
}

}  // namespace

Key key_from_glfw(int glfw_key, int scancode) {
  for (const auto& [code, key] : kNamed) {
    if (code == glfw_key) return key;
  }
  if (between(glfw_key, GLFW_KEY_0, GLFW_KEY_9)) return offset(Key::Digit0, glfw_key - GLFW_KEY_0);
  if (between(glfw_key, GLFW_KEY_KP_0, GLFW_KEY_KP_9)) return offset(Key::Digit0, glfw_key - GLFW_KEY_KP_0);
  if (between(glfw_key, GLFW_KEY_F1, GLFW_KEY_F12)) return offset(Key::F1, glfw_key - GLFW_KEY_F1);
  return letter(glfw_key, scancode);
}

Key control_key(int glfw_key, int scancode) {
  if (glfw_key == GLFW_KEY_KP_ADD) return Key::Plus;
  if (glfw_key == GLFW_KEY_KP_SUBTRACT) return Key::Minus;
  const char* name = glfwGetKeyName(glfw_key, scancode);
  const char sign = name && name[1] == '\0' ? name[0] : '\0';
  const bool digit = between(glfw_key, GLFW_KEY_0, GLFW_KEY_9);  // on AZERTY '-' stands on the place of a digit
  if (!digit && (sign == '+' || sign == '=')) return Key::Plus;
  if (!digit && sign == '-') return Key::Minus;
  return key_from_glfw(glfw_key, scancode);
}

int glfw_from_key(Key key) {
  for (const auto& [code, named] : kNamed) {
    if (named == key) return code;
  }
  const int number = static_cast<int>(key);
  if (key >= Key::Digit0 && key <= Key::Digit9) return GLFW_KEY_0 + number - static_cast<int>(Key::Digit0);
  if (key >= Key::F1 && key <= Key::F12) return GLFW_KEY_F1 + number - static_cast<int>(Key::F1);
  if (key >= Key::A && key <= Key::Z) return GLFW_KEY_A + number - static_cast<int>(Key::A);
  if (key == Key::Plus) return GLFW_KEY_KP_ADD;
  if (key == Key::Minus) return GLFW_KEY_KP_SUBTRACT;
  return GLFW_KEY_UNKNOWN;
}

Key key_from_character(char32_t character) {
  switch (character) {
    case U'?': return Key::Question;
    case U'+': return Key::Plus;
    case U'-': return Key::Minus;
    default: return Key::None;
  }
}

Mods mods_from_glfw(int mods) {
  return {(mods & GLFW_MOD_SHIFT) != 0, (mods & GLFW_MOD_CONTROL) != 0, (mods & GLFW_MOD_ALT) != 0,
          (mods & GLFW_MOD_SUPER) != 0};
}

int glfw_from_mods(Mods mods) {
  return (mods.shift ? GLFW_MOD_SHIFT : 0) | (mods.ctrl ? GLFW_MOD_CONTROL : 0) | (mods.alt ? GLFW_MOD_ALT : 0) |
         (mods.super ? GLFW_MOD_SUPER : 0);
}

}  // namespace etalon::ui
