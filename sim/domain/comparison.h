// One decision held against the reference, facet by facet. Pure.
#pragma once

#include <vector>

#include "sim/domain/pack.h"

namespace etalon {

enum class Match {
  Agrees,    // the reference's value (actions: all required, none forbidden, the rest permitted)
  Accepted,  // an acceptable alternative, with its credit
  Differs,
  NotReached,  // the reference has a value, the analyst's earlier answers did not lead there
  Unexpected,  // the analyst answered a facet that the reference does not ask
};

struct FacetComparison {
  FacetId facet;
  Match match = Match::Differs;
  double credit = 0;                         // 1 agrees, the alternative's credit, else 0
  const Alternative* alternative = nullptr;  // where Accepted; points into the scenario
};

struct ElementComparison {
  const ElementReference* reference = nullptr;  // points into the scenario
  std::optional<ElementState> chosen;           // empty: the analyst examined another offence, or did not answer
  bool agrees = false;
};

struct Comparison {
  bool counts = true;                   // false: the reference is contested and never enters a score
  std::vector<FacetComparison> facets;  // scheme order; no confidence
  std::vector<ElementComparison> elements;
  std::vector<const CriticalError*> critical_errors;
  bool reference_flags = false, decision_flags = false;
  std::vector<FactId> determinative_missed;  // determinative facts not relied on

  const FacetComparison* find(const FacetId& id) const;
};

// `values` are the decision's answers (only those that apply count). The pointers live as long as the pack.
Comparison compare(const Pack& pack, const Scenario& scenario, const Values& values, const std::vector<FactId>& facts);

// The reference as one decision's values: for reliability tables and for the debrief. Actions: the required ones.
Values reference_values(const Pack& pack, const Scenario& scenario);

}  // namespace etalon
