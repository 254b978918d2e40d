// Welcome, Reports and Settings.
#include <algorithm>

#include "ui/present/stage.h"
#include "ui/text/formats.h"

namespace etalon::ui {
namespace {

std::vector<Action> language_options(const Stage& stage, const std::string& prefix) {
  std::vector<Action> out;
  for (const Language each : {Language::French, Language::English}) {
    Action action{prefix + "." + std::string(code(each)), each == Language::French ? "Français" : "English", "",
                  SetLanguage{each}};
    action.selected = stage.state.settings.language == each;
    out.push_back(std::move(action));
  }
  return out;
}

std::vector<Action> theme_options(const Stage& stage) {
  const auto& cat = stage.cat;
  std::vector<Action> out = {{"settings.theme.light", cat.tr("Light"), "", SetTheme{Theme::Light}},
                             {"settings.theme.dark", cat.tr("Dark"), "", SetTheme{Theme::Dark}},
                             {"settings.theme.high_contrast", cat.tr("High contrast"), "", SetTheme{Theme::HighContrast}}};
  out[static_cast<std::size_t>(stage.state.settings.theme)].selected = true;
  return out;
}

std::vector<Action> scale_options(const Stage& stage) {
  std::vector<Action> out;
  for (const int tenths : {10, 11, 12, 13, 14, 15, 16, 18, 20}) {
    const double scale = tenths / 10.0;
    Action action{"settings.scale." + std::to_string(tenths * 10), percent(stage.language, scale), "", SetScale{scale}};
    action.selected = clamp_scale(scale) == stage.state.settings.font_scale;
    out.push_back(std::move(action));
  }
  return out;
}

std::string subject_title(const Stage& stage, const ReportSubject& subject) {
  if (subject.analyst) return stage.cat.tr("{analyst}, all sessions", {{"analyst", subject.analyst->value}});
  if (!subject.calibration) return stage.cat.tr("Everybody on this machine");
  for (const CalibrationRow& row : stage.world.calibrations)
    if (row.id == *subject.calibration) return stage.cat.tr("Calibration: {title}", {{"title", row.title}});
  return stage.cat.tr("Calibration");
}

std::string subject_detail(const Stage& stage, const ReportSubject& subject) {
  if (subject.analyst) return stage.cat.tr("Agreement with the reference");
  if (!subject.calibration) return stage.cat.tr("Agreement with the reference, and between the analysts; nobody is named");
  for (const CalibrationRow& row : stage.world.calibrations)
    if (row.id == *subject.calibration)
      return long_date(stage.language, row.opened_at, stage.shown.utc_offset_minutes) + " · " +
             stage.cat.plural("{n} vote", "{n} votes", row.votes);
  return {};
}

}  // namespace

WelcomeScreen welcome_screen(const Stage& stage) {
  WelcomeScreen out;
  const auto& cat = stage.cat;
  out.title = "Étalon";
  out.subtitle = cat.tr("Train your eye on anonymized scenarios, and see how well your decisions agree.");
  out.pseudonym = {"welcome.pseudonym",
                   cat.tr("Your pseudonym"),
                   stage.state.pseudonym,
                   "ANALYST-07",
                   TextTarget::Pseudonym,
                   stage.state.text == TextTarget::Pseudonym,
                   false,
                   40};
  out.hint = cat.tr("2 to 40 letters, digits, “-”, “_” or “.”; not your name.");
  for (const AnalystId& analyst : stage.world.analysts) {
    Row row;
    row.id = "welcome.known." + analyst.value;
    row.title = analyst.value;
    row.selected = analyst.value == stage.state.pseudonym;
    row.intent = PickAnalyst{analyst};
    out.known.push_back(std::move(row));
  }
  if (!out.known.empty()) out.known_title = cat.tr("Has worked here before");
  out.language_title = cat.tr("Language");
  out.languages = language_options(stage, "welcome.language");
  out.enter = {"welcome.enter", cat.tr("Begin"), cat.tr("Enter"), EnterPseudonym{}};
  out.enter.primary = true;
  out.enter.enabled = !stage.state.pseudonym.empty();
  out.privacy = cat.tr("The record keeps the pseudonym only, on this machine.");
  out.disclaimer = cat.tr("Training reference, not legal advice");
  return out;
}

ReportsScreen reports_screen(const Stage& stage) {
  ReportsScreen out;
  const auto& cat = stage.cat;
  out.title = cat.tr("Reports");
  out.subtitle = cat.tr("The same figures on screen, as a web page, as JSON and as CSV.");
  out.subjects_title = cat.tr("About");
  for (const ReportSubject& subject : report_subjects(stage.state, stage.world)) {
    const int index = static_cast<int>(out.subjects.size());
    Row row;
    row.id = "reports.subject." + std::to_string(index);
    row.title = subject_title(stage, subject);
    row.detail = subject_detail(stage, subject);
    row.selected = index == stage.state.cursor;
    row.intent = SelectRow{index};
    out.subjects.push_back(std::move(row));
  }
  out.formats_title = cat.tr("Save as");
  out.formats = {{"reports.html", cat.tr("Web page"), "W", ExportShown{ReportFormat::Html}},
                 {"reports.json", "JSON", "J", ExportShown{ReportFormat::Json}},
                 {"reports.csv", "CSV", "V", ExportShown{ReportFormat::Csv}}};
  out.formats.front().primary = true;
  out.note = cat.tr("Under ten decisions there is no verdict, only counts. Open rounds stay out: they are blind.");
  return out;
}

SettingsScreen settings_screen(const Stage& stage) {
  SettingsScreen out;
  const auto& cat = stage.cat;
  out.title = cat.tr("Settings");
  out.rows = {{"settings.language", cat.tr("Language"), "Ctrl L", language_options(stage, "settings.language"), false},
              {"settings.theme", cat.tr("Theme"), "Ctrl T", theme_options(stage), false},
              {"settings.scale", cat.tr("Letter size"), "Ctrl + −", scale_options(stage), false}};
  const std::size_t row = static_cast<std::size_t>(std::clamp(stage.state.cursor, 0, kSettingRows - 1));
  out.rows[row].selected = true;
  out.about_title = cat.tr("About");
  out.about = {
      {"settings.pack", cat.tr("Pack"), stage.pack.title.in(stage.language) + " · " + stage.pack.ref.version, Tone::Neutral},
      {"settings.journal", cat.tr("Journal"), stage.shown.journal_path, Tone::Neutral},
      {"settings.version", cat.tr("Version"), stage.shown.version, Tone::Neutral}};
  out.disclaimer = cat.tr("Training reference, not legal advice");
  return out;
}

}  // namespace etalon::ui
