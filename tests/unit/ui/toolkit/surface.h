// A Ui without a window: draws what a test gives it and plays input against it.
#pragma once

#include <gtest/gtest.h>
#include <functional>
#include <memory>

#include "ui/toolkit/ui.h"

namespace etalon::ui::toolkit {

class Surface {
 public:
  explicit Surface(std::function<void(Ui&)> draw, int percent = 100, Point size = {800, 600})
      : draw_(std::move(draw)), size_(size) {
    UiOptions options;
    options.share = std::string(ETALON_BINARY_DIR) + "/share/etalon";
    options.percent = percent;
    auto made = Ui::create(options);
    if (!made) throw std::runtime_error(english(made.error()));
    ui_ = std::move(*made);
    frame();
    frame();
  }

  Ui& ui() { return *ui_; }

  void frame(std::vector<InputEvent> events = {}) {
    FrameInput input;
    input.size = size_;
    input.events = std::move(events);
    ui_->begin_frame(input);
    draw_(*ui_);
    ui_->end_frame();
  }

  Rect rect(std::string_view id) const {
    const ProbeItem* item = ui_->find(id);
    EXPECT_NE(item, nullptr) << id;
    return item == nullptr ? Rect{} : item->rect;
  }

  void click(Point at) {
    frame({MouseMove{at}, MouseButton{true, at, 1}});
    frame({MouseButton{false, at, 1}});
  }
  void click(std::string_view id) { click(rect(id).centre()); }

  void press(Key key, Mods mods = {}) { frame({KeyEvent{key, mods, 0, false}}); }
  void type(std::u32string_view text) {
    std::vector<InputEvent> events;
    for (const char32_t c : text) events.push_back(KeyEvent{Key::None, {}, c, false});
    frame(std::move(events));
  }

 private:
  std::function<void(Ui&)> draw_;
  Point size_;
  std::unique_ptr<Ui> ui_;
};

inline constexpr Mods kShift{true, false, false, false};
inline constexpr Mods kCtrl{false, true, false, false};

}  // namespace etalon::ui::toolkit
