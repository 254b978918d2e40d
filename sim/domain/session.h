// A session: its commands, its state, and the two pure functions between them.
#pragma once

#include <set>

#include "sim/domain/event.h"

namespace etalon {

struct Draft {
  int step = 0;  // steps visible
  Values values;
  std::set<FactId> facts;
  std::string rationale;
  Elapsed total;
  friend bool operator==(const Draft&, const Draft&) = default;
};

struct ScenarioProgress {
  ScenarioId scenario;
  bool opened = false;
  Draft draft;  // kept after the decision: it is what was known and chosen
  std::optional<DecisionRecorded> decision;
  friend bool operator==(const ScenarioProgress&, const ScenarioProgress&) = default;
};

struct SessionState {
  SessionId id;
  std::uint64_t version = 0;  // events so far; 0: not started
  SessionStarted start;
  Instant started_at;
  Language language = Language::French;    // what the scenarios are read in now
  std::vector<ScenarioProgress> progress;  // playing order
  bool closed = false;
  bool finished = false;

  const ScenarioProgress* find(const ScenarioId& id) const;
  const ScenarioProgress* next_open() const;  // the first scenario without a decision; null: none
  friend bool operator==(const SessionState&, const SessionState&) = default;
};

struct StartSession {
  SessionStarted start;
};
struct OpenScenario {
  ScenarioId scenario;
};
struct RevealStep {
  ScenarioId scenario;
  Elapsed elapsed;
};
struct MarkFact {
  ScenarioId scenario;
  FactId fact;
  bool relied_on = true;
  Elapsed elapsed;
};
struct ChooseValue {
  ScenarioId scenario;
  FacetId facet;
  Value value;
  Elapsed elapsed;
};
struct WriteRationale {
  ScenarioId scenario;
  std::string text;
  Elapsed elapsed;
};
// Submits. The values given are the decision; the window gives the draft's, a script gives its own.
struct RecordDecision {
  ScenarioId scenario;
  Values values;
  std::vector<FactId> facts;
  std::string rationale;
  Elapsed elapsed;
};
struct LeaveScenario {
  ScenarioId scenario;
  Elapsed elapsed;
};  // for later: keeps the time spent so far
struct ChooseLanguage {
  Language language = Language::French;
};
struct CloseSession {};

using SessionCommand = std::variant<StartSession, OpenScenario, RevealStep, MarkFact, ChooseValue, WriteRationale,
                                    RecordDecision, LeaveScenario, ChooseLanguage, CloseSession>;

inline constexpr std::size_t kRationaleLimit = 4000;  // code points

// Events, or the reason why not (ErrorKind::Usage; a value that the scheme does not know: Input).
Result<std::vector<EventBody>> decide(const SessionState& state, const SessionCommand& command, const Pack& pack);

// The state after the event. The same function live, at restart and in playback.
void apply(SessionState& state, const Event& event);

// What still stands between the draft and a decision: the mandatory facets that apply and have no complete answer.
std::vector<FacetId> missing(const Pack& pack, const Values& values, std::string_view day);

}  // namespace etalon
