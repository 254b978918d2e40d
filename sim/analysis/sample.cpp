#include "sim/analysis/sample.h"

#include <set>

#include "sim/stats/proportion.h"

namespace etalon::analysis {

std::vector<const Sampled*> Sample::scored() const {
  std::vector<const Sampled*> chosen;
  for (const Sampled& one : decisions)
    if (one.scored()) chosen.push_back(&one);
  return chosen;
}

std::vector<const Sampled*> Sample::first() const {
  std::vector<const Sampled*> chosen;
  std::set<std::pair<AnalystId, ScenarioId>> seen;
  for (const Sampled& one : decisions)
    if (seen.emplace(one.row->analyst, one.scenario->id).second) chosen.push_back(&one);
  return chosen;
}

Sample take_sample(const Pack& pack, const std::vector<DecisionRow>& rows) {
  Sample sample;
  for (const DecisionRow& row : rows) {
    const Scenario* scenario = pack.find(row.decision.scenario);
    if (scenario == nullptr) {
      ++sample.unknown_scenario;
      continue;
    }
    sample.decisions.push_back({&row, scenario, pack.scheme.effective(row.decision.values),
                                compare(pack, *scenario, row.decision.values, row.decision.facts)});
  }
  return sample;
}

bool verdict_allowed(std::size_t decisions) { return decisions >= kVerdictMinimum; }

Message no_verdict(std::size_t decisions) {
  if (verdict_allowed(decisions)) return {};
  return msg("Decisions that count: {count}. Under {minimum} there is no verdict, only counts.",
             {{"count", std::to_string(decisions)}, {"minimum", std::to_string(kVerdictMinimum)}});
}

Estimate undefined(const Message& reason) {
  Estimate estimate;
  estimate.reason = reason;
  return estimate;
}

Rate rate(std::size_t k, std::size_t n, const Message& no_verdict_reason) {
  Rate rate{k, n, stats::proportion(k, n)};
  if (n > 0 && !no_verdict_reason.text.empty()) {
    rate.estimate = undefined(no_verdict_reason);
    rate.estimate.units = n;
  }
  return rate;
}

}  // namespace etalon::analysis
