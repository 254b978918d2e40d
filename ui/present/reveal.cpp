#include <algorithm>

#include "ui/present/stage.h"
#include "ui/text/formats.h"

namespace etalon::ui {
namespace {

using analysis::ElementVotes;
using analysis::FacetVotes;
using analysis::ScenarioReveal;
using analysis::ValueVotes;

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

const std::string& facet_label(const Stage& stage, const FacetVotes& facet) {
  const std::string& brief = facet.short_label.in(stage.language);
  return brief.empty() ? facet.label.in(stage.language) : brief;
}

std::string what_divides(const Stage& stage, const ScenarioReveal& from) {
  if (from.dividing_element)
    for (const ElementVotes& element : from.elements)
      if (element.element == *from.dividing_element)
        return stage.cat.tr("element: {name}", {{"name", element.name.in(stage.language)}});
  if (from.dividing_facet)
    for (const FacetVotes& facet : from.facets)
      if (facet.facet == *from.dividing_facet) return facet_label(stage, facet);
  return stage.cat.tr("agreed");
}

Row ranked_row(const Stage& stage, const ScenarioReveal& from, int index, bool selected) {
  Row row;
  row.id = "reveal.scenario." + from.scenario.value;
  row.title = scenario_name(stage, from.scenario);
  row.detail = what_divides(stage, from);
  row.value = number(stage.language, from.split);
  row.selected = selected;
  row.intent = SelectRow{index};
  return row;
}

std::string with_count(const std::string& label, std::size_t count) { return label + " " + std::to_string(count); }

std::string vote_label(const Stage& stage, const ValueVotes& vote) {
  return vote.value.empty() ? stage.cat.tr("no answer") : vote.label.in(stage.language);
}

VoteBar facet_bar(const Stage& stage, const FacetVotes& from) {
  std::size_t votes = 0;
  for (const ValueVotes& vote : from.votes) votes += vote.count;
  VoteBar out{"reveal.facet." + from.facet.value, facet_label(stage, from), {}, {}};
  for (const ValueVotes& vote : from.votes) {
    const std::string label = vote_label(stage, vote);
    if (vote.reference) out.reference = stage.cat.tr("reference: {value}", {{"value", label}});
    if (vote.count == 0) continue;
    const Tone tone = vote.reference       ? Tone::Agree
                      : vote.accepted      ? Tone::Accepted
                      : vote.value.empty() ? Tone::Muted
                                           : Tone::Neutral;
    out.segments.push_back({out.id + "." + std::to_string(out.segments.size()), with_count(label, vote.count),
                            share(vote.count, votes), tone, vote.reference});
  }
  return out;
}

void add_segment(VoteBar& bar, std::string label, std::size_t count, std::size_t votes, Tone tone, bool reference) {
  if (count == 0) return;
  bar.segments.push_back(
      {bar.id + "." + std::to_string(bar.segments.size()), with_count(label, count), share(count, votes), tone, reference});
}

VoteBar element_bar(const Stage& stage, const ElementVotes& from) {
  const std::size_t votes = from.met + from.not_met + from.unknown + from.none;
  VoteBar out{"reveal.element." + from.element.value, from.name.in(stage.language), {}, {}};
  const auto add = [&](ElementState state, std::size_t count, Tone tone) {
    add_segment(out, element_state_label(stage, state), count, votes, tone, from.reference == state);
  };
  add(ElementState::Met, from.met, Tone::Agree);
  add(ElementState::NotMet, from.not_met, Tone::Differ);
  add(ElementState::Unknown, from.unknown, Tone::Neutral);
  add_segment(out, stage.cat.tr("no answer"), from.none, votes, Tone::Muted, false);
  if (from.reference)
    out.reference = stage.cat.tr("reference: {value}", {{"value", element_state_label(stage, *from.reference)}});
  return out;
}

Note quote(const Stage& stage, const analysis::AnonymousRationale& from, std::size_t index) {
  Note out{"reveal.quote." + std::to_string(index + 1), {}, quoted(stage.language, from.text), Tone::Neutral};
  out.title = from.on_element ? element_state_label(stage, *from.on_element) : from.on_facet.in(stage.language);
  if (from.facts.empty()) return out;
  const std::string facts = stage.cat.tr("relied on {facts}", {{"facts", fact_list(stage, from.facts)}});
  out.title = out.title.empty() ? sentence_case(facts) : out.title + " — " + facts;
  return out;
}

void add_reference(const Stage& stage, const ScenarioReveal& from, RevealScreen& out) {
  const Scenario* scenario = stage.pack.find(from.scenario);
  if (scenario == nullptr) return;
  out.reference_title = from.settledness == Settledness::Contested ? stage.cat.tr("Reference (contested: does not count)")
                                                                   : stage.cat.tr("Reference");
  const Values values = reference_values(stage.pack, *scenario);
  for (const Facet& facet : stage.pack.scheme.facets) {
    const Value* value = find_value(values, facet.id);
    if (value == nullptr || *value == Value() || facet.id == stage.pack.scheme.roles.elements) continue;
    out.reference.push_back({"reveal.reference." + facet.id.value, facet.label.in(stage.language),
                             value_text(stage, facet, value, values, scenario->law_as_of), Tone::Neutral});
  }
  out.why = Note{"reveal.why", stage.cat.tr("Why"), scenario->reference.rationale.in(stage.language), Tone::Neutral};
}

void add_selected(const Stage& stage, const ScenarioReveal& from, RevealScreen& out) {
  out.title = scenario_name(stage, from.scenario);
  out.subtitle =
      stage.cat.plural("{n} vote · names hidden", "{n} votes · names hidden", static_cast<std::int64_t>(from.votes));
  for (const FacetVotes& facet : from.facets) out.facets.push_back(facet_bar(stage, facet));
  for (const ElementVotes& element : from.elements) out.elements.push_back(element_bar(stage, element));
  if (!out.elements.empty()) out.elements_title = stage.cat.tr("Elements");
  for (std::size_t i = 0; i < from.rationales.size(); ++i) out.quotes.push_back(quote(stage, from.rationales[i], i));
  add_reference(stage, from, out);
}

std::string reliability_text(const Stage& stage, const analysis::FacetReliability& from) {
  const auto& cat = stage.cat;
  const auto brief = [&](const analysis::Estimate& estimate) {
    return estimate.ok() ? number(stage.language, estimate.value) : cat.tr("not defined");
  };
  const std::string agreement =
      from.percent_agreement.ok() ? percent(stage.language, from.percent_agreement.value) : cat.tr("not defined");
  return agreement + " · κ " + brief(from.fleiss_kappa) + " · α " + brief(from.krippendorff_alpha);
}

void add_agreement(const Stage& stage, RevealScreen& out) {
  const analysis::ConsistencyReport* report = stage.shown.round_report;
  if (report == nullptr || !report->reliability) return;
  const analysis::Reliability& from = *report->reliability;
  out.agreement_title = stage.cat.tr("Between the analysts (agreement, Fleiss’ κ, Krippendorff’s α)");
  if (!from.verdict_allowed) {
    out.agreement.push_back({"reveal.agreement.none", stage.cat.tr("No verdict"),
                             sentence_case(stage.cat.tr(from.verdict_reason)), Tone::Muted});
    return;
  }
  for (const analysis::FacetReliability& facet : from.facets)
    out.agreement.push_back({"reveal.agreement." + facet.facet.value, facet.label.in(stage.language),
                             reliability_text(stage, facet), Tone::Neutral});
}

}  // namespace

RevealScreen reveal_screen(const Stage& stage) {
  RevealScreen out;
  out.list_title = stage.cat.tr("Ranked by how much they split the team");
  out.actions = {
      {"reveal.back", stage.cat.tr("Back to the rounds"), stage.cat.tr("Enter"), Navigate{Route::CalibrationList}},
      {"reveal.html", stage.cat.tr("Save as a web page"), "W", ExportShown{ReportFormat::Html}},
      {"reveal.json", "JSON", "J", ExportShown{ReportFormat::Json}},
      {"reveal.csv", "CSV", "V", ExportShown{ReportFormat::Csv}}};
  const analysis::Reveal* reveal = stage.shown.reveal;
  if (reveal == nullptr || reveal->votes == 0 || reveal->scenarios.empty()) {
    out.empty_text = stage.cat.tr("No complete vote: there is nothing to show.");
    return out;
  }
  const int last = static_cast<int>(reveal->scenarios.size()) - 1;
  const int selected = std::clamp(stage.state.cursor, 0, last);
  for (int i = 0; i <= last; ++i)
    out.scenarios.push_back(ranked_row(stage, reveal->scenarios[static_cast<std::size_t>(i)], i, i == selected));
  add_selected(stage, reveal->scenarios[static_cast<std::size_t>(selected)], out);
  add_agreement(stage, out);
  return out;
}

}  // namespace etalon::ui
