// Where the focus and the cursor of a screen are in the toolkit's tree of ids.
#include "ui/views/draw.h"

namespace etalon::ui {
namespace {

std::vector<const TextField*> fields(const Body& body) {
  if (const auto* welcome = std::get_if<WelcomeScreen>(&body)) return {&welcome->pseudonym};
  if (const auto* replay = std::get_if<ReplayScreen>(&body)) return {&replay->rationale};
  if (const auto* setup = std::get_if<CalibrationSetupScreen>(&body)) return {&setup->name, &setup->analyst};
  return {};
}

bool ends_with_id(std::string_view path, std::string_view id) {
  return path == id || (path.size() > id.size() && path.ends_with(id) && path[path.size() - id.size() - 1] == '/');
}

std::string in_steps(const std::vector<StepView>& steps) {
  for (const auto& step : steps) {
    for (const auto& run : step.runs) {
      if (run.cursor) return step.id + "/" + run.fact;
    }
  }
  return {};
}

std::string in_facets(const std::vector<FacetPanel>& facets) {
  for (const auto& facet : facets) {
    for (const auto& chip : facet.chips) {
      if (chip.cursor) return facet.id + "/" + chip.id;
    }
    for (const auto& row : facet.rows) {
      if (row.cursor) return row.id;
    }
  }
  return {};
}

std::string in_rows(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    if (row.selected) return row.id;
  }
  return {};
}

std::string cursor_of(const ReplayScreen& screen) {
  const auto fact = in_steps(screen.steps);
  return fact.empty() ? in_facets(screen.facets) : fact;
}
std::string cursor_of(const CalibrationSetupScreen& screen) {
  for (const auto& chip : screen.scenarios) {
    if (chip.cursor) return chip.id;
  }
  return {};
}
std::string cursor_of(const SettingsScreen& screen) {
  for (const auto& row : screen.rows) {
    if (row.selected) return row.id;
  }
  return {};
}
std::string cursor_of(const WelcomeScreen& screen) { return in_rows(screen.known); }
std::string cursor_of(const HomeScreen& screen) { return in_rows(screen.sessions); }
std::string cursor_of(const SummaryScreen& screen) { return in_rows(screen.scenarios); }
std::string cursor_of(const CalibrationListScreen& screen) { return in_rows(screen.rounds); }
std::string cursor_of(const HandOverScreen& screen) { return in_rows(screen.analysts); }
std::string cursor_of(const RevealScreen& screen) { return in_rows(screen.scenarios); }
std::string cursor_of(const ReportsScreen& screen) { return in_rows(screen.subjects); }
std::string cursor_of(const DebriefScreen&) { return {}; }

}  // namespace

std::string focused_field(const Screen& screen) {
  for (const auto* field : fields(screen.body)) {
    if (field->focused) return field->id;
  }
  return {};
}

std::string under_cursor(const Screen& screen) {
  return std::visit([](const auto& body) { return cursor_of(body); }, screen.body);
}

TextTarget field_at(const Screen& screen, std::string_view path) {
  for (const auto* field : fields(screen.body)) {
    if (ends_with_id(path, field->id)) return field->target;
  }
  return TextTarget::None;
}

std::string path_of(const tk::Ui& ui, std::string_view id) {
  if (id.empty()) return {};
  for (const auto& item : ui.probe()) {
    if (ends_with_id(item.id, id)) return item.id;
  }
  return {};
}

}  // namespace etalon::ui
