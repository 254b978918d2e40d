#include "ui/views/bodies.h"
#include "ui/views/parts.h"

namespace etalon::ui {
namespace {

// What the chart has no room for: the interval in figures, and kappa or why there is none.
void draw_figures_table(const std::vector<AgreementRow>& rows, tk::Ui& ui) {
  const std::vector<tk::TableColumn> columns{{"", 1.2F}, {"", 0.7F}, {"", 0.9F}, {"", 1.6F}};
  const auto cell = [](const std::string& text) {
    tk::Cell out;
    out.text = text;
    return out;
  };
  std::vector<tk::TableRow> lines;
  for (const auto& row : rows) {
    lines.push_back({row.id, {cell(row.label), cell(row.value), cell(row.interval), cell(row.kappa)}, false});
  }
  tk::table(ui, "figures", columns, lines, {.header = false, .min_width = 380});
}

void draw_agreement_card(const SummaryScreen& screen, tk::Ui& ui) {
  auto card = ui.card("agreement");
  tk::label(ui, screen.agreement_title);
  ui.space(12);
  bool any = false;
  for (const auto& row : screen.agreement) any = any || row.estimate.has_value();
  if (any) {
    draw_agreement(screen.agreement, ui);
    ui.space(16);
  }
  draw_figures_table(screen.agreement, ui);
}

void draw_labelled_card(std::string_view id, const std::string& heading, const std::vector<Labelled>& lines, tk::Ui& ui) {
  if (lines.empty()) return;
  auto card = ui.card(id);
  tk::label(ui, heading);
  ui.space(8);
  draw_labelled(lines, ui);
}

void draw_scenarios_card(const SummaryScreen& screen, tk::Ui& ui, IntentSink& sink) {
  if (screen.scenarios.empty()) return;
  auto card = ui.card("scenarios");
  tk::label(ui, screen.scenarios_title);
  ui.space(4);
  draw_rows(screen.scenarios, "rows", ui, sink);
}

}  // namespace

void draw_body(const SummaryScreen& screen, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink) {
  auto panel = ui.panel("summary", rect, page_style(rect, 1180));
  draw_screen_title(screen.title, screen.subtitle, ui);
  if (!screen.verdict_note.empty()) {
    ui.space(12);
    tk::badge(ui, screen.verdict_note, tk::Tone::Neutral, "verdict");
  }
  ui.space(20);
  draw_actions(screen.actions, ui, sink);
  ui.space(20);
  auto columns = ui.columns({{.share = 1.15F, .min = 400}, {.share = 1, .min = 340}}, 22);
  draw_agreement_card(screen, ui);
  ui.space(22);
  draw_scenarios_card(screen, ui, sink);
  ui.next_column();
  draw_labelled_card("figures", screen.figures_title, screen.figures, ui);
  ui.space(22);
  draw_labelled_card("confidence", screen.confidence_title, screen.confidence, ui);
}

}  // namespace etalon::ui
