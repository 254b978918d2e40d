// Who is a minor in a text. For the sources of sim/scenario/lint only.
#pragma once

#include "sim/scenario/lint/detect.h"

namespace etalon::scenario::lint {

bool is_minor_word(std::string_view folded);
// A word for a minor stands in the sentence that holds `span`.
bool near_minor(const Reading& reading, Span span);

}  // namespace etalon::scenario::lint
