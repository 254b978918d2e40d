// A small pack, made in code, and decisions on it: for the tests of analysis and report.
#pragma once

#include "sim/domain/ports.h"

namespace etalon::support {

inline LocalText both(const std::string& fr, const std::string& en) { return {fr, en}; }

inline Facet make_facet(const char* id, const char* decision, Level level, LocalText label, std::vector<Choice> choices) {
  Facet facet;
  facet.id = FacetId(id);
  facet.decision = decision;
  facet.level = level;
  facet.short_label = label;
  facet.label = std::move(label);
  facet.choices = std::move(choices);
  return facet;
}

inline std::vector<Facet> small_facets() {
  const Condition usable{FacetId("usable"), {"yes"}};
  std::vector<Facet> facets = {
      make_facet("usable", "D1", Level::Nominal, both("Exploitable ?", "Usable?"),
                 {{"yes", both("oui", "yes")}, {"no", both("non", "no")}}),
      make_facet("legality", "D4", Level::Ordinal, both("Licéité", "Legality"),
                 {{"manifest", both("manifestement illicite", "manifestly illegal")},
                  {"potential", both("potentiellement illicite", "potentially illegal")},
                  {"lawful", both("licite", "lawful")}}),
      make_facet("qualification", "D5", Level::Hierarchy, both("Qualification", "Qualification"), {}),
      make_facet("elements", "D6", Level::Checklist, both("Éléments", "Elements"), {}),
      make_facet("actions", "D8", Level::Set, both("Suites", "Actions"),
                 {{"close", both("clore", "close")},
                  {"forward", both("transmettre", "forward")},
                  {"note", both("annoter", "note")}}),
      make_facet("confidence", "D10", Level::Scale, both("Confiance", "Confidence"),
                 {{"1", both("faible", "low")}, {"2", both("moyenne", "medium")}, {"3", both("forte", "high")}})};
  facets[1].flagged = {"manifest", "potential"};
  facets[1].applies_when = facets[2].applies_when = {usable};
  facets[2].source = ChoiceSource::Catalogue;
  facets[3].source = ChoiceSource::ElementsOfQualification;
  facets[3].applies_when = {{FacetId("qualification"), {"A1", "B1"}}};
  return facets;
}

inline Offence make_offence(const char* code, std::vector<Element> elements) {
  Offence offence;
  offence.code = OffenceCode(code);
  offence.name = both(std::string("Infraction ") + code, std::string("Offence ") + code);
  offence.elements = std::move(elements);
  return offence;
}

inline Scenario make_scenario(const char* id, const char* legality, ElementState publicity, const char* action) {
  Scenario scenario;
  scenario.id = ScenarioId(id);
  scenario.title = both(std::string("Signalement ") + id, std::string("Report ") + id);
  scenario.steps = {{StepType::Intake,
                     0,
                     "09:12",
                     {{"Un message, ", {}}, {"dans un groupe ouvert", FactId("F1")}, {".", {}}},
                     {{"A message, ", {}}, {"in an open group", FactId("F1")}, {".", {}}}}};
  scenario.facts = {{FactId("F1"), Polarity::Determinative, 0}};
  scenario.reference.values = {{FacetId("usable"), Value::of_code("yes")},
                               {FacetId("legality"), Value::of_code(legality)},
                               {FacetId("qualification"), Value::of_code("A1")}};
  scenario.reference.elements = {{ElementId("publicity"), publicity, {FactId("F1")}},
                                 {ElementId("intent"), ElementState::Met, {}}};
  scenario.reference.actions.required = {action};
  scenario.reference.actions.permitted = {"note"};
  return scenario;
}

// "S1" illegal and "S2" lawful, twins; "S3" contested; "S4" lawful, alone.
inline Pack small_pack() {
  Pack pack;
  pack.ref = {"small", "1.0.0", hash_of("small")};
  pack.title = both("Petit paquet", "Small pack");
  pack.scheme.id = "etalon";
  pack.scheme.version = "1.0.0";
  pack.scheme.roles = {FacetId("legality"), FacetId("qualification"), FacetId("elements"), FacetId("actions"),
                       FacetId("confidence")};
  pack.scheme.facets = small_facets();
  const Element publicity{ElementId("publicity"), both("Publicité", "Publicity"), {}};
  const Element intent{ElementId("intent"), both("Intention", "Intent"), {}};
  pack.catalogue.offences = {make_offence("A1", {publicity, intent}), make_offence("B1", {publicity})};
  pack.scenarios = {make_scenario("S1", "manifest", ElementState::Met, "forward"),
                    make_scenario("S2", "lawful", ElementState::NotMet, "close"),
                    make_scenario("S3", "potential", ElementState::Unknown, "close"),
                    make_scenario("S4", "lawful", ElementState::NotMet, "close")};
  pack.scenarios[0].twin = pack.scenarios[1].twin = Twin{TwinSetId("T1"), FactId("F1")};
  pack.scenarios[0].reference.alternatives = {{FacetId("legality"), Value::of_code("potential"), 0.5, {}}};
  pack.scenarios[0].reference.critical_errors = {
      {"missed", FacetId("legality"), {"lawful"}, {}, {}, both("Contenu illicite laissé", "Illegal content left")}};
  pack.scenarios[2].reference.settledness = Settledness::Contested;
  return pack;
}

struct Answer {
  std::string legality = "lawful";
  std::string qualification = "A1";
  ElementState publicity = ElementState::NotMet;
  CodeSet actions = {"close"};
  std::string confidence = "2";
};

inline Answer illegal() { return {"manifest", "A1", ElementState::Met, {"forward"}, "3"}; }

// The n-th decision of a journal.
inline DecisionRow make_row(std::uint64_t sequence, const char* analyst, const char* scenario, const Answer& answer) {
  DecisionRow row;
  row.sequence = sequence;
  row.analyst = AnalystId(analyst);
  row.session = SessionId(std::string("session of ") + analyst);
  row.at = Instant{static_cast<std::int64_t>(sequence) * 1000};
  row.decision.scenario = ScenarioId(scenario);
  row.decision.values = {{FacetId("usable"), Value::of_code("yes")},
                         {FacetId("legality"), Value::of_code(answer.legality)},
                         {FacetId("qualification"), Value::of_code(answer.qualification)},
                         {FacetId("elements"), Value::of_checklist({{ElementId("publicity"), answer.publicity},
                                                                    {ElementId("intent"), ElementState::Met}})},
                         {FacetId("actions"), Value::of_set(answer.actions)},
                         {FacetId("confidence"), Value::of_code(answer.confidence)}};
  row.decision.total.active_ms = static_cast<std::int64_t>(sequence) * 10'000;
  return row;
}

// Unusable, and nothing else was asked.
inline DecisionRow make_unusable_row(std::uint64_t sequence, const char* analyst, const char* scenario) {
  DecisionRow row = make_row(sequence, analyst, scenario, {});
  row.decision.values = {{FacetId("usable"), Value::of_code("no")},
                         {FacetId("actions"), Value::of_set({"close"})},
                         {FacetId("confidence"), Value::of_code("1")}};
  return row;
}

}  // namespace etalon::support
