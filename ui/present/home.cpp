#include <algorithm>
#include <set>

#include "ui/present/stage.h"
#include "ui/text/formats.h"

namespace etalon::ui {
namespace {

std::string sensitivity_text(const Stage& stage, const std::vector<const Scenario*>& scenarios) {
  if (scenarios.empty()) return {};
  const auto [low, high] = std::minmax_element(scenarios.begin(), scenarios.end(), [](const Scenario* a, const Scenario* b) {
    return a->sensitivity < b->sensitivity;
  });
  const std::string from = std::to_string((*low)->sensitivity), to = std::to_string((*high)->sensitivity);
  if (from == to) return " · " + stage.cat.tr("sensitivity {level}", {{"level", from}});
  return " · " + stage.cat.tr("sensitivity {from} to {to}", {{"from", from}, {"to", to}});
}

// “12 of 124 scenarios”; all of them in a small pack.
std::string sitting_text(const Stage& stage, std::size_t offered) {
  const auto all = static_cast<std::int64_t>(offered);
  if (offered <= kSitting) return stage.cat.plural("{n} scenario", "{n} scenarios", all);
  return stage.cat.tr("{part} of {whole} scenarios",
                      {{"part", std::to_string(kSitting)}, {"whole", std::to_string(offered)}});
}

const SessionRow* resumable_row(const Stage& stage) {
  if (!stage.world.resumable) return nullptr;
  for (const SessionRow& row : stage.world.sessions)
    if (row.id == *stage.world.resumable) return &row;
  return nullptr;
}

std::vector<Action> other_starts(const Stage& stage, bool resuming) {
  std::vector<Action> out;
  if (resuming) out.push_back({"home.practice", stage.cat.tr("New practice session"), "P", StartNew{Mode::Practice, {}}});
  out.push_back({"home.assessment", stage.cat.tr("New assessment"), "E", StartNew{Mode::Assessment, {}}});
  out.push_back({"home.retest", stage.cat.tr("New retest"), "T", StartNew{Mode::Retest, {}}});
  return out;
}

ToDo to_do(const Stage& stage) {
  ToDo out;
  out.heading = stage.cat.tr("To do now");
  out.others = other_starts(stage, stage.world.resumable.has_value());
  if (stage.world.resumable) {
    out.title = stage.cat.tr("Go on with your session");
    if (const SessionRow* row = resumable_row(stage))
      out.detail = mode_label(stage, row->mode) + " · " +
                   stage.cat.tr("{part} of {whole} decided",
                                {{"part", std::to_string(row->decided)}, {"whole", std::to_string(row->scenarios)}});
    out.primary = {"home.resume", stage.cat.tr("Go on"), stage.cat.tr("Enter"), Resume{}};
  } else {
    const std::vector<const Scenario*> scenarios = stage.pack.offered();
    out.title = stage.pack.title.in(stage.language);
    out.detail = sitting_text(stage, scenarios.size()) + sensitivity_text(stage, scenarios);
    out.primary = {"home.start", stage.cat.tr("Start"), stage.cat.tr("Enter"), StartNew{Mode::Practice, {}}};
    out.primary.enabled = !scenarios.empty();
  }
  out.primary.primary = true;
  return out;
}

Row session_row(const Stage& stage, const SessionRow& from, int index) {
  Row row;
  row.id = "home.session." + from.id.value;
  row.title =
      mode_label(stage, from.mode) + " · " + short_date(stage.language, from.started_at, stage.shown.utc_offset_minutes);
  row.detail = stage.cat.tr("{part} of {whole} decided",
                            {{"part", std::to_string(from.decided)}, {"whole", std::to_string(from.scenarios)}});
  row.value = from.closed ? stage.cat.tr("finished") : stage.cat.tr("open");
  row.tone = from.closed ? Tone::Muted : Tone::Accent;
  row.selected = index == stage.state.cursor;
  row.intent = ShowSession{from.id};
  return row;
}

std::vector<Labelled> today(const Stage& stage) {
  std::set<ScenarioId> seen;
  int weight = 0;
  std::int64_t active_ms = 0;
  for (const DecisionRow& row : stage.shown.today) {
    active_ms += row.decision.total.active_ms;
    const Scenario* scenario = stage.pack.find(row.decision.scenario);
    if (scenario != nullptr) weight += exposure_weight(*scenario);
    seen.insert(row.decision.scenario);
  }
  const auto count = static_cast<std::int64_t>(seen.size());
  return {{"home.today.scenarios", stage.cat.tr("Scenarios"), integer(stage.language, count), Tone::Neutral},
          {"home.today.exposure", stage.cat.tr("Exposure, weighted by sensitivity"), integer(stage.language, weight),
           Tone::Neutral},
          {"home.today.time", stage.cat.tr("Time at work"), duration(stage.language, active_ms), Tone::Neutral}};
}

void add_agreement(const Stage& stage, HomeScreen& out) {
  out.agreement_title = stage.cat.tr("Agreement with the reference, by facet (95% interval)");
  const analysis::ConsistencyReport* report = stage.shown.analyst_report;
  if (report == nullptr || report->counts.decisions == 0) {
    out.agreement_note = stage.cat.tr("Your agreement with the references will stand here after your first decisions.");
    return;
  }
  out.agreement = agreement_rows(stage, report->validity, "home.agreement");
  if (report->validity.verdict_allowed) return;
  out.agreement_title = stage.cat.tr("Agreement with the reference, by facet (counts)");
  out.agreement_note = sentence_case(stage.cat.tr(report->validity.verdict_reason));
}

}  // namespace

int exposure_weight(const Scenario& scenario) { return std::clamp(scenario.sensitivity, 0, 3) + 1; }

HomeScreen home_screen(const Stage& stage) {
  HomeScreen out;
  const std::string name = stage.state.analyst ? stage.state.analyst->value : std::string();
  out.greeting = stage.cat.tr("Hello, {name}", {{"name", name}});
  out.subtitle = stage.pack.notice.in(stage.language);
  out.todo = to_do(stage);
  add_agreement(stage, out);
  out.sessions_title = stage.cat.tr("Last sessions");
  for (std::size_t i = 0; i < std::min(stage.world.sessions.size(), kHomeSessions); ++i)
    out.sessions.push_back(session_row(stage, stage.world.sessions[i], static_cast<int>(i)));
  if (out.sessions.empty()) out.sessions_empty = stage.cat.tr("No session yet.");
  out.today_title = stage.cat.tr("Today");
  out.today = today(stage);
  out.privacy = stage.cat.tr("These figures stay on this machine, under your pseudonym only.");
  out.leave = {"home.leave", stage.cat.tr("Somebody else"), "L", LeaveAnalyst{}};
  return out;
}

}  // namespace etalon::ui
