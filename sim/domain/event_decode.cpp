#include <nlohmann/json.hpp>

#include "sim/domain/event.h"

namespace etalon {
namespace {

using Json = nlohmann::json;

// Inside this file a malformed payload throws; decode() turns it into an Error at the module's edge.
struct Malformed {
  std::string what;
};

std::string text(const Json& json, const char* name) { return json.at(name).get<std::string>(); }

Elapsed elapsed(const Json& json) {
  return {json.at("active_ms").get<std::int64_t>(), json.at("idle_ms").get<std::int64_t>()};
}

PackRef pack(const Json& json) {
  const Json& part = json.at("pack");
  const auto hash = hash_from_hex(text(part, "hash"));
  if (!hash) throw Malformed{"the hash of the pack is malformed"};
  return {text(part, "id"), text(part, "version"), *hash};
}

template <class IdType>
std::vector<IdType> ids(const Json& json, const char* name) {
  std::vector<IdType> out;
  for (const Json& item : json.at(name)) out.emplace_back(item.get<std::string>());
  return out;
}

Value value(const Json& json) {
  if (!json.is_object() || json.size() != 1) throw Malformed{"a value is malformed"};
  const std::string key = json.begin().key();
  const Shape shape = key == "set" ? Shape::Set : key == "checklist" ? Shape::Checklist : Shape::Code;
  auto parsed = Value::parse(shape, json.begin()->get<std::string>());
  if (!parsed) throw Malformed{english(parsed.error())};
  return *parsed;
}

Mode mode(const Json& json) {
  const auto known = mode_from(text(json, "mode"));
  if (!known) throw Malformed{"the mode is unknown"};
  return *known;
}

Language language(const Json& json) {
  const auto known = language_from(text(json, "language"));
  if (!known) throw Malformed{"the language is unknown"};
  return *known;
}

// Version 1 does not say whether the pack was signed.
PackStatus pack_status(const Json& json, int version) {
  if (version == 1) return PackStatus::NotSaid;
  const auto known = pack_status_from(text(json, "pack_status"));
  if (!known) throw Malformed{"the status of the pack is unknown"};
  return *known;
}

SessionStarted session_started(const Json& json, int version) {
  SessionStarted out{
      AnalystId(text(json, "analyst")),   mode(json),   language(json),     pack(json), text(json, "scheme_version"),
      ids<ScenarioId>(json, "scenarios"), std::nullopt, PackStatus::NotSaid};
  if (json.contains("calibration")) out.calibration = CalibrationId(text(json, "calibration"));
  out.pack_status = pack_status(json, version);
  return out;
}

DecisionRecorded decision_recorded(const Json& json) {
  DecisionRecorded out;
  out.scenario = ScenarioId(text(json, "scenario"));
  for (const auto& [facet, content] : json.at("values").items()) out.values[FacetId(facet)] = value(content);
  out.facts = ids<FactId>(json, "facts");
  out.rationale = text(json, "rationale");
  out.step = json.at("step").get<int>();
  out.total = elapsed(json);
  return out;
}

CalibrationOpened calibration_opened(const Json& json, int version) {
  return {text(json, "title"),
          AnalystId(text(json, "lead")),
          ids<AnalystId>(json, "analysts"),
          ids<ScenarioId>(json, "scenarios"),
          pack(json),
          text(json, "scheme_version"),
          pack_status(json, version)};
}

EventBody body(std::string_view type, int version, const Json& json) {
  const auto scenario = [&] { return ScenarioId(text(json, "scenario")); };
  if (type == "session_started") return session_started(json, version);
  if (type == "scenario_opened") return ScenarioOpened{scenario(), json.at("scenario_version").get<int>()};
  if (type == "step_revealed") return StepRevealed{scenario(), json.at("step").get<int>(), elapsed(json)};
  if (type == "fact_marked")
    return FactMarked{scenario(), FactId(text(json, "fact")), json.at("relied_on").get<bool>(), elapsed(json)};
  if (type == "value_chosen")
    return ValueChosen{scenario(), FacetId(text(json, "facet")), value(json.at("value")), elapsed(json)};
  if (type == "rationale_written") return RationaleWritten{scenario(), text(json, "text"), elapsed(json)};
  if (type == "decision_recorded") return decision_recorded(json);
  if (type == "session_closed") return SessionClosed{json.at("finished").get<bool>()};
  if (type == "calibration_opened") return calibration_opened(json, version);
  if (type == "vote_completed") return VoteCompleted{AnalystId(text(json, "analyst")), SessionId(text(json, "session"))};
  if (type == "round_closed") return RoundClosed{json.at("by_lead").get<bool>()};
  if (type == "scenario_left") return ScenarioLeft{scenario(), elapsed(json)};
  if (type == "language_chosen") return LanguageChosen{language(json)};
  throw Malformed{"the event type is unknown"};
}

tl::unexpected<Error> unreadable(std::string_view type, const std::string& why) {
  return fail(ErrorKind::Input,
              msg("an event of type “{type}” cannot be read: {why}", {{"type", std::string(type)}, {"why", why}}),
              msg("it may come from a newer Étalon; otherwise the journal is damaged: restore a backup"));
}

}  // namespace

Result<EventBody> decode(std::string_view type, int version, std::string_view bytes) {
  try {
    if (version < 1 || version > newest_version(type)) return unreadable(type, "version " + std::to_string(version));
    return body(type, version, Json::parse(bytes));
  } catch (const Malformed& malformed) { return unreadable(type, malformed.what); } catch (const Json::exception& error) {
    return unreadable(type, error.what());
  }
}

}  // namespace etalon
