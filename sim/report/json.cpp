#include "sim/base/json_writer.h"
#include "sim/report/writers.h"

namespace etalon::report {

namespace {

using namespace etalon::analysis;

void write(JsonWriter& json, std::string_view name, const LocalText& text) {
  json.key(name).begin_object().field("fr", text.fr).field("en", text.en).end_object();
}

// A field that may be absent is null, so that every object of a kind has the same keys.
template <class T>
void optional(JsonWriter& json, std::string_view name, const std::optional<T>& value) {
  json.key(name);
  if (value)
    json.value(*value);
  else
    json.null();
}

void reason(JsonWriter& json, std::string_view name, const Message& message) {
  optional(json, name, message.text.empty() ? std::optional<std::string>() : english(message));
}

void interval(JsonWriter& json, const std::optional<stats::Interval>& interval) {
  json.key("interval");
  if (!interval) {
    json.null();
    return;
  }
  json.begin_object().field("method", interval->method).field("level", interval->level);
  json.field("low", interval->low).field("high", interval->high).end_object();
}

void write(JsonWriter& json, std::string_view name, const Estimate& estimate) {
  json.key(name).begin_object().field("status", estimate.ok() ? "ok" : "undefined");
  if (estimate.ok()) {
    json.field("estimate", estimate.value);
    optional(json, "observed", estimate.observed);
    optional(json, "expected", estimate.expected);
    optional(json, "standard_error", estimate.standard_error);
    interval(json, estimate.interval);
    reason(json, "interval_reason", estimate.interval_reason);
  } else {
    reason(json, "reason", estimate.reason);
  }
  json.field("units", estimate.units).field("raters", estimate.raters).field("ratings", estimate.ratings).end_object();
}

void write(JsonWriter& json, std::string_view name, const Rate& rate) {
  json.key(name).begin_object().field("k", rate.k).field("n", rate.n);
  write(json, "rate", rate.estimate);
  json.end_object();
}

template <class T>
std::optional<std::string> text_of(const std::optional<T>& id) {
  return id ? std::optional(id->value) : std::nullopt;
}

void selection(JsonWriter& json, const DecisionFilter& filter) {
  const auto time = [](const std::optional<Instant>& at) { return at ? std::optional(iso8601(*at)) : std::nullopt; };
  json.key("selection").begin_object();
  optional(json, "analyst", text_of(filter.analyst));
  optional(json, "session", text_of(filter.session));
  optional(json, "calibration", text_of(filter.calibration));
  optional(json, "from", time(filter.from));
  optional(json, "to", time(filter.to));
  optional(json, "last", filter.last);
  json.end_object();
}

void write(JsonWriter& json, const ReportHead& head) {
  json.key("head").begin_object().field("generated_at", iso8601(head.generated_at));
  json.key("journal")
      .begin_object()
      .field("sequence", head.journal_sequence)
      .field("hash", hex(head.journal_hash))
      .end_object();
  json.key("pack")
      .begin_object()
      .field("id", head.pack.id)
      .field("version", head.pack.version)
      .field("hash", hex(head.pack.hash))
      .field("status", code(head.pack_standing.status));
  json.key("sessions_by_status").begin_object().field("trusted", head.pack_standing.trusted);
  json.field("draft", head.pack_standing.draft).field("not_said", head.pack_standing.not_said).end_object();
  write(json, "title", head.pack_title);
  json.end_object();
  json.key("scheme").begin_object().field("id", head.scheme_id).field("version", head.scheme_version).end_object();
  json.key("formulas").begin_array();
  for (const Formula& formula : head.formulas)
    json.begin_object()
        .field("name", formula.name)
        .field("version", formula.version)
        .field("source", formula.source)
        .end_object();
  json.end_array();
  selection(json, head.selection);
  json.key("policy").begin_array();
  for (const Message& sentence : head.policy) json.value(english(sentence));
  json.end_array().end_object();
}

void write(JsonWriter& json, const Counts& counts) {
  json.key("counts").begin_object().field("sessions", counts.sessions).field("analysts", counts.analysts);
  json.field("scenarios", counts.scenarios).field("decisions", counts.decisions).field("scored_decisions", counts.scored);
  json.field("contested_left_out", counts.contested_left_out)
      .field("other_pack_left_out", counts.other_pack_left_out)
      .field("blind_left_out", counts.blind_left_out);
  json.end_object();
}

void write(JsonWriter& json, const ConfusionPair& pair) {
  json.begin_object().field("reference", pair.reference).field("chosen", pair.chosen);
  write(json, "reference_label", pair.reference_label);
  write(json, "chosen_label", pair.chosen_label);
  json.field("n", pair.n).end_object();
}

void write(JsonWriter& json, const FacetValidity& row) {
  json.begin_object().field("facet", row.facet.value).field("decision", row.decision);
  write(json, "label", row.label);
  json.field("n", row.n).field("agreed", row.agreed).field("accepted", row.accepted).field("differs", row.differs);
  json.field("not_reached", row.not_reached).field("unexpected", row.unexpected);
  write(json, "agreement", row.agreement);
  optional(json, "mean_credit", row.mean_credit);
  write(json, "cohen_kappa", row.kappa);
  json.key("confusions").begin_array();
  for (const ConfusionPair& pair : row.confusions) write(json, pair);
  json.end_array().end_object();
}

void write(JsonWriter& json, const CriticalErrorFound& error) {
  json.begin_object().field("scenario", error.scenario.value);
  write(json, "scenario_title", error.scenario_title);
  json.field("decision", std::to_string(error.decision)).field("error", error.error);
  write(json, "message", error.message);
  json.end_object();
}

void write(JsonWriter& json, const ElementAccuracy& row) {
  json.begin_object().field("offence", row.offence.value).field("element", row.element.value);
  write(json, "offence_name", row.offence_name);
  write(json, "name", row.name);
  write(json, "agreement", row.agreement);
  json.end_object();
}

void write(JsonWriter& json, const TwinFlip& twin) {
  json.begin_object().field("set", twin.set.value).field("a", twin.a.value).field("b", twin.b.value);
  json.field("legality_differs", twin.legality).key("facets").begin_array();
  for (const FacetId& facet : twin.facets) json.value(facet.value);
  json.end_array().field("detected", twin.detected).field("n", twin.n).end_object();
}

void write(JsonWriter& json, const ConfidenceCalibration& confidence) {
  json.key("confidence").begin_object().field("n", confidence.n);
  optional(json, "mean", confidence.mean);
  optional(json, "mean_when_correct", confidence.mean_when_correct);
  optional(json, "mean_when_wrong", confidence.mean_when_wrong);
  json.key("levels").begin_array();
  for (const ConfidenceLevel& level : confidence.levels) {
    json.begin_object().field("level", level.code);
    write(json, "label", level.label);
    write(json, "correct", level.correct);
    json.end_object();
  }
  json.end_array().end_object();
}

void write(JsonWriter& json, const FacetReliability& row) {
  json.begin_object().field("facet", row.facet.value).field("decision", row.decision);
  write(json, "label", row.label);
  json.field("units", row.units).field("raters", row.raters).field("ratings", row.ratings);
  write(json, "percent_agreement", row.percent_agreement);
  write(json, "fleiss_kappa", row.fleiss_kappa);
  write(json, "krippendorff_alpha", row.krippendorff_alpha);
  json.end_object();
}

template <class Row>
void rows(JsonWriter& json, std::string_view name, const std::vector<Row>& all) {
  json.key(name).begin_array();
  for (const Row& row : all) write(json, row);
  json.end_array();
}

void write(JsonWriter& json, const Validity& validity) {
  json.key("validity").begin_object().field("verdict_allowed", validity.verdict_allowed);
  reason(json, "verdict_reason", validity.verdict_reason);
  rows(json, "facets", validity.facets);
  write(json, "over_flagging", validity.over_flagging);
  write(json, "under_flagging", validity.under_flagging);
  rows(json, "critical_errors", validity.critical_errors);
  json.field("decisions_with_critical_error", validity.decisions_with_critical_error);
  write(json, "elements", validity.elements);
  rows(json, "element_accuracy", validity.element_accuracy);
  write(json, "twin_flips", validity.twin_flips);
  rows(json, "twins", validity.twins);
  write(json, validity.confidence);
  json.end_object();
}

void write(JsonWriter& json, const std::optional<Reliability>& reliability) {
  json.key("reliability");
  if (!reliability) {
    json.null();
    return;
  }
  json.begin_object().field("verdict_allowed", reliability->verdict_allowed);
  reason(json, "verdict_reason", reliability->verdict_reason);
  json.field("analysts", reliability->analysts).field("scenarios", reliability->scenarios);
  json.field("decisions", reliability->decisions);
  rows(json, "facets", reliability->facets);
  json.end_object();
}

}  // namespace

std::string to_json(const ConsistencyReport& report) {
  JsonWriter json;
  json.begin_object().field("format", "etalon consistency report").field("version", 1);
  write(json, report.head);
  write(json, report.counts);
  write(json, report.validity);
  write(json, report.reliability);
  optional(json, "median_active_seconds", report.median_active_seconds);
  json.end_object();
  return json.take() + "\n";
}

}  // namespace etalon::report
