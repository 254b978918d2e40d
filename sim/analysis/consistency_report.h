// What the decisions say, as plain values. Validity (agreement with the reference) and reliability (agreement
// between people) are different types, because a team can agree and be wrong. Nobody but the analyst whom a report
// was asked for is named in it.
#pragma once

#include <map>

#include "sim/domain/ports.h"
#include "sim/stats/estimate.h"

namespace etalon::analysis {

using stats::Estimate;

// Fewer decisions than this: counts, and every rate is undefined with that as its reason.
inline constexpr std::size_t kVerdictMinimum = 10;

// What make_report cannot know from the decisions.
struct ReportContext {
  Head head;  // of the journal, when it was read
  Instant generated_at;
  DecisionFilter selection;                            // what was asked for
  std::size_t other_pack_left_out = 0;                 // decisions that the caller left out, because of their pack version
  std::size_t blind_left_out = 0;                      // … because their round is open or their assessment not over
  std::map<SessionId, PackStatus> pack_statuses = {};  // as recorded when each session began
};

// Of the sessions counted, how many were played with a pack of each status.
struct PackStanding {
  std::size_t trusted = 0, draft = 0, not_said = 0;
  // Draft where one is; trusted only where all are.
  PackStatus status = PackStatus::Draft;
};

struct Formula {
  std::string name, version, source;  // "cohen_kappa", "1", the publications
};

struct ReportHead {
  std::uint64_t journal_sequence = 0;
  Hash journal_hash{};
  PackRef pack;
  LocalText pack_title;
  PackStanding pack_standing;
  std::string scheme_id, scheme_version;
  std::vector<Formula> formulas;
  Instant generated_at;
  DecisionFilter selection;
  std::vector<Message> policy;  // what counts, and what happens with what is missing
};

struct Counts {
  std::size_t sessions = 0, analysts = 0, scenarios = 0;  // distinct, over `decisions`
  std::size_t decisions = 0;                              // of this pack
  std::size_t scored = 0;                                 // with a reference that counts
  std::size_t contested_left_out = 0;                     // decisions = scored + contested_left_out
  std::size_t other_pack_left_out = 0;                    // not in `decisions`
  std::size_t blind_left_out = 0;                         // not in `decisions`
};

// The reference said one thing, the decision another, `n` times.
struct ConfusionPair {
  std::string reference, chosen;  // canonical texts (Value::to_text)
  LocalText reference_label, chosen_label;
  std::size_t n = 0;
};

struct FacetValidity {
  FacetId facet;
  std::string decision;  // "D1" …
  LocalText label, short_label;
  std::size_t n = 0;  // scored decisions whose reference has a value: agreed + accepted + differs + not_reached
  std::size_t agreed = 0, accepted = 0, differs = 0, not_reached = 0;
  std::size_t unexpected = 0;             // answered though the reference does not ask; not in n
  Estimate agreement;                     // agreed of n; interval: Wilson
  std::optional<double> mean_credit;      // over n, accepted alternatives with their credit; empty: no verdict, or n = 0
  Estimate kappa;                         // Cohen's, decisions against references, where both have a value
  std::vector<ConfusionPair> confusions;  // the five most frequent first; none for checklists, see ElementAccuracy
};

// Over- and under-flagging: k of n, as a rate with Wilson's interval.
struct Rate {
  std::size_t k = 0, n = 0;
  Estimate estimate;
};

struct CriticalErrorFound {
  ScenarioId scenario;
  LocalText scenario_title;
  std::uint64_t decision = 0;  // sequence in the journal
  std::string error;           // id within the scenario
  LocalText message;
};

struct ElementAccuracy {
  OffenceCode offence;  // that the reference examines; decisions that examined another are not in n
  ElementId element;
  LocalText offence_name, name;
  Rate agreement;
};

// Two siblings whose references differ: did the one changed fact change the decision, the right way?
struct TwinFlip {
  TwinSetId set;
  ScenarioId a, b;
  bool legality = false;            // the legality flag differs; else only the facets below
  std::vector<FacetId> facets;      // where the two references differ
  std::size_t detected = 0, n = 0;  // analysts who were right on both sides, analysts who decided both
};

struct ConfidenceLevel {
  std::string code;
  LocalText label;
  Rate correct;  // legality agrees with the reference or is accepted, or neither of them asks it
};

struct ConfidenceCalibration {
  std::vector<ConfidenceLevel> levels;                             // scheme order
  std::size_t n = 0;                                               // scored decisions with a confidence
  std::optional<double> mean, mean_when_correct, mean_when_wrong;  // of the codes' own numbers; empty: none, no verdict
};

struct Validity {
  bool verdict_allowed = false;                     // scored decisions >= kVerdictMinimum
  Message verdict_reason;                           // when not
  std::vector<FacetValidity> facets;                // scheme order; those that some reference or decision has
  Rate over_flagging;                               // decisions that flag, of those whose reference does not
  Rate under_flagging;                              // decisions that do not flag, of those whose reference does
  std::vector<CriticalErrorFound> critical_errors;  // by sequence
  std::size_t decisions_with_critical_error = 0;
  Rate elements;  // all of them together
  std::vector<ElementAccuracy> element_accuracy;
  Rate twin_flips;  // over pairs and analysts
  std::vector<TwinFlip> twins;
  ConfidenceCalibration confidence;
};

struct FacetReliability {
  FacetId facet;
  std::string decision;
  LocalText label, short_label;
  std::size_t units = 0;  // scenarios with at least two ratings
  std::size_t raters = 0;
  std::size_t ratings = 0;     // in those units
  Estimate percent_agreement;  // mean over pairs of analysts, no interval
  Estimate fleiss_kappa;
  Estimate krippendorff_alpha;  // nominal
};

// The first decision of each analyst on each scenario, contested references included: no reference is involved.
struct Reliability {
  bool verdict_allowed = false;  // decisions >= kVerdictMinimum
  Message verdict_reason;
  std::size_t analysts = 0, scenarios = 0, decisions = 0;  // scenarios that at least two analysts decided
  std::vector<FacetReliability> facets;                    // scheme order; those with at least one rating
};

struct ConsistencyReport {
  ReportHead head;
  Counts counts;
  Validity validity;
  std::optional<Reliability> reliability;       // only with two analysts or more
  std::optional<double> median_active_seconds;  // over all decisions, from kVerdictMinimum on; never by decision
};

// `rows` by sequence. A row whose scenario the pack does not hold is left out and counted with the other packs'.
ConsistencyReport make_report(const Pack& pack, const std::vector<DecisionRow>& rows, const ReportContext& context);

// --- The reveal of a calibration --------------------------------------------------------------------------------

struct ValueVotes {
  std::string value;  // canonical text; empty: no answer
  LocalText label;    // empty for no answer
  std::size_t count = 0;
  bool reference = false;  // what the reference says
  bool accepted = false;   // one of its acceptable alternatives, or a set of actions that agrees
};

struct FacetVotes {
  FacetId facet;
  std::string decision;
  LocalText label, short_label;
  std::vector<ValueVotes> votes;  // most first, no answer last; the reference's value is there with count 0, if need be
  double split = 0;               // [0, 1], see make_reveal
};

struct ElementVotes {
  ElementId element;
  LocalText name;
  std::size_t met = 0, not_met = 0, unknown = 0;
  std::size_t none = 0;  // examined another offence, or gave no answer
  std::optional<ElementState> reference;
  double split = 0;
};

struct ReliedFact {
  FactId fact;
  LocalText text;
  Polarity polarity = Polarity::Neutral;
  std::size_t count = 0;  // votes that rely on it
};

struct AnonymousRationale {
  std::string text;                        // untrusted
  std::optional<ElementState> on_element;  // what this vote says on the dividing element, where there is one
  LocalText on_facet;                      // … and on the dividing facet; empty: nothing
  std::vector<FactId> facts;               // relied on; texts in ScenarioReveal::facts
};

struct ScenarioReveal {
  ScenarioId scenario;
  LocalText title;
  Settledness settledness = Settledness::Settled;
  std::size_t votes = 0;
  double split = 0;                       // [0, 1], see make_reveal
  std::optional<FacetId> dividing_facet;  // highest split above 0
  std::optional<ElementId> dividing_element;
  OffenceCode offence;                         // whose elements are compared: the reference's; empty: none
  std::vector<FacetVotes> facets;              // scheme order, without the elements facet and confidence
  std::vector<ElementVotes> elements;          // reference order
  std::vector<ReliedFact> facts;               // in the order of the text; those that somebody relies on or that determine
  std::vector<AnonymousRationale> rationales;  // order drawn from the ids, the same at each opening; no empty ones
};

struct Reveal {
  CalibrationId calibration;
  std::string title;  // untrusted
  Instant opened_at;
  bool closed_by_lead = false;
  PackRef pack;
  PackStatus pack_status = PackStatus::NotSaid;  // when the round was opened
  std::size_t analysts = 0;                      // invited
  std::size_t votes = 0;                         // complete ones: only they count
  std::vector<ScenarioReveal> scenarios;         // most split first, then in the order of the round
};

// Split of one question: Shannon's entropy of the votes (no answer is a vote like any other), divided by the
// logarithm of the smaller of the number of votes and the number of possible answers (of a set: of the votes).
// 0: all the same; 1: as divided as that many people can be. Under two votes: 0.
// Split of a scenario: the mean over the facets that somebody or the reference answers, the elements together (the
// mean of theirs) counting as one facet.
Reveal make_reveal(const Pack& pack, const CalibrationState& state, const std::vector<DecisionRow>& rows);

}  // namespace etalon::analysis
