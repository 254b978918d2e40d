#include "sim/analysis/reliability.h"

#include <map>
#include <set>

#include "sim/stats/agreement/coefficients.h"

namespace etalon::analysis {

namespace {

using ByScenario = std::map<ScenarioId, std::map<AnalystId, const Sampled*>>;

ByScenario shared_scenarios(const Sample& sample) {
  ByScenario shared;
  for (const Sampled* one : sample.first()) shared[one->scenario->id][one->row->analyst] = one;
  std::erase_if(shared, [](const auto& entry) { return entry.second.size() < 2; });
  return shared;
}

stats::RatingTable ratings_of(const ByScenario& shared, const std::set<AnalystId>& analysts, const FacetId& facet) {
  std::vector<std::vector<std::optional<std::string>>> rows;
  for (const auto& [scenario, decisions] : shared) {
    auto& row = rows.emplace_back();
    for (const AnalystId& analyst : analysts) {
      const auto decision = decisions.find(analyst);
      if (decision == decisions.end()) {
        row.emplace_back();
        continue;
      }
      const Values& chosen = decision->second->chosen;
      const auto value = chosen.find(facet);
      row.push_back(value == chosen.end() ? std::nullopt : std::optional(value->second.to_text()));
    }
  }
  return stats::RatingTable::from_texts(rows);
}

FacetReliability measure(const Facet& facet, const stats::RatingTable& table, const Message& no_verdict_reason) {
  FacetReliability row;
  row.facet = facet.id;
  row.decision = facet.decision;
  row.label = facet.label;
  row.short_label = facet.short_label;
  row.percent_agreement = stats::percent_agreement(table);
  row.fleiss_kappa = stats::fleiss_kappa(table);
  row.krippendorff_alpha = stats::krippendorff_alpha(table);
  row.units = row.percent_agreement.units;
  row.raters = row.percent_agreement.raters;
  row.ratings = row.percent_agreement.ratings;
  if (!no_verdict_reason.text.empty())
    row.percent_agreement = row.fleiss_kappa = row.krippendorff_alpha = undefined(no_verdict_reason);
  return row;
}

}  // namespace

std::optional<Reliability> make_reliability(const Pack& pack, const Sample& sample) {
  std::set<AnalystId> everybody, analysts;
  for (const Sampled& one : sample.decisions) everybody.insert(one.row->analyst);
  if (everybody.size() < 2) return std::nullopt;
  const ByScenario shared = shared_scenarios(sample);
  Reliability reliability;
  reliability.scenarios = shared.size();
  for (const auto& [scenario, decisions] : shared) {
    reliability.decisions += decisions.size();
    for (const auto& [analyst, decision] : decisions) analysts.insert(analyst);
  }
  reliability.analysts = analysts.size();
  reliability.verdict_allowed = verdict_allowed(reliability.decisions);
  reliability.verdict_reason = no_verdict(reliability.decisions);
  for (const Facet& facet : pack.scheme.facets) {
    if (facet.id == pack.scheme.roles.confidence) continue;
    const stats::RatingTable table = ratings_of(shared, analysts, facet.id);
    if (!table.categories().empty()) reliability.facets.push_back(measure(facet, table, reliability.verdict_reason));
  }
  return reliability;
}

}  // namespace etalon::analysis
