#include "ui/shell/window.h"

#include <GLFW/glfw3.h>

#include <cmath>
#include <utility>

#include "ui/shell/keys.h"

namespace etalon::ui {

using namespace toolkit;

namespace {

constexpr std::int64_t kDoubleClickMs = 400;
constexpr float kDoubleClickReach = 6;  // pixels

// Smaller than this the columns no longer fit.
constexpr int kMinWidth = 1024;
constexpr int kMinHeight = 700;

std::string last_glfw_error() {
  const char* text = nullptr;
  glfwGetError(&text);
  return text ? text : "unknown";
}

tl::unexpected<Error> no_window() {
  return fail(ErrorKind::Environment, msg("The window could not be opened: {reason}", {{"reason", last_glfw_error()}}),
              msg("A graphical display with OpenGL 3.2 is needed; the command line works without one"));
}

void set_hints(const WindowOptions& options) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_RESIZABLE, options.fixed ? GLFW_FALSE : GLFW_TRUE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "etalon");
}

}  // namespace

Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options, const Clock& clock) {
  if (!glfwInit()) return no_window();
  set_hints(options);
  GLFWwindow* window = glfwCreateWindow(options.width, options.height, options.title.c_str(), nullptr, nullptr);
  if (!window) {
    auto error = no_window();
    glfwTerminate();
    return error;
  }
  if (!options.fixed) glfwSetWindowSizeLimits(window, kMinWidth, kMinHeight, GLFW_DONT_CARE, GLFW_DONT_CARE);
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  return std::unique_ptr<Window>(new Window(window, clock));
}

Window::Window(GLFWwindow* window, const Clock& clock) : window_(window), clock_(clock) {
  glfwSetWindowUserPointer(window_, this);
  listen();
}

Window::~Window() {
  glfwDestroyWindow(window_);
  glfwTerminate();
}

void Window::listen() {
  glfwSetKeyCallback(window_, on_key);
  glfwSetCharCallback(window_, on_character);
  glfwSetCursorPosCallback(window_, on_move);
  glfwSetMouseButtonCallback(window_, on_button);
  glfwSetScrollCallback(window_, on_wheel);
  glfwSetCursorEnterCallback(window_, on_enter);
  glfwSetWindowRefreshCallback(window_, on_damage);
  glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* w, int, int) { on_damage(w); });
  glfwSetWindowContentScaleCallback(window_, [](GLFWwindow* w, float, float) { on_damage(w); });
}

bool Window::wants_to_close() const { return glfwWindowShouldClose(window_) != 0; }
void Window::close() { glfwSetWindowShouldClose(window_, GLFW_TRUE); }
void Window::wake() { glfwPostEmptyEvent(); }

void Window::wait(double seconds) {
  if (seconds > 0) {
    glfwWaitEventsTimeout(seconds);
  } else {
    glfwWaitEvents();
  }
}

std::vector<StampedEvent> Window::take_events() { return std::exchange(events_, {}); }
bool Window::take_damage() { return std::exchange(damaged_, false); }

Point Window::pixels() const {
  int width = 0, height = 0;
  glfwGetFramebufferSize(window_, &width, &height);
  return {static_cast<float>(width), static_cast<float>(height)};
}

Point Window::size() const {
  int width = 0, height = 0;
  glfwGetWindowSize(window_, &width, &height);
  return {static_cast<float>(width), static_cast<float>(height)};
}

float Window::content_scale() const {
  float x = 1, y = 1;
  glfwGetWindowContentScale(window_, &x, &y);
  return x > 0 ? x : 1;
}

void Window::set_title(const std::string& title) { glfwSetWindowTitle(window_, title.c_str()); }
void Window::show() { glfwSwapBuffers(window_); }

std::string Window::clipboard() const {
  const char* text = glfwGetClipboardString(window_);
  return text ? text : "";
}

void Window::set_clipboard(const std::string& text) { glfwSetClipboardString(window_, text.c_str()); }

Image Window::capture() const {
  const Point at = pixels();
  Image image{static_cast<int>(at.x), static_cast<int>(at.y), {}};
  const std::size_t row = static_cast<std::size_t>(image.width) * 3, rows = static_cast<std::size_t>(image.height);
  std::vector<std::uint8_t> upside_down(row * rows);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, image.width, image.height, GL_RGB, GL_UNSIGNED_BYTE, upside_down.data());
  image.rgb.reserve(upside_down.size());
  for (std::size_t y = rows; y-- > 0;) {
    const auto from = upside_down.begin() + static_cast<std::ptrdiff_t>(y * row);
    image.rgb.insert(image.rgb.end(), from, from + static_cast<std::ptrdiff_t>(row));
  }
  return image;
}

void Window::press(Key key, Mods mods) {
  const int code = glfw_from_key(key), held = glfw_from_mods(mods);
  on_key(window_, code, glfwGetKeyScancode(code), GLFW_PRESS, held);
  on_key(window_, code, glfwGetKeyScancode(code), GLFW_RELEASE, held);
}

void Window::type(char32_t character) { on_character(window_, character); }

void Window::add(InputEvent event) { events_.push_back({std::move(event), clock_.now()}); }

Point Window::to_pixels(double x, double y) const {
  const Point frame = pixels(), window = size();
  if (window.x <= 0 || window.y <= 0) return {};
  return {static_cast<float>(x) * frame.x / window.x, static_cast<float>(y) * frame.y / window.y};
}

int Window::count_click(Point at) {
  const Instant now = clock_.now();
  const bool again = now - last_click_ < kDoubleClickMs && std::abs(at.x - last_click_at_.x) < kDoubleClickReach &&
                     std::abs(at.y - last_click_at_.y) < kDoubleClickReach;
  clicks_ = again ? clicks_ + 1 : 1;
  last_click_ = now;
  last_click_at_ = at;
  return clicks_;
}

Window& Window::of(GLFWwindow* window) { return *static_cast<Window*>(glfwGetWindowUserPointer(window)); }

void Window::on_key(GLFWwindow* window, int key, int scancode, int action, int mods) {
  if (action == GLFW_RELEASE) return;
  const toolkit::Key named = mods & GLFW_MOD_CONTROL ? control_key(key, scancode) : key_from_glfw(key, scancode);
  if (named == toolkit::Key::None) return;
  of(window).add(KeyEvent{named, mods_from_glfw(mods), 0, action == GLFW_REPEAT});
}

void Window::on_character(GLFWwindow* window, unsigned int character) {
  of(window).add(KeyEvent{key_from_character(character), {}, static_cast<char32_t>(character), false});
}

void Window::on_move(GLFWwindow* window, double x, double y) {
  Window& self = of(window);
  self.add(MouseMove{self.to_pixels(x, y)});
}

void Window::on_button(GLFWwindow* window, int button, int action, int) {
  if (button != GLFW_MOUSE_BUTTON_LEFT) return;
  double x = 0, y = 0;
  glfwGetCursorPos(window, &x, &y);
  Window& self = of(window);
  const Point at = self.to_pixels(x, y);
  const bool down = action == GLFW_PRESS;
  self.add(MouseButton{down, at, down ? self.count_click(at) : self.clicks_});
}

void Window::on_wheel(GLFWwindow* window, double dx, double dy) {
  of(window).add(MouseWheel{static_cast<float>(dx), static_cast<float>(dy)});
}

void Window::on_enter(GLFWwindow* window, int entered) {
  if (!entered) of(window).add(MouseLeave{});
}

void Window::on_damage(GLFWwindow* window) { of(window).damaged_ = true; }

}  // namespace etalon::ui
