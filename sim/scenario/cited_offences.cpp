#include "sim/scenario/cited_offences.h"

#include "sim/scenario/known_codes.h"

namespace etalon::scenario {
namespace {

class Collector {
 public:
  void add(const std::string& code, std::string where) {
    if (code != kNoOffence) out_.push_back({OffenceCode(code), std::move(where)});
  }
  void add_all(const std::vector<std::string>& codes, const std::string& where) {
    for (const std::string& code : codes) add(code, where);
  }
  std::vector<Citation> take() { return std::move(out_); }

 private:
  std::vector<Citation> out_;
};

bool takes_offences(const Scheme& scheme, const FacetId& id) {
  const Facet* facet = scheme.find(id);
  return facet != nullptr && facet->source == ChoiceSource::Catalogue;
}

}  // namespace

std::vector<Citation> cited_offences(const Scenario& scenario, const Scheme& scheme) {
  Collector out;
  const Reference& reference = scenario.reference;
  for (const auto& [facet, value] : reference.values)
    if (takes_offences(scheme, facet)) out.add_all(codes_in(value), "reference.values." + facet.value);
  const auto examined = reference.values.find(scheme.roles.qualification);
  if (!reference.elements.empty() && examined != reference.values.end())
    out.add_all(codes_in(examined->second), "reference.elements");
  for (const Alternative& alternative : reference.alternatives)
    if (takes_offences(scheme, alternative.facet)) out.add_all(codes_in(alternative.value), "reference.alternatives");
  for (const CriticalError& error : reference.critical_errors)
    if (takes_offences(scheme, error.facet))
      for (const auto* codes : {&error.in, &error.includes, &error.lacks}) out.add_all(*codes, "reference.critical_errors");
  for (const OffenceCode& trigger : reference.review_triggers) out.add(trigger.value, "reference.review.triggers");
  return out.take();
}

}  // namespace etalon::scenario
