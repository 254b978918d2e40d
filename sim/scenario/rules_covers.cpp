// covers, and the version of the catalogue: what the scenario says it trains is what its reference bears out.
#include <algorithm>
#include <set>

#include "sim/scenario/cited_offences.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/texts.h"

namespace etalon::scenario {
namespace {

template <class Items>
std::vector<std::string> ids_of(const Items& items) {
  std::vector<std::string> out;
  for (const auto& item : items) out.push_back(item.id.value);
  return out;
}

template <class T>
bool has(const std::vector<T>& items, const T& wanted) {
  return std::find(items.begin(), items.end(), wanted) != items.end();
}

bool is_of_side(const Subject& subject, const ConfusionSide& side) {
  const Scenario& scenario = subject.scenario;
  const auto hit = scenario.reference.values.find(subject.scheme.roles.qualification);
  if (hit != scenario.reference.values.end() && hit->second.shape() == Shape::Code &&
      has(side.offences, OffenceCode(hit->second.as_code())))
    return true;
  const auto& own = scenario.covers.look_alikes;
  return std::any_of(own.begin(), own.end(), [&](const LookAlikeId& id) { return has(side.look_alikes, id); });
}

void check_side(const Subject& subject, const CoveredSide& covered, int line) {
  const Confusion* pair = subject.catalogue.find(covered.pair);
  if (pair == nullptr)
    return subject.add_as("unknown-id", line,
                          msg("the catalogue has no confusion pair “{id}”", {{"id", shortened(covered.pair.value)}}),
                          suggestion(covered.pair.value, ids_of(subject.catalogue.confusions)));
  if (covered.side >= pair->sides.size())
    return subject.add_as(
        "unknown-id", line,
        msg("the pair {pair} has {count} sides", {{"pair", pair->id.value}, {"count", std::to_string(pair->sides.size())}}),
        msg("write a, b, c … by the side’s position in the catalogue"));
  if (!is_of_side(subject, pair->sides[covered.side]))
    subject.add(line,
                msg("neither the qualification nor a look-alike of this scenario is of that side of {pair}",
                    {{"pair", pair->id.value}}),
                msg("name the side that the reference stands on"));
}

void check_look_alikes(const Subject& subject, int line) {
  const Scenario& scenario = subject.scenario;
  std::set<LookAlikeId> seen;
  for (const LookAlikeId& id : scenario.covers.look_alikes) {
    if (subject.catalogue.find(id) == nullptr)
      subject.add_as("unknown-id", line, msg("the catalogue has no look-alike “{id}”", {{"id", shortened(id.value)}}),
                     suggestion(id.value, ids_of(subject.catalogue.look_alikes)));
    if (!seen.insert(id).second)
      subject.add_as("duplicate-id", line, msg("the look-alike “{id}” stands twice", {{"id", shortened(id.value)}}),
                     msg("keep one"));
  }
  if (!scenario.covers.look_alikes.empty() && subject.scheme.flags(scenario.reference.values))
    subject.add(line, msg("a lawful look-alike has a reference that calls it illegal"),
                msg("remove look_alikes, or correct the legality"));
}

void check_late_fact(const Subject& subject, int line) {
  const Scenario& scenario = subject.scenario;
  const auto is_late = [&](const Fact& fact) {
    return static_cast<std::size_t>(fact.step) < scenario.steps.size() &&
           scenario.steps[static_cast<std::size_t>(fact.step)].type == StepType::NewFact;
  };
  const bool decides = std::any_of(scenario.facts.begin(), scenario.facts.end(), [&](const Fact& fact) {
    return fact.polarity == Polarity::Determinative && is_late(fact);
  });
  if (std::none_of(scenario.steps.begin(), scenario.steps.end(),
                   [](const Step& step) { return step.type == StepType::NewFact; }))
    subject.add(line, msg("no step brings a new fact"), msg("give the late step the type new_fact"));
  else if (scenario.covers.late_fact == LateFact::Changes && !decides)
    subject.add(line, msg("no determinative fact stands in a step new_fact"),
                msg("mark the late fact as determinative, or write changes_nothing"));
  else if (scenario.covers.late_fact == LateFact::ChangesNothing && decides)
    subject.add(line, msg("a determinative fact stands in a step new_fact"),
                msg("write changes, or give the late fact another polarity"));
}

}  // namespace

void rule_covers(const Subject& subject) {
  const Covers& covers = subject.scenario.covers;
  std::set<ConfusionId> seen;
  for (std::size_t i = 0; i < covers.confusions.size(); ++i) {
    const int line = subject.root.find("covers")->find("confusions")->items[i].line;
    check_side(subject, covers.confusions[i], line);
    if (!seen.insert(covers.confusions[i].pair).second)
      subject.add_as("duplicate-id", line,
                     msg("the confusion pair “{id}” stands twice", {{"id", shortened(covers.confusions[i].pair.value)}}),
                     msg("a scenario stands on one side of a pair"));
  }
  check_look_alikes(subject, line_at(subject.root, {"covers", "look_alikes"}));
  if (covers.late_fact != LateFact::None) check_late_fact(subject, line_at(subject.root, {"covers", "late_fact"}));
}

void rule_catalogue_version(const Subject& subject) {
  const std::string& cited = subject.scenario.catalogue_version;
  if (cited.empty()) return;  // already a finding
  const int line = line_at(subject.root, {"catalogue_version"});
  std::vector<std::string> known;
  for (const CatalogueVersion& version : subject.catalogue.versions) known.push_back(version.version);
  if (!has(known, cited))
    return subject.add_as("unknown-id", line, msg("the catalogue has no version “{id}”", {{"id", shortened(cited)}}),
                          suggestion(cited, known));
  std::set<OffenceCode> mine;
  for (const Citation& citation : cited_offences(subject.scenario, subject.scheme)) mine.insert(citation.code);
  for (const CatalogueVersion& version : subject.catalogue.versions)
    for (const OffenceCode& code : version.changed)
      if (version.version > cited && mine.count(code) > 0)
        subject.add(line,
                    msg("the offence {code} has changed since, in version {version} of the catalogue",
                        {{"code", code.value}, {"version", version.version}}),
                    msg("read the scenario again, then cite that version"));
}

}  // namespace etalon::scenario
