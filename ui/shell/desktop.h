// The window with a scene in it.
#pragma once

#include <memory>

#include "ui/shell/scene.h"
#include "ui/shell/window.h"
#include "ui/toolkit/backend.h"

namespace etalon::ui {

struct DesktopOptions {
  std::filesystem::path share;
  Settings settings;   // size, theme and letters of the first frame
  bool fixed = false;  // keeps its size, whatever the window system says
};

class Desktop {
 public:
  // Errors: no display (Environment), fonts missing.
  static Result<std::unique_ptr<Desktop>> open(const DesktopOptions& options, const Clock& clock);

  // Until the director or the person has enough. Returns whether the person closed the window.
  bool run(Director& director);
  // One turn without sleeping, for whoever drives the window.
  void step(Scene& scene, Instant now);

  Window& window() { return *window_; }
  toolkit::Ui& ui() { return *ui_; }
  // The frame as it was drawn last.
  Image capture();

 private:
  Desktop(std::unique_ptr<Window> window, std::unique_ptr<toolkit::Ui> ui, std::unique_ptr<toolkit::Renderer> renderer,
          const Clock& clock);
  void paint();
  void tell_size(Director& director);

  std::unique_ptr<Window> window_;
  std::unique_ptr<toolkit::Ui> ui_;
  std::unique_ptr<toolkit::Renderer> renderer_;  // before the context goes, so after the window here
  const Clock& clock_;
  toolkit::Point told_size_;
};

}  // namespace etalon::ui
