// What happened. Events are only ever added; a correction is a new event.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/base/clock.h"
#include "sim/base/language.h"
#include "sim/domain/pack.h"

namespace etalon {

enum class Mode { Practice, Assessment, Calibration, Retest };
std::string_view code(Mode mode);
std::optional<Mode> mode_from(std::string_view code);

// Time on a scenario since its previous event: with the analyst at work, and away.
struct Elapsed {
  std::int64_t active_ms = 0;
  std::int64_t idle_ms = 0;
  friend bool operator==(const Elapsed&, const Elapsed&) = default;
};

struct SessionStarted {
  AnalystId analyst;
  Mode mode = Mode::Practice;
  Language language = Language::French;
  PackRef pack;
  std::string scheme_version;
  std::vector<ScenarioId> scenarios;             // in playing order
  std::optional<CalibrationId> calibration;      // the vote of which calibration
  PackStatus pack_status = PackStatus::NotSaid;  // since version 2 of the payload
  friend bool operator==(const SessionStarted&, const SessionStarted&) = default;
};
struct ScenarioOpened {
  ScenarioId scenario;
  int scenario_version = 1;
  friend bool operator==(const ScenarioOpened&, const ScenarioOpened&) = default;
};
struct StepRevealed {
  ScenarioId scenario;
  int step = 0;  // how many steps are visible now
  Elapsed elapsed;
  friend bool operator==(const StepRevealed&, const StepRevealed&) = default;
};
struct FactMarked {
  ScenarioId scenario;
  FactId fact;
  bool relied_on = true;
  Elapsed elapsed;
  friend bool operator==(const FactMarked&, const FactMarked&) = default;
};
struct ValueChosen {
  ScenarioId scenario;
  FacetId facet;
  Value value;  // the empty code takes the answer back
  Elapsed elapsed;
  friend bool operator==(const ValueChosen&, const ValueChosen&) = default;
};
struct RationaleWritten {
  ScenarioId scenario;
  std::string text;
  Elapsed elapsed;
  friend bool operator==(const RationaleWritten&, const RationaleWritten&) = default;
};
struct DecisionRecorded {
  ScenarioId scenario;
  Values values;  // effective ones, confidence included
  std::vector<FactId> facts;
  std::string rationale;
  int step = 0;   // steps visible when submitted
  Elapsed total;  // on this scenario
  friend bool operator==(const DecisionRecorded&, const DecisionRecorded&) = default;
};
struct SessionClosed {
  bool finished = false;  // false: stopped before the end
  friend bool operator==(const SessionClosed&, const SessionClosed&) = default;
};

struct ScenarioLeft {  // not decided yet; the draft stays
  ScenarioId scenario;
  Elapsed elapsed;
  friend bool operator==(const ScenarioLeft&, const ScenarioLeft&) = default;
};
struct LanguageChosen {  // what the scenarios are read in from here on
  Language language = Language::French;
  friend bool operator==(const LanguageChosen&, const LanguageChosen&) = default;
};

struct CalibrationOpened {
  std::string title;
  AnalystId lead;
  std::vector<AnalystId> analysts;
  std::vector<ScenarioId> scenarios;
  PackRef pack;
  std::string scheme_version;
  PackStatus pack_status = PackStatus::NotSaid;  // since version 2 of the payload; each vote takes it over
  friend bool operator==(const CalibrationOpened&, const CalibrationOpened&) = default;
};
struct VoteCompleted {  // an analyst has decided every scenario of the round
  AnalystId analyst;
  SessionId session;
  friend bool operator==(const VoteCompleted&, const VoteCompleted&) = default;
};
struct RoundClosed {     // from here on the reveal is open
  bool by_lead = false;  // false: the last vote closed it
  friend bool operator==(const RoundClosed&, const RoundClosed&) = default;
};

using EventBody =
    std::variant<SessionStarted, ScenarioOpened, StepRevealed, FactMarked, ValueChosen, RationaleWritten, DecisionRecorded,
                 SessionClosed, CalibrationOpened, VoteCompleted, RoundClosed, ScenarioLeft, LanguageChosen>;

struct Event {
  Instant at;
  EventBody body;
  friend bool operator==(const Event&, const Event&) = default;
};

// The name and version under which the journal keeps an event, e.g. "decision_recorded" and 1.
std::string_view type_name(const EventBody& body);
int type_version(const EventBody& body);
int newest_version(std::string_view type_name);  // that this program writes and reads
// The exact bytes that the journal keeps and chains: JSON, keys in a fixed order.
std::string encode(const EventBody& body);
// Reads bytes of any version ever written.
Result<EventBody> decode(std::string_view type, int version, std::string_view bytes);

StreamId stream_of(const SessionId& id);
StreamId stream_of(const CalibrationId& id);

}  // namespace etalon
