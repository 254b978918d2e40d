#include "sim/scenario/rules.h"

#include <array>

namespace etalon::scenario {
namespace {

constexpr std::array<NamedRule, 19> kRules{{
    {"text", rule_texts},  // its findings have the codes of their own rules
    {"L13", rule_lengths},         {"L13", rule_title},
    {"L14", rule_values},          {"L14", rule_elements},
    {"L14", rule_law_in_force},    {"L14", rule_cited_facts},
    {"L14", rule_cited_articles},  {"L14", rule_catalogue_version},
    {"L15", rule_answer_leak},     {"L16", rule_provenance},
    {"L16", rule_reviewed},        {"fact", rule_facts},
    {"covers", rule_covers},       {"actions", rule_actions},
    {"credit", rule_alternatives}, {"critical-error", rule_critical_errors},
    {"dissent", rule_panel},       {"unknown-id", rule_references},
}};

}  // namespace

std::span<const NamedRule> scenario_rules() { return kRules; }

void apply_rules(const Scenario& scenario, const Node& root, const Pack& pack, KnownCodes& known,
                 const lint::WordLists& words, const std::string& file, Findings& findings) {
  if (root.kind != Node::Kind::Map) return;  // already a finding
  Subject subject{scenario, root, pack.scheme, pack.catalogue, known, file, findings, words, {}};
  for (const NamedRule& rule : kRules) {
    subject.rule = rule.code;
    rule.apply(subject);
  }
}

}  // namespace etalon::scenario
