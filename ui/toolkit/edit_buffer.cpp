#include "ui/toolkit/edit_buffer.h"

#include <algorithm>

#include "sim/base/text.h"
#include "ui/toolkit/line_break.h"

namespace etalon::ui::toolkit {
namespace {

constexpr std::size_t kMostSteps = 200;

// A word is anything but white space and ASCII punctuation; letters beyond ASCII belong to words.
bool in_word(std::string_view utf8, std::size_t at) {
  const auto c = static_cast<unsigned char>(utf8[at]);
  if (c >= 0x80) return !utf8.substr(at).starts_with("\u00A0") && !utf8.substr(at).starts_with("\u202F");
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// What may enter a text: no control character but the line feed of a text of many lines.
std::string cleaned(std::string_view utf8, bool multi) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t next = next_character(utf8, at);
    const std::string_view c = utf8.substr(at, next - at);
    at = next;
    if (c == "\n")
      out += multi ? "\n" : " ";
    else if (c == "\t")
      out += " ";
    else if (is_utf8(c) && printable(c) == c)
      out += c;
  }
  return out;
}

std::string_view first_code_points(std::string_view utf8, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < utf8.size(); --count) at = next_character(utf8, at);
  return utf8.substr(0, at);
}

void remember(EditBuffer& buffer, bool typing) {
  EditState& state = buffer.state;
  const bool joins = typing && state.typing && !state.undo.empty();
  state.typing = typing;
  state.redo.clear();
  if (joins) return;
  state.undo.push_back({buffer.text, state.caret, state.anchor});
  if (state.undo.size() > kMostSteps) state.undo.erase(state.undo.begin());
}

void replace(EditBuffer& buffer, std::size_t from, std::size_t to, std::string_view with) {
  buffer.text.replace(from, to - from, with);
  buffer.state.caret = buffer.state.anchor = from + with.size();
  buffer.state.goal_x = -1;
}

void step_back(EditBuffer& buffer, std::vector<EditStep>& from, std::vector<EditStep>& to) {
  if (from.empty()) return;
  to.push_back({buffer.text, buffer.state.caret, buffer.state.anchor});
  const EditStep step = std::move(from.back());
  from.pop_back();
  buffer.text = step.text;
  buffer.state.caret = step.caret;
  buffer.state.anchor = step.anchor;
  buffer.state.typing = false;
}

void erase(EditBuffer& buffer, std::size_t from, std::size_t to) {
  if (buffer.state.caret != buffer.state.anchor) {
    from = std::min(buffer.state.caret, buffer.state.anchor);
    to = std::max(buffer.state.caret, buffer.state.anchor);
  }
  if (from == to) return;
  remember(buffer, false);
  replace(buffer, from, to, {});
}

void type_character(EditBuffer& buffer, std::string_view utf8) {
  const std::string clean = cleaned(utf8, buffer.multi);
  const std::size_t from = std::min(buffer.state.caret, buffer.state.anchor);
  const std::size_t to = std::max(buffer.state.caret, buffer.state.anchor);
  const std::size_t kept =
      count_code_points(buffer.text) - count_code_points(std::string_view(buffer.text).substr(from, to - from));
  const std::string_view taken = first_code_points(clean, buffer.limit > kept ? buffer.limit - kept : 0);
  if (taken.empty() && from == to) return;
  const bool word = taken.size() == clean.size() && clean != " " && clean != "\n";
  remember(buffer, word && from == to);
  replace(buffer, from, to, taken);
}

// Left and Right end a selection at its side before they move.
void sideways(EditBuffer& buffer, const KeyEvent& key) {
  EditState& state = buffer.state;
  const bool left = key.key == Key::Left;
  if (!key.mods.shift && !key.mods.ctrl && state.caret != state.anchor)
    return move_caret(state, left ? std::min(state.caret, state.anchor) : std::max(state.caret, state.anchor), false);
  std::size_t to = left ? previous_character(buffer.text, state.caret) : next_character(buffer.text, state.caret);
  if (key.mods.ctrl) to = left ? word_start(buffer.text, state.caret) : word_end(buffer.text, state.caret);
  move_caret(state, to, key.mods.shift);
}

void control_chord(EditBuffer& buffer, const KeyEvent& key) {
  EditState& state = buffer.state;
  if (key.key == Key::A) {
    state.anchor = 0;
    state.caret = buffer.text.size();
  }
  if (key.key == Key::Z && !key.mods.shift) step_back(buffer, state.undo, state.redo);
  if (key.key == Key::Y || (key.key == Key::Z && key.mods.shift)) step_back(buffer, state.redo, state.undo);
}

}  // namespace

void keep_inside(EditState& state, std::string_view text) {
  const auto mend = [&](std::size_t at) {
    at = std::min(at, text.size());
    return at < text.size() ? previous_character(text, at + 1) : at;
  };
  state.caret = mend(state.caret);
  state.anchor = mend(state.anchor);
}

void move_caret(EditState& state, std::size_t to, bool select) {
  state.caret = to;
  if (!select) state.anchor = to;
  state.goal_x = -1;
  state.typing = false;
}

std::string selected_text(const EditBuffer& buffer) {
  const std::size_t from = std::min(buffer.state.caret, buffer.state.anchor);
  const std::size_t to = std::max(buffer.state.caret, buffer.state.anchor);
  return buffer.text.substr(from, to - from);
}

void insert(EditBuffer& buffer, std::string_view utf8) {
  buffer.state.typing = false;
  type_character(buffer, utf8);
  buffer.state.typing = false;
}

void apply_key(EditBuffer& buffer, const KeyEvent& key) {
  const std::size_t caret = buffer.state.caret;
  if (key.text != 0) return type_character(buffer, encode_utf8(key.text));
  if (key.key == Key::Enter) return insert(buffer, "\n");
  if (key.key == Key::Left || key.key == Key::Right) return sideways(buffer, key);
  if (key.key == Key::Home) return move_caret(buffer.state, 0, key.mods.shift);
  if (key.key == Key::End) return move_caret(buffer.state, buffer.text.size(), key.mods.shift);
  if (key.key == Key::Backspace)
    return erase(buffer, key.mods.ctrl ? word_start(buffer.text, caret) : previous_character(buffer.text, caret), caret);
  if (key.key == Key::Delete)
    return erase(buffer, caret, key.mods.ctrl ? word_end(buffer.text, caret) : next_character(buffer.text, caret));
  if (key.mods.ctrl) control_chord(buffer, key);
}

std::size_t word_start(std::string_view utf8, std::size_t at) {
  while (at > 0 && !in_word(utf8, previous_character(utf8, at))) at = previous_character(utf8, at);
  while (at > 0 && in_word(utf8, previous_character(utf8, at))) at = previous_character(utf8, at);
  return at;
}

std::size_t word_end(std::string_view utf8, std::size_t at) {
  while (at < utf8.size() && !in_word(utf8, at)) at = next_character(utf8, at);
  while (at < utf8.size() && in_word(utf8, at)) at = next_character(utf8, at);
  return at;
}

std::string encode_utf8(char32_t c) {
  const auto byte = [](char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  std::string out;
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return out;
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
  if (c < 0x10000) return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
  return {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
}

}  // namespace etalon::ui::toolkit
