#include "sim/scenario/features.h"

#include <algorithm>
#include <optional>

#include "sim/scenario/codes.h"

namespace etalon::scenario {
namespace {

template <class E, std::size_t N>
std::vector<std::string> all_codes(const std::array<Coded<E>, N>& codes) {
  std::vector<std::string> out;
  for (const Coded<E>& coded : codes) out.emplace_back(coded.code);
  return out;
}

std::vector<std::string> numbers(int from, int to) {
  std::vector<std::string> out;
  for (int i = from; i <= to; ++i) out.push_back(std::to_string(i));
  return out;
}

bool is_dimension(const Facet& facet, const Roles& roles) {
  return facet.source == ChoiceSource::Inline && facet.shape() == Shape::Code && facet.id != roles.confidence;
}

std::vector<std::string> choices_of(const Facet& facet) {
  std::vector<std::string> out;
  for (const Choice& choice : facet.choices) out.push_back(choice.id);
  return out;
}

std::vector<std::string> families(const Catalogue& catalogue) {
  std::vector<std::string> out;
  for (const Offence& offence : catalogue.offences)
    if (std::find(out.begin(), out.end(), offence.family.value) == out.end()) out.push_back(offence.family.value);
  return out;
}

// In force or not: an offence has one line, whatever its wordings.
std::vector<std::string> offences(const Catalogue& catalogue) {
  std::vector<std::string> out;
  for (const Offence& offence : catalogue.offences)
    if (std::find(out.begin(), out.end(), offence.code.value) == out.end()) out.push_back(offence.code.value);
  return out;
}

std::string side_of(const ConfusionId& pair, std::size_t side) {
  const std::string name = side < 26 ? std::string(1, static_cast<char>('a' + side)) : std::to_string(side + 1);
  return pair.value + "/" + name;
}

std::vector<std::string> confusion_sides(const Catalogue& catalogue) {
  std::vector<std::string> out;
  for (const Confusion& pair : catalogue.confusions)
    for (std::size_t side = 0; side < pair.sides.size(); ++side) out.push_back(side_of(pair.id, side));
  return out;
}

std::vector<std::string> look_alikes(const Catalogue& catalogue) {
  std::vector<std::string> out;
  for (const LookAlike& look_alike : catalogue.look_alikes) out.push_back(look_alike.id.value);
  return out;
}

bool is_written(const Scenario& scenario, Language language) {
  return !scenario.title.in(language).empty() && !scenario.reference.rationale.in(language).empty() &&
         std::none_of(scenario.steps.begin(), scenario.steps.end(),
                      [&](const Step& step) { return step.in(language).empty(); });
}

// The reference's qualification, NONE included; nothing where none is asked.
std::optional<OffenceCode> examined(const Pack& pack, const Scenario& scenario) {
  const auto asked = scenario.reference.values.find(pack.scheme.roles.qualification);
  if (asked == scenario.reference.values.end() || asked->second.shape() != Shape::Code) return std::nullopt;
  return OffenceCode(asked->second.as_code());
}

// Empty: no offence comes near, or the catalogue does not know it.
OffenceFamily family_of(const Pack& pack, const Scenario& scenario) {
  const auto asked = examined(pack, scenario);
  OffenceCode code = asked.value_or(OffenceCode());
  if (!asked && !scenario.reference.review_triggers.empty()) code = scenario.reference.review_triggers.front();
  const Offence* offence = pack.catalogue.find(code);
  return offence == nullptr ? OffenceFamily() : offence->family;
}

void add_facets(const Pack& pack, const Scenario& scenario, std::set<Feature>& out) {
  for (const Facet& facet : pack.scheme.facets) {
    if (!is_dimension(facet, pack.scheme.roles)) continue;
    const auto hit = scenario.reference.values.find(facet.id);
    const bool asked = hit != scenario.reference.values.end() && hit->second.shape() == Shape::Code;
    out.emplace(facet.id.value, asked ? hit->second.as_code() : std::string(kNotAsked));
  }
}

void add_covers(const Covers& covers, std::set<Feature>& out) {
  for (const CoveredSide& covered : covers.confusions) out.emplace("confusion", side_of(covered.pair, covered.side));
  for (const LookAlikeId& id : covers.look_alikes) out.emplace("look_alike", id.value);
  if (covers.reporter != Reporter::Unmarked) out.emplace("reporter", code_of(kReporters, covers.reporter));
  if (covers.late_fact != LateFact::None) out.emplace("late_fact", code_of(kLateFacts, covers.late_fact));
}

}  // namespace

std::vector<Dimension> dimensions(const Pack& pack) {
  std::vector<Dimension> out{{"scenario", {"all"}},
                             {"pillar", all_codes(kPillars)},
                             {"flagged", {"yes", "no"}},
                             {"offence", offences(pack.catalogue)},
                             {"family", families(pack.catalogue)},
                             {"confusion", confusion_sides(pack.catalogue)},
                             {"look_alike", look_alikes(pack.catalogue)}};
  for (const Facet& facet : pack.scheme.facets)
    if (is_dimension(facet, pack.scheme.roles)) out.push_back({facet.id.value, choices_of(facet)});
  out.push_back({"language", {"fr", "en"}});
  out.push_back({"difficulty", numbers(1, 5)});
  out.push_back({"sensitivity", numbers(0, 3)});
  out.push_back({"reporter", all_codes(kReporters)});
  out.push_back({"step", all_codes(kStepTypes)});
  out.push_back({"late_fact", all_codes(kLateFacts)});
  out.push_back({"settledness", all_codes(kSettledness)});
  out.push_back({"twin_set", {"of_2_to_4"}});
  return out;
}

std::set<Feature> features(const Pack& pack, const Scenario& scenario) {
  std::set<Feature> out{{"scenario", "all"},
                        {"pillar", code_of(kPillars, scenario.pillar)},
                        {"flagged", pack.scheme.flags(scenario.reference.values) ? "yes" : "no"},
                        {"difficulty", std::to_string(scenario.difficulty)},
                        {"sensitivity", std::to_string(scenario.sensitivity)},
                        {"settledness", code_of(kSettledness, scenario.reference.settledness)}};
  if (const auto code = examined(pack, scenario); code && pack.catalogue.find(*code) != nullptr)
    out.emplace("offence", code->value);
  if (const OffenceFamily family = family_of(pack, scenario); !family.empty()) out.emplace("family", family.value);
  for (const Language language : {Language::French, Language::English})
    if (is_written(scenario, language)) out.emplace("language", code(language));
  for (const Step& step : scenario.steps) out.emplace("step", code_of(kStepTypes, step.type));
  add_facets(pack, scenario, out);
  add_covers(scenario.covers, out);
  return out;
}

}  // namespace etalon::scenario
