#include <algorithm>

#include "sim/base/text.h"
#include "ui/present/stage.h"
#include "ui/text/formats.h"

namespace etalon::ui {
namespace {

struct Debrief {
  const Stage& stage;
  const Scenario& scenario;
  const ScenarioProgress& progress;
  const DecisionRecorded& decision;
  Comparison comparison;
  Values reference;
};

struct Verdict {
  std::string sign, word;
  Tone tone;
};

Verdict verdict(const Stage& stage, Match match) {
  switch (match) {
    case Match::Agrees: return {"✓", stage.cat.tr("agrees"), Tone::Agree};
    case Match::Accepted: return {"≈", stage.cat.tr("accepted"), Tone::Accepted};
    case Match::Differs: return {"✗", stage.cat.tr("differs"), Tone::Differ};
    case Match::NotReached: return {"–", stage.cat.tr("not reached"), Tone::Muted};
    case Match::Unexpected: return {"✗", stage.cat.tr("not asked by the reference"), Tone::Differ};
  }
  return {dash(), {}, Tone::Muted};
}

std::string codes_text(const Stage& stage, const Facet& facet, const CodeSet& codes) {
  std::vector<std::string> labels;
  for (const std::string& each : codes) labels.push_back(code_text(stage, facet, each, {}));
  return list(stage.language, labels);
}

std::string actions_text(const Stage& stage, const Facet& facet, const ActionReference& actions) {
  std::vector<std::string> parts;
  if (!actions.required.empty())
    parts.push_back(stage.cat.tr("required: {actions}", {{"actions", codes_text(stage, facet, actions.required)}}));
  if (!actions.permitted.empty())
    parts.push_back(stage.cat.tr("permitted: {actions}", {{"actions", codes_text(stage, facet, actions.permitted)}}));
  if (!actions.forbidden.empty())
    parts.push_back(stage.cat.tr("forbidden: {actions}", {{"actions", codes_text(stage, facet, actions.forbidden)}}));
  return parts.empty() ? dash() : sentence_case(join(parts, " · "));
}

std::string credit_text(const Stage& stage, double credit) {
  if (credit == 0.5) return "½";
  return number(stage.language, credit, 2);
}

std::string reference_text(const Debrief& from, const Facet& facet) {
  const Stage& stage = from.stage;
  if (facet.id == stage.pack.scheme.roles.actions) return actions_text(stage, facet, from.scenario.reference.actions);
  return value_text(stage, facet, find_value(from.reference, facet.id), from.reference, from.scenario.law_as_of);
}

CompareRow compare_row(const Debrief& from, const FacetComparison& compared, const Facet& facet) {
  const Stage& stage = from.stage;
  const Verdict judged = verdict(stage, compared.match);
  CompareRow row{
      "debrief.facet." + facet.id.value, facet.label.in(stage.language), {}, {}, {}, judged.sign, judged.word, judged.tone};
  row.yours =
      value_text(stage, facet, find_value(from.decision.values, facet.id), from.decision.values, from.scenario.law_as_of);
  row.reference = compared.match == Match::Unexpected ? dash() : reference_text(from, facet);
  if (compared.match == Match::Accepted)
    row.status = stage.cat.tr("accepted, counts {credit}", {{"credit", credit_text(stage, compared.credit)}});
  return row;
}

void add_rows(const Debrief& from, DebriefScreen& out) {
  for (const FacetComparison& compared : from.comparison.facets) {
    const Facet* facet = from.stage.pack.scheme.find(compared.facet);
    if (facet == nullptr || facet->id == from.stage.pack.scheme.roles.elements) continue;
    out.rows.push_back(compare_row(from, compared, *facet));
  }
}

std::string element_name(const Debrief& from, const ElementId& id) {
  const Value* value = find_value(from.reference, from.stage.pack.scheme.roles.qualification);
  const Offence* offence = value != nullptr && value->shape() == Shape::Code
                               ? from.stage.pack.catalogue.find(OffenceCode(value->as_code()), from.scenario.law_as_of)
                               : nullptr;
  const Element* element = offence == nullptr ? nullptr : offence->find(id);
  return element == nullptr ? id.value : element->name.in(from.stage.language);
}

CompareRow element_row(const Debrief& from, const ElementComparison& compared) {
  const Stage& stage = from.stage;
  const Match match = !compared.chosen ? Match::NotReached : compared.agrees ? Match::Agrees : Match::Differs;
  const Verdict judged = verdict(stage, match);
  CompareRow row{"debrief.element." + compared.reference->id.value,
                 element_name(from, compared.reference->id),
                 compared.chosen ? element_state_label(stage, *compared.chosen) : dash(),
                 element_state_label(stage, compared.reference->state),
                 fact_list(stage, compared.reference->evidence),
                 judged.sign,
                 judged.word,
                 judged.tone};
  return row;
}

void add_alternatives(const Debrief& from, DebriefScreen& out) {
  const Stage& stage = from.stage;
  for (const Alternative& each : from.scenario.reference.alternatives) {
    const Facet* facet = stage.pack.scheme.find(each.facet);
    if (facet == nullptr) continue;
    Note note;
    note.id = "debrief.alternative." + std::to_string(out.alternatives.size() + 1);
    note.title = stage.cat.tr("{facet}: {value} accepted, counts {credit}",
                              {{"facet", facet->label.in(stage.language)},
                               {"value", value_text(stage, *facet, &each.value, from.reference, from.scenario.law_as_of)},
                               {"credit", credit_text(stage, each.credit)}});
    note.text = each.reason.in(stage.language);
    note.tone = Tone::Accepted;
    out.alternatives.push_back(std::move(note));
  }
  if (!out.alternatives.empty()) out.alternatives_title = stage.cat.tr("Also accepted");
}

std::optional<Note> settledness(const Debrief& from) {
  const Stage& stage = from.stage;
  const Reference& reference = from.scenario.reference;
  Note out{"debrief.settledness", {}, {}, Tone::Accent};
  if (reference.settledness == Settledness::Settled) return std::nullopt;
  if (reference.settledness == Settledness::Contested) {
    out.title = stage.cat.tr("Contested: does not count");
    out.text = reference.notice.in(stage.language);
    if (out.text.empty()) out.text = reference.panel.dissent.in(stage.language);
    return out;
  }
  out.title = stage.cat.tr("Held by a majority: {agreed} of {judges}", {{"agreed", std::to_string(reference.panel.agreed)},
                                                                        {"judges", std::to_string(reference.panel.judges)}});
  out.text = reference.panel.dissent.in(stage.language);
  return out;
}

Note certainty(const Debrief& from) {
  const Stage& stage = from.stage;
  Note out{"debrief.certainty", stage.cat.tr("Your certainty"), {}, Tone::Neutral};
  const Facet* facet = stage.pack.scheme.find(stage.pack.scheme.roles.confidence);
  const Value* given = find_value(from.decision.values, stage.pack.scheme.roles.confidence);
  if (facet == nullptr || given == nullptr) return out.text = stage.cat.tr("Not given"), out;
  const Catalogue::Args args = {
      {"certainty", value_text(stage, *facet, given, from.decision.values, from.scenario.law_as_of)}};
  const FacetComparison* legality = from.comparison.find(stage.pack.scheme.roles.legality);
  if (!from.comparison.counts) return out.text = stage.cat.tr("{certainty} — the reference is contested", args), out;
  if (legality == nullptr) return out.text = args.front().second, out;
  const bool right = legality->match == Match::Agrees || legality->match == Match::Accepted;
  out.text = right ? stage.cat.tr("{certainty} — and right on legality", args)
                   : stage.cat.tr("{certainty} — and wrong on legality", args);
  out.tone = right ? Tone::Agree : Tone::Differ;
  return out;
}

std::optional<Note> missed_facts(const Debrief& from) {
  const std::vector<FactId>& missed = from.comparison.determinative_missed;
  if (missed.empty()) return std::nullopt;
  const Stage& stage = from.stage;
  return Note{"debrief.facts", stage.cat.tr("Facts"),
              stage.cat.tr("Determinative, and not among yours: {facts}", {{"facts", fact_list(stage, missed)}}),
              Tone::Differ};
}

std::vector<Action> actions(const Debrief& from) {
  const Stage& stage = from.stage;
  const SessionState& session = *stage.world.session;
  const bool more = session.next_open() != nullptr && !session.closed;
  Action next{"debrief.next", more ? stage.cat.tr("Next scenario") : stage.cat.tr("Summary of the session"),
              stage.cat.tr("Enter"), NextScenario{}};
  next.primary = true;
  std::vector<Action> out{next};
  if (from.scenario.twin) {
    Action twin{"debrief.twin_open", stage.cat.tr("Open the twin"), "T", OpenTwin{}};
    const Scenario* sibling = twin_of(stage.pack, from.scenario, session);
    twin.enabled = sibling != nullptr && session.find(sibling->id) != nullptr;
    out.push_back(std::move(twin));
  }
  out.push_back({"debrief.article_open", stage.cat.tr("Article"), "A", ToggleArticle{}});
  return out;
}

void add_article(const Debrief& from, DebriefScreen& out) {
  const Value* value = find_value(from.reference, from.stage.pack.scheme.roles.qualification);
  if (value == nullptr || value->shape() != Shape::Code) return;
  if (const Offence* offence = from.stage.pack.catalogue.find(OffenceCode(value->as_code()), from.scenario.law_as_of))
    out.article = article_of(from.stage, *offence, from.scenario);
}

std::string subtitle(const Debrief& from) {
  const auto& facts = from.scenario.facts;
  const auto decisive =
      std::count_if(facts.begin(), facts.end(), [](const Fact& fact) { return fact.polarity == Polarity::Determinative; });
  const std::string law =
      from.stage.cat.tr("Law as of {date}", {{"date", long_date(from.stage.language, from.scenario.law_as_of)}});
  if (decisive == 0) return law;
  return law + " · " +
         from.stage.cat.plural("the determinative fact is marked", "the {n} determinative facts are marked", decisive);
}

void fill(const Debrief& from, DebriefScreen& out) {
  const Stage& stage = from.stage;
  out.title = scenario_name(stage, from.scenario.id);
  out.subtitle = subtitle(from);
  out.steps = step_views(stage, from.scenario, from.progress.draft, true);
  for (const CriticalError* error : from.comparison.critical_errors)
    out.critical.push_back({stage.cat.tr("Critical"), error->message.in(stage.language)});
  out.settledness = settledness(from);
  out.head_facet = stage.cat.tr("Facet");
  out.head_yours = stage.cat.tr("You");
  out.head_reference = stage.cat.tr("Reference");
  add_rows(from, out);
  for (const ElementComparison& each : from.comparison.elements) out.elements.push_back(element_row(from, each));
  if (!out.elements.empty()) out.elements_title = stage.cat.tr("Elements");
  add_alternatives(from, out);
  out.why = {"debrief.why", stage.cat.tr("Why"), from.scenario.reference.rationale.in(stage.language), Tone::Neutral};
  if (!from.decision.rationale.empty())
    out.your_rationale =
        Note{"debrief.your_rationale", stage.cat.tr("Your rationale"), from.decision.rationale, Tone::Neutral};
  add_article(from, out);
  out.facts = missed_facts(from);
  out.certainty = certainty(from);
  out.twin = twin_note(stage, from.scenario, from.progress);
  out.actions = actions(from);
}

}  // namespace

DebriefScreen debrief_screen(const Stage& stage) {
  DebriefScreen out;
  const Scenario* scenario = shown_scenario(stage.state, stage.world);
  const ScenarioProgress* progress = shown_progress(stage.state, stage.world);
  if (scenario == nullptr || progress == nullptr || !progress->decision || !debriefs_open(*stage.world.session)) return out;
  const DecisionRecorded& decision = *progress->decision;
  fill({stage, *scenario, *progress, decision, compare(stage.pack, *scenario, decision.values, decision.facts),
        reference_values(stage.pack, *scenario)},
       out);
  return out;
}

}  // namespace etalon::ui
