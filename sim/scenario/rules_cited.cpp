// L14: what the reference’s texts cite is there: facts of the scenario, articles of the catalogue in force that day, and in
// the rationale every fact that decides.
#include <algorithm>
#include <set>

#include "sim/scenario/step_text.h"
#include "sim/scenario/texts.h"

namespace etalon::scenario {
namespace {

std::set<std::string> cited_facts(std::string_view text) {
  std::set<std::string> out;
  for (const std::string_view word : words(text))
    if (is_fact_id(word)) out.emplace(word);
  return out;
}

void check_facts_exist(const Subject& subject, const Node& node) {
  for (const Node& item : node.items) {
    if (item.kind == Node::Kind::Scalar)
      for (const std::string& id : cited_facts(item.text))
        if (subject.scenario.find(FactId(id)) == nullptr)
          subject.add_as("unknown-id", item.line, msg("the scenario has no fact “{id}”", {{"id", id}}),
                         msg("check the facts of the scenario"));
    check_facts_exist(subject, item);
  }
}

void check_deciding_facts(const Subject& subject, Language language) {
  const std::set<std::string> cited = cited_facts(subject.scenario.reference.rationale.in(language));
  for (const Fact& fact : subject.scenario.facts)
    if (fact.polarity == Polarity::Determinative && cited.count(fact.id.value) == 0)
      subject.add(line_at(subject.root, {"reference", "rationale", code(language)}),
                  msg("the rationale does not cite {fact}, which decides", {{"fact", fact.id.value}}),
                  msg("say what follows from it, or give it another polarity"));
}

void check_articles(const Subject& subject, Language language, const std::set<std::string>& known) {
  for (const std::string_view word : words(subject.scenario.reference.rationale.in(language)))
    if (const std::string number(article_number(word)); !number.empty() && known.count(number) == 0)
      subject.add(line_at(subject.root, {"reference", "rationale", code(language)}),
                  msg("no offence of the catalogue in force on {day} has the article {number}",
                      {{"day", subject.scenario.law_as_of}, {"number", shortened(number)}}),
                  msg("correct the number, or cite the law of that day"));
}

}  // namespace

void rule_cited_facts(const Subject& subject) {
  const Node* reference = subject.root.find("reference");
  if (reference == nullptr) return;  // already a finding
  for (const std::string_view key : {"notice", "rationale", "alternatives", "critical_errors", "panel"})
    if (const Node* texts = reference->find(key)) check_facts_exist(subject, *texts);
  const auto& facts = subject.scenario.facts;
  const auto decides = [](const Fact& fact) { return fact.polarity == Polarity::Determinative; };
  if (!facts.empty() && std::none_of(facts.begin(), facts.end(), decides))
    subject.add(line_at(subject.root, {"facts"}), msg("no fact is determinative"),
                msg("mark the facts that the reference rests on"));
  for (const Language language : {Language::French, Language::English}) check_deciding_facts(subject, language);
}

void rule_cited_articles(const Subject& subject) {
  const std::set<std::string>& known = subject.known.words().articles(subject.scenario.law_as_of);
  for (const Language language : {Language::French, Language::English}) check_articles(subject, language, known);
}

}  // namespace etalon::scenario
