#include "ui/views/parts.h"
#include "ui/views/replay.h"

namespace etalon::ui {
namespace {

constexpr float kBesideFrom = 400;  // units: from here on two short facets fit side by side

// Two short facets that follow one another share a line where there is room.
void draw_facets(const std::vector<FacetPanel>& facets, tk::Ui& ui, IntentSink& sink) {
  for (std::size_t i = 0; i < facets.size(); ++i) {
    const bool pair = facets[i].compact && i + 1 < facets.size() && facets[i + 1].compact && ui.width() >= kBesideFrom;
    if (pair) {
      auto columns = ui.columns({{.share = 1.25F, .min = 180}, {.share = 1, .min = 180}}, 24);
      draw_facet(facets[i], ui, sink);
      ui.next_column();
      draw_facet(facets[++i], ui, sink);
    } else {
      draw_facet(facets[i], ui, sink);
    }
    ui.space(22);
  }
}

void draw_submit(const ReplayScreen& screen, tk::Ui& ui, IntentSink& sink) {
  {
    auto row = ui.row({.gap = 12, .height = 38, .wrap = true});
    draw_action(screen.submit, ui, sink);
    ui.spring();
    tk::text(ui, screen.count, {.tone = tk::Tone::Muted, .id = "count", .wrap = false});
  }
  if (screen.missing.empty()) return;
  ui.space(8);
  tk::small_print(ui, screen.missing, "missing");
}

}  // namespace

void draw_deciding_column(const ReplayScreen& screen, tk::Ui& ui, IntentSink& sink) {
  draw_facets(screen.facets, ui, sink);
  draw_field(screen.rationale, ui, sink);
  ui.space(16);
  draw_submit(screen, ui, sink);
}

}  // namespace etalon::ui
