// The decisions as the measures take them: joined with their scenario, compared with its reference.
#pragma once

#include "sim/analysis/consistency_report.h"
#include "sim/domain/comparison.h"

namespace etalon::analysis {

struct Sampled {
  const DecisionRow* row = nullptr;
  const Scenario* scenario = nullptr;
  Values chosen;  // effective ones
  Comparison comparison;

  bool scored() const { return comparison.counts; }
};

struct Sample {
  std::vector<Sampled> decisions;  // in the order of the rows
  std::size_t unknown_scenario = 0;

  std::vector<const Sampled*> scored() const;
  // The first decision of each analyst on each scenario, contested ones included.
  std::vector<const Sampled*> first() const;
};

// Points into `pack` and `rows`.
Sample take_sample(const Pack& pack, const std::vector<DecisionRow>& rows);

// Whether so many decisions allow more than counts, and the sentence for when not.
bool verdict_allowed(std::size_t decisions);
Message no_verdict(std::size_t decisions);

// k of n; with a value only where a verdict is allowed.
Rate rate(std::size_t k, std::size_t n, const Message& no_verdict_reason);
Estimate undefined(const Message& reason);

}  // namespace etalon::analysis
