// Which key does what on which screen; the help overlay and the bottom bar read the same table.
#pragma once

#include <optional>
#include <vector>

#include "ui/model/intents.h"

namespace etalon::ui {

enum class Key { Character, Enter, Space, Tab, Escape, Up, Down, Left, Right, PageUp, PageDown, F1 };

// A key as the shell reports it. Letters are those of the keyboard's layout, upper case; digits are those of the digit
// row and of the keypad, whatever Shift says (on a French keyboard the row gives digits only with Shift).
struct KeyChord {
  Key key = Key::Character;
  char character = 0;  // 'A'-'Z', '0'-'9', '?', '+', '-', with Key::Character
  bool ctrl = false;
  bool shift = false;  // matters with Tab only
  friend bool operator==(const KeyChord&, const KeyChord&) = default;
};

// The intent of a chord, given where one is and whether a text field takes the characters. Empty: the chord means
// nothing here (in a text field: it is the field's own).
std::optional<Intent> intent_of(const UiState& state, const KeyChord& chord);

// One chord and what it does.
struct KeyBinding {
  KeyChord chord;
  Intent intent;
};
// One line of the key list: keys that belong together. Names and labels are to be translated.
struct KeyEntry {
  Message keys;         // as on the key caps: "Space", "1 – 9", "Ctrl +"
  Message label;        // "next step"
  bool in_bar = false;  // shown in the bottom bar too
  std::vector<KeyBinding> bindings;
};
struct KeySection {
  Message title;
  std::vector<KeyEntry> entries;
};

// The keys that work on this route: the screen's own, those of its text fields where it has some, those of every screen.
std::vector<KeySection> key_list(Route route);

}  // namespace etalon::ui
