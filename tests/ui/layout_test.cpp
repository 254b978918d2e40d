// Nothing clipped, nothing overlapping: on every screen, at three letter sizes, in both languages.
#include <gmock/gmock.h>

#include "tests/ui/desk.h"

namespace etalon::ui {
namespace {

using toolkit::Key;
using toolkit::ProbeItem;
using toolkit::Role;

bool is_leaf(const ProbeItem& item) {
  switch (item.role) {
    case Role::Button:
    case Role::Chip:
    case Role::Segment:
    case Role::TextField:
    case Role::Tab:
    case Role::Badge: return true;
    default: return false;
  }
}

// A pixel of play for rounding.
// What lies under a question does not count: the question covers it and takes its clicks.
bool overlap(const ProbeItem& a, const ProbeItem& b) {
  if (a.id.starts_with("dialog/") != b.id.starts_with("dialog/")) return false;
  return a.visible.shrunk(1).overlaps(b.visible.shrunk(1));
}

std::string problems(const toolkit::Ui& ui, toolkit::Point size) {
  std::string out;
  std::vector<const ProbeItem*> leaves;
  for (const auto& item : ui.probe()) {
    const bool outside = item.rect.x < -1 || item.rect.right() > size.x + 1;
    const bool cut = !item.visible.empty() && item.visible.w < item.rect.w - 1.5F;
    if (outside || cut) out += item.id + " is cut at the side (" + item.label + ")\n";
    if (is_leaf(item) && !item.visible.empty()) leaves.push_back(&item);
  }
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    for (std::size_t j = i + 1; j < leaves.size(); ++j) {
      if (overlap(*leaves[i], *leaves[j])) out += leaves[i]->id + " overlaps " + leaves[j]->id + "\n";
    }
  }
  return out;
}

class Layout : public Desk {
 protected:
  void expect_sound(const std::string& where) {
    for (const toolkit::Point size : {toolkit::Point{1440, 900}, toolkit::Point{1024, 700}}) {
      for (const double scale : {1.0, 1.25, 1.75}) {
        for (const auto language : {Language::French, Language::English}) {
          size_ = size;
          auto& controller = shop_->controller();
          controller.handle(SetLanguage{language}, clock_.now());
          controller.handle(SetScale{scale}, clock_.now());
          settle();
          EXPECT_EQ(problems(*ui_, size_), "") << where << " at " << scale << ", " << size.x << " wide, " << code(language);
        }
      }
    }
    shop_->controller().handle(SetScale{1}, clock_.now());
    size_ = {1440, 900};
    settle();
  }
};

TEST_F(Layout, welcome_and_home_hold) {
  expect_sound("welcome");
  enter("analyste-07");
  expect_sound("home");
}

TEST_F(Layout, replay_and_debrief_hold) {
  enter("analyste-07");
  key(Key::P);
  expect_sound("replay, empty");
  for (int i = 0; i < 10; ++i) key(Key::Space);
  answer_by_mouse();
  expect_sound("replay, answered");
  key(Key::Enter);
  ASSERT_EQ(route(), Route::Debrief);
  expect_sound("debrief");
}

TEST_F(Layout, lists_and_settings_hold) {
  enter("analyste-07");
  for (const auto to : {Route::CalibrationList, Route::Reports, Route::Settings}) {
    shop_->controller().handle(Navigate{to}, clock_.now());
    settle();
    expect_sound("route " + std::to_string(static_cast<int>(to)));
  }
  shop_->controller().handle(NewCalibrationForm{}, clock_.now());
  settle();
  expect_sound("calibration set-up");
}

TEST_F(Layout, help_and_question_hold) {
  enter("analyste-07");
  key(Key::P);
  key(Key::Question);
  expect_sound("key help");
  key(Key::Escape);
  key(Key::Escape);
  expect_sound("stop");
}

}  // namespace
}  // namespace etalon::ui
