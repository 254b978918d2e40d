// Two columns: reading at the left on the page, deciding at the right on the panel. Where they would be too narrow
// they stand one below the other in one column that scrolls.
#pragma once

#include "ui/views/parts.h"
#include "ui/views/scenario_text.h"

namespace etalon::ui {

inline constexpr std::string_view kDeciding = "deciding";

template <class Left, class Right>
void draw_split(tk::Ui& ui, tk::Rect rect, float share, const Left& left, const Right& right) {
  const float pad = is_wide(rect) ? (rect.w < 1000 ? 20.0F : 28.0F) : 16.0F;
  if (!is_wide(rect)) {
    auto both = ui.panel("both", rect, {.pad_x = pad, .pad_y = pad, .main = true});
    {
      auto scope = ui.scope(kReading);
      left();
    }
    ui.hairline(16, 20);
    auto scope = ui.scope(kDeciding);
    right();
    return;
  }
  {
    auto panel = ui.panel(kReading, rect.cut_left(rect.w * share), {.pad_x = pad, .pad_y = pad, .main = true});
    left();
  }
  auto panel = ui.panel(kDeciding, rect, {.ground = tk::Ground::Surface, .pad_x = pad, .pad_y = pad - 4, .line_left = true});
  right();
}

}  // namespace etalon::ui
