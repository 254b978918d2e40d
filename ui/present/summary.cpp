#include <algorithm>

#include "ui/present/stage.h"
#include "ui/text/formats.h"

namespace etalon::ui {
namespace {

using analysis::Validity;

std::vector<Labelled> figures(const Stage& stage, const analysis::ConsistencyReport& report) {
  const Validity& from = report.validity;
  const bool verdict = from.verdict_allowed;
  const std::string critical = integer(stage.language, static_cast<std::int64_t>(from.critical_errors.size()));
  std::vector<Labelled> out = {
      {"summary.critical", stage.cat.tr("Critical errors"), critical,
       from.critical_errors.empty() ? Tone::Agree : Tone::Critical},
      {"summary.over", stage.cat.tr("Flagged though lawful"), rate_text(stage, from.over_flagging, verdict), Tone::Neutral},
      {"summary.under", stage.cat.tr("Not flagged though illegal"), rate_text(stage, from.under_flagging, verdict),
       Tone::Neutral},
      {"summary.elements", stage.cat.tr("Elements as in the reference"), rate_text(stage, from.elements, verdict),
       Tone::Neutral},
      {"summary.twins", stage.cat.tr("Twin flips seen"), rate_text(stage, from.twin_flips, verdict), Tone::Neutral}};
  if (report.median_active_seconds) {
    const auto ms = static_cast<std::int64_t>(*report.median_active_seconds * 1000);
    out.push_back(
        {"summary.time", stage.cat.tr("Median time at work on a scenario"), duration(stage.language, ms), Tone::Neutral});
  }
  if (report.counts.contested_left_out > 0)
    out.push_back({"summary.contested", stage.cat.tr("Contested, left out"),
                   integer(stage.language, static_cast<std::int64_t>(report.counts.contested_left_out)), Tone::Muted});
  return out;
}

std::vector<Labelled> confidence(const Stage& stage, const Validity& from) {
  std::vector<Labelled> out;
  for (const analysis::ConfidenceLevel& level : from.confidence.levels)
    out.push_back({"summary.confidence." + level.code, level.label.in(stage.language),
                   rate_text(stage, level.correct, from.verdict_allowed), Tone::Neutral});
  return out;
}

struct Outcome {
  std::string word;
  Tone tone;
};

Outcome outcome(const Stage& stage, const Scenario& scenario, const DecisionRecorded& decision) {
  const Comparison compared = compare(stage.pack, scenario, decision.values, decision.facts);
  if (!compared.counts) return {stage.cat.tr("contested"), Tone::Muted};
  if (!compared.critical_errors.empty()) return {stage.cat.tr("critical error"), Tone::Critical};
  const auto right = std::count_if(compared.facets.begin(), compared.facets.end(), [](const FacetComparison& facet) {
    return facet.match == Match::Agrees || facet.match == Match::Accepted;
  });
  const bool all = right == static_cast<std::ptrdiff_t>(compared.facets.size());
  return {of_count(stage, static_cast<std::size_t>(right), compared.facets.size()), all ? Tone::Agree : Tone::Differ};
}

Row scenario_row(const Stage& stage, const ScenarioProgress& progress, int index) {
  Row row;
  row.id = "summary.scenario." + progress.scenario.value;
  row.title = scenario_name(stage, progress.scenario);
  row.selected = index == stage.state.cursor;
  row.enabled = progress.decision && debriefs_open(*stage.world.session);
  row.intent = ShowDebrief{progress.scenario};
  row.value = progress.decision ? stage.cat.tr("decided") : stage.cat.tr("not decided");
  row.tone = Tone::Muted;
  const Scenario* scenario = stage.pack.find(progress.scenario);
  if (!row.enabled || scenario == nullptr) return row;
  row.detail = scenario->title.in(stage.language);
  const Outcome result = outcome(stage, *scenario, *progress.decision);
  row.value = result.word;
  row.tone = result.tone;
  return row;
}

std::vector<Action> actions(const Stage& stage) {
  Action home{"summary.home", stage.cat.tr("Home"), stage.cat.tr("Enter"), Navigate{Route::Home}};
  home.primary = true;
  return {home,
          {"summary.html", stage.cat.tr("Save as a web page"), "W", ExportShown{ReportFormat::Html}},
          {"summary.json", "JSON", "J", ExportShown{ReportFormat::Json}},
          {"summary.csv", "CSV", "V", ExportShown{ReportFormat::Csv}}};
}

void add_report(const Stage& stage, const analysis::ConsistencyReport& report, SummaryScreen& out) {
  if (!report.validity.verdict_allowed) out.verdict_note = sentence_case(stage.cat.tr(report.validity.verdict_reason));
  out.agreement_title = report.validity.verdict_allowed
                            ? stage.cat.tr("Agreement with the reference, by facet (95% interval)")
                            : stage.cat.tr("Agreement with the reference, by facet (counts)");
  out.agreement = agreement_rows(stage, report.validity, "summary.agreement");
  out.figures_title = stage.cat.tr("At a glance");
  out.figures = figures(stage, report);
  out.confidence = confidence(stage, report.validity);
  if (!out.confidence.empty()) out.confidence_title = stage.cat.tr("Certainty, and how often right on legality");
}

}  // namespace

SummaryScreen summary_screen(const Stage& stage) {
  SummaryScreen out;
  out.title = stage.cat.tr("Summary of the session");
  out.actions = actions(stage);
  if (stage.world.session == nullptr) return out;
  const SessionState& session = *stage.world.session;
  const auto decided = std::count_if(session.progress.begin(), session.progress.end(),
                                     [](const ScenarioProgress& item) { return item.decision.has_value(); });
  out.subtitle = mode_label(stage, session.start.mode) + " · " +
                 long_date(stage.language, session.started_at, stage.shown.utc_offset_minutes) + " · " +
                 stage.cat.tr("{part} of {whole} decided",
                              {{"part", std::to_string(decided)}, {"whole", std::to_string(session.progress.size())}});
  if (stage.shown.session_report != nullptr && debriefs_open(session)) add_report(stage, *stage.shown.session_report, out);
  out.scenarios_title = stage.cat.tr("Scenarios");
  for (const ScenarioProgress& progress : session.progress)
    out.scenarios.push_back(scenario_row(stage, progress, static_cast<int>(out.scenarios.size())));
  return out;
}

}  // namespace etalon::ui
