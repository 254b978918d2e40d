// Small pieces the widgets share. Internal to the toolkit.
#pragma once

#include <string>
#include <string_view>

#include "ui/toolkit/ui_state.h"
#include "ui/toolkit/widgets.h"

namespace etalon::ui::toolkit {

// One line, in the middle of the height of `rect`, from its left plus `pad`.
void line_in(Ui& ui, const Rect& rect, float pad, Face face, Colour colour, std::string_view utf8);
void line_centred(Ui& ui, const Rect& rect, Face face, Colour colour, std::string_view utf8);
// Wrapped lines from `at` down; `step` is the line height.
void draw_lines(Ui& ui, Point at, Face face, Colour colour, std::string_view utf8, const std::vector<Line>& lines,
                float step);
// Top of the text box of `face` in a line that is `step` high.
float text_top(Ui& ui, float line_top, float step, Face face);
// Cut with "…" so that it fits.
std::string shortened(Ui& ui, Face face, std::string_view utf8, float width);

inline constexpr float kCapHeight = 18;
float cap_width(Ui& ui, std::string_view key);
void draw_cap(Ui& ui, Point top_left, std::string_view key, bool strong = false);

}  // namespace etalon::ui::toolkit
