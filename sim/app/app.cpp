#include "sim/app/app.h"

#include <algorithm>

#include "sim/app/draw.h"
#include "sim/base/assert.h"
#include "sim/base/pseudonym.h"
#include "sim/base/text.h"

namespace etalon::app {
namespace {

std::vector<Event> stamped(std::vector<EventBody> bodies, Instant at) {
  std::vector<Event> out;
  out.reserve(bodies.size());
  for (EventBody& body : bodies) out.push_back({at, std::move(body)});
  return out;
}

template <class State>
void apply_all(State& state, const std::vector<Event>& events) {
  for (const Event& event : events) apply(state, event);
}

// One command through decide() and apply(); the events go to the end of `out`.
template <class State, class Command>
Result<void> run(State& state, const Command& command, const Pack& pack, Instant at, std::vector<Event>& out) {
  auto bodies = decide(state, command, pack);
  if (!bodies) return fail(bodies.error());
  const std::vector<Event> events = stamped(std::move(*bodies), at);
  apply_all(state, events);
  out.insert(out.end(), events.begin(), events.end());
  return {};
}

template <class State, class IdType>
Result<std::shared_ptr<const State>> load(Store& store, const IdType& id, Message absent, Message mend) {
  auto events = store.load(stream_of(id));
  if (!events) return fail(events.error());
  if (events->empty()) return fail(ErrorKind::Input, std::move(absent), std::move(mend));
  auto state = std::make_shared<State>();
  state->id = id;
  for (const StoredEvent& stored : *events) apply(*state, stored.event);
  return std::shared_ptr<const State>(std::move(state));
}

// What somebody wrote in their own words; empty for every other command.
std::string_view free_text_of(const SessionCommand& command) {
  if (const auto* written = std::get_if<WriteRationale>(&command)) return written->text;
  if (const auto* decision = std::get_if<RecordDecision>(&command)) return decision->rationale;
  return {};
}

// The pack of a session, or of the one that the first command starts.
PackRef ref_of(const SessionState& seen, const std::vector<TimedCommand>& commands, const PackRef& open) {
  if (seen.version > 0) return seen.start.pack;
  const auto* start = commands.empty() ? nullptr : std::get_if<StartSession>(&commands.front().command);
  return start == nullptr ? open : start->start.pack;
}

// What a session of these scenarios counts as: unreviewed references give no unmarked figures.
PackStatus status_of(const Pack& pack, const std::vector<ScenarioId>& scenarios) {
  const auto active = [&](const ScenarioId& id) {
    const Scenario* scenario = pack.find(id);
    return scenario != nullptr && scenario->status == Status::Active;
  };
  return std::all_of(scenarios.begin(), scenarios.end(), active) ? pack.status : PackStatus::Draft;
}

}  // namespace

Result<AnalystId> pseudonym(std::string_view text) {
  if (auto out = pseudonym_from(trim(text))) return AnalystId(std::move(*out));
  return fail(ErrorKind::Usage, msg("“{text}” cannot be a pseudonym", {{"text", printable(text.substr(0, 60))}}),
              msg("use 2 to 40 letters without accents, digits, “-”, “_” or “.”, and never a real name"));
}

App::App(Store& store, const Pack& pack, const Clock& clock, Rng& rng, FreeTextRule free_text, KeptPackReader read_kept)
    : store_(store),
      pack_(pack),
      clock_(clock),
      rng_(rng),
      free_text_(std::move(free_text)),
      read_kept_(std::move(read_kept)) {}

Result<const Pack*> App::pack_of(const PackRef& ref) {
  auto found = find_pack(ref);
  if (!found || *found != nullptr) return found;
  return fail(ErrorKind::Input,
              msg("the pack {pack} {version} that this was played with is not at hand",
                  {{"pack", ref.id}, {"version", ref.version}}),
              msg("name that version by --pack"));
}

Result<const Pack*> App::find_pack(const PackRef& ref) {
  if (ref == pack_.ref) return &pack_;
  if (const auto hit = kept_.find(ref.hash); hit != kept_.end()) return hit->second.get();
  auto content = store_.kept_pack(ref.hash);
  if (!content) return fail(content.error());
  if (!*content || !read_kept_) return nullptr;
  auto pack = read_kept_(**content, ref);
  if (!pack) return fail(pack.error());
  return kept_.emplace(ref.hash, std::make_unique<const Pack>(std::move(*pack))).first->second.get();
}

Result<void> App::keep(const Pack& pack) {
  return pack.content ? store_.keep_pack(pack.ref.hash, *pack.content) : Result<void>();
}

Result<std::optional<SessionSnapshot>> App::unfinished_vote(const NewSession& session) {
  if (!session.calibration) return std::nullopt;
  auto round = calibration(*session.calibration);
  if (!round) return fail(round.error());
  // The round's own rules say whether this analyst may vote now; they ask nothing of the pack.
  if (auto may = decide(**round, CompleteVote{session.analyst, SessionId("-")}, pack_); !may) return fail(may.error());
  auto rows = store_.sessions(session.analyst);
  if (!rows) return fail(rows.error());
  for (const SessionRow& row : *rows)
    if (row.calibration == session.calibration && !row.closed) {
      auto found = this->session(row.id);
      if (!found) return fail(found.error());
      return std::optional(*found);
    }
  return std::nullopt;
}

struct App::Material {
  const Pack* pack = nullptr;
  std::vector<ScenarioId> scenarios;
  PackStatus status = PackStatus::Draft;
};

// As the round was opened: a pack that was kept knows no signatures.
Result<App::Material> App::of_round(const CalibrationId& id) {
  const auto round = calibration(id);
  if (!round) return fail(round.error());
  const CalibrationOpened& opening = (*round)->opening;
  const auto pack = pack_of(opening.pack);
  if (!pack) return fail(pack.error());
  return Material{*pack, opening.scenarios, opening.pack_status};
}

Result<App::Material> App::of_open_pack(const NewSession& session) {
  std::vector<ScenarioId> scenarios = session.scenarios;
  if (scenarios.empty()) {
    DecisionFilter own;
    own.analyst = session.analyst;
    const auto decided = store_.decisions(own);
    if (!decided) return fail(decided.error());
    scenarios = draw_sitting(pack_, session.mode, *decided, rng_);
  }
  const PackStatus status = status_of(pack_, scenarios);
  return Material{&pack_, std::move(scenarios), status};
}

Result<SessionSnapshot> App::start_session(const NewSession& session) {
  auto open = unfinished_vote(session);
  if (!open) return fail(open.error());
  if (*open) return **open;
  auto material = session.calibration ? of_round(*session.calibration) : of_open_pack(session);
  if (!material) return fail(material.error());
  const Pack& pack = *material->pack;
  if (auto kept = keep(pack); !kept) return fail(kept.error());
  auto fresh = std::make_shared<SessionState>();
  fresh->id = SessionId(random_id(rng_));
  return execute(std::move(fresh),
                 StartSession{{session.analyst, session.mode, session.language, pack.ref, pack.scheme.version,
                               std::move(material->scenarios), session.calibration, material->status}});
}

Result<SessionSnapshot> App::execute(const SessionSnapshot& seen, const SessionCommand& command) {
  return execute(seen, std::vector<TimedCommand>{{clock_.now(), command}});
}

// The events that a finished vote adds to its calibration; none for any other session.
Result<std::vector<StreamAppend>> App::completed_vote(const SessionState& state, Instant at) {
  if (!state.start.calibration) return std::vector<StreamAppend>{};
  auto round = calibration(*state.start.calibration);
  if (!round) return fail(round.error());
  auto bodies = decide(**round, CompleteVote{state.start.analyst, state.id}, pack_);
  if (!bodies) return fail(bodies.error());
  if (!state.finished) return std::vector<StreamAppend>{};
  return std::vector<StreamAppend>{{stream_of((*round)->id), (*round)->version, stamped(std::move(*bodies), at)}};
}

Result<SessionSnapshot> App::execute(const SessionSnapshot& seen, const std::vector<TimedCommand>& commands) {
  const auto pack = pack_of(ref_of(*seen, commands, pack_.ref));
  if (!pack) return fail(pack.error());
  auto state = std::make_shared<SessionState>(*seen);
  std::vector<Event> events;
  if (free_text_)
    for (const TimedCommand& one : commands)
      if (auto ok = free_text_(free_text_of(one.command)); !ok) return fail(ok.error());
  for (const TimedCommand& one : commands)
    if (auto ok = run(*state, one.command, **pack, one.at, events); !ok) return fail(ok.error());
  if (events.empty()) return seen;
  const Instant last = events.back().at;
  if (!state->closed && state->next_open() == nullptr)
    if (auto ok = run(*state, CloseSession{}, **pack, last, events); !ok) return fail(ok.error());
  auto batch = completed_vote(*state, last);
  if (!batch) return fail(batch.error());
  batch->insert(batch->begin(), {stream_of(state->id), seen->version, std::move(events)});
  if (auto head = store_.append(*batch); !head) return fail(head.error());
  return SessionSnapshot(std::move(state));
}

Result<SessionSnapshot> App::session(const SessionId& id) {
  return load<SessionState>(store_, id, msg("the journal has no session “{session}”", {{"session", id.value}}),
                            msg("check the id: “etalon replay” prints it"));
}

Result<std::optional<SessionSnapshot>> App::resumable(const AnalystId& analyst) {
  auto rows = store_.sessions(analyst);
  if (!rows) return fail(rows.error());
  for (const SessionRow& row : *rows) {
    if (row.closed || row.calibration) continue;
    const auto pack = find_pack(row.pack);
    if (!pack) return fail(pack.error());
    if (*pack == nullptr) continue;
    auto found = session(row.id);
    if (!found) return fail(found.error());
    return std::optional(*found);
  }
  return std::nullopt;
}

Result<CalibrationSnapshot> App::open_calibration(const NewCalibration& wanted) {
  auto state = std::make_shared<CalibrationState>();
  state->id = CalibrationId(random_id(rng_));
  const OpenCalibration command{
      {wanted.title, wanted.lead, wanted.analysts, wanted.scenarios, pack_.ref, pack_.scheme.version, pack_.status}};
  std::vector<Event> events;
  if (auto ok = run(*state, command, pack_, clock_.now(), events); !ok) return fail(ok.error());
  if (auto kept = keep(pack_); !kept) return fail(kept.error());
  if (auto head = store_.append({{stream_of(state->id), 0, events}}); !head) return fail(head.error());
  return CalibrationSnapshot(std::move(state));
}

Result<CalibrationSnapshot> App::close_round(const CalibrationId& id) {
  auto seen = calibration(id);
  if (!seen) return fail(seen.error());
  auto state = std::make_shared<CalibrationState>(**seen);
  std::vector<Event> events;
  if (auto ok = run(*state, CloseRound{}, pack_, clock_.now(), events); !ok) return fail(ok.error());
  if (auto head = store_.append({{stream_of(id), (*seen)->version, events}}); !head) return fail(head.error());
  return CalibrationSnapshot(std::move(state));
}

Result<CalibrationSnapshot> App::calibration(const CalibrationId& id) {
  return load<CalibrationState>(store_, id,
                                msg("the journal has no calibration session “{calibration}”", {{"calibration", id.value}}),
                                msg("check the id: “etalon calibration list” shows them"));
}

Result<std::vector<SessionRow>> App::sessions(const std::optional<AnalystId>& analyst) { return store_.sessions(analyst); }

Result<std::vector<CalibrationRow>> App::calibrations() { return store_.calibrations(); }
Result<std::vector<AnalystId>> App::analysts() { return store_.analysts(); }
Result<std::vector<DecisionRow>> App::decisions(const DecisionFilter& filter) { return store_.decisions(filter); }

struct App::Readable {
  std::set<SessionId> of_this_pack, blind;
  std::map<SessionId, PackStatus> statuses;
};

// Where the pack was never kept, the one that is open: what was decided on another is left out and counted, so that a
// report says how much it does not show.
Result<const Pack*> App::pack_for(const DecisionFilter& filter) {
  const auto look = [&](const PackRef& ref) -> Result<const Pack*> {
    auto found = find_pack(ref);
    if (found && *found == nullptr) return &pack_;
    return found;
  };
  if (filter.session) {
    const auto state = session(*filter.session);
    if (!state) return fail(state.error());
    return look((*state)->start.pack);
  }
  if (filter.calibration) {
    const auto state = calibration(*filter.calibration);
    if (!state) return fail(state.error());
    return look((*state)->opening.pack);
  }
  return &pack_;
}

Result<App::Readable> App::readable(const DecisionFilter& filter, const PackRef& pack) {
  auto rounds = store_.calibrations();
  if (!rounds) return fail(rounds.error());
  std::set<CalibrationId> open;
  for (const CalibrationRow& row : *rounds)
    if (!row.closed) open.insert(row.id);
  auto sessions = store_.sessions(filter.analyst);
  if (!sessions) return fail(sessions.error());
  Readable out;
  for (const SessionRow& row : *sessions) {
    if (row.pack == pack) out.of_this_pack.insert(row.id);
    out.statuses.emplace(row.id, row.pack_status);
    const bool blind = row.calibration ? open.count(*row.calibration) > 0 : row.mode != Mode::Practice && !row.closed;
    if (blind) out.blind.insert(row.id);
  }
  return out;
}

Result<analysis::ConsistencyReport> App::report(const DecisionFilter& filter) {
  auto head = store_.head();
  if (!head) return fail(head.error());
  const auto pack = pack_for(filter);
  if (!pack) return fail(pack.error());
  auto may = readable(filter, (*pack)->ref);
  if (!may) return fail(may.error());
  auto rows = store_.decisions(filter);
  if (!rows) return fail(rows.error());
  analysis::ReportContext context{*head, clock_.now(), filter};
  context.pack_statuses = std::move(may->statuses);
  context.blind_left_out = std::erase_if(*rows, [&](const DecisionRow& row) { return may->blind.count(row.session) > 0; });
  context.other_pack_left_out =
      std::erase_if(*rows, [&](const DecisionRow& row) { return may->of_this_pack.count(row.session) == 0; });
  return analysis::make_report(**pack, *rows, context);
}

Result<analysis::Reveal> App::reveal(const CalibrationId& id) {
  auto state = calibration(id);
  if (!state) return fail(state.error());
  if (!(*state)->closed)
    return fail(ErrorKind::Usage, msg("the round is still open, its votes are blind"),
                msg("wait for the last vote, or let the lead close the round"));
  auto rows = store_.decisions({.analyst = {}, .session = {}, .calibration = id, .from = {}, .to = {}, .last = {}});
  if (!rows) return fail(rows.error());
  const auto pack = pack_of((*state)->opening.pack);
  if (!pack) return fail(pack.error());
  return analysis::make_reveal(**pack, **state, *rows);
}

}  // namespace etalon::app
