// A scenario: ordered steps of text with atomic facts inside, and the reference decision.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/language.h"
#include "sim/domain/catalogue.h"
#include "sim/domain/value.h"

namespace etalon {

enum class StepType {
  Intake,
  Locator,
  Trace,
  PageSummary,
  SpeechAct,
  Context,
  Person,
  History,
  PlatformReply,
  NewFact,
  UrgencySignal
};
enum class Polarity { Determinative, Relevant, Neutral, Distractor };
enum class Status { Draft, LintPassed, Reviewed, Piloted, Active, Retired };
enum class Settledness { Settled, Majority, Contested };

// A piece of a step's text; a run with a fact id is that fact's statement.
struct Run {
  std::string text;
  FactId fact;  // empty: plain text
};

struct Step {
  StepType type = StepType::Intake;
  int day = 0;       // days since intake
  std::string time;  // "09:12"
  std::vector<Run> fr, en;

  const std::vector<Run>& in(Language language) const { return language == Language::French ? fr : en; }
};

struct Fact {
  FactId id;
  Polarity polarity = Polarity::Neutral;
  int step = 0;  // index of the step that states it
};

struct ElementReference {
  ElementId id;
  ElementState state = ElementState::Unknown;
  std::vector<FactId> evidence;
};

struct ActionReference {
  CodeSet required, permitted, forbidden;
};

struct Alternative {
  FacetId facet;
  Value value;
  double credit = 0;  // ]0, 1]
  LocalText reason;
};

// Holds when the facet's value is one of `in`, or includes one of `includes`, or lacks one of `lacks`.
struct CriticalError {
  std::string id;
  FacetId facet;
  std::vector<std::string> in, includes, lacks;
  LocalText message;
};

struct Panel {
  int judges = 0;
  int agreed = 0;
  LocalText dissent;
};

struct Reference {
  Settledness settledness = Settledness::Settled;
  Values values;  // all facets that apply, without elements, actions and confidence
  std::vector<ElementReference> elements;
  ActionReference actions;
  std::vector<Alternative> alternatives;
  std::vector<CriticalError> critical_errors;
  LocalText notice, rationale;
  Panel panel;
  std::string review_date;
  std::vector<OffenceCode> review_triggers;
};

struct Twin {
  TwinSetId set;
  FactId fact;  // the one fact that differs
};

enum class Reporter { Unmarked, Mistaken, Malicious };  // mistaken: the claim is wrong; malicious: made in bad faith
enum class LateFact { None, Changes, ChangesNothing };  // whether what a new_fact step adds should change the decision

struct CoveredSide {
  ConfusionId pair;
  std::size_t side = 0;  // position: 0 is “a”
};

// What the scenario is there to train.
struct Covers {
  std::vector<CoveredSide> confusions;
  std::vector<LookAlikeId> look_alikes;
  Reporter reporter = Reporter::Unmarked;
  LateFact late_fact = LateFact::None;
};

struct Scenario {
  ScenarioId id;
  int version = 1;
  Status status = Status::Draft;
  Pillar pillar = Pillar::Speech;
  int difficulty = 1;             // 1 to 5
  int sensitivity = 0;            // 0 to 3
  std::string law_as_of;          // ISO date: the law of that day decides
  std::string catalogue_version;  // against which the reference was written
  std::string provenance, licence, expires;
  std::vector<std::string> authors, reviewers;
  LocalText title;
  std::optional<Twin> twin;
  Covers covers;
  std::vector<Step> steps;
  std::vector<Fact> facts;
  Reference reference;

  const Fact* find(const FactId& id) const;
};

}  // namespace etalon
