#include "ui/views/draw.h"

#include <algorithm>

#include "ui/views/bodies.h"
#include "ui/views/frame.h"

namespace etalon::ui {
namespace {

constexpr float kLawWidth = 460;

}  // namespace

void draw(const Screen& screen, tk::Ui& ui, IntentSink& sink) {
  tk::Rect rest = ui.screen();
  draw_top_bar(screen.top, ui, rest.cut_top(tk::kTopBar), sink);
  draw_bottom_bar(screen.bottom, ui, rest.cut_bottom(tk::kFooter), sink);
  if (screen.banner) {
    draw_banner(*screen.banner, ui, rest.cut_top(std::min(rest.h / 3, banner_height(*screen.banner, ui, rest.w))), sink);
  }
  if (screen.article) {
    // Where there is no room beside it, the law takes the whole body: Escape brings the scenario back.
    const bool alone = rest.w < 2 * kLawWidth;
    draw_article_panel(*screen.article, ui, alone ? std::exchange(rest, {}) : rest.cut_right(kLawWidth), sink);
  }
  if (!rest.empty()) std::visit([&](const auto& body) { draw_body(body, ui, rest, sink); }, screen.body);
  if (screen.dialog) draw_dialog(*screen.dialog, ui, sink);
  if (screen.key_help) draw_key_help(*screen.key_help, ui, sink);
}

}  // namespace etalon::ui
