#include "ui/views/replay.h"

#include "ui/views/bodies.h"
#include "ui/views/parts.h"
#include "ui/views/split.h"

namespace etalon::ui {

void draw_body(const ReplayScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink) {
  draw_split(
      ui, rect, 0.58F, [&] { draw_reading_column(screen, ui, sink); }, [&] { draw_deciding_column(screen, ui, sink); });
}

}  // namespace etalon::ui
