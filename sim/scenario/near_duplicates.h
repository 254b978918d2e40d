// L15: scenarios that tell one story in the same words. How much two texts resemble each other is the share of the
// sequences of three words that stand in both, among those that stand in either (Broder, On the resemblance and
// containment of documents, 1997).
#pragma once

#include <vector>

#include "sim/domain/scenario.h"
#include "sim/scenario/findings.h"

namespace etalon::scenario {

// What is above is too alike, between scenarios that are not twins. In ]0, 1[; docs/scenario-pack.md says why.
inline constexpr double kMostAlike = 0.2;

struct BankEntry {
  const Scenario* scenario = nullptr;
  Place where;  // of its key “id”
};

// Of the steps in one language, letter case and accents aside; in [0, 1], 0 for a text of fewer than three words.
double resemblance(const Scenario& a, const Scenario& b, Language language);

struct Nearest {
  std::size_t index = 0, earlier = 0;  // of the bank
  double resemblance = 0;
};
// For each scenario that shares a sequence with one before it, no twin of it and not retired: the one it resembles most.
// Texts are not compared pair by pair: a sequence counts for the first 64 scenarios that hold it, and of a scenario the
// first 1000 words count, so that time and memory grow with the text of the bank.
std::vector<Nearest> nearest_earlier(const std::vector<const Scenario*>& bank, Language language);

void check_near_duplicates(const std::vector<BankEntry>& bank, Findings& findings);

}  // namespace etalon::scenario
