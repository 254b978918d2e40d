#include "sim/domain/scheme.h"

#include <algorithm>

namespace etalon {
namespace {

bool holds(const Condition& condition, const Values& values) {
  const auto hit = values.find(condition.facet);
  return hit != values.end() && std::any_of(condition.in.begin(), condition.in.end(),
                                            [&](const std::string& code) { return hit->second.has(code); });
}

std::vector<Choice> offence_choices(const Catalogue& catalogue, std::string_view day) {
  std::vector<Choice> out;
  out.reserve(catalogue.offences.size() + 1);
  for (const Offence& offence : catalogue.offences)
    if (catalogue.find(offence.code, day) == &offence) out.push_back({offence.code.value, offence.name});
  out.push_back({std::string(kNoOffence), {"Aucune ne s’en approche", "None comes near"}});
  return out;
}

std::vector<Choice> element_choices(const Roles& roles, const Catalogue& catalogue, const Values& values,
                                    std::string_view day) {
  std::vector<Choice> out;
  const auto chosen = values.find(roles.qualification);
  if (chosen == values.end() || chosen->second.shape() != Shape::Code) return out;
  const Offence* offence = catalogue.find(OffenceCode(chosen->second.as_code()), day);
  if (offence == nullptr) return out;
  for (const Element& element : offence->elements) out.push_back({element.id.value, element.name});
  return out;
}

}  // namespace

Shape Facet::shape() const {
  if (level == Level::Set) return Shape::Set;
  return level == Level::Checklist ? Shape::Checklist : Shape::Code;
}

const Facet* Scheme::find(const FacetId& wanted) const {
  const auto hit = std::find_if(facets.begin(), facets.end(), [&](const Facet& facet) { return facet.id == wanted; });
  return hit == facets.end() ? nullptr : &*hit;
}

bool Scheme::applies(const Facet& facet, const Values& values) const {
  return std::all_of(facet.applies_when.begin(), facet.applies_when.end(),
                     [&](const Condition& condition) { return holds(condition, values); });
}

Values Scheme::effective(const Values& values) const {
  Values out;
  for (const Facet& facet : facets) {
    const auto hit = values.find(facet.id);
    if (hit == values.end() || !applies(facet, out)) continue;
    if (hit->second == Value()) continue;
    out.insert(*hit);
  }
  return out;
}

std::vector<Choice> Scheme::choices(const Facet& facet, const Catalogue& catalogue, const Values& values,
                                    std::string_view day) const {
  switch (facet.source) {
    case ChoiceSource::Catalogue: return offence_choices(catalogue, day);
    case ChoiceSource::ElementsOfQualification: return element_choices(roles, catalogue, values, day);
    case ChoiceSource::Inline: break;
  }
  return facet.choices;
}

bool Scheme::flags(const Values& values) const {
  const Facet* legality = find(roles.legality);
  const auto hit = values.find(roles.legality);
  return legality != nullptr && hit != values.end() &&
         std::any_of(legality->flagged.begin(), legality->flagged.end(),
                     [&](const std::string& code) { return hit->second.has(code); });
}

}  // namespace etalon
