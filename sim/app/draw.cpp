#include "sim/app/draw.h"

#include <algorithm>
#include <map>
#include <set>

namespace etalon::app {
namespace {

void shuffle(std::vector<ScenarioId>& ids, Rng& rng) {
  for (std::size_t left = ids.size(); left > 1; --left) std::swap(ids[left - 1], ids[rng.below(left)]);
}

// By scenario, the last decision's sequence.
using LastDecided = std::map<ScenarioId, std::uint64_t>;

LastDecided last_decided(const std::vector<DecisionRow>& decided) {
  LastDecided out;
  for (const DecisionRow& row : decided) out.insert_or_assign(row.decision.scenario, row.sequence);
  return out;
}

// The offered ones that were, or were not, decided before.
std::vector<ScenarioId> offered(const Pack& pack, const LastDecided& last, bool decided) {
  std::vector<ScenarioId> out;
  for (const Scenario* scenario : pack.offered())
    if (last.contains(scenario->id) == decided) out.push_back(scenario->id);
  return out;
}

// One of each twin set to the front: side by side, two of them would point at the fact in which they differ.
void put_siblings_last(std::vector<ScenarioId>& ids, const Pack& pack) {
  std::set<TwinSetId> met;
  std::stable_partition(ids.begin(), ids.end(), [&](const ScenarioId& id) {
    const auto& twin = pack.find(id)->twin;
    return !twin || met.insert(twin->set).second;
  });
}

}  // namespace

std::vector<ScenarioId> draw_sitting(const Pack& pack, Mode mode, const std::vector<DecisionRow>& decided, Rng& rng) {
  const LastDecided last = last_decided(decided);
  std::vector<ScenarioId> fresh = offered(pack, last, false), known = offered(pack, last, true);
  shuffle(fresh, rng);
  put_siblings_last(fresh, pack);
  std::sort(known.begin(), known.end(), [&](const auto& a, const auto& b) { return last.at(a) < last.at(b); });
  std::vector<ScenarioId> out;
  if (mode != Mode::Retest || known.empty()) out = std::move(fresh);
  out.insert(out.end(), known.begin(), known.end());
  if (out.size() > kSitting) out.resize(kSitting);
  shuffle(out, rng);
  return out;
}

}  // namespace etalon::app
