#include "tests/support/tiny_pack.h"

#include "sim/domain/comparison.h"

namespace etalon::support {
namespace {

LocalText both(const std::string& text) { return {text + " (fr)", text + " (en)"}; }

Facet facet(const char* id, Level level, std::vector<std::string> codes, std::vector<Condition> when = {}) {
  Facet out;
  out.id = FacetId(id);
  out.level = level;
  out.label = both(id);
  out.applies_when = std::move(when);
  for (const std::string& code : codes) out.choices.push_back({code, both(code)});
  return out;
}

Scheme scheme() {
  Scheme out;
  out.id = "tiny";
  out.version = "1";
  out.roles = {FacetId("legality"), FacetId("qualification"), FacetId("elements"), FacetId("actions"),
               FacetId("confidence")};
  const Condition usable{FacetId("usable"), {"usable"}};
  out.facets.push_back(facet("usable", Level::Nominal, {"usable", "access_failed"}));
  out.facets.push_back(facet("legality", Level::Nominal, {"manifest", "potential", "lawful"}, {usable}));
  out.facets.back().flagged = {"manifest", "potential"};
  const Condition assessed{FacetId("legality"), {"manifest", "potential", "lawful"}};
  out.facets.push_back(facet("qualification", Level::Nominal, {}, {assessed}));
  out.facets.back().source = ChoiceSource::Catalogue;
  out.facets.push_back(facet("elements", Level::Checklist, {}, {assessed}));
  out.facets.back().source = ChoiceSource::ElementsOfQualification;
  out.facets.push_back(facet("actions", Level::Set, {"police", "host", "close"}));
  out.facets.push_back(facet("confidence", Level::Scale, {"low", "medium", "high", "full"}));
  return out;
}

Offence offence(const char* code, std::vector<std::string> elements) {
  Offence out;
  out.code = OffenceCode(code);
  out.name = both(code);
  out.article = both("art. 1");
  for (const std::string& id : elements) out.elements.push_back({ElementId(id), both(id), both(id + "?")});
  return out;
}

Scenario scenario(const char* id, const char* fact_text) {
  Scenario out;
  out.id = ScenarioId(id);
  out.status = Status::Active;
  out.law_as_of = "2026-04-02";
  out.title = both("Page d’un groupe");
  Step intake;
  intake.time = "09:12";
  intake.fr = intake.en = {{"Un signalement. ", {}}, {"Premier fait.", FactId("F1")}};
  Step context = intake;
  context.type = StepType::Context;
  context.fr = context.en = {{fact_text, FactId("F2")}};
  out.steps = {intake, context};
  out.facts = {{FactId("F1"), Polarity::Neutral, 0}, {FactId("F2"), Polarity::Determinative, 1}};
  return out;
}

void refer(Scenario& scenario, const char* legality, ElementState publicity, CodeSet required, CodeSet forbidden) {
  Reference& reference = scenario.reference;
  reference.values[FacetId("usable")] = Value::of_code("usable");
  reference.values[FacetId("legality")] = Value::of_code(legality);
  reference.values[FacetId("qualification")] = Value::of_code("HATE");
  reference.elements = {{ElementId("publicity"), publicity, {FactId("F2")}},
                        {ElementId("appeal"), ElementState::Met, {FactId("F1")}}};
  reference.actions = {std::move(required), {"host"}, std::move(forbidden)};
  reference.rationale = both("because of F2");
}

}  // namespace

Pack tiny_pack() {
  Pack out;
  out.ref = {"tiny", "1.0.0", hash_of("tiny")};
  out.scheme = scheme();
  out.catalogue.version = "2026-04-02";
  out.catalogue.offences = {offence("HATE", {"publicity", "appeal"}), offence("INSULT", {"publicity"})};
  Scenario illegal = scenario("A1", "Le groupe est ouvert.");
  refer(illegal, "manifest", ElementState::Met, {"police"}, {"close"});
  illegal.twin = Twin{TwinSetId("T1"), FactId("F2")};
  illegal.reference.alternatives = {{FacetId("legality"), Value::of_code("potential"), 0.5, both("close call")}};
  illegal.reference.critical_errors = {{"closed", FacetId("actions"), {}, {"close"}, {}, both("closed without an alert")}};
  Scenario lawful = scenario("A2", "Le groupe est fermé.");
  refer(lawful, "lawful", ElementState::NotMet, {"close"}, {"police"});
  lawful.twin = illegal.twin;
  Scenario contested = scenario("A3", "Le groupe est à demi ouvert.");
  refer(contested, "potential", ElementState::Unknown, {"police"}, {"close"});
  contested.reference.settledness = Settledness::Contested;
  Scenario failed = scenario("A4", "La page ne répond pas.");
  failed.reference.values[FacetId("usable")] = Value::of_code("access_failed");
  failed.reference.actions = {{"close"}, {}, {"police"}};
  out.scenarios = {illegal, lawful, contested, failed};
  return out;
}

Values right_answers(const Pack& pack, const ScenarioId& id) {
  Values out = reference_values(pack, *pack.find(id));
  out[pack.scheme.roles.confidence] = Value::of_code("high");
  return out;
}

}  // namespace etalon::support
