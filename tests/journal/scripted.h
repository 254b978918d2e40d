// A small pack, and a player who works through it by the rules of the domain: for tests and benchmarks of the journal.
#pragma once

#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "sim/base/assert.h"
#include "sim/domain/calibration.h"
#include "sim/domain/ports.h"
#include "sim/domain/session.h"

namespace etalon::scripted {

// A folder of its own, gone when the test is over.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "etalon-test-XXXXXX").string();
    ETALON_ASSERT(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::filesystem::path operator/(const char* name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline constexpr int kFacets = 8;
inline constexpr int kSteps = 3;

inline Facet facet(int number, Level level) {
  Facet out;
  out.id = FacetId("facet-" + std::to_string(number));
  out.level = level;
  for (const char* id : {"first", "second", "third"}) out.choices.push_back({id, {id, id}});
  return out;
}

inline Scenario scenario(int number) {
  Scenario out;
  out.id = ScenarioId("S-" + std::to_string(number));
  out.status = Status::Active;
  out.steps.resize(kSteps);
  for (int step = 0; step < kSteps; ++step)
    out.facts.push_back({FactId("f" + std::to_string(step)), Polarity::Relevant, step});
  return out;
}

inline Pack pack(int scenarios = 4) {
  Pack out;
  out.ref = {"scripted", "1.0.0", hash_of("scripted")};
  out.scheme.id = "scripted";
  out.scheme.version = "1.0.0";
  for (int number = 0; number < kFacets; ++number)
    out.scheme.facets.push_back(facet(number, number == 0 ? Level::Set : Level::Nominal));
  for (int number = 0; number < scenarios; ++number) out.scenarios.push_back(scenario(number));
  return out;
}

inline SessionStarted start(const Pack& pack, const char* analyst = "NOVA", Mode mode = Mode::Practice) {
  SessionStarted out{AnalystId(analyst), mode, Language::French, pack.ref, pack.scheme.version, {}, std::nullopt};
  for (const Scenario& one : pack.scenarios) out.scenarios.push_back(one.id);
  return out;
}

inline Value answer_to(const Facet& asked, std::size_t seed) {
  const std::string& code = asked.choices[seed % asked.choices.size()].id;
  return asked.shape() == Shape::Set ? Value::of_set({code, "third"}) : Value::of_code(code);
}

inline Values answers(const Pack& pack, std::size_t seed) {
  Values out;
  for (const Facet& asked : pack.scheme.facets) out[asked.id] = answer_to(asked, seed++);
  return out;
}

// What the player does next, from the state alone: so that whoever resumes goes on with the same script.
inline SessionCommand next_command(const SessionState& state, const Pack& pack) {
  const Elapsed elapsed{1200, 300};
  if (state.version == 0) return StartSession{start(pack)};
  const ScenarioProgress* on = state.next_open();
  if (on == nullptr) return CloseSession{};
  if (!on->opened) return OpenScenario{on->scenario};
  const Draft& draft = on->draft;
  if (draft.step < kSteps) return RevealStep{on->scenario, elapsed};
  if (draft.facts.empty()) return MarkFact{on->scenario, FactId("f1"), true, elapsed};
  for (const Facet& asked : pack.scheme.facets)
    if (draft.values.count(asked.id) == 0)
      return ChooseValue{on->scenario, asked.id, answer_to(asked, state.version), elapsed};
  if (draft.rationale.empty()) return WriteRationale{on->scenario, "Le fait f1 l’emporte.", elapsed};
  return RecordDecision{on->scenario, draft.values, {draft.facts.begin(), draft.facts.end()}, draft.rationale, elapsed};
}

// The events of a command as the next append to the state's stream.
template <class State, class Command>
StreamAppend append_of(const State& state, const Command& command, const Pack& pack, Instant at) {
  auto bodies = decide(state, command, pack);
  ETALON_ASSERT(bodies.has_value());
  StreamAppend out{stream_of(state.id), state.version, {}};
  for (EventBody& body : *bodies) out.events.push_back({at, std::move(body)});
  return out;
}

inline SessionState session(const char* id) {
  SessionState out;
  out.id = SessionId(id);
  return out;
}

// Plays `commands` further commands of the script, one append each; stops at the end of the session.
inline Result<void> play(Store& store, SessionState& state, const Pack& pack, int commands,
                         Instant at = {1'760'000'000'000}) {
  for (int done = 0; done < commands && !state.closed; ++done) {
    const StreamAppend part = append_of(state, next_command(state, pack), pack, at + done);
    const Result<Head> head = store.append({part});
    if (!head) return fail(head.error());
    for (const Event& event : part.events) apply(state, event);
  }
  return {};
}

// The state as the journal has it.
inline SessionState resume(Store& store, const SessionId& id) {
  SessionState state;
  state.id = id;
  auto events = store.load(stream_of(id));
  ETALON_ASSERT(events.has_value());
  for (const StoredEvent& stored : *events) apply(state, stored.event);
  return state;
}

}  // namespace etalon::scripted
