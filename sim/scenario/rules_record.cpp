// L16, fact, dissent and the identifiers a scenario cites: its record rather than its law.
#include <algorithm>
#include <map>
#include <set>

#include "sim/scenario/nearest.h"
#include "sim/scenario/texts.h"

namespace etalon::scenario {
namespace {

std::vector<std::string> fact_ids(const Scenario& scenario) {
  std::vector<std::string> out;
  for (const Fact& fact : scenario.facts) out.push_back(fact.id.value);
  return out;
}

// Where each fact stands in one language: the steps, one entry a mention.
using Mentions = std::map<FactId, std::vector<std::size_t>>;

Mentions mentions(const Scenario& scenario, Language language) {
  Mentions out;
  for (std::size_t i = 0; i < scenario.steps.size(); ++i)
    for (const Run& run : scenario.steps[i].in(language))
      if (!run.fact.empty()) out[run.fact].push_back(i);
  return out;
}

void check_mentions(const Subject& subject, const Mentions& found, Language language) {
  const Node* facts = subject.root.find("facts");
  for (std::size_t i = 0; i < subject.scenario.facts.size(); ++i) {
    const FactId& id = subject.scenario.facts[i].id;
    const auto hit = found.find(id);
    const std::size_t count = hit == found.end() ? 0 : hit->second.size();
    if (count != 1)
      subject.add(facts->items[i].line,
                  msg("fact {fact} stands {count} times in the text “{language}”",
                      {{"fact", id.value}, {"count", std::to_string(count)}, {"language", std::string(code(language))}}),
                  msg("mark it exactly once in each language"));
  }
}

void check_unknown(const Subject& subject, const Mentions& found, Language language) {
  for (const auto& [id, steps] : found)
    if (subject.scenario.find(id) == nullptr)
      subject.add_as("unknown-id", line_at(subject.root.find("steps")->items[steps.front()], {"text", code(language)}),
                     msg("the scenario has no fact “{id}”", {{"id", id.value}}),
                     suggestion(id.value, fact_ids(subject.scenario)));
}

void check_same_steps(const Subject& subject, const Mentions& french, const Mentions& english) {
  for (const auto& [id, steps] : french) {
    const auto other = english.find(id);
    if (other != english.end() && steps.size() == 1 && other->second.size() == 1 && steps != other->second)
      subject.add(line_at(subject.root.find("steps")->items[other->second.front()], {"text", "en"}),
                  msg("fact {fact} stands in another step than in French", {{"fact", id.value}}),
                  msg("move it to the same step"));
  }
}

}  // namespace

void rule_facts(const Subject& subject) {
  const Mentions french = mentions(subject.scenario, Language::French);
  const Mentions english = mentions(subject.scenario, Language::English);
  check_mentions(subject, french, Language::French);
  check_mentions(subject, english, Language::English);
  check_unknown(subject, french, Language::French);
  check_unknown(subject, english, Language::English);
  check_same_steps(subject, french, english);
}

void rule_provenance(const Subject& subject) {
  const Scenario& scenario = subject.scenario;
  const std::set<std::string> reviewers(scenario.reviewers.begin(), scenario.reviewers.end());
  if (scenario.provenance == "composite" && reviewers.size() < 2)
    subject.add(line_at(subject.root, {"reviewers"}), msg("a composite scenario has two reviewers"),
                msg("name a second one"));
}

void rule_reviewed(const Subject& subject) {
  const Scenario& scenario = subject.scenario;
  const bool is_reviewed =
      scenario.status == Status::Reviewed || scenario.status == Status::Piloted || scenario.status == Status::Active;
  const std::set<std::string> authors(scenario.authors.begin(), scenario.authors.end());
  const std::set<std::string> reviewers(scenario.reviewers.begin(), scenario.reviewers.end());
  const bool others = std::any_of(reviewers.begin(), reviewers.end(),
                                  [&](const std::string& reviewer) { return authors.count(reviewer) == 0; });
  if (is_reviewed && (reviewers.size() < 2 || !others))
    subject.add(line_at(subject.root, {"reviewers"}),
                msg("a scenario of this status was read by two reviewers, one of whom did not write it"),
                msg("name both, or go back to lint_passed"));
}

void rule_panel(const Subject& subject) {
  const Reference& reference = subject.scenario.reference;
  const Node* node = subject.root.find("reference");
  if (node == nullptr || node->find("panel") == nullptr) return;  // already a finding
  const bool unsettled = reference.settledness != Settledness::Settled;
  if (unsettled && (reference.panel.dissent.fr.empty() || reference.panel.dissent.en.empty()))
    subject.add(line_at(subject.root, {"reference", "panel"}), msg("a reference that is not settled tells the dissent"),
                msg("add “dissent” in both languages, or call the reference settled"));
}

void rule_references(const Subject& subject) {
  const Scenario& scenario = subject.scenario;
  const Node* triggers = subject.root.find("reference");
  for (const OffenceCode& trigger : scenario.reference.review_triggers)
    if (subject.catalogue.find(trigger) == nullptr)
      subject.add(line_at(*triggers, {"review", "triggers"}),
                  msg("the catalogue has no offence “{id}”", {{"id", shortened(trigger.value)}}),
                  msg("check the spelling against the catalogue"));
  if (scenario.twin && scenario.find(scenario.twin->fact) == nullptr)
    subject.add(line_at(subject.root, {"twin", "fact"}),
                msg("the scenario has no fact “{id}”", {{"id", shortened(scenario.twin->fact.value)}}),
                suggestion(scenario.twin->fact.value, fact_ids(scenario)));
}

}  // namespace etalon::scenario
