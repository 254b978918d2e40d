#include <cmath>

#include "ui/views/parts.h"
#include "ui/views/reveal.h"

namespace etalon::ui {
namespace {

constexpr double kParts = 10'000;  // the toolkit takes whole parts

void draw_bar(const VoteBar& vote, float label_width, tk::Ui& ui) {
  tk::VoteBar bar{label_width > 0 ? vote.label : std::string(), label_width, {}};
  for (const auto& segment : vote.segments) {
    bar.parts.push_back({segment.label, static_cast<int>(std::lround(segment.share * kParts)), tone(segment.tone)});
  }
  tk::vote_bar(ui, vote.id, bar);
}

// "Reference: …" below a bar, so that the bar itself shows the team alone.
void draw_reference(const VoteBar& vote, tk::Ui& ui) {
  if (vote.reference.empty()) return;
  ui.space(4);
  tk::small_print(ui, vote.reference, vote.id + ".reference");
}

}  // namespace

void draw_reveal_votes(const RevealScreen& screen, tk::Ui& ui) {
  for (const auto& vote : screen.facets) {
    tk::label(ui, vote.label);
    ui.space(8);
    draw_bar(vote, 0, ui);
    draw_reference(vote, ui);
    ui.space(16);
  }
  if (screen.elements.empty()) return;
  tk::label(ui, screen.elements_title);
  const float label_width = ui.width() < 420 ? 120.0F : ui.width() * 0.25F;
  for (const auto& vote : screen.elements) {
    ui.space(6);
    draw_bar(vote, label_width, ui);
    draw_reference(vote, ui);
  }
  ui.space(20);
}

}  // namespace etalon::ui
