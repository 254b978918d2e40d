#include "sim/scenario/known_codes.h"

#include "sim/scenario/findings.h"
#include "sim/scenario/nearest.h"

namespace etalon::scenario {
namespace {

Message shape_hint(Shape shape) {
  switch (shape) {
    case Shape::Set: return msg("the facet takes a set of codes");
    case Shape::Checklist: return msg("the facet takes the state of each element");
    case Shape::Code: break;
  }
  return msg("the facet takes one code");
}

}  // namespace

std::vector<std::string> codes_in(const Value& value) {
  switch (value.shape()) {
    case Shape::Code: return {value.as_code()};
    case Shape::Set: return value.as_set();
    case Shape::Checklist: break;
  }
  std::vector<std::string> out;
  for (const auto& entry : value.as_checklist()) out.push_back(entry.first.value);
  return out;
}

const std::set<std::string>& KnownCodes::of(const Facet& facet, const Values& values, const std::string& day) {
  std::string offence;
  const auto chosen = values.find(scheme_.roles.qualification);
  if (facet.source == ChoiceSource::ElementsOfQualification && chosen != values.end() &&
      chosen->second.shape() == Shape::Code)
    offence = chosen->second.as_code();
  const std::string law = facet.source == ChoiceSource::ElementsOfQualification ? day : std::string();
  const auto [entry, is_new] = cache_.try_emplace({facet.id, offence, law});
  if (is_new)
    for (const Choice& choice : scheme_.choices(facet, catalogue_, values, law)) entry->second.insert(choice.id);
  return entry->second;
}

Result<void> KnownCodes::check(const Facet& facet, const Value& value, const Values& values, const std::string& day) {
  if (value.shape() != facet.shape())
    return fail(ErrorKind::Input, msg("“{facet}” has another kind of value", {{"facet", facet.id.value}}),
                shape_hint(facet.shape()));
  const std::set<std::string>& known = of(facet, values, day);
  for (const std::string& code : codes_in(value))
    if (known.count(code) == 0)
      return fail(
          ErrorKind::Input,
          msg("the facet “{facet}” has no choice “{choice}”", {{"facet", facet.id.value}, {"choice", shortened(code)}}),
          suggestion(code, {known.begin(), known.end()}));
  return {};
}

}  // namespace etalon::scenario
