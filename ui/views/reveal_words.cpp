#include "ui/views/parts.h"
#include "ui/views/reveal.h"

namespace etalon::ui {
namespace {

void draw_quote(const Note& quote, tk::Ui& ui) {
  auto card = ui.card(quote.id, {.pad = 16});
  tk::label(ui, quote.title);
  ui.space(8);
  tk::text(ui, quote.text, {.face = tk::Face::Control, .id = "words"});
}

// Two and two, so that opposite readings stand side by side.
void draw_quotes(const std::vector<Note>& quotes, tk::Ui& ui) {
  for (std::size_t i = 0; i < quotes.size(); i += 2) {
    auto columns = ui.columns({{.share = 1, .min = 260}, {.share = 1, .min = 260}}, 16);
    draw_quote(quotes[i], ui);
    ui.next_column();
    if (i + 1 < quotes.size()) draw_quote(quotes[i + 1], ui);
  }
  if (!quotes.empty()) ui.space(20);
}

void draw_block(const std::string& heading, const std::vector<Labelled>& lines, tk::Ui& ui) {
  if (lines.empty()) return;
  tk::label(ui, heading);
  ui.space(4);
  draw_labelled(lines, ui);
  ui.space(20);
}

}  // namespace

void draw_reveal_words(const RevealScreen& screen, tk::Ui& ui) {
  draw_quotes(screen.quotes, ui);
  draw_block(screen.reference_title, screen.reference, ui);
  if (screen.why) {
    draw_note(*screen.why, ui);
    ui.space(20);
  }
  draw_block(screen.agreement_title, screen.agreement, ui);
}

}  // namespace etalon::ui
