// Agreement between people. No reference is involved.
#pragma once

#include "sim/analysis/sample.h"

namespace etalon::analysis {

// Nothing with fewer than two analysts.
std::optional<Reliability> make_reliability(const Pack& pack, const Sample& sample);

}  // namespace etalon::analysis
