// One frame after the other, without a window: what came in goes to the key map or to the toolkit, the screen is drawn,
// what the views ask for is answered. The window and the headless tests both drive this.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ui/shell/director.h"
#include "ui/shell/stamped_event.h"
#include "ui/views/draw.h"

namespace etalon::ui {

class Scene {
 public:
  // Both must outlive the scene.
  Scene(Director& director, toolkit::Ui& ui) : director_(director), ui_(ui) {}

  // Draws one frame of this many pixels. `content_scale`: of the screen, 1 at 96 dots to the inch. `now` stamps what
  // has no event of its own.
  void frame(toolkit::Point pixels, float content_scale, const std::vector<StampedEvent>& events, Instant now);
  // What was drawn is no longer what is to be shown: draw another frame at once.
  bool wants_frame() const { return stale_; }

 private:
  bool take_key(const toolkit::KeyEvent& key, Instant at);
  void draw_once(Instant at);
  void dress(const Screen& screen);
  void turn_page(const Screen& screen);
  void follow_ui(const Screen& screen, Instant now);
  void follow_screen(const Screen& screen);
  void follow_cursor(const Screen& screen);

  Director& director_;
  toolkit::Ui& ui_;
  IntentSink sink_;
  toolkit::FrameInput input_;  // what the toolkit gets with the next drawing
  float content_scale_ = 1;
  bool stale_ = true;
  bool drop_text_ = false;  // the character of a key that the key map has used
  std::string ui_focus_;    // as the toolkit had it in the last frame
  std::string field_;       // as the screen had it in the last frame
  std::string cursor_;      // the same of its key cursor
  std::string page_;        // the page of the last frame
};

}  // namespace etalon::ui
