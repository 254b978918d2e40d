#include <algorithm>

#include "sim/base/text.h"
#include "sim/domain/refuse.h"
#include "sim/domain/session.h"

namespace etalon {
namespace {

using Events = std::vector<EventBody>;

tl::unexpected<Error> unknown(Message what) {
  return fail(ErrorKind::Input, std::move(what), msg("check the spelling against the pack"));
}

Result<const Scenario*> known_scenario(const Pack& pack, const ScenarioId& id) {
  if (const Scenario* scenario = pack.find(id)) return scenario;
  return unknown(msg("the pack has no scenario “{scenario}”", {{"scenario", id.value}}));
}

// A scenario that is on the screen: of this session, opened, not decided yet.
struct Live {
  const Scenario* scenario = nullptr;
  const ScenarioProgress* progress = nullptr;
};

Result<void> running(const SessionState& state) {
  if (state.version == 0) return refuse(msg("the session has not started"), msg("start it first"));
  if (state.closed) return refuse(msg("the session is closed"), msg("start a new session"));
  return {};
}

Result<Live> live(const SessionState& state, const Pack& pack, const ScenarioId& id) {
  if (auto ok = running(state); !ok) return fail(ok.error());
  auto scenario = known_scenario(pack, id);
  if (!scenario) return fail(scenario.error());
  const ScenarioProgress* progress = state.find(id);
  if (progress == nullptr || !progress->opened)
    return refuse(msg("scenario {scenario} has not been shown in this session", {{"scenario", id.value}}),
                  msg("open it first"));
  if (progress->decision)
    return refuse(msg("scenario {scenario} is already decided in this session", {{"scenario", id.value}}),
                  msg("a correction is made in a new session"));
  return Live{*scenario, progress};
}

bool visible(const Live& on, const FactId& id) {
  const Fact* fact = on.scenario->find(id);
  return fact != nullptr && fact->step < on.progress->draft.step;
}

Result<void> known_codes(const Pack& pack, const Facet& facet, const Values& values, const Value& value,
                         std::string_view day) {
  const std::vector<Choice> choices = pack.scheme.choices(facet, pack.catalogue, values, day);
  const auto known = [&](const std::string& wanted) {
    return std::any_of(choices.begin(), choices.end(), [&](const Choice& choice) { return choice.id == wanted; });
  };
  CodeSet codes;
  if (value.shape() == Shape::Code) codes = {value.as_code()};
  if (value.shape() == Shape::Set) codes = value.as_set();
  if (value.shape() == Shape::Checklist)
    for (const auto& entry : value.as_checklist()) codes.push_back(entry.first.value);
  for (const std::string& wanted : codes)
    if (!known(wanted))
      return unknown(msg("the facet “{facet}” has no choice “{choice}”", {{"facet", facet.id.value}, {"choice", wanted}}));
  return {};
}

Result<void> known_value(const Pack& pack, const FacetId& id, const Values& values, const Value& value,
                         std::string_view day) {
  const Facet* facet = pack.scheme.find(id);
  if (facet == nullptr) return unknown(msg("the scheme has no facet “{facet}”", {{"facet", id.value}}));
  if (value == Value()) return {};
  if (value.shape() != facet->shape())
    return unknown(msg("the facet “{facet}” takes another kind of value", {{"facet", id.value}}));
  return known_codes(pack, *facet, values, value, day);
}

Result<Events> on(const SessionState& state, const StartSession& command, const Pack& pack) {
  const SessionStarted& start = command.start;
  if (state.version != 0) return refuse(msg("the session has already started"), msg("resume it"));
  if (start.analyst.empty()) return refuse(msg("an analyst needs a pseudonym"), msg("enter one"));
  if (start.scenarios.empty()) return refuse(msg("a session needs at least one scenario"), msg("choose scenarios"));
  for (std::size_t i = 0; i < start.scenarios.size(); ++i) {
    const auto known = known_scenario(pack, start.scenarios[i]);
    if (!known) return fail(known.error());
    if (auto ok = not_retired(**known); !ok) return fail(ok.error());
    if (std::count(start.scenarios.begin(), start.scenarios.end(), start.scenarios[i]) > 1)
      return refuse(msg("scenario {scenario} stands twice in the session", {{"scenario", start.scenarios[i].value}}),
                    msg("name each scenario once"));
  }
  return Events{start};
}

Result<Events> on(const SessionState& state, const OpenScenario& command, const Pack& pack) {
  if (auto ok = running(state); !ok) return fail(ok.error());
  auto scenario = known_scenario(pack, command.scenario);
  if (!scenario) return fail(scenario.error());
  const ScenarioProgress* progress = state.find(command.scenario);
  if (progress == nullptr)
    return refuse(msg("scenario {scenario} is not part of this session", {{"scenario", command.scenario.value}}),
                  msg("start a session that holds it"));
  if (progress->opened) return Events{};  // coming back to it
  return Events{ScenarioOpened{command.scenario, (*scenario)->version}};
}

Result<Events> on(const SessionState& state, const RevealStep& command, const Pack& pack) {
  auto at = live(state, pack, command.scenario);
  if (!at) return fail(at.error());
  const int step = at->progress->draft.step;
  if (step >= static_cast<int>(at->scenario->steps.size())) return Events{};
  return Events{StepRevealed{command.scenario, step + 1, command.elapsed}};
}

Result<Events> on(const SessionState& state, const MarkFact& command, const Pack& pack) {
  auto at = live(state, pack, command.scenario);
  if (!at) return fail(at.error());
  if (!visible(*at, command.fact)) return unknown(msg("fact {fact} has not been shown", {{"fact", command.fact.value}}));
  if ((at->progress->draft.facts.count(command.fact) > 0) == command.relied_on) return Events{};
  return Events{FactMarked{command.scenario, command.fact, command.relied_on, command.elapsed}};
}

Result<Events> on(const SessionState& state, const ChooseValue& command, const Pack& pack) {
  auto at = live(state, pack, command.scenario);
  if (!at) return fail(at.error());
  const Values& values = at->progress->draft.values;
  if (auto ok = known_value(pack, command.facet, values, command.value, at->scenario->law_as_of); !ok)
    return fail(ok.error());
  const auto old = values.find(command.facet);
  if ((old == values.end() ? Value() : old->second) == command.value) return Events{};
  Events out{ValueChosen{command.scenario, command.facet, command.value, command.elapsed}};
  // The elements belong to the offence they were tested for: another offence, another list.
  const Roles& roles = pack.scheme.roles;
  if (command.facet == roles.qualification && values.count(roles.elements) > 0)
    out.push_back(ValueChosen{command.scenario, roles.elements, Value(), {}});
  return out;
}

Result<void> short_enough(const std::string& rationale) {
  if (!is_utf8(rationale)) return unknown(msg("the rationale is not UTF-8 text"));
  if (count_code_points(rationale) > kRationaleLimit)
    return refuse(msg("the rationale is longer than {limit} characters", {{"limit", std::to_string(kRationaleLimit)}}),
                  msg("shorten it"));
  return {};
}

Result<Events> on(const SessionState& state, const WriteRationale& command, const Pack& pack) {
  auto at = live(state, pack, command.scenario);
  if (!at) return fail(at.error());
  if (auto ok = short_enough(command.text); !ok) return fail(ok.error());
  if (at->progress->draft.rationale == command.text) return Events{};
  return Events{RationaleWritten{command.scenario, command.text, command.elapsed}};
}

Result<void> complete(const Pack& pack, const Values& values, std::string_view day) {
  for (const auto& [facet, value] : values) {
    if (auto ok = known_value(pack, facet, values, value, day); !ok) return ok;
    const Facet* known = pack.scheme.find(facet);
    if (!pack.scheme.applies(*known, values))
      return refuse(msg("the facet “{facet}” does not apply here", {{"facet", facet.value}}), msg("leave it out"));
  }
  const std::vector<FacetId> open = missing(pack, values, day);
  if (!open.empty())
    return refuse(msg("the facet “{facet}” has no complete answer", {{"facet", open.front().value}}),
                  msg("answer it before you record the decision"));
  return {};
}

Result<Events> on(const SessionState& state, const RecordDecision& command, const Pack& pack) {
  auto at = live(state, pack, command.scenario);
  if (!at) return fail(at.error());
  if (auto ok = complete(pack, command.values, at->scenario->law_as_of); !ok) return fail(ok.error());
  if (auto ok = short_enough(command.rationale); !ok) return fail(ok.error());
  for (const FactId& fact : command.facts)
    if (!visible(*at, fact)) return unknown(msg("fact {fact} has not been shown", {{"fact", fact.value}}));
  const Draft& draft = at->progress->draft;
  DecisionRecorded decision{
      command.scenario, pack.scheme.effective(command.values), command.facts, command.rationale, draft.step, draft.total};
  decision.total.active_ms += command.elapsed.active_ms;
  decision.total.idle_ms += command.elapsed.idle_ms;
  return Events{std::move(decision)};
}

Result<Events> on(const SessionState& state, const LeaveScenario& command, const Pack& pack) {
  if (auto at = live(state, pack, command.scenario); !at) return fail(at.error());
  if (command.elapsed == Elapsed{}) return Events{};
  return Events{ScenarioLeft{command.scenario, command.elapsed}};
}

Result<Events> on(const SessionState& state, const ChooseLanguage& command, const Pack&) {
  if (auto ok = running(state); !ok) return fail(ok.error());
  if (state.language == command.language) return Events{};
  return Events{LanguageChosen{command.language}};
}

Result<Events> on(const SessionState& state, const CloseSession&, const Pack&) {
  if (auto ok = running(state); !ok) return fail(ok.error());
  return Events{SessionClosed{state.next_open() == nullptr}};
}

bool answered(const Pack& pack, const Facet& facet, const Values& values, std::string_view day) {
  const auto hit = values.find(facet.id);
  if (facet.shape() != Shape::Checklist) return hit != values.end() && hit->second != Value();
  const std::size_t rows = pack.scheme.choices(facet, pack.catalogue, values, day).size();
  return rows == 0 || (hit != values.end() && hit->second.as_checklist().size() == rows);
}

}  // namespace

std::vector<FacetId> missing(const Pack& pack, const Values& values, std::string_view day) {
  std::vector<FacetId> out;
  const Values counted = pack.scheme.effective(values);
  for (const Facet& facet : pack.scheme.facets)
    if (facet.mandatory && pack.scheme.applies(facet, counted) && !answered(pack, facet, counted, day))
      out.push_back(facet.id);
  return out;
}

Result<std::vector<EventBody>> decide(const SessionState& state, const SessionCommand& command, const Pack& pack) {
  return std::visit([&](const auto& one) { return on(state, one, pack); }, command);
}

}  // namespace etalon
