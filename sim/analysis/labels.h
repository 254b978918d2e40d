// The words that a pack has for its codes.
#pragma once

#include "sim/domain/pack.h"

namespace etalon::analysis {

// Offences and their elements in the wording in force on `day` (a scenario’s law_as_of; empty: the newest).
// The label of a code, or of a set's codes one after the other; a code that the pack does not know stands for itself.
LocalText label_of(const Pack& pack, const Facet& facet, const Value& value, std::string_view day);
// What a fact says, put together from the runs that state it.
LocalText text_of(const Scenario& scenario, const Fact& fact);
LocalText name_of(const Pack& pack, const OffenceCode& offence, const ElementId& element, std::string_view day);
// The offence that the reference examines; empty: none.
OffenceCode offence_of(const Pack& pack, const Scenario& scenario);

}  // namespace etalon::analysis
