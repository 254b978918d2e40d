#include "sim/base/json_writer.h"
#include "sim/domain/event.h"

namespace etalon {
namespace {

void write(JsonWriter& json, const Elapsed& elapsed) {
  json.field("active_ms", elapsed.active_ms).field("idle_ms", elapsed.idle_ms);
}

void write(JsonWriter& json, const PackRef& pack) {
  json.key("pack").begin_object().field("id", pack.id).field("version", pack.version).field("hash", hex(pack.hash));
  json.end_object();
}

template <class Tag>
void write_ids(JsonWriter& json, std::string_view name, const std::vector<Id<Tag>>& ids) {
  json.key(name).begin_array();
  for (const auto& id : ids) json.value(id.value);
  json.end_array();
}

std::string_view shape_key(Shape shape) {
  if (shape == Shape::Set) return "set";
  return shape == Shape::Checklist ? "checklist" : "code";
}

void write_value(JsonWriter& json, std::string_view name, const Value& value) {
  json.key(name).begin_object().field(shape_key(value.shape()), value.to_text()).end_object();
}

struct Encode {
  JsonWriter& json;

  void operator()(const SessionStarted& event) {
    json.field("analyst", event.analyst.value).field("mode", code(event.mode)).field("language", code(event.language));
    write(json, event.pack);
    json.field("scheme_version", event.scheme_version);
    write_ids(json, "scenarios", event.scenarios);
    if (event.calibration) json.field("calibration", event.calibration->value);
    json.field("pack_status", code(event.pack_status));
  }
  void operator()(const ScenarioOpened& event) {
    json.field("scenario", event.scenario.value).field("scenario_version", event.scenario_version);
  }
  void operator()(const StepRevealed& event) {
    json.field("scenario", event.scenario.value).field("step", event.step);
    write(json, event.elapsed);
  }
  void operator()(const FactMarked& event) {
    json.field("scenario", event.scenario.value).field("fact", event.fact.value).field("relied_on", event.relied_on);
    write(json, event.elapsed);
  }
  void operator()(const ValueChosen& event) {
    json.field("scenario", event.scenario.value).field("facet", event.facet.value);
    write_value(json, "value", event.value);
    write(json, event.elapsed);
  }
  void operator()(const RationaleWritten& event) {
    json.field("scenario", event.scenario.value).field("text", event.text);
    write(json, event.elapsed);
  }
  void operator()(const DecisionRecorded& event) {
    json.field("scenario", event.scenario.value).key("values").begin_object();
    for (const auto& [facet, value] : event.values) write_value(json, facet.value, value);
    json.end_object();
    write_ids(json, "facts", event.facts);
    json.field("rationale", event.rationale).field("step", event.step);
    write(json, event.total);
  }
  void operator()(const SessionClosed& event) { json.field("finished", event.finished); }
  void operator()(const CalibrationOpened& event) {
    json.field("title", event.title).field("lead", event.lead.value);
    write_ids(json, "analysts", event.analysts);
    write_ids(json, "scenarios", event.scenarios);
    write(json, event.pack);
    json.field("scheme_version", event.scheme_version).field("pack_status", code(event.pack_status));
  }
  void operator()(const VoteCompleted& event) {
    json.field("analyst", event.analyst.value).field("session", event.session.value);
  }
  void operator()(const RoundClosed& event) { json.field("by_lead", event.by_lead); }
  void operator()(const ScenarioLeft& event) {
    json.field("scenario", event.scenario.value);
    write(json, event.elapsed);
  }
  void operator()(const LanguageChosen& event) { json.field("language", code(event.language)); }
};

}  // namespace

std::string encode(const EventBody& body) {
  JsonWriter json;
  json.begin_object();
  std::visit(Encode{json}, body);
  json.end_object();
  return json.take();
}

}  // namespace etalon
