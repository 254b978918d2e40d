#include "ui/shell/desktop.h"

#include <GLFW/glfw3.h>

#include <algorithm>

namespace etalon::ui {
namespace {

// Frames that follow one another because the screen still moves on; a view that never settles must not spin.
constexpr int kSettlingFrames = 8;

float channel(std::uint8_t value) { return static_cast<float>(value) / 255.0F; }

double sooner(std::optional<double> a, std::optional<double> b) {
  if (a && b) return std::min(*a, *b);
  return a ? *a : b.value_or(0);
}

}  // namespace

Result<std::unique_ptr<Desktop>> Desktop::open(const DesktopOptions& options, const Clock& clock) {
  auto window =
      Window::open({"Étalon", options.settings.window_width, options.settings.window_height, options.fixed}, clock);
  if (!window) return fail(window.error());
  auto ui = toolkit::Ui::create({options.share, 100, toolkit::ThemeName::Light});
  if (!ui) return fail(ui.error());
  auto renderer = toolkit::Renderer::create(**ui);
  if (!renderer) return fail(renderer.error());
  return std::unique_ptr<Desktop>(new Desktop(std::move(*window), std::move(*ui), std::move(*renderer), clock));
}

Desktop::Desktop(std::unique_ptr<Window> window, std::unique_ptr<toolkit::Ui> ui,
                 std::unique_ptr<toolkit::Renderer> renderer, const Clock& clock)
    : window_(std::move(window)),
      ui_(std::move(ui)),
      renderer_(std::move(renderer)),
      clock_(clock),
      told_size_(window_->size()) {
  ui_->set_clipboard([this] { return window_->clipboard(); },
                     [this](const std::string& text) { window_->set_clipboard(text); });
}

void Desktop::paint() {
  const auto size = window_->pixels();
  const auto ground = ui_->theme().background;
  glViewport(0, 0, static_cast<int>(size.x), static_cast<int>(size.y));
  glClearColor(channel(ground.r), channel(ground.g), channel(ground.b), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  renderer_->render();
}

Image Desktop::capture() {
  paint();
  return window_->capture();
}

void Desktop::step(Scene& scene, Instant now) {
  scene.frame(window_->pixels(), window_->content_scale(), window_->take_events(), now);
  for (int i = 0; i < kSettlingFrames && scene.wants_frame(); ++i) {
    scene.frame(window_->pixels(), window_->content_scale(), {}, now);
  }
  paint();
  window_->show();
}

void Desktop::tell_size(Director& director) {
  const auto size = window_->size();
  if (size == told_size_ || size.x <= 0) return;
  told_size_ = size;
  director.handle(ResizeWindow{static_cast<int>(size.x), static_cast<int>(size.y)}, clock_.now());
}

bool Desktop::run(Director& director) {
  Scene scene(director, *ui_);
  while (true) {
    step(scene, clock_.now());
    if (window_->wants_to_close()) director.handle(Quit{}, clock_.now());
    if (director.wants_to_quit()) return window_->wants_to_close();
    const auto redraw = ui_->redraw_after();
    const bool at_once = scene.wants_frame() || (redraw && *redraw <= 0);
    window_->wait(at_once ? 0.015 : sooner(redraw, director.seconds_to_wait(clock_.now())));
    tell_size(director);
  }
}

}  // namespace etalon::ui
