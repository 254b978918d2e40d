// etalon calibration open | close | list | reveal
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "ui/cli/cli.h"
#include "ui/cli/engine.h"
#include "ui/cli/output.h"

namespace etalon::ui::cli {
namespace {

struct Options {
  std::filesystem::path journal, pack;
  std::string title, lead, id, format;
  std::vector<std::string> analysts, scenarios;
};

Result<Engine> engine_of(const World& world, const Options& options) {
  return open_engine(world, world.clock, options.pack, options.journal, journal::OpenMode::ReadWrite);
}

void print_state(const World& world, const Options& options, const CalibrationState& state) {
  Rows rows{{"calibration", "title", "analysts", "votes", "closed"}, {}};
  rows.rows.push_back(
      {state.id.value, state.opening.title, count(state.opening.analysts.size()), count(state.votes.size()), state.closed});
  print(world.out, options.format, rows);
}

Result<app::NewCalibration> wanted(const Options& options) {
  auto lead = app::pseudonym(options.lead);
  if (!lead) return fail(lead.error());
  app::NewCalibration out{options.title, *lead, {}, {}};
  for (const std::string& name : options.analysts) {
    auto analyst = app::pseudonym(name);
    if (!analyst) return fail(analyst.error());
    out.analysts.push_back(*analyst);
  }
  for (const std::string& id : options.scenarios) out.scenarios.emplace_back(id);
  return out;
}

int open(const World& world, const Options& options) {
  auto engine = engine_of(world, options);
  if (!engine) return say(world, engine.error());
  auto calibration = wanted(options);
  if (!calibration) return say(world, calibration.error());
  auto state = engine->app->open_calibration(*calibration);
  if (!state) return say(world, state.error());
  print_state(world, options, **state);
  return kDone;
}

int close(const World& world, const Options& options) {
  auto engine = engine_of(world, options);
  if (!engine) return say(world, engine.error());
  auto state = engine->app->close_round(CalibrationId(options.id));
  if (!state) return say(world, state.error());
  print_state(world, options, **state);
  return kDone;
}

int list(const World& world, const Options& options) {
  auto engine = engine_of(world, options);
  if (!engine) return say(world, engine.error());
  auto found = engine->app->calibrations();
  if (!found) return say(world, found.error());
  Rows rows{{"calibration", "title", "opened", "analysts", "votes", "closed"}, {}};
  for (const CalibrationRow& row : *found)
    rows.rows.push_back(
        {row.id.value, row.title, iso8601(row.opened_at), count(row.analysts), count(row.votes), row.closed});
  print(world.out, options.format, rows);
  return kDone;
}

void add_votes(Rows& rows, const analysis::ScenarioReveal& scenario, PackStatus pack) {
  const auto row = [&](const std::string& question, const std::string& value, std::size_t votes, bool reference) {
    rows.rows.push_back(
        {scenario.scenario.value, scenario.split, question, value, count(votes), reference, std::string(code(pack))});
  };
  for (const auto& facet : scenario.facets)
    for (const auto& vote : facet.votes) row(facet.facet.value, vote.value, vote.count, vote.reference);
  for (const auto& element : scenario.elements) {
    const auto state = [&](ElementState one, std::size_t votes) {
      row("element " + element.element.value, std::string(code(one)), votes, element.reference == one);
    };
    state(ElementState::Met, element.met);
    state(ElementState::NotMet, element.not_met);
    state(ElementState::Unknown, element.unknown);
  }
}

int reveal(const World& world, const Options& options) {
  auto engine = engine_of(world, options);
  if (!engine) return say(world, engine.error());
  auto found = engine->app->reveal(CalibrationId(options.id));
  if (!found) return say(world, found.error());
  Rows rows{{"scenario", "split", "question", "answer", "votes", "reference", "pack_status"}, {}};
  for (const auto& scenario : found->scenarios) add_votes(rows, scenario, found->pack_status);
  print(world.out, options.format, rows);
  return kDone;
}

using Action = int (*)(const World&, const Options&);

CLI::App* add_action(CLI::App& group, const World& world, int& status, const std::shared_ptr<Options>& options,
                     const char* name, const char* help, Action action) {
  CLI::App* command = group.add_subcommand(name, help);
  add_journal(*command, world, options->journal);
  add_pack(*command, world, options->pack);
  add_format(*command, options->format);
  command->callback([&world, &status, options, action] { status = action(world, *options); });
  return command;
}

}  // namespace

void add_calibration(CLI::App& app, const World& world, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App* group = app.add_subcommand("calibration", "Calibration sessions of a team");
  group->require_subcommand(1);
  CLI::App* opening = add_action(*group, world, status, options, "open", "Opens a blind round", open);
  opening->add_option("--title", options->title, "what it is about")->required();
  opening->add_option("--lead", options->lead, "the lead's pseudonym")->required();
  opening->add_option("--analyst", options->analysts, "an analyst's pseudonym; repeat it")->required();
  opening->add_option("--scenario", options->scenarios, "a scenario's id; repeat it")->required();
  add_action(*group, world, status, options, "list", "Lists the calibration sessions", list);
  CLI::App* closing = add_action(*group, world, status, options, "close", "Closes the round before the last vote", close);
  closing->add_option("id", options->id, "the calibration session")->required();
  CLI::App* revealing = add_action(*group, world, status, options, "reveal", "How the votes fall, most split first", reveal);
  revealing->add_option("id", options->id, "the calibration session")->required();
}

}  // namespace etalon::ui::cli
