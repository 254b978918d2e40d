// Editing text: one line or many, wrapped, UTF-8, with selection, clipboard, undo, word movement, mouse.
// The caller holds the text: what comes back is the new text, to be handed in with the next frame.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/toolkit/ui.h"

namespace etalon::ui::toolkit {

struct TextEditStyle {
  std::string_view hint = {};   // shown muted while empty
  std::string_view label = {};  // for the probe
  std::size_t limit = 2000;     // code points; what would go over is not taken in
  std::string_view count = {};  // small, muted, at the right below ("12 / 600"); empty: none
  float min_lines = 2;          // text_area: grows with its text from here …
  float max_lines = 8;          // … to here, then scrolls
  float width = 0;              // text_field; 0: what is there
  bool enabled = true;
  bool error = false;   // framed in the "differ" colour; say the reason beneath
  bool secret = false;  // text_field: dots instead of letters
};

// nullopt: unchanged. Enter makes a new line, Ctrl+Enter is left to the key map.
std::optional<std::string> text_area(Ui& ui, std::string_view id, std::string_view value, const TextEditStyle& style = {});
// nullopt: unchanged. Enter is left to the key map; pasted line ends become spaces.
std::optional<std::string> text_field(Ui& ui, std::string_view id, std::string_view value, const TextEditStyle& style = {});

}  // namespace etalon::ui::toolkit
