// The rules that a scenario is held to once it could be read. Each is one function; the table in rules.cpp gives it the
// code under which its findings appear. L01 to L16 are the numbers of the content policy (docs/scenario-pack.md); only
// what a machine can tell for certain is here, the rest is for reviewers.
#pragma once

#include <span>
#include <string>

#include "sim/domain/pack.h"
#include "sim/scenario/findings.h"
#include "sim/scenario/known_codes.h"
#include "sim/scenario/lint/word_list.h"
#include "sim/scenario/yaml_tree.h"

namespace etalon::scenario {

// A scenario with what its rules need around it.
struct Subject {
  const Scenario& scenario;
  const Node& root;  // its tree, for line numbers
  const Scheme& scheme;
  const Catalogue& catalogue;
  KnownCodes& known;
  const std::string& file;
  Findings& findings;
  const lint::WordLists& words;
  std::string_view rule;  // of the rule that is running

  void add(int line, Message what, Message mend) const {
    findings.add({file, line}, rule, std::move(what), std::move(mend));
  }
  // Under another code than the rule's own.
  void add_as(std::string_view code, int line, Message what, Message mend) const {
    findings.add({file, line}, code, std::move(what), std::move(mend));
  }
};

struct NamedRule {
  std::string_view code;
  void (*apply)(const Subject&);
};

std::span<const NamedRule> scenario_rules();

// Every rule on one scenario. `scheme` and `catalogue` are sound.
void apply_rules(const Scenario& scenario, const Node& root, const Pack& pack, KnownCodes& known,
                 const lint::WordLists& words, const std::string& file, Findings& findings);

// One rule each, in rules_*.cpp.
void rule_texts(const Subject&);              // L01 to L12
void rule_lengths(const Subject&);            // L13
void rule_title(const Subject&);              // L13
void rule_values(const Subject&);             // L14
void rule_elements(const Subject&);           // L14
void rule_law_in_force(const Subject&);       // L14
void rule_cited_facts(const Subject&);        // L14
void rule_cited_articles(const Subject&);     // L14
void rule_answer_leak(const Subject&);        // L15
void rule_provenance(const Subject&);         // L16
void rule_reviewed(const Subject&);           // L16
void rule_catalogue_version(const Subject&);  // L14
void rule_facts(const Subject&);              // fact
void rule_covers(const Subject&);             // covers
void rule_actions(const Subject&);            // actions
void rule_alternatives(const Subject&);       // credit
void rule_critical_errors(const Subject&);    // critical-error
void rule_panel(const Subject&);              // dissent
void rule_references(const Subject&);         // unknown-id

}  // namespace etalon::scenario
