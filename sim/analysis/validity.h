// Agreement with the reference.
#pragma once

#include "sim/analysis/sample.h"

namespace etalon::analysis {

Validity make_validity(const Pack& pack, const Sample& sample);

// The parts, each over the scored decisions.
std::vector<FacetValidity> validity_by_facet(const Pack& pack, const std::vector<const Sampled*>& scored,
                                             const Message& no_verdict_reason);
void add_twins(Validity& validity, const Pack& pack, const Sample& sample);
ConfidenceCalibration confidence_against_correctness(const Pack& pack, const std::vector<const Sampled*>& scored,
                                                     const Message& no_verdict_reason);

}  // namespace etalon::analysis
