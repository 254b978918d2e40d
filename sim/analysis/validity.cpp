#include "sim/analysis/validity.h"

#include <map>
#include <set>

#include "sim/analysis/labels.h"

namespace etalon::analysis {

namespace {

using Scored = std::vector<const Sampled*>;

void add_flagging(Validity& validity, const Scored& scored) {
  std::size_t over = 0, lawful = 0, under = 0, illegal = 0;
  for (const Sampled* one : scored) {
    const Comparison& found = one->comparison;
    (found.reference_flags ? illegal : lawful) += 1;
    over += !found.reference_flags && found.decision_flags ? 1U : 0U;
    under += found.reference_flags && !found.decision_flags ? 1U : 0U;
  }
  validity.over_flagging = rate(over, lawful, validity.verdict_reason);
  validity.under_flagging = rate(under, illegal, validity.verdict_reason);
}

void add_critical_errors(Validity& validity, const Scored& scored) {
  for (const Sampled* one : scored) {
    for (const CriticalError* error : one->comparison.critical_errors)
      validity.critical_errors.push_back(
          {one->scenario->id, one->scenario->title, one->row->sequence, error->id, error->message});
    if (!one->comparison.critical_errors.empty()) ++validity.decisions_with_critical_error;
  }
}

using ElementKey = std::pair<OffenceCode, ElementId>;

struct KOfN {
  std::size_t k = 0, n = 0;
};

std::map<ElementKey, KOfN> count_elements(const Pack& pack, const Scored& scored) {
  std::map<ElementKey, KOfN> counts;
  for (const Sampled* one : scored)
    for (const ElementComparison& element : one->comparison.elements) {
      if (!element.chosen) continue;
      KOfN& count = counts[{offence_of(pack, *one->scenario), element.reference->id}];
      ++count.n;
      count.k += element.agrees ? 1U : 0U;
    }
  return counts;
}

void add_elements(Validity& validity, const Pack& pack, const Scored& scored) {
  const auto counts = count_elements(pack, scored);
  KOfN all;
  std::set<ElementKey> told;  // an element that several wordings of its offence share is one element, named by the first
  for (const Offence& offence : pack.catalogue.offences)
    for (const Element& element : offence.elements) {
      const auto found = counts.find({offence.code, element.id});
      if (found == counts.end() || !told.insert(found->first).second) continue;
      all.k += found->second.k;
      all.n += found->second.n;
      validity.element_accuracy.push_back({offence.code, element.id, offence.name, element.name,
                                           rate(found->second.k, found->second.n, validity.verdict_reason)});
    }
  validity.elements = rate(all.k, all.n, validity.verdict_reason);
}

}  // namespace

Validity make_validity(const Pack& pack, const Sample& sample) {
  const Scored scored = sample.scored();
  Validity validity;
  validity.verdict_allowed = verdict_allowed(scored.size());
  validity.verdict_reason = no_verdict(scored.size());
  validity.facets = validity_by_facet(pack, scored, validity.verdict_reason);
  add_flagging(validity, scored);
  add_critical_errors(validity, scored);
  add_elements(validity, pack, scored);
  add_twins(validity, pack, sample);
  validity.confidence = confidence_against_correctness(pack, scored, validity.verdict_reason);
  return validity;
}

}  // namespace etalon::analysis
