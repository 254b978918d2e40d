#include "sim/scenario/twins.h"

#include <algorithm>
#include <map>

namespace etalon::scenario {
namespace {

constexpr std::size_t kMostTwins = 4;

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

// Two members of a set, one fact of which differs.
class TwinPair {
 public:
  TwinPair(const TwinEntry& first, const TwinEntry& second, Findings& findings)
      : a_(*first.scenario), b_(*second.scenario), where_(second.where), findings_(findings) {}

  void check() {
    if (b_.twin->fact != fact_)
      return add(msg("its twin {other} differs by another fact", {{"other", other_}}),
                 msg("name the same fact in the whole set"));
    check_record();
    check_polarities();
    check_steps();
    for (const Language language : {Language::French, Language::English}) check_language(language);
  }

 private:
  void add(Message what, Message mend) { findings_.add(where_, "twin", std::move(what), std::move(mend)); }

  // What frames a story. Difficulty and sensitivity may differ, and so may what the decision brings with it.
  void check_record() {
    check_same("pillar", a_.pillar == b_.pillar);
    check_same("law_as_of", a_.law_as_of == b_.law_as_of);
  }
  void check_same(std::string_view key, bool same) {
    if (!same)
      add(msg("“{key}” is not as in its twin {other}", {{"key", std::string(key)}, {"other", other_}}),
          msg("give the whole set the same"));
  }

  // That the facts are the same follows from the steps, which mark them.
  void check_polarities() {
    for (const Fact& fact : a_.facts) {
      const Fact* same = b_.find(fact.id);
      if (same != nullptr && same->polarity != fact.polarity && fact.id != fact_)
        add(msg("the polarity of {fact} is not as in its twin {other}", {{"fact", fact.id.value}, {"other", other_}}),
            msg("give the whole set the same"));
    }
  }

  void check_steps() {
    const std::size_t step = first_other_difference(a_, b_, fact_);
    if (step != 0)
      add(msg("step {step} differs from its twin {other} by more than {fact}",
              {{"step", std::to_string(step)}, {"other", other_}, {"fact", fact_.value}}),
          msg("make everything but that fact’s text the same, in both languages"));
  }

  void check_language(Language language) {
    const std::string in(code(language));
    if (const std::string text = fact_text(a_, fact_, language); !text.empty() && text == fact_text(b_, fact_, language))
      add(msg("{fact} is the same as in its twin {other} (“{language}”)",
              {{"fact", fact_.value}, {"other", other_}, {"language", in}}),
          msg("twins differ by this fact’s text, in both languages"));
    if (!a_.title.in(language).empty() && a_.title.in(language) == b_.title.in(language))
      add(msg("its twin {other} has the same title (“{language}”)", {{"other", other_}, {"language", in}}),
          msg("an analyst may meet both: give each a title of its own"));
  }

  const Scenario& a_;
  const Scenario& b_;
  const Place& where_;
  Findings& findings_;
  const FactId& fact_ = a_.twin->fact;
  const std::string& other_ = a_.id.value;
};

}  // namespace

void check_twins(const std::vector<TwinEntry>& entries, Findings& findings) {
  std::map<TwinSetId, std::vector<const TwinEntry*>> sets;
  for (const TwinEntry& entry : entries) sets[entry.scenario->twin->set].push_back(&entry);
  for (const auto& [id, members] : sets) {
    if (members.size() < 2 || members.size() > kMostTwins)
      findings.add(
          members.front()->where, "twin",
          msg("the twin set {set} has {count} members", {{"set", id.value}, {"count", std::to_string(members.size())}}),
          msg("a set has 2 to {limit}", {{"limit", std::to_string(kMostTwins)}}));
    if (members.size() > kMostTwins) continue;
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t j = i + 1; j < members.size(); ++j) TwinPair(*members[i], *members[j], findings).check();
  }
}

}  // namespace etalon::scenario
