#include "ui/views/parts.h"

namespace etalon::ui {
namespace {

constexpr float kWide = 760;

tk::ButtonStyle button_style(const Action& action) {
  tk::ButtonStyle style;
  style.kind = action.primary ? tk::ButtonStyle::Kind::Primary : tk::ButtonStyle::Kind::Secondary;
  style.key = action.key;
  style.enabled = action.enabled;
  return style;
}

tk::TextEditStyle edit_style(const TextField& field) {
  tk::TextEditStyle style;
  style.hint = field.hint;
  style.label = field.label;
  style.limit = field.limit ? field.limit : style.limit;
  return style;
}

}  // namespace

tk::Tone tone(Tone tone) {
  switch (tone) {
    case Tone::Neutral: return tk::Tone::Neutral;
    case Tone::Accent: return tk::Tone::Accent;
    case Tone::Muted: return tk::Tone::Muted;
    case Tone::Agree: return tk::Tone::Agree;
    case Tone::Accepted: return tk::Tone::Accent;
    case Tone::Differ: return tk::Tone::Differ;
    case Tone::Critical: return tk::Tone::Critical;
  }
  return tk::Tone::Neutral;
}

tk::PanelStyle page_style(const tk::Rect& rect, float max_width) {
  tk::PanelStyle style;
  style.main = true;
  style.max_width = max_width;
  style.pad_x = is_wide(rect) ? 64 : 20;
  style.pad_y = is_wide(rect) ? 36 : 20;
  return style;
}

bool is_wide(const tk::Rect& rect) { return rect.w >= kWide; }

void draw_action(const Action& action, tk::Ui& ui, IntentSink& sink) {
  if (tk::button(ui, action.id, action.label, button_style(action))) sink.emit(action.intent);
}

void draw_actions(const std::vector<Action>& actions, tk::Ui& ui, IntentSink& sink) {
  if (actions.empty()) return;
  auto row = ui.row({.gap = 12, .height = 36, .wrap = true});
  for (const auto& action : actions) draw_action(action, ui, sink);
}

void draw_rows(const std::vector<Row>& rows, std::string_view group, tk::Ui& ui, IntentSink& sink) {
  for (const auto& row : rows) {
    const tk::ListRow line{row.title,    row.detail,  row.value,           tone(row.tone),
                           row.selected, row.enabled, &row == &rows.back()};
    if (tk::list_row(ui, row.id, line, group)) sink.emit(row.intent);
  }
}

void draw_labelled(const std::vector<Labelled>& lines, tk::Ui& ui) {
  for (const auto& line : lines) {
    tk::value_row(ui, line.id, {line.label, line.value, tone(line.tone), &line == &lines.back()});
  }
}

void draw_field(const TextField& field, tk::Ui& ui, IntentSink& sink) {
  if (!field.label.empty()) {
    tk::label(ui, field.label);
    ui.space(8);
  }
  // Above the field: the page is scrolled so far that the field is seen, not what stands below it.
  if (!field.problem.empty()) {
    tk::text(ui, field.problem, {.tone = tk::Tone::Critical, .id = "problem"});
    ui.space(8);
  }
  const auto style = edit_style(field);
  const auto edited =
      field.multiline ? tk::text_area(ui, field.id, field.text, style) : tk::text_field(ui, field.id, field.text, style);
  if (edited) sink.emit(EditText{field.target, *edited});
}

void draw_note(const Note& note, tk::Ui& ui) {
  if (note.text.empty()) return;
  if (!note.title.empty()) {
    tk::label(ui, note.title);
    ui.space(8);
  }
  tk::text(ui, note.text, {.tone = tone(note.tone), .id = note.id});
}

void draw_segments(std::string_view id, const std::vector<Action>& options, tk::Ui& ui, IntentSink& sink) {
  std::vector<tk::Segment> segments;
  for (const auto& option : options) segments.push_back({option.id, option.label, tk::Tone::Accent, option.selected});
  if (const auto chosen = tk::segmented(ui, id, segments)) sink.emit(options[*chosen].intent);
}

void draw_agreement(const std::vector<AgreementRow>& rows, tk::Ui& ui) {
  tk::IntervalChart chart;
  for (const auto& row : rows) {
    tk::IntervalRow line;
    line.label = row.label;
    line.words = row.value;
    line.note = row.count;
    line.defined = row.estimate.has_value();
    if (row.estimate) {
      line.value = row.estimate->value;
      line.low = row.estimate->low;
      line.high = row.estimate->high;
    }
    chart.rows.push_back(std::move(line));
  }
  tk::interval_chart(ui, "agreement", chart);
}

void draw_cursor(std::string_view path, tk::Ui& ui) {
  const auto* item = ui.find(path);
  if (!item) return;
  const float scale = ui.fonts().scale();
  const tk::Rect rect{item->rect.x / scale, item->rect.y / scale, item->rect.w / scale, item->rect.h / scale};
  tk::focus_ring(ui, rect);
}

void draw_screen_title(std::string_view title, std::string_view subtitle, tk::Ui& ui) {
  tk::title(ui, title, "title");
  if (subtitle.empty()) return;
  ui.space(4);
  tk::muted(ui, subtitle, "subtitle");
}

}  // namespace etalon::ui
