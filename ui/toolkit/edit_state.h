// What a text field remembers while it is on the screen. Internal to the toolkit.
#pragma once

#include <string>
#include <vector>

namespace etalon::ui::toolkit {

struct EditStep {
  std::string text;
  std::size_t caret = 0, anchor = 0;
};

struct EditState {
  std::size_t caret = 0;   // byte offsets into the text
  std::size_t anchor = 0;  // the other end of the selection
  float goal_x = -1;       // the column Up and Down keep to; negative: where the caret is
  float scroll = 0;        // of a field that shows less than its text
  bool typing = false;     // the last change was a typed character: the next one joins its undo step
  std::vector<EditStep> undo, redo;
};

}  // namespace etalon::ui::toolkit
