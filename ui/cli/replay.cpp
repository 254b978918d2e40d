// etalon replay PACK --analyst CODE --answers FILE
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

#include "sim/base/hash.h"
#include "sim/scenario/answers.h"
#include "ui/cli/cli.h"
#include "ui/cli/engine.h"
#include "ui/cli/output.h"

namespace etalon::ui::cli {
namespace {

struct Options {
  std::filesystem::path pack, answers, journal;
  std::string analyst, mode = "practice", at, language, calibration, format;
  std::optional<std::uint64_t> seed;
};

// At which step the file says that each facet was chosen. The elements are those of an offence, so never before it.
std::map<FacetId, int> steps_of(const scenario::ScenarioAnswers& answers, const Scheme& scheme) {
  std::map<FacetId, int> steps = answers.steps;
  const auto elements = steps.find(scheme.roles.elements), offence = steps.find(scheme.roles.qualification);
  if (elements != steps.end() && offence != steps.end()) elements->second = std::max(elements->second, offence->second);
  return steps;
}

// The commands of one scenario, as the window would have made them: open, reveal, choose at the step that the file
// names, record. The time of the whole is spread over nothing: it belongs to the decision.
std::vector<app::TimedCommand> script(const scenario::ScenarioAnswers& answers, const Scenario& scenario,
                                      const Scheme& scheme, Instant start) {
  std::vector<app::TimedCommand> out{{start, OpenScenario{answers.scenario}}};
  const Instant end = start + answers.total.active_ms;
  const auto steps = steps_of(answers, scheme);
  for (int step = 1; step <= static_cast<int>(scenario.steps.size()); ++step) {
    if (step > 1) out.push_back({start, RevealStep{answers.scenario, {}}});
    for (const Facet& facet : scheme.facets)  // in the order in which they are asked
      if (const auto chosen = steps.find(facet.id); chosen != steps.end() && chosen->second == step)
        out.push_back({start, ChooseValue{answers.scenario, facet.id, answers.values.at(facet.id), {}}});
  }
  out.push_back({end, RecordDecision{answers.scenario, answers.values, answers.facts, answers.rationale, answers.total}});
  return out;
}

Result<app::NewSession> new_session(const World& world, const Options& options, const scenario::AnswersFile& answers) {
  auto analyst = app::pseudonym(options.analyst);
  if (!analyst) return fail(analyst.error());
  app::NewSession out{*analyst, *mode_from(options.mode), world.language, {}, std::nullopt};
  if (!options.language.empty()) out.language = *language_from(options.language);
  if (!options.calibration.empty()) {
    out.mode = Mode::Calibration;
    out.calibration = CalibrationId(options.calibration);
  }
  for (const auto& one : answers.good) out.scenarios.push_back(one.scenario);
  return out;
}

void print_session(const World& world, const Options& options, const SessionState& state, std::size_t refused) {
  const auto decided = std::count_if(state.progress.begin(), state.progress.end(),
                                     [](const ScenarioProgress& item) { return item.decision.has_value(); });
  Rows rows{{"session", "analyst", "mode", "decisions", "refused"}, {}};
  rows.rows.push_back(
      {state.id.value, state.start.analyst.value, std::string(code(state.start.mode)), count(decided), count(refused)});
  print(world.out, options.format, rows);
}

// A vote is cast on the pack that the round was opened with, whatever the pack has become since.
Result<const Pack*> played_pack(Engine& engine, const Options& options) {
  if (options.calibration.empty()) return engine.pack.get();
  const auto round = engine.app->calibration(CalibrationId(options.calibration));
  if (!round) return fail(round.error());
  return engine.app->pack_of((*round)->opening.pack);
}

Result<app::SessionSnapshot> play(Engine& engine, const Pack& pack, ManualClock& clock, const app::NewSession& session,
                                  const scenario::AnswersFile& answers) {
  auto snapshot = engine.app->start_session(session);
  for (const auto& one : answers.good) {
    if (!snapshot) break;
    const auto commands = script(one, *pack.find(one.scenario), pack.scheme, clock.now());
    clock.advance(one.total.active_ms);
    snapshot = engine.app->execute(*snapshot, commands);
  }
  return snapshot;
}

// One seed serves many analysts: each has a session of their own.
std::uint64_t session_seed(const Options& options) {
  std::uint64_t seed = options.seed.value_or(0);
  const Hash hash = hash_of(options.analyst + '\n' + options.at);
  for (std::size_t i = 0; i < 8; ++i) seed ^= std::uint64_t{hash[i]} << (8 * i);
  return seed;
}

int replay(World world, const Options& options) {
  SeededRng seeded(session_seed(options));
  const World seeded_world{world.out,  world.err,      world.clock,     seeded,          world.journal,
                           world.pack, world.language, world.catalogue, world.reviewers, world.share};
  ManualClock clock(world.clock.now());
  if (!options.at.empty()) {
    auto at = parse_instant(options.at);
    if (!at) return say(world, Error{ErrorKind::Usage, at.error().what, at.error().mend, {}});
    clock.set(*at);
  }
  auto engine =
      open_engine(options.seed ? seeded_world : world, clock, options.pack, options.journal, journal::OpenMode::ReadWrite);
  if (!engine) return say(world, engine.error());
  const auto pack = played_pack(*engine, options);
  if (!pack) return say(world, pack.error());
  auto answers = scenario::read_answers(options.answers, **pack);
  if (!answers) return say(world, answers.error());
  for (const Error& error : answers->refused) say(world, error);
  if (answers->good.empty()) return kInput;
  auto session = new_session(world, options, *answers);
  if (!session) return say(world, session.error());
  auto played = play(*engine, **pack, clock, *session, *answers);
  if (!played) return say(world, played.error());
  print_session(world, options, **played, answers->refused.size());
  return answers->refused.empty() ? kDone : kInput;
}

}  // namespace

void add_replay(CLI::App& app, const World& world, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("replay", "Plays a scripted session through the engine and records it");
  command->add_option("pack", options->pack, "the pack's folder or file")->required();
  command->add_option("--analyst", options->analyst, "the analyst's pseudonym")->required();
  command->add_option("--answers", options->answers, "CSV: scenario,facet,value[,step,confidence,seconds,rationale,facts]")
      ->required();
  command->add_option("--mode", options->mode, "what kind of session it is")
      ->check(CLI::IsMember({"practice", "assessment", "calibration", "retest"}))
      ->capture_default_str();
  command->add_option("--calibration", options->calibration, "the calibration session that this is the analyst's vote of");
  command->add_option("--at", options->at, "when it began, as 2026-04-02T09:12:00Z; by default now");
  command->add_option("--language", options->language, "in which language it was read")->check(CLI::IsMember({"fr", "en"}));
  command->add_option("--seed", options->seed, "makes the session's id reproducible");
  add_journal(*command, world, options->journal);
  add_format(*command, options->format);
  command->callback([&world, &status, options] { status = replay(world, *options); });
}

}  // namespace etalon::ui::cli
