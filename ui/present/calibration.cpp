#include <algorithm>

#include "sim/base/text.h"
#include "ui/present/stage.h"
#include "ui/text/formats.h"

namespace etalon::ui {
namespace {

Row round_row(const Stage& stage, const CalibrationRow& from, int index) {
  Row row;
  row.id = "calibration.round." + from.id.value;
  row.title = from.title;
  row.detail = long_date(stage.language, from.opened_at, stage.shown.utc_offset_minutes) + " · " +
               stage.cat.tr("{part} of {whole} votes",
                            {{"part", std::to_string(from.votes)}, {"whole", std::to_string(from.analysts)}});
  row.value = from.closed ? stage.cat.tr("reveal") : stage.cat.tr("open");
  row.tone = from.closed ? Tone::Muted : Tone::Accent;
  row.selected = index == stage.state.cursor;
  row.intent = ShowCalibration{from.id};
  return row;
}

TextField short_field(const Stage& stage, std::string id, std::string label, const std::string& text, TextTarget target) {
  TextField out;
  out.id = std::move(id);
  out.label = std::move(label);
  out.text = text;
  out.target = target;
  out.focused = stage.state.text == target;
  out.limit = 80;
  return out;
}

Chip scenario_chip(const Stage& stage, const Scenario& scenario, int index) {
  const std::vector<ScenarioId>& chosen = stage.state.setup.scenarios;
  Chip out;
  out.id = "setup.scenario." + scenario.id.value;
  out.label = scenario_name(stage, scenario.id) + " · " + pillar_label(stage, scenario.pillar) + " · " +
              scenario.title.in(stage.language);
  out.chosen = std::find(chosen.begin(), chosen.end(), scenario.id) != chosen.end();
  out.cursor = stage.state.text == TextTarget::None && index == stage.state.cursor;
  out.intent = ToggleScenario{scenario.id};
  return out;
}

std::string setup_missing(const Stage& stage) {
  const SetupState& setup = stage.state.setup;
  if (trim(setup.title).empty()) return stage.cat.tr("The round needs a title.");
  const std::size_t typed = trim(setup.analyst).empty() ? 0 : 1;
  if (setup.analysts.size() + typed < 2) return stage.cat.tr("The round needs two analysts or more.");
  if (setup.scenarios.empty()) return stage.cat.tr("The round needs at least one scenario.");
  return {};
}

bool has_begun(const Stage& stage, const AnalystId& analyst) {
  const auto& rows = stage.world.round_sessions;
  return std::any_of(rows.begin(), rows.end(), [&](const SessionRow& row) { return row.analyst == analyst && !row.closed; });
}

Row vote_row(const Stage& stage, const CalibrationState& round, const AnalystId& analyst, int index) {
  Row row;
  row.id = "handover.analyst." + analyst.value;
  row.title = analyst.value;
  row.selected = index == stage.state.cursor;
  row.intent = TakeVote{analyst};
  const bool voted = round.has_voted(analyst);
  row.enabled = !voted && !round.closed;
  row.value = voted                       ? stage.cat.tr("✓ has voted")
              : has_begun(stage, analyst) ? stage.cat.tr("has begun")
                                          : stage.cat.tr("to vote");
  row.tone = voted ? Tone::Agree : Tone::Neutral;
  return row;
}

}  // namespace

CalibrationListScreen calibration_list_screen(const Stage& stage) {
  CalibrationListScreen out;
  out.title = stage.cat.tr("Calibration");
  out.subtitle = stage.cat.tr("The team decides the same scenarios, each alone and blind; then all see how the votes fall.");
  for (const CalibrationRow& row : stage.world.calibrations)
    out.rounds.push_back(round_row(stage, row, static_cast<int>(out.rounds.size())));
  if (out.rounds.empty()) out.empty_text = stage.cat.tr("No round yet.");
  out.create = {"calibration.new", stage.cat.tr("New round"), "N", NewCalibrationForm{}};
  out.create.primary = out.rounds.empty();
  return out;
}

CalibrationSetupScreen calibration_setup_screen(const Stage& stage) {
  CalibrationSetupScreen out;
  const SetupState& setup = stage.state.setup;
  out.title = stage.cat.tr("New round");
  out.subtitle = stage.cat.tr("Name who takes part and what they decide.");
  out.name = short_field(stage, "setup.title", stage.cat.tr("Title"), setup.title, TextTarget::CalibrationTitle);
  if (stage.state.analyst) out.lead = stage.cat.tr("Led by {analyst}", {{"analyst", stage.state.analyst->value}});
  out.analysts_title = stage.cat.tr("Analysts");
  out.analyst =
      short_field(stage, "setup.analyst", stage.cat.tr("Pseudonym"), setup.analyst, TextTarget::CalibrationAnalyst);
  out.add = {"setup.add", stage.cat.tr("Add"), stage.cat.tr("Enter"), AddAnalyst{}};
  out.add.enabled = !trim(setup.analyst).empty();
  for (const AnalystId& analyst : setup.analysts)
    out.analysts.push_back({"setup.analyst." + analyst.value, analyst.value, "", RemoveAnalyst{analyst}});
  out.scenarios_title =
      stage.cat.plural("{n} scenario chosen", "{n} scenarios chosen", static_cast<std::int64_t>(setup.scenarios.size()));
  for (const Scenario* scenario : stage.pack.offered())
    out.scenarios.push_back(scenario_chip(stage, *scenario, static_cast<int>(out.scenarios.size())));
  out.missing = setup_missing(stage);
  out.open = {"setup.open", stage.cat.tr("Open the round"), stage.cat.tr("Enter"), OpenRound{}};
  out.open.primary = true;
  out.open.enabled = out.missing.empty();
  return out;
}

HandOverScreen hand_over_screen(const Stage& stage) {
  HandOverScreen out;
  out.close_round = {"handover.close", stage.cat.tr("Close the round"), "X", EndRound{}};
  out.close_round.enabled = false;
  out.take = {"handover.take", stage.cat.tr("Take the vote"), stage.cat.tr("Enter"), OpenRow{}};
  out.take.enabled = false;
  const CalibrationState* round = stage.world.calibration;
  if (round == nullptr) return out;
  out.title = round->opening.title;
  out.subtitle = stage.cat.tr("{part} of {whole} votes", {{"part", std::to_string(round->votes.size())},
                                                          {"whole", std::to_string(round->opening.analysts.size())}});
  out.instruction =
      round->closed
          ? stage.cat.tr("The round is closed. The reveal is open to all.")
          : stage.cat.tr("One after the other, alone at this machine. Nobody sees a vote before the round closes.");
  for (const AnalystId& analyst : round->opening.analysts)
    out.analysts.push_back(vote_row(stage, *round, analyst, static_cast<int>(out.analysts.size())));
  const auto selected = std::find_if(out.analysts.begin(), out.analysts.end(), [](const Row& row) { return row.selected; });
  out.take.enabled = selected != out.analysts.end() && selected->enabled;
  out.take.primary = !round->closed;
  out.close_round.enabled = !round->closed;
  if (!round->closed) return out;
  out.reveal = Action{"handover.reveal", stage.cat.tr("Open the reveal"), stage.cat.tr("Enter"), OpenReveal{}};
  out.reveal->primary = true;
  return out;
}

}  // namespace etalon::ui
