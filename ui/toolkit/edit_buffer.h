// Changing a text at its caret: pure, no drawing. Internal to the toolkit.
#pragma once

#include <string>
#include <string_view>

#include "ui/toolkit/edit_state.h"
#include "ui/toolkit/input.h"

namespace etalon::ui::toolkit {

struct EditBuffer {
  std::string& text;
  EditState& state;
  std::size_t limit = 2000;  // code points
  bool multi = false;        // keeps line feeds
};

// Keeps caret and anchor inside the text and at the start of a character, after the text was changed from outside.
void keep_inside(EditState& state, std::string_view text);
void move_caret(EditState& state, std::size_t to, bool select);
std::string selected_text(const EditBuffer& buffer);
// Replaces the selection. Broken UTF-8 and control characters are left out, what goes over the limit too.
void insert(EditBuffer& buffer, std::string_view utf8);
// Characters, deletion, movement, select all, undo and redo. Line movement and the clipboard are the field's.
void apply_key(EditBuffer& buffer, const KeyEvent& key);

// Start of the word at or before `at`; end of the word at or behind it.
std::size_t word_start(std::string_view utf8, std::size_t at);
std::size_t word_end(std::string_view utf8, std::size_t at);

std::string encode_utf8(char32_t c);

}  // namespace etalon::ui::toolkit
