// A key of the toolkit as the key map writes it.
#pragma once

#include <optional>

#include "ui/model/keymap.h"
#include "ui/toolkit/input.h"

namespace etalon::ui {

// Empty: a key or a character that no key map can name.
std::optional<KeyChord> chord_of(const toolkit::KeyEvent& event);
// Whether the system sends a character after this key, so that it has to be dropped when the key is used up.
bool writes(const toolkit::KeyEvent& event);

}  // namespace etalon::ui
