#include <algorithm>

#include "ui/model/keymap.h"
#include "ui/present/stage.h"
#include "ui/text/formats.h"

namespace etalon::ui {
namespace {

Action nav(const Stage& stage, std::string id, std::string label, std::string key, Route route, std::vector<Route> family) {
  Action out{std::move(id), std::move(label), std::move(key), Navigate{route}};
  out.selected = std::find(family.begin(), family.end(), stage.state.route) != family.end();
  return out;
}

std::vector<Action> nav_items(const Stage& stage) {
  if (!stage.state.analyst) return {};
  const auto& cat = stage.cat;
  return {nav(stage, "nav.home", cat.tr("Home"), "H", Route::Home, {Route::Home, Route::Summary}),
          nav(stage, "nav.calibration", cat.tr("Calibration"), "C", Route::CalibrationList,
              {Route::CalibrationList, Route::CalibrationSetup, Route::HandOver, Route::Reveal}),
          nav(stage, "nav.reports", cat.tr("Reports"), "R", Route::Reports, {Route::Reports}),
          nav(stage, "nav.settings", cat.tr("Settings"), "S", Route::Settings, {Route::Settings})};
}

std::vector<Action> look_actions(const Stage& stage) {
  Action smaller{"frame.smaller", "A−", "Ctrl −", ChangeScale{-1}};
  Action larger{"frame.larger", "A+", "Ctrl +", ChangeScale{1}};
  smaller.enabled = stage.state.settings.font_scale > kSmallestScale;
  larger.enabled = stage.state.settings.font_scale < kLargestScale;
  return {Action{"frame.language", stage.language == Language::French ? "FR" : "EN", "Ctrl L", NextLanguage{}}, smaller,
          larger};
}

bool in_session(const Stage& stage) {
  const bool route = stage.state.route == Route::Replay || stage.state.route == Route::Debrief;
  return route && stage.world.session != nullptr;
}

std::string session_title(const Stage& stage) {
  const SessionStarted& start = stage.world.session->start;
  std::string out = mode_label(stage, start.mode) + " · ";
  if (start.mode == Mode::Calibration) return out + start.analyst.value;
  return out + stage.pack.title.in(stage.language);
}

void session_bar(const Stage& stage, TopBar& out) {
  const SessionState& session = *stage.world.session;
  const auto decided = std::count_if(session.progress.begin(), session.progress.end(),
                                     [](const ScenarioProgress& item) { return item.decision.has_value(); });
  const int current = live_draft(stage.state, stage.world) != nullptr ? 1 : 0;
  out.title = session_title(stage);
  out.dashes = static_cast<int>(session.progress.size());
  out.dashes_done = static_cast<int>(decided) + current;
  out.counter = ratio(stage.language, out.dashes_done, out.dashes);
  out.right = {Action{"frame.stop", stage.cat.tr("Stop now"), "Esc", StopNow{}}};
  if (session.closed) out.right = {Action{"frame.summary", stage.cat.tr("Summary"), "Esc", Back{}}};
}

// In a session or a round, what the pack was when it began; elsewhere, what it is now.
PackStatus status_on_screen(const Stage& stage) {
  const Subject subject = subject_of(stage.state.route);
  if (subject == Subject::Round && stage.world.calibration != nullptr) return stage.world.calibration->opening.pack_status;
  if (subject == Subject::Session && stage.world.session != nullptr) return stage.world.session->start.pack_status;
  return stage.pack.status;
}

std::string pack_mark(const Stage& stage) {
  const PackStatus status = status_on_screen(stage);
  return status == PackStatus::Draft ? stage.cat.tr("Draft pack") : std::string();
}

KeyHint hint(const Stage& stage, const KeyEntry& entry) { return {stage.cat.tr(entry.keys), stage.cat.tr(entry.label)}; }

bool shows_law(Route route) { return route == Route::Replay || route == Route::Debrief || route == Route::Reveal; }

}  // namespace

TopBar top_bar(const Stage& stage) {
  TopBar out;
  out.brand = "Étalon";
  out.mark = pack_mark(stage);
  if (in_session(stage)) {
    session_bar(stage, out);
    return out;
  }
  out.nav = nav_items(stage);
  if (stage.state.route == Route::Home && stage.state.analyst) out.note = stage.state.analyst->value;
  out.right = look_actions(stage);
  return out;
}

BottomBar bottom_bar(const Stage& stage) {
  BottomBar out;
  for (const KeySection& section : key_list(stage.state.route))
    for (const KeyEntry& entry : section.entries)
      if (entry.in_bar) out.keys.push_back(hint(stage, entry));
  out.all_keys = {"?", stage.cat.tr("all keys")};
  if (stage.state.text != TextTarget::None) out.all_keys.keys = "F1";  // in a field, "?" is a character
  if (shows_law(stage.state.route)) out.note = stage.cat.tr("Training reference, not legal advice");
  return out;
}

std::optional<Banner> banner(const Stage& stage) {
  if (!stage.state.banner) return std::nullopt;
  const BannerState& from = *stage.state.banner;
  Banner out;
  out.text = sentence_case(stage.cat.tr(from.what));
  if (!from.mend.text.empty()) out.detail = sentence_case(stage.cat.tr(from.mend));
  out.tone = from.tone == BannerTone::Problem ? Tone::Critical : Tone::Accent;
  out.dismiss = {"frame.banner.dismiss", stage.cat.tr("Close"), "Ctrl E", DismissBanner{}};
  return out;
}

std::optional<Dialog> dialog(const Stage& stage) {
  if (stage.state.question == Question::None) return std::nullopt;
  Dialog out;
  const std::string yes_key = stage.cat.tr("Enter");
  out.cancel = {"dialog.cancel", stage.cat.tr("Go on"), stage.cat.tr("Esc"), Cancel{}};
  if (stage.state.question == Question::StopSession) {
    out.title = stage.cat.tr("Stop for now?");
    out.text = stage.cat.tr("All that you chose is kept. You can go on later, from this very scenario.");
    out.confirm = {"dialog.confirm", stage.cat.tr("Stop"), yes_key, Confirm{}};
  } else {
    out.title = stage.cat.tr("Close the round?");
    out.text = stage.cat.tr("Votes that are not complete will not count, and nobody can vote any more.");
    out.confirm = {"dialog.confirm", stage.cat.tr("Close the round"), yes_key, Confirm{}};
    out.cancel.label = stage.cat.tr("Leave it open");
  }
  out.confirm.primary = true;
  return out;
}

std::optional<KeyHelp> key_help(const Stage& stage) {
  if (!stage.state.key_help) return std::nullopt;
  KeyHelp out;
  out.title = stage.cat.tr("All keys");
  for (const KeySection& section : key_list(stage.state.route)) {
    KeyHelpSection shown{stage.cat.tr(section.title), {}};
    for (const KeyEntry& entry : section.entries) shown.keys.push_back(hint(stage, entry));
    out.sections.push_back(std::move(shown));
  }
  out.close = {"keyhelp.close", stage.cat.tr("Close"), stage.cat.tr("Esc"), ToggleKeyHelp{}};
  return out;
}

}  // namespace etalon::ui
