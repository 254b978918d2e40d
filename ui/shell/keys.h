// GLFW's keys in our own words, and back.
#pragma once

#include "ui/toolkit/input.h"

namespace etalon::ui {

// Letters by the keyboard's layout, digits by their place (so that the top row chooses on AZERTY as well).
// Key::None for a key that has no name here.
toolkit::Key key_from_glfw(int glfw_key, int scancode);
// With Control held no character is sent: '+' and '-' are told by what the layout has there, too.
toolkit::Key control_key(int glfw_key, int scancode);
// One GLFW key that gives this key; GLFW_KEY_UNKNOWN for '?', which only exists as a character.
int glfw_from_key(toolkit::Key key);
// The key of a character that is found by what it writes, not by its place: '?', '+' and '-'.
toolkit::Key key_from_character(char32_t character);
toolkit::Mods mods_from_glfw(int mods);
int glfw_from_mods(toolkit::Mods mods);

}  // namespace etalon::ui
