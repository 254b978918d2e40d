// The window of the system: one, with OpenGL 3.2 core. Every event is stamped with the clock where it arrives,
// because that is where time on task is measured, not where the frame is drawn.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sim/base/clock.h"
#include "sim/base/result.h"
#include "ui/shell/image.h"
#include "ui/shell/stamped_event.h"

struct GLFWwindow;

namespace etalon::ui {

struct WindowOptions {
  std::string title;
  int width = 1440;  // in screen coordinates
  int height = 900;
  bool fixed = false;  // the tour's window keeps its size
};

class Window {
 public:
  // Environment error: no display, or no OpenGL 3.2. `clock` must outlive the window.
  static Result<std::unique_ptr<Window>> open(const WindowOptions& options, const Clock& clock);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  bool wants_to_close() const;
  void close();
  // Sleeps until something happens; at most `seconds` when it is positive.
  void wait(double seconds = 0);
  // Wakes wait() from any thread.
  static void wake();

  std::vector<StampedEvent> take_events();
  // True once after the window was resized, uncovered or moved to another screen.
  bool take_damage();

  toolkit::Point pixels() const;  // of the frame buffer
  toolkit::Point size() const;    // in screen coordinates, to be remembered
  float content_scale() const;    // 1.0: 96 dots to the inch
  void set_title(const std::string& title);
  void show();            // swaps the buffers
  Image capture() const;  // of what is drawn and not yet shown

  std::string clipboard() const;
  void set_clipboard(const std::string& text);

  // A key or a character as if the system had sent it: enters where GLFW's callbacks enter.
  void press(toolkit::Key key, toolkit::Mods mods = {});
  void type(char32_t character);

 private:
  Window(GLFWwindow* window, const Clock& clock);
  void add(toolkit::InputEvent event);
  toolkit::Point to_pixels(double x, double y) const;

  static Window& of(GLFWwindow* window);
  static void on_key(GLFWwindow* window, int key, int scancode, int action, int mods);
  static void on_character(GLFWwindow* window, unsigned int character);
  static void on_move(GLFWwindow* window, double x, double y);
  static void on_button(GLFWwindow* window, int button, int action, int mods);
  static void on_wheel(GLFWwindow* window, double dx, double dy);
  static void on_enter(GLFWwindow* window, int entered);
  static void on_damage(GLFWwindow* window);
  void listen();
  int count_click(toolkit::Point at);

  GLFWwindow* window_;
  const Clock& clock_;
  std::vector<StampedEvent> events_;
  bool damaged_ = true;
  Instant last_click_{};
  toolkit::Point last_click_at_;
  int clicks_ = 0;
};

}  // namespace etalon::ui
