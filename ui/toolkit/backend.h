// Puts a finished frame on the current OpenGL 3.2 context. For ui/shell only: nobody else may include this.
// Dear ImGui and its renderer stay inside the toolkit, the shell never sees them.
#pragma once

#include "ui/toolkit/ui.h"

namespace etalon::ui::toolkit {

class Renderer {
 public:
  // A context must be current, here and in every later call, the destructor included.
  // Environment error: the context is too old or its functions cannot be loaded.
  static Result<std::unique_ptr<Renderer>> create(Ui& ui);
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  // After Ui::end_frame. Uploads the font atlas when it has changed. Set the viewport and clear the frame buffer
  // before (to theme().background), swap the buffers afterwards.
  void render();

 private:
  explicit Renderer(Ui& ui) : ui_(ui) {}
  Ui& ui_;
};

}  // namespace etalon::ui::toolkit
