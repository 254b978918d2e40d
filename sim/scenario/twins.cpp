#include "sim/scenario/twins.h"

#include <algorithm>
#include <map>

namespace etalon::scenario {
namespace {

using Runs = std::vector<Run>;

// The same runs, but for the text of `fact`.
bool same_but_for(const Runs& a, const Runs& b, const FactId& fact) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const bool same_text = a[i].text == b[i].text || a[i].fact == fact;
    if (a[i].fact != b[i].fact || !same_text) return false;
  }
  return true;
}

// The first step (from 1) that differs by more than the fact; 0: none.
std::size_t first_other_difference(const Scenario& a, const Scenario& b, const FactId& fact) {
  if (a.steps.size() != b.steps.size()) return std::min(a.steps.size(), b.steps.size()) + 1;
  for (std::size_t i = 0; i < a.steps.size(); ++i) {
    const Step& one = a.steps[i];
    const Step& other = b.steps[i];
    const bool same_frame = one.type == other.type && one.day == other.day && one.time == other.time;
    if (!same_frame || !same_but_for(one.fr, other.fr, fact) || !same_but_for(one.en, other.en, fact)) return i + 1;
  }
  return 0;
}

std::string fact_text(const Scenario& scenario, const FactId& fact, Language language) {
  for (const Step& step : scenario.steps)
    for (const Run& run : step.in(language))
      if (run.fact == fact) return run.text;
  return {};
}

void check_pair(const TwinEntry& a, const TwinEntry& b, Findings& findings) {
  const FactId& fact = a.scenario->twin->fact;
  const auto add = [&](Message what, Message mend) { findings.add(b.where, "twin", std::move(what), std::move(mend)); };
  const std::string& other = a.scenario->id.value;
  if (b.scenario->twin->fact != fact)
    return add(msg("its twin {other} differs by another fact", {{"other", other}}),
               msg("name the same fact in the whole set"));
  const std::size_t step = first_other_difference(*a.scenario, *b.scenario, fact);
  if (step != 0)
    return add(msg("step {step} differs from its twin {other} by more than {fact}",
                   {{"step", std::to_string(step)}, {"other", other}, {"fact", fact.value}}),
               msg("make everything but that fact’s text the same, in both languages"));
  for (const Language language : {Language::French, Language::English})
    if (fact_text(*a.scenario, fact, language) == fact_text(*b.scenario, fact, language))
      add(msg("{fact} is the same as in its twin {other} (“{language}”)",
              {{"fact", fact.value}, {"other", other}, {"language", std::string(code(language))}}),
          msg("twins differ by this fact’s text, in both languages"));
}

}  // namespace

void check_twins(const std::vector<TwinEntry>& entries, Findings& findings) {
  std::map<TwinSetId, std::vector<const TwinEntry*>> sets;
  for (const TwinEntry& entry : entries) sets[entry.scenario->twin->set].push_back(&entry);
  constexpr std::size_t kMostTwins = 16;
  for (const auto& [id, members] : sets) {
    if (members.size() < 2 || members.size() > kMostTwins)
      findings.add(
          members.front()->where, "twin",
          msg("the twin set {set} has {count} members", {{"set", id.value}, {"count", std::to_string(members.size())}}),
          msg("a set has 2 to {limit}", {{"limit", std::to_string(kMostTwins)}}));
    if (members.size() > kMostTwins) continue;
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t j = i + 1; j < members.size(); ++j) check_pair(*members[i], *members[j], findings);
  }
}

}  // namespace etalon::scenario
