// The real program without a window: a temporary journal, the bundled pack, a made-up clock. Keys and the mouse go in as
// the window would send them; what is on the screen is asked by its stable id.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "ui/shell/scene.h"
#include "ui/shell/workshop.h"

namespace etalon::ui {

class Desk : public ::testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  // A second sitting on the same journal, as after a crash: nothing is closed in between.
  void sit_down_again();
  void resize(float width, float height);  // of the frame buffer, in pixels
  void frame(const std::vector<toolkit::InputEvent>& events = {});
  void settle();
  void key(toolkit::Key key, toolkit::Mods mods = {});
  void type(std::string_view ascii);
  // Scrolls to it and clicks in its middle. `id` is the end of a path.
  void click(const std::string& id);
  const toolkit::ProbeItem* find(const std::string& id);
  Screen screen() { return shop_->controller().screen(); }
  Route route() { return shop_->controller().state().route; }
  void enter(std::string_view pseudonym);
  // Answers what is still asked with the first chip or state, by mouse.
  void answer_by_mouse();
  std::size_t recorded_decisions();

  std::filesystem::path folder_;
  ManualClock clock_{Instant{1775120400000}};
  SeededRng rng_{7};
  std::unique_ptr<Workshop> shop_;
  std::unique_ptr<toolkit::Ui> ui_;
  std::unique_ptr<Scene> scene_;
  toolkit::Point size_{1440, 900};
};

}  // namespace etalon::ui
