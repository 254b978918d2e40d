#include <map>

#include "sim/analysis/validity.h"

namespace etalon::analysis {

namespace {

bool scores(const Scenario& scenario) { return scenario.reference.settledness != Settledness::Contested; }

std::vector<FacetId> differing_facets(const Pack& pack, const Scenario& a, const Scenario& b) {
  const Values left = reference_values(pack, a), right = reference_values(pack, b);
  const auto value = [](const Values& values, const FacetId& id) {
    const auto found = values.find(id);
    return found == values.end() ? std::optional<Value>() : std::optional<Value>(found->second);
  };
  std::vector<FacetId> facets;
  for (const Facet& facet : pack.scheme.facets)
    if (value(left, facet.id) != value(right, facet.id)) facets.push_back(facet.id);
  return facets;
}

// Pairs of siblings whose references differ, in the order of the pack.
std::vector<TwinFlip> pairs_of(const Pack& pack) {
  std::vector<TwinFlip> pairs;
  for (std::size_t i = 0; i < pack.scenarios.size(); ++i)
    for (std::size_t j = i + 1; j < pack.scenarios.size(); ++j) {
      const Scenario &a = pack.scenarios[i], &b = pack.scenarios[j];
      if (!a.twin || !b.twin || a.twin->set != b.twin->set || !scores(a) || !scores(b)) continue;
      TwinFlip pair{a.twin->set, a.id, b.id, false, differing_facets(pack, a, b), 0, 0};
      pair.legality = pack.scheme.flags(reference_values(pack, a)) != pack.scheme.flags(reference_values(pack, b));
      if (!pair.facets.empty()) pairs.push_back(std::move(pair));
    }
  return pairs;
}

bool right(const Comparison& comparison, const TwinFlip& pair) {
  if (pair.legality) return comparison.decision_flags == comparison.reference_flags;
  for (const FacetId& id : pair.facets) {
    const FacetComparison* found = comparison.find(id);
    if (found != nullptr && found->match != Match::Agrees && found->match != Match::Accepted) return false;
  }
  return true;
}

}  // namespace

void add_twins(Validity& validity, const Pack& pack, const Sample& sample) {
  std::map<AnalystId, std::map<ScenarioId, const Sampled*>> by_analyst;
  for (const Sampled* one : sample.first()) by_analyst[one->row->analyst][one->scenario->id] = one;
  std::size_t detected = 0, n = 0;
  for (TwinFlip& pair : pairs_of(pack)) {
    for (const auto& [analyst, decided] : by_analyst) {
      const auto a = decided.find(pair.a), b = decided.find(pair.b);
      if (a == decided.end() || b == decided.end()) continue;
      ++pair.n;
      pair.detected += right(a->second->comparison, pair) && right(b->second->comparison, pair) ? 1U : 0U;
    }
    detected += pair.detected;
    n += pair.n;
    if (pair.n > 0) validity.twins.push_back(std::move(pair));
  }
  validity.twin_flips = rate(detected, n, validity.verdict_reason);
}

}  // namespace etalon::analysis
