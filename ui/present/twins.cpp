#include <algorithm>

#include "ui/present/stage.h"

namespace etalon::ui {
namespace {

enum class Flip { Seen, Missed, Otherwise, NotExpected };

std::vector<FacetId> differing(const Values& a, const Values& b) {
  std::vector<FacetId> out;
  for (const auto& [facet, value] : a) {
    const Value* other = find_value(b, facet);
    if (other == nullptr || !(*other == value)) out.push_back(facet);
  }
  for (const auto& [facet, value] : b)
    if (a.count(facet) == 0) out.push_back(facet);
  return out;
}

bool right_on(const Comparison& comparison, const std::vector<FacetId>& facets) {
  return std::all_of(facets.begin(), facets.end(), [&](const FacetId& id) {
    const FacetComparison* facet = comparison.find(id);
    return facet == nullptr || facet->match == Match::Agrees || facet->match == Match::Accepted;
  });
}

bool same_answers(const Values& a, const Values& b, const std::vector<FacetId>& facets) {
  return std::all_of(facets.begin(), facets.end(), [&](const FacetId& id) {
    const Value* one = find_value(a, id);
    const Value* two = find_value(b, id);
    return one == nullptr || two == nullptr ? one == two : *one == *two;
  });
}

Flip flip_of(const Pack& pack, const Scenario& a, const DecisionRecorded& on_a, const Scenario& b,
             const DecisionRecorded& on_b) {
  const Comparison left = compare(pack, a, on_a.values, on_a.facts);
  const Comparison right = compare(pack, b, on_b.values, on_b.facts);
  if (left.reference_flags != right.reference_flags) {
    if (left.decision_flags == right.decision_flags) return Flip::Missed;
    return left.decision_flags == left.reference_flags ? Flip::Seen : Flip::Otherwise;
  }
  const std::vector<FacetId> facets = differing(reference_values(pack, a), reference_values(pack, b));
  if (facets.empty()) return Flip::NotExpected;
  if (right_on(left, facets) && right_on(right, facets)) return Flip::Seen;
  return same_answers(on_a.values, on_b.values, facets) ? Flip::Missed : Flip::Otherwise;
}

std::string flip_text(const Stage& stage, Flip flip, const FactId& fact) {
  const Catalogue::Args args = {{"fact", fact.value}};
  switch (flip) {
    case Flip::Seen:
      return stage.cat.tr("The same report but for {fact}: your decision changed as the reference does. Flip seen.", args);
    case Flip::Missed: return stage.cat.tr("The same report but for {fact}: you answered the same. Flip missed.", args);
    case Flip::Otherwise:
      return stage.cat.tr("The same report but for {fact}: your decision changed, but not as the reference does.", args);
    case Flip::NotExpected: return stage.cat.tr("The same report but for {fact}: the reference stays the same.", args);
  }
  return {};
}

}  // namespace

std::optional<Note> twin_note(const Stage& stage, const Scenario& scenario, const ScenarioProgress& progress) {
  const Scenario* twin = twin_of(stage.pack, scenario, *stage.world.session);
  if (twin == nullptr || !progress.decision) return std::nullopt;
  const ScenarioProgress* other = stage.world.session->find(twin->id);
  if (other == nullptr || !other->decision) return std::nullopt;
  Note out{"debrief.twin", stage.cat.tr("Twin {number}", {{"number", scenario_number(twin->id)}}), {}, Tone::Neutral};
  if (scenario.reference.settledness == Settledness::Contested || twin->reference.settledness == Settledness::Contested) {
    out.text = stage.cat.tr("The reference of one of the two is contested: no comparison.");
    return out;
  }
  const Flip flip = flip_of(stage.pack, scenario, *progress.decision, *twin, *other->decision);
  out.text = flip_text(stage, flip, scenario.twin->fact);
  out.tone = flip == Flip::Seen ? Tone::Agree : flip == Flip::NotExpected ? Tone::Neutral : Tone::Differ;
  return out;
}

}  // namespace etalon::ui
