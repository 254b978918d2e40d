#include <algorithm>
#include <map>
#include <set>

#include "sim/analysis/labels.h"
#include "sim/analysis/sample.h"
#include "sim/analysis/split.h"
#include "sim/base/text.h"

namespace etalon::analysis {

namespace {

using Votes = std::vector<const Sampled*>;

std::vector<DecisionRow> rows_of_votes(const CalibrationState& state, const std::vector<DecisionRow>& rows) {
  std::set<SessionId> sessions;
  for (const VoteCompleted& vote : state.votes) sessions.insert(vote.session);
  std::vector<DecisionRow> kept;
  for (const DecisionRow& row : rows)
    if (sessions.contains(row.session)) kept.push_back(row);
  return kept;
}

bool agrees(const Sampled& vote, const FacetId& facet) {
  const FacetComparison* found = vote.comparison.find(facet);
  return found != nullptr && (found->match == Match::Agrees || found->match == Match::Accepted);
}

// Canonical text -> votes; the empty text is no answer.
std::map<std::string, ValueVotes> tally(const Pack& pack, const Facet& facet, const Votes& votes) {
  std::map<std::string, ValueVotes> tally;
  for (const Sampled* vote : votes) {
    const auto chosen = vote->chosen.find(facet.id);
    const bool answered = chosen != vote->chosen.end();
    const std::string text = answered ? chosen->second.to_text() : "";
    ValueVotes& entry = tally[text];
    entry.value = text;
    ++entry.count;
    if (!answered) continue;
    entry.label = label_of(pack, facet, chosen->second, vote->scenario->law_as_of);
    entry.accepted = agrees(*vote, facet.id);
  }
  return tally;
}

void mark_reference(std::map<std::string, ValueVotes>& tally, const Pack& pack, const Facet& facet,
                    const Scenario& scenario) {
  const Values reference = reference_values(pack, scenario);
  const auto value = reference.find(facet.id);
  if (value == reference.end()) return;
  ValueVotes& entry = tally[value->second.to_text()];
  entry.value = value->second.to_text();
  entry.label = label_of(pack, facet, value->second, scenario.law_as_of);
  entry.reference = true;
  entry.accepted = false;
}

std::size_t possible_answers(const Pack& pack, const Facet& facet, std::string_view day) {
  if (facet.shape() != Shape::Code) return 0;
  return pack.scheme.choices(facet, pack.catalogue, {}, day).size() + (facet.applies_when.empty() ? 0U : 1U);
}

FacetVotes votes_on(const Pack& pack, const Facet& facet, const Scenario& scenario, const Votes& votes) {
  FacetVotes row{facet.id, facet.decision, facet.label, facet.short_label, {}, 0};
  auto tallied = tally(pack, facet, votes);
  mark_reference(tallied, pack, facet, scenario);
  std::vector<std::size_t> counts;
  for (auto& [text, entry] : tallied) {
    counts.push_back(entry.count);
    row.votes.push_back(std::move(entry));
  }
  row.split = split_of(counts, possible_answers(pack, facet, scenario.law_as_of));
  std::stable_sort(row.votes.begin(), row.votes.end(), [](const ValueVotes& a, const ValueVotes& b) {
    return std::pair(a.value.empty(), b.count) < std::pair(b.value.empty(), a.count);
  });
  return row;
}

std::vector<ElementVotes> element_votes(const Pack& pack, const Scenario& scenario, const Votes& votes) {
  std::vector<ElementVotes> rows;
  for (std::size_t i = 0; i < scenario.reference.elements.size(); ++i) {
    const ElementReference& reference = scenario.reference.elements[i];
    ElementVotes row{reference.id,
                     name_of(pack, offence_of(pack, scenario), reference.id, scenario.law_as_of),
                     0,
                     0,
                     0,
                     0,
                     reference.state,
                     0};
    for (const Sampled* vote : votes) {
      const auto& chosen = vote->comparison.elements[i].chosen;
      if (!chosen)
        ++row.none;
      else if (*chosen == ElementState::Met)
        ++row.met;
      else if (*chosen == ElementState::NotMet)
        ++row.not_met;
      else
        ++row.unknown;
    }
    row.split = split_of({row.met, row.not_met, row.unknown, row.none}, 4);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<ReliedFact> relied_facts(const Scenario& scenario, const Votes& votes) {
  std::vector<ReliedFact> rows;
  for (const Fact& fact : scenario.facts) {
    const auto relies = [&](const Sampled* vote) {
      const auto& facts = vote->row->decision.facts;
      return std::find(facts.begin(), facts.end(), fact.id) != facts.end();
    };
    const auto count = static_cast<std::size_t>(std::count_if(votes.begin(), votes.end(), relies));
    if (count > 0 || fact.polarity == Polarity::Determinative)
      rows.push_back({fact.id, text_of(scenario, fact), fact.polarity, count});
  }
  return rows;
}

AnonymousRationale anonymous(const Pack& pack, const ScenarioReveal& reveal, const Sampled& vote) {
  AnonymousRationale rationale{vote.row->decision.rationale, {}, {}, vote.row->decision.facts};
  if (reveal.dividing_element)
    for (const ElementComparison& element : vote.comparison.elements)
      if (element.reference->id == *reveal.dividing_element) rationale.on_element = element.chosen;
  if (reveal.dividing_facet) {
    const auto chosen = vote.chosen.find(*reveal.dividing_facet);
    if (chosen != vote.chosen.end())
      rationale.on_facet =
          label_of(pack, *pack.scheme.find(*reveal.dividing_facet), chosen->second, vote.scenario->law_as_of);
  }
  return rationale;
}

// By a hash of the ids: neither the order of voting nor that of the names, and the same at each opening.
std::vector<AnonymousRationale> rationales(const Pack& pack, const ScenarioReveal& reveal, const Votes& votes) {
  std::map<Hash, AnonymousRationale> shuffled;
  for (const Sampled* vote : votes) {
    if (trim(vote->row->decision.rationale).empty()) continue;
    Hasher hasher;
    hasher.add_text(vote->row->session.value).add_text(reveal.scenario.value);
    shuffled.emplace(hasher.finish(), anonymous(pack, reveal, *vote));
  }
  std::vector<AnonymousRationale> rows;
  for (auto& [hash, rationale] : shuffled) rows.push_back(std::move(rationale));
  return rows;
}

// The row with the highest split, the first of equals; null: nothing divides.
template <class Row>
const Row* most_divided(const std::vector<Row>& rows) {
  const auto most = std::max_element(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.split < b.split; });
  return most == rows.end() || most->split <= 0 ? nullptr : &*most;
}

template <class Row>
double mean_split(const std::vector<Row>& rows) {
  double sum = 0;
  for (const Row& row : rows) sum += row.split;
  return rows.empty() ? 0 : sum / static_cast<double>(rows.size());
}

void add_split(ScenarioReveal& reveal) {
  const double facets = static_cast<double>(reveal.facets.size());
  const bool elements = !reveal.elements.empty();
  const double questions = facets + (elements ? 1 : 0);
  if (questions > 0) reveal.split = (mean_split(reveal.facets) * facets + mean_split(reveal.elements)) / questions;
  if (const FacetVotes* facet = most_divided(reveal.facets)) reveal.dividing_facet = facet->facet;
  if (const ElementVotes* element = most_divided(reveal.elements)) reveal.dividing_element = element->element;
}

bool somebody_answers(const FacetVotes& row) {
  return std::any_of(row.votes.begin(), row.votes.end(), [](const ValueVotes& vote) { return !vote.value.empty(); });
}

ScenarioReveal reveal_scenario(const Pack& pack, const Scenario& scenario, const Votes& votes) {
  ScenarioReveal reveal;
  reveal.scenario = scenario.id;
  reveal.title = scenario.title;
  reveal.settledness = scenario.reference.settledness;
  reveal.votes = votes.size();
  reveal.offence = offence_of(pack, scenario);
  for (const Facet& facet : pack.scheme.facets) {
    if (facet.id == pack.scheme.roles.confidence || facet.id == pack.scheme.roles.elements) continue;
    FacetVotes row = votes_on(pack, facet, scenario, votes);
    if (somebody_answers(row)) reveal.facets.push_back(std::move(row));
  }
  reveal.elements = element_votes(pack, scenario, votes);
  add_split(reveal);
  reveal.facts = relied_facts(scenario, votes);
  reveal.rationales = rationales(pack, reveal, votes);
  return reveal;
}

}  // namespace

Reveal make_reveal(const Pack& pack, const CalibrationState& state, const std::vector<DecisionRow>& rows) {
  const std::vector<DecisionRow> voted = rows_of_votes(state, rows);
  const Sample sample = take_sample(pack, voted);
  Reveal reveal{state.id,
                state.opening.title,
                state.opened_at,
                state.closed_by_lead,
                state.opening.pack,
                state.opening.pack_status,
                state.opening.analysts.size(),
                state.votes.size(),
                {}};
  for (const ScenarioId& id : state.opening.scenarios) {
    const Scenario* scenario = pack.find(id);
    if (scenario == nullptr) continue;
    Votes votes;
    for (const Sampled* one : sample.first())
      if (one->scenario == scenario) votes.push_back(one);
    reveal.scenarios.push_back(reveal_scenario(pack, *scenario, votes));
  }
  std::stable_sort(reveal.scenarios.begin(), reveal.scenarios.end(),
                   [](const auto& a, const auto& b) { return a.split > b.split; });
  return reveal;
}

}  // namespace etalon::analysis
