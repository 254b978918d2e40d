#include "sim/domain/calibration.h"

#include <algorithm>

#include "sim/base/assert.h"
#include "sim/domain/refuse.h"

namespace etalon {
namespace {

using Events = std::vector<EventBody>;

template <class T>
bool has_repeats(std::vector<T> items) {
  std::sort(items.begin(), items.end());
  return std::adjacent_find(items.begin(), items.end()) != items.end();
}

Result<void> open_round(const CalibrationState& state) {
  if (state.version == 0) return refuse(msg("the calibration session does not exist"), msg("open it first"));
  if (state.closed) return refuse(msg("the round is closed"), msg("open a new calibration session"));
  return {};
}

Result<Events> on(const CalibrationState& state, const OpenCalibration& command, const Pack& pack) {
  const CalibrationOpened& opening = command.opening;
  if (state.version != 0) return refuse(msg("the calibration session is already open"), msg("take a new one"));
  if (opening.analysts.size() < 2)
    return refuse(msg("a calibration session needs at least two analysts"), msg("name another analyst"));
  if (opening.scenarios.empty())
    return refuse(msg("a calibration session needs at least one scenario"), msg("choose scenarios"));
  if (has_repeats(opening.analysts) || has_repeats(opening.scenarios))
    return refuse(msg("an analyst or a scenario is named twice"), msg("name each once"));
  for (const ScenarioId& id : opening.scenarios) {
    const Scenario* scenario = pack.find(id);
    if (scenario == nullptr)
      return refuse(msg("the pack has no scenario “{scenario}”", {{"scenario", id.value}}), msg("choose another one"));
    if (scenario->status != Status::Active)
      return refuse(msg("the scenario “{scenario}” is not active: not yet reviewed, or retired", {{"scenario", id.value}}),
                    msg("choose another one"));
  }
  return Events{opening};
}

Result<Events> on(const CalibrationState& state, const CompleteVote& command, const Pack&) {
  if (auto ok = open_round(state); !ok) return fail(ok.error());
  const auto& named = state.opening.analysts;
  if (std::find(named.begin(), named.end(), command.analyst) == named.end())
    return refuse(msg("{analyst} is not named in this calibration session", {{"analyst", command.analyst.value}}),
                  msg("ask the lead"));
  if (state.has_voted(command.analyst))
    return refuse(msg("{analyst} has already voted", {{"analyst", command.analyst.value}}),
                  msg("each analyst votes once a round"));
  Events out{VoteCompleted{command.analyst, command.session}};
  if (state.votes.size() + 1 == named.size()) out.push_back(RoundClosed{false});
  return out;
}

Result<Events> on(const CalibrationState& state, const CloseRound&, const Pack&) {
  if (auto ok = open_round(state); !ok) return fail(ok.error());
  if (state.votes.empty())
    return refuse(msg("nobody has voted yet"), msg("the round can be closed once one analyst has voted"));
  return Events{RoundClosed{true}};
}

struct Fold {
  CalibrationState& state;
  Instant at;

  void operator()(const CalibrationOpened& event) {
    state.opening = event;
    state.opened_at = at;
  }
  void operator()(const VoteCompleted& event) { state.votes.push_back(event); }
  void operator()(const RoundClosed& event) {
    state.closed = true;
    state.closed_by_lead = event.by_lead;
  }
  // Events of a session never stand in a calibration's stream.
  template <class Other>
  void operator()(const Other&) {
    ETALON_ASSERT(false);
  }
};

}  // namespace

bool CalibrationState::has_voted(const AnalystId& analyst) const {
  return std::any_of(votes.begin(), votes.end(), [&](const VoteCompleted& vote) { return vote.analyst == analyst; });
}

Result<std::vector<EventBody>> decide(const CalibrationState& state, const CalibrationCommand& command, const Pack& pack) {
  return std::visit([&](const auto& one) { return on(state, one, pack); }, command);
}

void apply(CalibrationState& state, const Event& event) {
  std::visit(Fold{state, event.at}, event.body);
  ++state.version;
}

}  // namespace etalon
