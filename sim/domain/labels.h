// Words for what the window and the command line both show.
#pragma once

#include <string>
#include <string_view>

#include "sim/base/message.h"
#include "sim/domain/catalogue.h"
#include "sim/domain/scenario.h"
#include "sim/domain/scheme.h"

namespace etalon {

Message step_label(StepType type);

// The choice's label; of an offence with its article, in the wording of `day` (ISO date; empty: the newest).
std::string choice_label(const Catalogue& catalogue, const Choice& choice, std::string_view day, Language language);

}  // namespace etalon
